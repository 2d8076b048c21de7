#include "article/markdown/front_matter.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "article/characters.h"
#include "article/date.h"
#include "article/furniture/byline.h"
#include "article/furniture/phrases.h"

namespace palpate {
namespace {

// No one writes as much; a parser need not see it.
constexpr std::size_t kLargest = std::size_t{64} << 10;

struct FrontMatter {
  std::string_view block;  // without its fences
  std::string_view body;
};

// The block between a first line `fence` and the next line that is one.
std::optional<FrontMatter> split(std::string_view text, std::string_view fence) {
  if (!text.starts_with(fence)) return std::nullopt;
  const std::size_t begin = text.find('\n');
  if (begin == std::string_view::npos || trimmed(text.substr(0, begin)) != fence) {
    return std::nullopt;
  }
  for (std::size_t line = begin + 1; line < text.size();) {
    const std::size_t end = std::min(text.find('\n', line), text.size());
    const std::string_view words = trimmed(text.substr(line, end - line));
    if (words == fence || (fence == "---" && words == "...")) {
      return FrontMatter{text.substr(begin + 1, line - begin - 1),
                         text.substr(std::min(end + 1, text.size()))};
    }
    line = end + 1;
  }
  return std::nullopt;
}

// The scalars of a value: itself, a list's, or the "name" of entries that are maps.
std::vector<std::string> scalars(const YAML::Node& value) {
  std::vector<std::string> found;
  const auto add = [&](const YAML::Node& node) {
    if (!node.IsScalar()) return;
    if (std::string text = fold_blanks(node.Scalar()); !text.empty())
      found.push_back(std::move(text));
  };
  if (value.IsSequence()) {
    for (const YAML::Node& entry : value) add(entry.IsMap() ? entry["name"] : entry);
  } else {
    add(value.IsMap() ? value["name"] : value);
  }
  return found;
}

// "back pain, sciatica" is a list too.
std::vector<std::string> comma_list(const YAML::Node& value) {
  std::vector<std::string> entries = scalars(value);
  if (value.IsSequence() || entries.empty()) return entries;
  const std::string all = std::move(entries.front());
  entries.clear();
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find_first_of(",;", begin), all.size());
    const std::string_view entry = trimmed(std::string_view(all).substr(begin, end - begin));
    if (!entry.empty()) entries.emplace_back(entry);
    begin = end + 1;
  }
  return entries;
}

std::vector<std::string> people(const YAML::Node& value) {
  std::vector<std::string> names;
  for (std::string& entry : scalars(value)) {
    std::vector<std::string> listed = names_in(entry);
    if (listed.empty()) listed.push_back(std::move(entry));
    names.insert(names.end(), listed.begin(), listed.end());
  }
  return names;
}

enum class Key {
  title,
  authors,
  reviewers,
  published,
  updated,
  url,
  source,
  language,
  tags,
  synonyms
};

std::optional<Key> key_of(std::string_view name) {
  struct Named {
    std::string_view name;
    Key key;
  };
  static constexpr auto kKeys = std::to_array<Named>({{"title", Key::title},
                                                      {"author", Key::authors},
                                                      {"authors", Key::authors},
                                                      {"byline", Key::authors},
                                                      {"reviewed by", Key::reviewers},
                                                      {"reviewer", Key::reviewers},
                                                      {"reviewers", Key::reviewers},
                                                      {"medically reviewed by", Key::reviewers},
                                                      {"date", Key::published},
                                                      {"published", Key::published},
                                                      {"publish date", Key::published},
                                                      {"publishdate", Key::published},
                                                      {"date published", Key::published},
                                                      {"updated", Key::updated},
                                                      {"lastmod", Key::updated},
                                                      {"last modified", Key::updated},
                                                      {"last modified at", Key::updated},
                                                      {"modified", Key::updated},
                                                      {"date modified", Key::updated},
                                                      {"url", Key::url},
                                                      {"canonical", Key::url},
                                                      {"canonical url", Key::url},
                                                      {"canonicalurl", Key::url},
                                                      {"link", Key::url},
                                                      {"source", Key::source},
                                                      {"publisher", Key::source},
                                                      {"site", Key::source},
                                                      {"language", Key::language},
                                                      {"lang", Key::language},
                                                      {"locale", Key::language},
                                                      {"tags", Key::tags},
                                                      {"tag", Key::tags},
                                                      {"keywords", Key::tags},
                                                      {"synonyms", Key::synonyms},
                                                      {"aliases", Key::synonyms}});
  const auto* const found = std::find_if(kKeys.begin(), kKeys.end(),
                                         [&](const Named& named) { return named.name == name; });
  return found == kKeys.end() ? std::nullopt : std::optional(found->key);
}

bool take_date(const std::vector<std::string>& values, Date& date) {
  const std::optional<Date> read = values.empty() ? std::nullopt : parse_date(values.front());
  if (read) date = *read;
  return read.has_value();
}

bool take_string(const std::vector<std::string>& values, std::string& into) {
  if (!values.empty()) into = values.front();
  return !values.empty();
}

// False when the value cannot be what the key says.
bool take(Key key, const YAML::Node& value, Article& article) {
  const std::vector<std::string> values = scalars(value);
  switch (key) {
    case Key::title:
      return take_string(values, article.title);
    case Key::source:
      return take_string(values, article.source);
    case Key::authors:
      article.authors = people(value);
      return !article.authors.empty();
    case Key::reviewers:
      article.reviewers = people(value);
      return !article.reviewers.empty();
    case Key::published:
      return take_date(values, article.published);
    case Key::updated:
      return take_date(values, article.updated);
    case Key::tags:
      article.tags = comma_list(value);
      return !article.tags.empty();
    case Key::synonyms:
      article.synonyms = comma_list(value);
      // Some site builders list a page's old addresses so.
      std::erase_if(article.synonyms,
                    [](const std::string& name) { return name.starts_with('/'); });
      return !article.synonyms.empty();
    case Key::url:
      if (values.empty() || values.front().find("://") == std::string::npos) return false;
      return take_string(values, article.url);
    case Key::language: {
      if (values.empty()) return false;
      const std::string tag = folded_words(values.front());
      article.language = tag.substr(0, tag.find(' '));
      return article.language.size() == 2 || article.language.size() == 3;
    }
  }
  return false;
}

void drop(Article& article, std::string_view text, std::string reason) {
  article.dropped.push_back({fold_blanks(text), std::move(reason)});
}

void take_all(const YAML::Node& root, Article& article) {
  for (const auto& entry : root) {
    if (!entry.first.IsScalar()) continue;
    const std::string& name = entry.first.Scalar();
    const std::optional<Key> key = key_of(folded_words(name));
    const std::string shown =
        name + ": " + (entry.second.IsScalar() ? entry.second.Scalar() : std::string("…"));
    if (!key) {
      drop(article, shown, "front matter: a key that is not used");
    } else if (!take(*key, entry.second, article) && !entry.second.IsNull()) {
      drop(article, shown, "front matter: a value that was not understood");
    }
  }
}

constexpr std::size_t kFirstLine = 2;  // of the block; its fence stands on line 1
constexpr std::string_view kBrokenLine = "front matter line ";

void report(Article& article, std::string_view text, std::size_t line, const std::string& what) {
  drop(article, text, std::string(kBrokenLine) + std::to_string(line) + ": " + what);
}

// A key at the beginning of a line, with what belongs to it.
struct KeyText {
  std::string_view text;
  std::size_t line = 0;  // of the file
};

std::vector<KeyText> split_keys(std::string_view block) {
  std::vector<KeyText> keys;
  std::size_t line = kFirstLine;
  for (std::size_t begin = 0; begin < block.size(); ++line) {
    const std::size_t end = std::min(block.find('\n', begin), block.size() - 1) + 1;
    const std::string_view text = block.substr(begin, end - begin);
    const bool goes_on =
        std::string_view(" \t-#\r\n]}").find(text.front()) != std::string_view::npos;
    if (goes_on && !keys.empty()) {
      std::string_view& key = keys.back().text;
      key = {key.data(), key.size() + text.size()};
    } else {
      keys.push_back({text, line});
    }
    begin = end;
  }
  return keys;
}

// "title: Knee: what helps" can only mean one thing. What begins a list or a quotation that never
// ends cannot be read so.
std::optional<YAML::Node> read_plainly(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view name = trimmed(text.substr(0, colon));
  const std::string_view value = trimmed(text.substr(colon + 1));
  constexpr std::string_view kOpens = "[{&*!|>%@`\"'";
  if (value.empty() || value.find('\n') != std::string_view::npos ||
      kOpens.find(value.front()) != std::string_view::npos)
    return std::nullopt;
  YAML::Node map;
  map[std::string(name)] = std::string(value);
  return map;
}

// Counted from the key's own line, which is at fault for what it opens and nothing closes.
std::size_t line_at_fault(std::string_view text, const YAML::Exception& broken) {
  const auto lines = std::count(text.begin(), text.end(), '\n');
  return broken.mark.line > 0 && broken.mark.line < lines
             ? static_cast<std::size_t>(broken.mark.line)
             : 0;
}

// False when no key by itself is at fault.
bool take_key_by_key(std::string_view block, Article& article) {
  bool found = false;
  for (const KeyText& key : split_keys(block)) {
    try {
      const YAML::Node root = YAML::Load(std::string(key.text));
      if (root.IsMap()) take_all(root, article);
      if (!root.IsScalar()) continue;
      found = true;
      report(article, key.text, key.line, "not valid YAML: no key");
    } catch (const YAML::Exception& broken) {
      found = true;
      const std::optional<YAML::Node> plain = read_plainly(key.text);
      report(article, key.text, key.line + line_at_fault(key.text, broken),
             "not valid YAML: " + broken.msg + (plain ? "; taken as plain text" : "; left out"));
      if (plain) take_all(*plain, article);
    }
  }
  return found;
}

}  // namespace

std::size_t broken_line(const Dropped& piece) {
  std::string_view reason = piece.reason;
  if (!reason.starts_with(kBrokenLine)) return 0;
  reason.remove_prefix(kBrokenLine.size());
  std::size_t line = 0;
  std::from_chars(reason.data(), reason.data() + reason.size(), line);
  return line;
}

std::string_view read_front_matter(std::string_view text, Article& article) {
  if (const auto toml = split(text, "+++")) {
    drop(article, toml->block, "front matter in TOML, which is not read");
    return toml->body;
  }
  const auto yaml = split(text, "---");
  if (!yaml) return text;
  if (yaml->block.size() > kLargest) {
    drop(article, yaml->block.substr(0, 200), "front matter is too long to be one");
    return yaml->body;
  }
  YAML::Node root;
  try {
    root = YAML::Load(std::string(yaml->block));
  } catch (const YAML::Exception& broken) {
    if (!take_key_by_key(yaml->block, article)) {
      const auto line = static_cast<std::size_t>(std::max(broken.mark.line, 0)) + kFirstLine;
      report(article, yaml->block, line, "not valid YAML: " + broken.msg);
    }
    return yaml->body;
  }
  // Two rules with a paragraph between them look like front matter and are not.
  if (root.IsScalar()) return text;
  if (root.IsMap()) take_all(root, article);
  return yaml->body;
}

}  // namespace palpate
