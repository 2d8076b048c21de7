#include "article/html/html_metadata.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "article/html/linked_data.h"
#include "article/html/page_title.h"
#include "article/html/person_names.h"
#include "article/html/tag_scanner.h"

namespace palpate {
namespace {

using Index = HtmlDocument::Index;

constexpr std::size_t kMostTags = 64;
constexpr std::uint32_t kLongestByline = 120;  // bytes

// What a <meta> or itemprop name stands for.
enum class Field : unsigned char { title, author, published, updated, language, url, site, tag };

struct KnownName {
  std::string_view name;
  Field field;
};

constexpr auto kNames = std::to_array<KnownName>({
    {"og:title", Field::title},
    {"twitter:title", Field::title},
    {"citation_title", Field::title},
    {"dc.title", Field::title},
    {"dcterms.title", Field::title},
    {"author", Field::author},
    {"article:author", Field::author},
    {"citation_author", Field::author},
    {"dc.creator", Field::author},
    {"dcterms.creator", Field::author},
    {"article:published_time", Field::published},
    {"datepublished", Field::published},
    {"citation_publication_date", Field::published},
    {"dc.date.issued", Field::published},
    {"dcterms.issued", Field::published},
    {"dcterms.created", Field::published},
    {"dc.date", Field::published},
    {"pubdate", Field::published},
    {"publish-date", Field::published},
    {"date", Field::published},
    {"article:modified_time", Field::updated},
    {"datemodified", Field::updated},
    {"og:updated_time", Field::updated},
    {"dcterms.modified", Field::updated},
    {"last-modified", Field::updated},
    {"lastreviewed", Field::updated},
    {"content-language", Field::language},
    {"inlanguage", Field::language},
    {"dc.language", Field::language},
    {"dcterms.language", Field::language},
    {"og:locale", Field::language},
    {"og:url", Field::url},
    {"og:site_name", Field::site},
    {"application-name", Field::site},
    {"dc.publisher", Field::site},
    {"dcterms.publisher", Field::site},
    {"article:tag", Field::tag},
});

// Everything the page says, in the order in which it is trusted: the first value of a field counts.
struct Said {
  std::vector<std::string> titles, authors, published, updated, languages, urls, sites, tags;
  std::string document_title;
  std::vector<std::string> headings;
  std::vector<std::string> bylines;
  std::vector<std::string> questions;
  std::string canonical;

  std::vector<std::string>& of(Field field) {
    switch (field) {
      case Field::title:
        return titles;
      case Field::author:
        return authors;
      case Field::published:
        return published;
      case Field::updated:
        return updated;
      case Field::language:
        return languages;
      case Field::url:
        return urls;
      case Field::site:
        return sites;
      case Field::tag:
        break;
    }
    return tags;
  }
};

class MetadataWalk {
 public:
  explicit MetadataWalk(const HtmlDocument& page) : page_(page) {}

  Said read() && {
    for (Index i = 0; i < page_.size(); ++i) {
      if (!page_.is_text(i)) element(i);
    }
    // In the order of the table, not of the page.
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Found& a, const Found& b) { return a.rank < b.rank; });
    for (Found& found : found_)
      said_.of(kNames[found.rank].field).push_back(std::move(found.value));
    return std::move(said_);
  }

 private:
  struct Found {
    std::size_t rank;
    std::string value;
  };

  void element(Index i) {
    switch (page_.tag(i)) {
      case GUMBO_TAG_META:
        return meta(i);
      case GUMBO_TAG_LINK:
        return link(i);
      case GUMBO_TAG_TITLE:
        if (said_.document_title.empty()) said_.document_title = page_.folded_text(i);
        return;
      case GUMBO_TAG_H1:
        said_.headings.push_back(page_.folded_text(i));
        return;
      case GUMBO_TAG_TIME:
        return time(i);
      case GUMBO_TAG_HTML:
        language(page_.attribute(i, "lang"));
        return language(page_.attribute(i, "xml:lang"));
      default:
        break;
    }
    if (has_word(page_.attribute(i, "rel"), "author")) byline(i);
    const std::string_view property = page_.attribute(i, "itemprop");
    if (property.empty()) return;
    if (property == "author") return byline(i);
    if (property == "name" && in_question(i)) said_.questions.push_back(page_.folded_text(i));
    if (property == "datePublished" || property == "dateModified") {
      const std::string_view content = page_.attribute(i, "content");
      add(property, content.empty() ? page_.folded_text(i) : folded(content));
    }
  }

  void meta(Index i) {
    const std::string value = folded(page_.attribute(i, "content"));
    for (const char* const attribute : {"property", "name", "itemprop", "http-equiv"}) {
      add(page_.attribute(i, attribute), value);
    }
  }

  void link(Index i) {
    const std::string_view rel = page_.attribute(i, "rel");
    if (has_word(rel, "canonical") && said_.canonical.empty()) {
      said_.canonical = folded(page_.attribute(i, "href"));
    }
  }

  void time(Index i) {
    const std::string_view machine = page_.attribute(i, "datetime");
    const std::string value = machine.empty() ? page_.folded_text(i) : folded(machine);
    const std::string_view property = page_.attribute(i, "itemprop");
    const bool updated = property == "dateModified" ||
                         page_.attribute(i, "class").find("updated") != std::string_view::npos;
    const bool published = property == "datePublished" ||
                           page_.attribute(i, "class").find("published") != std::string_view::npos;
    if (updated && !published) add("datemodified", value);
    if (!updated || published) times_ += times_ == 0 ? (add("date", value), 1) : 0;
  }

  void byline(Index i) {
    std::string text = page_.folded_text(i);
    if (text.size() <= kLongestByline) said_.bylines.push_back(std::move(text));
  }

  bool in_question(Index i) const {
    for (int level = 0; level < 4; ++level, i = page_.parent(i)) {
      if (page_.attribute(i, "itemtype").ends_with("/Question")) return true;
    }
    return false;
  }

  void language(std::string_view value) {
    if (!value.empty()) said_.languages.emplace_back(value);
  }

  void add(std::string_view name, const std::string& value) {
    if (name.empty() || value.empty()) return;
    for (std::size_t rank = 0; rank < kNames.size(); ++rank) {
      if (equals_ignoring_case(name, kNames[rank].name)) found_.push_back({rank, value});
    }
  }

  static bool has_word(std::string_view list, std::string_view word) {
    for (std::size_t at = list.find(word); at != std::string_view::npos;
         at = list.find(word, at + 1)) {
      const bool begins = at == 0 || list[at - 1] == ' ';
      const std::size_t end = at + word.size();
      if (begins && (end == list.size() || list[end] == ' ')) return true;
    }
    return false;
  }

  const HtmlDocument& page_;
  Said said_;
  std::vector<Found> found_;
  int times_ = 0;
};

std::string first_of(const std::vector<std::string>& values, const std::string& otherwise = {}) {
  return values.empty() ? otherwise : values.front();
}

// The first of the texts that is a date.
Date first_date(const std::string& linked, const std::vector<std::string>& values) {
  if (const auto date = parse_date(linked)) return *date;
  for (const std::string& value : values) {
    if (const auto date = parse_date(value)) return *date;
  }
  return {};
}

// "en-GB" and "en_GB" are "en"; what is no language tag is empty.
std::string primary_language(std::string_view tag) {
  std::string language(tag.substr(0, tag.find_first_of("-_,; ")));
  for (char& c : language) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const bool letters =
      std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && (language.size() == 2 || language.size() == 3) ? language : std::string();
}

bool is_address(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://");
}

void set_people(const LinkedData& linked, const Said& said, Article& article) {
  for (const std::string& name : linked.authors) add_people(article.authors, name);
  for (const auto* const names : {&said.authors, &said.bylines}) {
    if (!article.authors.empty()) break;
    for (const std::string& name : *names) add_people(article.authors, name);
  }
  for (const std::string& name : linked.reviewers) add_people(article.reviewers, name);
}

}  // namespace

PageMetadata read_html_metadata(const HtmlDocument& page, const std::vector<std::string>& json_ld) {
  const LinkedData linked = read_linked_data(json_ld);
  const Said said = MetadataWalk(page).read();
  PageMetadata metadata;
  Article& article = metadata.article;
  article.source = first_of(said.sites, linked.publisher);
  article.title = choose_title(
      {said.document_title, first_of(said.titles, linked.headline), said.headings, article.source});
  set_people(linked, said, article);
  article.published = first_date(linked.published, said.published);
  article.updated = first_date(linked.updated, said.updated);
  for (const std::string& tag : said.languages) {
    if (article.language.empty()) article.language = primary_language(tag);
  }
  if (article.language.empty()) article.language = primary_language(linked.language);
  for (const std::string& url : {said.canonical, first_of(said.urls), linked.url}) {
    if (article.url.empty() && is_address(url)) article.url = url;
  }
  article.tags = said.tags.empty() ? linked.keywords : said.tags;
  if (article.tags.size() > kMostTags) article.tags.resize(kMostTags);
  article.synonyms = linked.other_names;
  for (const LinkedData::Answer& answer : linked.answers)
    metadata.questions.push_back(answer.question);
  metadata.answers = linked.answers;
  metadata.questions.insert(metadata.questions.end(), said.questions.begin(), said.questions.end());
  return metadata;
}

}  // namespace palpate
