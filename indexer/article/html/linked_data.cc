#include "article/html/linked_data.h"

#include <simdjson.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "article/html/character_references.h"
#include "article/html/html_document.h"

namespace palpate {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kDeepest = 6;             // nested objects looked into
constexpr std::size_t kMostNames = 64;  // authors, keywords
constexpr std::size_t kMostAnswers = 1000;

std::string clean(std::string_view text) { return folded(decode_character_references(text)); }

void add(std::vector<std::string>& names, std::string name) {
  const bool known = std::find(names.begin(), names.end(), name) != names.end();
  if (!name.empty() && !known && names.size() < kMostNames) names.push_back(std::move(name));
}

// Calls visit(element) for the value, or for each value of an array.
template <class Visit>
void each(const element& value, const Visit& visit) {
  array values;
  if (value.get(values) != simdjson::SUCCESS) {
    visit(value);
    return;
  }
  for (const element item : values) visit(item);
}

template <class Visit>
void each(const object& of, std::string_view key, const Visit& visit) {
  element value;
  if (of.at_key(key).get(value) == simdjson::SUCCESS) each(value, visit);
}

std::string text_of(const object& of, std::string_view key) {
  std::string text;
  each(of, key, [&](const element& value) {
    std::string_view found;
    if (text.empty() && value.get(found) == simdjson::SUCCESS) text = clean(found);
  });
  return text;
}

// Text that may be HTML, and HTML whose brackets are written as references.
std::string markup_of(const object& of, std::string_view key) {
  std::string markup;
  each(of, key, [&](const element& value) {
    std::string_view found;
    if (markup.empty() && value.get(found) == simdjson::SUCCESS) markup = found;
  });
  const bool escaped = markup.find('<') == std::string::npos;
  return escaped ? decode_character_references(markup) : markup;
}

bool has_type(const object& node, std::string_view wanted) {
  bool found = false;
  each(node, "@type", [&](const element& value) {
    std::string_view type;
    if (value.get(type) == simdjson::SUCCESS) found = found || type.ends_with(wanted);
  });
  return found;
}

class Reader {
 public:
  void read(const element& top) {
    collect(top, 0);
    for (const object& node : nodes_) remember_name(node);
    // By how much they say about the article.
    for (const std::string_view type :
         {"Article", "Posting", "MedicalWebPage", "FAQPage", "WebPage"}) {
      for (const object& node : nodes_) {
        if (has_type(node, type)) read_article(node);
      }
    }
    for (const object& node : nodes_) read_other(node);
    nodes_.clear();
  }

  LinkedData take() && { return std::move(data_); }

 private:
  void collect(const element& value, int depth) {
    if (depth > kDeepest) return;
    each(value, [&](const element& item) {
      object node;
      if (item.get(node) != simdjson::SUCCESS) return;
      nodes_.push_back(node);
      for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage", "hasPart"}) {
        each(node, key, [&](const element& inner) { collect(inner, depth + 1); });
      }
    });
  }

  // Authors are often only named elsewhere in the graph.
  void remember_name(const object& node) {
    const std::string id = text_of(node, "@id");
    const std::string name = text_of(node, "name");
    if (!id.empty() && !name.empty()) names_.emplace(id, name);
  }

  std::string name_of(const element& value) const {
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) return clean(text);
    object node;
    if (value.get(node) != simdjson::SUCCESS) return {};
    if (std::string name = text_of(node, "name"); !name.empty()) return name;
    const auto named = names_.find(text_of(node, "@id"));
    return named == names_.end() ? std::string() : named->second;
  }

  std::vector<std::string> names(const object& node, std::string_view key) const {
    std::vector<std::string> found;
    each(node, key, [&](const element& value) { add(found, name_of(value)); });
    return found;
  }

  void set(std::string& field, std::string value) {
    if (field.empty()) field = std::move(value);
  }

  void read_article(const object& node) {
    set(data_.headline, text_of(node, "headline"));
    set(data_.published, text_of(node, "datePublished"));
    set(data_.updated, text_of(node, "dateModified"));
    set(data_.updated, text_of(node, "lastReviewed"));
    set(data_.language, text_of(node, "inLanguage"));
    set(data_.url, text_of(node, "url"));
    if (data_.authors.empty()) data_.authors = names(node, "author");
    if (data_.reviewers.empty()) data_.reviewers = names(node, "reviewedBy");
    for (std::string& name : names(node, "publisher")) set(data_.publisher, std::move(name));
    read_keywords(node);
    read_topic(node);
  }

  void read_keywords(const object& node) {
    each(node, "keywords", [&](const element& value) {
      std::string_view list;
      if (value.get(list) != simdjson::SUCCESS) return;
      while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        add(data_.keywords, clean(list.substr(0, comma)));
        list.remove_prefix(std::min(comma + 1, list.size()));
      }
    });
  }

  void read_topic(const object& node) {
    each(node, "about", [&](const element& value) {
      object topic;
      if (value.get(topic) != simdjson::SUCCESS) return;
      for (std::string& name : names(topic, "alternateName"))
        add(data_.other_names, std::move(name));
    });
  }

  void read_other(const object& node) {
    if (has_type(node, "WebSite")) set(data_.publisher, text_of(node, "name"));
    if (has_type(node, "Question")) read_question(node);
  }

  void read_question(const object& node) {
    LinkedData::Answer read{text_of(node, "name"), {}};
    if (read.question.empty() || data_.answers.size() == kMostAnswers) return;
    for (const std::string_view key : {"acceptedAnswer", "suggestedAnswer"}) {
      if (!read.markup.empty()) break;
      each(node, key, [&](const element& value) {
        object answer;
        if (!read.markup.empty() || value.get(answer) != simdjson::SUCCESS) return;
        read.markup = markup_of(answer, "text");
      });
    }
    data_.answers.push_back(std::move(read));
  }

  std::vector<object> nodes_;
  std::map<std::string, std::string> names_;
  LinkedData data_;
};

}  // namespace

LinkedData read_linked_data(const std::vector<std::string>& scripts) {
  simdjson::dom::parser parser;
  Reader reader;
  for (std::string script : scripts) {
    // Line breaks inside of strings are common, and not JSON.
    for (char& c : script) {
      if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    element top;
    if (parser.parse(script).get(top) == simdjson::SUCCESS) reader.read(top);
  }
  return std::move(reader).take();
}

}  // namespace palpate
