#include "collection.h"

#include <simdjson.h>

#include <stdexcept>
#include <string_view>

namespace palpate::bench {
namespace {

using simdjson::dom::element;

// A field that is absent, or not a string, is empty: only _id and text are promised.
std::string string_at(const element& object, const char* pointer) {
  std::string_view value;
  return object.at_pointer(pointer).get(value) == simdjson::SUCCESS ? std::string(value)
                                                                    : std::string();
}

element parse(simdjson::dom::parser& parser, const std::string& json, const JsonLines& lines) {
  element object;
  if (const auto error = parser.parse(json).get(object); error != simdjson::SUCCESS) {
    throw std::runtime_error(lines.where() + ": " + simdjson::error_message(error));
  }
  return object;
}

}  // namespace

JsonLines::JsonLines(const std::string& path)
    : path_(path), file_(gzopen(path.c_str(), "rb")), piece_(std::size_t{1} << 16) {
  if (!file_) throw std::runtime_error(path + ": cannot be opened");
  gzbuffer(file_.get(), 1U << 18);
}

bool JsonLines::append_piece(std::string& json) {
  if (gzgets(file_.get(), piece_.data(), static_cast<int>(piece_.size())) == nullptr) {
    int code = Z_OK;
    const std::string reason = gzerror(file_.get(), &code);
    if (code != Z_OK) throw std::runtime_error(where() + ": " + reason);
    return false;
  }
  json += piece_.data();
  return true;
}

bool JsonLines::next(std::string& json) {
  json.clear();
  while (append_piece(json)) {
    if (json.empty() || json.back() != '\n') continue;  // empty: a NUL byte began it
    ++number_;
    if (json.find_first_not_of(" \t\r\n") != std::string::npos) return true;
    json.clear();
  }
  if (json.empty()) return false;
  ++number_;  // a last line without a newline
  return true;
}

struct CollectionReader::Parser {
  simdjson::dom::parser dom;
};

CollectionReader::CollectionReader(const std::string& path)
    : lines_(path), parser_(std::make_unique<Parser>()) {}

CollectionReader::~CollectionReader() = default;

bool CollectionReader::next(Line& line) {
  if (!lines_.next(json_)) return false;
  const element object = parse(parser_->dom, json_, lines_);
  line.id = string_at(object, "/_id");
  line.title = string_at(object, "/title");
  line.heading = string_at(object, "/metadata/heading");
  line.text = string_at(object, "/text");
  if (line.id.empty()) throw std::runtime_error(lines_.where() + ": a document without _id");
  return true;
}

std::vector<Question> read_questions(const std::string& path) {
  JsonLines lines(path);
  simdjson::dom::parser parser;
  std::vector<Question> questions;
  for (std::string json; lines.next(json);) {
    const element object = parse(parser, json, lines);
    questions.push_back({string_at(object, "/_id"), string_at(object, "/text")});
  }
  return questions;
}

}  // namespace palpate::bench
