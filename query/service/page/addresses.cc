#include "service/page/addresses.h"

#include <algorithm>
#include <cctype>

namespace palpate::html {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) ||
         std::string_view("-._~").find(c) != std::string_view::npos;
}

bool is_blank_or_control(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }

// The query of an address; parameters without a value are left out.
class Query {
 public:
  Query& add(std::string_view name, std::string_view value) {
    if (value.empty()) return *this;
    text_.append(text_.empty() ? "?" : "&").append(name).append("=");
    text_ += percent_encoded(value);
    return *this;
  }
  Query& add(std::string_view name, std::size_t value, std::size_t usual) {
    return value == usual ? *this : add(name, std::to_string(value));
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

void add_interface(const PageView& view, Query& query) {
  if (view.language_asked) query.add("ui", view.language);
}

void add_search(const PageView& view, Query& query) {
  const PageView usual;
  query.add("q", view.question)
      .add("source", view.source)
      .add("lang", view.content_language)
      .add("after", view.after)
      .add("before", view.before)
      .add("tag", view.tag)
      .add("author", view.author)
      .add("exact", view.exact ? "1" : "")
      .add("n", view.count, usual.count)
      .add("offset", view.offset, usual.offset)
      .add("per_article", view.per_article, usual.per_article);
  add_interface(view, query);
}

}  // namespace

std::string percent_encoded(std::string_view text, std::string_view keep) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (is_unreserved(c) || keep.find(c) != std::string_view::npos) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded.append({'%', kDigits[byte >> 4U], kDigits[byte & 15U]});
  }
  return encoded;
}

std::string start_address(const PageView& view) {
  Query query;
  add_interface(view, query);
  return view.base_path + "/" + query.text();
}

std::string search_address(const PageView& view) {
  if (!view.like.empty()) {
    Query query;
    query.add("id", view.like).add("n", view.count, PageView().count).add("offset", view.offset, 0);
    add_interface(view, query);
    return view.base_path + "/similar" + query.text();
  }
  Query query;
  add_search(view, query);
  return view.base_path + "/search" + query.text();
}

std::string article_address(const PageView& view, std::string_view document,
                            std::optional<std::size_t> passage) {
  Query query;
  if (passage) query.add("passage", std::to_string(*passage));
  add_search(view, query);
  std::string address = view.base_path + "/articles/" + percent_encoded(document, "/");
  address += query.text();
  if (passage) address += "#p" + std::to_string(*passage);
  return address;
}

std::string passage_address(const PageView& view, std::string_view id) {
  constexpr std::size_t kMostDigits = 9;
  const std::size_t hash = id.rfind('#');
  if (hash == std::string_view::npos) return article_address(view, id, std::nullopt);
  const std::string_view digits = id.substr(hash + 1);
  if (digits.empty() || digits.size() > kMostDigits || !std::ranges::all_of(digits, is_digit))
    return article_address(view, id, std::nullopt);
  std::size_t number = 0;
  for (const char c : digits) number = number * 10 + static_cast<std::size_t>(c - '0');
  return article_address(view, id.substr(0, hash), number);
}

std::string similar_address(const PageView& view, std::string_view id) {
  PageView of_similar;
  of_similar.base_path = view.base_path;
  of_similar.language = view.language;
  of_similar.language_asked = view.language_asked;
  of_similar.like = id;
  return search_address(of_similar);
}

bool is_web_address(std::string_view url) {
  std::string scheme(url.substr(0, 8));
  std::ranges::transform(scheme, scheme.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (!scheme.starts_with("http://") && scheme != "https://") return false;
  return std::ranges::none_of(url, is_blank_or_control) && !site_of(url).empty();
}

std::string_view site_of(std::string_view url) {
  const std::size_t slashes = url.find("//");
  if (slashes == std::string_view::npos) return {};
  std::string_view site = url.substr(slashes + 2);
  site = site.substr(0, site.find_first_of("/?#"));
  if (const std::size_t at = site.rfind('@'); at != std::string_view::npos)
    site.remove_prefix(at + 1);
  if (site.starts_with("www.")) site.remove_prefix(4);
  return site;
}

}  // namespace palpate::html
