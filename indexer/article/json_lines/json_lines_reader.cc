#include <simdjson.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "article/files/document_id.h"
#include "article/files/file_bytes.h"
#include "article/files/line_stream.h"
#include "article/json_lines/cuts.h"
#include "article/json_lines/outline.h"
#include "article/language.h"
#include "article/reader.h"

namespace palpate {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

std::string_view kind_of(const element& value) {
  switch (value.type()) {
    case element_type::ARRAY:
      return "a list";
    case element_type::OBJECT:
      return "an object";
    case element_type::STRING:
      return "a string";
    case element_type::BOOL:
      return "true or false";
    case element_type::NULL_VALUE:
      return "null";
    default:
      return "a number";
  }
}

bool is_number(const element& value) {
  return value.is_int64() || value.is_uint64() || value.is_double();
}

bool is_blank(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (c < 0 || (!u_isUWhiteSpace(c) && !u_iscntrl(c))) return false;
  }
  return true;
}

// Takes fields out of one JSON object. What has the wrong type is remembered, the first of it.
class Fields {
 public:
  Fields(object from, std::string prefix, std::optional<Error>& error)
      : from_(from), prefix_(std::move(prefix)), error_(error) {}

  // Nothing where the key is missing or null.
  std::optional<element> find(std::string_view key) const {
    element value;
    if (from_.at_key(key).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
    return value;
  }

  std::string text(std::string_view key) { return string_or(key, false); }
  std::string text_or_number(std::string_view key) { return string_or(key, true); }

  std::vector<std::string> list(std::string_view key) {
    const std::optional<element> value = find(key);
    if (!value) return {};
    simdjson::dom::array items;
    if (value->get(items) != simdjson::SUCCESS) {
      refuse(key, *value, "a list of strings");
      return {};
    }
    std::vector<std::string> texts;
    for (const element item : items) {
      std::string_view text;
      if (item.get(text) != simdjson::SUCCESS) {
        refuse(key, item, "a string", "an item of ");
        return {};
      }
      if (!is_blank(text)) texts.emplace_back(text);
    }
    return texts;
  }

  // A string stands for a list of one.
  std::vector<std::string> list_or_text(std::string_view key) {
    const std::optional<element> value = find(key);
    if (!value || !value->is_string()) return list(key);
    std::string only = text(key);
    if (is_blank(only)) return {};
    return {std::move(only)};
  }

  void refuse(Error error) {
    if (!error_) error_ = std::move(error);
  }

  std::optional<object> inner(std::string_view key) {
    const std::optional<element> value = find(key);
    if (!value) return std::nullopt;
    object found;
    if (value->get(found) == simdjson::SUCCESS) return found;
    refuse(key, *value, "an object");
    return std::nullopt;
  }

 private:
  std::string string_or(std::string_view key, bool number_too) {
    const std::optional<element> value = find(key);
    if (!value) return {};
    std::string_view text;
    if (value->get(text) == simdjson::SUCCESS) return std::string(text);
    if (number_too && is_number(*value)) return simdjson::minify(*value);
    refuse(key, *value, number_too ? "a string or a number" : "a string");
    return {};
  }

  void refuse(std::string_view key, const element& value, std::string_view wanted,
              std::string_view part = "") {
    if (error_) return;
    std::string message(part);
    message.append("\"").append(prefix_).append(key).append("\" is ").append(kind_of(value));
    message.append(", not ").append(wanted);
    error_ = Error{ErrorCode::malformed, std::move(message), {}};
  }

  object from_;
  std::string prefix_;
  std::optional<Error>& error_;
};

Date date_of(Fields& fields, std::string_view key, Article& article) {
  std::string written = fields.text_or_number(key);
  if (written.empty()) return {};
  if (const std::optional<Date> date = parse_date(written)) return *date;
  article.dropped.push_back({std::move(written), "date not understood"});
  return {};
}

void take_metadata(Fields fields, Article& article) {
  article.url = fields.text("url");
  article.source = fields.text("source");
  article.published = date_of(fields, "date", article);
  article.updated = date_of(fields, "updated", article);
  article.language = language_tag(fields.text("language"));
  article.path = fields.text("path");
  article.authors = fields.list("authors");
  article.reviewers = fields.list("reviewers");
  article.tags = fields.list("tags");
  article.synonyms = fields.list("synonyms");
  article.group = encoded_id(fields.text_or_number("article"));
  article.sections.push_back({fields.list_or_text("heading"), {}, SectionRole::body, {}});
  if (const std::optional<element> passages = fields.find("passages"))
    if (const Status done = read_cuts(*passages, article.cuts); !done) fields.refuse(done.error());
}

Result<Article> article_of(object line) {
  std::optional<Error> error;
  Fields fields(line, "", error);
  Article article;
  article.id = encoded_id(fields.text_or_number("_id"));
  article.title = fields.text("title");
  article.text = fields.text("text");
  if (const std::optional<object> metadata = fields.inner("metadata")) {
    take_metadata(Fields(*metadata, "metadata.", error), article);
  }
  if (error) return *error;
  if (const Status fits = check_cuts(article); !fits) return fits.error();
  if (article.id.empty()) return Error{ErrorCode::malformed, "no \"_id\"", {}};
  if (is_blank(article.text)) return Error{ErrorCode::malformed, "no text", {}};
  if (article.group.empty()) article.group = article.id;
  if (!article.cuts.empty()) return article;
  if (article.sections.empty()) article.sections.emplace_back();
  article.sections.front().blocks = outline_text(article.text);
  return article;
}

Error json_error(simdjson::error_code code) {
  switch (code) {
    case simdjson::UTF8_ERROR:
      return {ErrorCode::malformed, "invalid UTF-8", {}};
    case simdjson::UNCLOSED_STRING:
      return {ErrorCode::malformed, "JSON is cut: a string never ends", {}};
    case simdjson::DEPTH_ERROR:
      return {ErrorCode::malformed, "JSON is nested too deeply", {}};
    case simdjson::MEMALLOC:
      return {ErrorCode::internal, "out of memory", {}};
    default:
      return {ErrorCode::malformed, "malformed or cut JSON", {}};
  }
}

// A parser's memory is kept for the next line up to this size of a line.
constexpr std::size_t kKeptParserBytes = 1 << 20;

// `line` grows by the padding that the parser reads ahead.
Result<Article> article_of_line(simdjson::dom::parser& parser, std::string& line) {
  const std::size_t size = line.size();
  line.append(simdjson::SIMDJSON_PADDING, '\0');
  element value;
  const simdjson::error_code code = parser.parse(line.data(), size, false).get(value);
  if (code != simdjson::SUCCESS) return json_error(code);
  object fields;
  if (value.get(fields) != simdjson::SUCCESS) {
    return Error{
        ErrorCode::malformed, "the line is " + std::string(kind_of(value)) + ", not an object", {}};
  }
  return article_of(fields);
}

}  // namespace

void read_json_lines(const SourceFile& file, const ReadLimits& limits, const ArticleSink& articles,
                     const ProblemSink& problems, const BytesSink& bytes_read) {
  const std::string path = file.path.string();
  Result<FileBytes> bytes = FileBytes::open(file.path);
  if (!bytes) return problems({path, 0, bytes.error().message});
  LineStream lines(std::move(*bytes), limits.line_bytes);
  simdjson::dom::parser parser;
  while (lines.next()) {
    if (bytes_read) bytes_read(lines.bytes_read());
    if (lines.too_long()) {
      problems({path, lines.number(), "line longer than " + byte_count(limits.line_bytes)});
      continue;
    }
    if (lines.line().find_first_not_of(" \t\r") == std::string::npos) continue;
    if (parser.capacity() > kKeptParserBytes) parser = simdjson::dom::parser();
    Result<Article> article = article_of_line(parser, lines.line());
    if (!article) {
      problems({path, lines.number(), article.error().message});
      continue;
    }
    if (article->path.empty()) article->path = path;
    article->line = lines.number();
    articles(std::move(*article));
  }
  if (const std::optional<Error>& failure = lines.failure()) {
    problems({path, lines.number(), failure->message});
  }
}

}  // namespace palpate
