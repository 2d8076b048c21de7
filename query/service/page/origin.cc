#include "service/page/origin.h"

#include <algorithm>
#include <cctype>

#include "service/page/addresses.h"
#include "service/page/dates.h"

namespace palpate::html {
namespace {

constexpr std::size_t kMostNames = 3;
constexpr int kOldYears = 5;

std::string names(const std::vector<std::string>& people, const InterfaceTexts& say, bool all) {
  const std::size_t shown = all || people.size() <= kMostNames ? people.size() : kMostNames - 1;
  std::string list;
  for (std::size_t i = 0; i < shown; ++i) list += (i > 0 ? ", " : "") + people[i];
  if (shown == people.size()) return list;
  return say.with(Text::and_more, {list, say.number(people.size() - shown)});
}

Html dated(Text text, const std::string& iso, const InterfaceTexts& say) {
  Html out;
  out << "<span>";
  out.text(say.with(text, {readable_date(iso, say)})) << "</span>";
  return out;
}

Html dates(const ArticleInfo& article, const PageView& view, const InterfaceTexts& say,
           bool whole) {
  const std::string& newest = article.updated.empty() ? article.published : article.updated;
  Html out;
  if (newest.empty()) {
    out << R"(<span class="undated">)";
    out.text(say[Text::date_unknown]) << "</span>";
    return out;
  }
  if (!article.updated.empty()) out << dated(Text::updated, article.updated, say);
  if (article.updated.empty() || (whole && !article.published.empty()))
    out << dated(Text::published, article.published, say);
  if (older_than(newest, kOldYears, view.today)) {
    out << R"(<span class="old">)";
    out.text(say[Text::older_than_five_years]) << "</span>";
  }
  return out;
}

bool is_language_tag(std::string_view tag) {
  return !tag.empty() && tag.size() <= 35 &&
         std::ranges::all_of(tag, [](unsigned char c) { return std::isalnum(c) != 0 || c == '-'; });
}

}  // namespace

Html origin_line(const ArticleInfo& article, const PageView& view, const InterfaceTexts& say,
                 bool whole) {
  Html out;
  out << R"(<p class="origin">)";
  if (!article.source.empty()) {
    out << R"(<span class="source"><bdi>)";
    out.text(article.source) << "</bdi></span>";
  }
  out << dates(article, view, say, whole);
  const bool by_source = article.authors == std::vector{article.source};
  if (!article.authors.empty() && !by_source) {
    out << "<span><bdi>";
    out.text(say.with(Text::by_authors, {names(article.authors, say, whole)})) << "</bdi></span>";
  }
  if (whole && !article.reviewers.empty()) {
    out << "<span><bdi>";
    out.text(say.with(Text::reviewed_by, {names(article.reviewers, say, true)})) << "</bdi></span>";
  }
  out << "</p>";
  return out;
}

Html original_page(const ArticleInfo& article, const InterfaceTexts& say) {
  Html out;
  if (article.url.empty()) return out;
  if (!is_web_address(article.url)) {
    out << R"(<span class="original"><bdi>)";
    out.text(article.url) << "</bdi></span>";
    return out;
  }
  out << R"(<a class="original" rel="noreferrer" href=")";
  out.text(article.url) << R"("><span class="on-screen">)";
  out.text(say[Text::source_page]) << ": ";
  out.text(site_of(article.url)) << R"(</span><span class="printed">)";
  out.text(article.url) << "</span></a>";
  return out;
}

Html language_of(const ArticleInfo& article) {
  Html out;
  if (is_language_tag(article.language)) {
    out << R"( lang=")";
    out.text(article.language) << R"(")";
  }
  out << R"( dir="auto")";
  return out;
}

std::string title_of(const ArticleInfo& article, const InterfaceTexts& say) {
  const bool blank = article.title.find_first_not_of(" \t\r\n") == std::string::npos;
  return blank ? std::string(say[Text::title_unknown]) : article.title;
}

std::string heading_line(const std::vector<std::string>& heading) {
  std::string line;
  for (const std::string& part : heading) line += (line.empty() ? "" : " › ") + part;
  return line;
}

}  // namespace palpate::html
