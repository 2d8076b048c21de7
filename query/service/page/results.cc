#include "service/page/results.h"

#include <algorithm>
#include <string>

#include "service/page/addresses.h"
#include "service/page/origin.h"
#include "service/page/passage_html.h"

namespace palpate::html {
namespace {

constexpr std::size_t kMostOthers = 4;

Html also_in(const PageView& view, const Hit& hit, const InterfaceTexts& say) {
  Html out;
  if (hit.also_in.empty()) return out;
  out << R"(<p class="also">)";
  out.text(say[Text::also_in]);
  const std::size_t shown = std::min(hit.also_in.size(), kMostOthers);
  for (std::size_t i = 0; i < shown; ++i) {
    const AlsoIn& other = hit.also_in[i];
    out << (i == 0 ? Markup(" <a") : Markup(", <a")) << language_of(other.article) << R"( href=")";
    out.text(passage_address(view, other.passage)) << R"(">)";
    out.text(title_of(other.article, say)) << "</a>";
    if (!other.article.source.empty()) out.text(" (" + other.article.source + ")");
  }
  if (shown < hit.also_in.size())
    out.text(say.with(Text::and_more, {"", say.number(hit.also_in.size() - shown)}));
  out << "</p>";
  return out;
}

Html passage(const PageView& view, const Hit& hit, const InterfaceTexts& say) {
  const std::string heading = heading_line(hit.heading);
  Html out;
  out << R"(<div class="hit" id="r)";
  out.text(hit.rank) << R"("><div class="passage")" << language_of(hit.article)
                     << R"(><h3 dir="auto"><a href=")";
  out.text(passage_address(view, hit.passage)) << R"(")";
  if (heading.empty()) {
    out << R"( lang=")";
    out.text(say.language()) << R"(")";
  }
  out << ">";
  out.text(heading.empty() ? say[Text::heading_unknown] : std::string_view(heading)) << "</a></h3>";
  out << passage_body(hit, say) << "</div>" << also_in(view, hit, say)
      << R"(<p class="acts"><a href=")";
  out.text(similar_address(view, hit.passage)) << R"(">)";
  out.text(say[Text::similar_passages]) << R"(<span class="unseen">: )";
  out.text(heading.empty() ? title_of(hit.article, say) : heading) << "</span></a></p></div>";
  return out;
}

// All its passages, when this page may not show all that match.
Html more_link(const PageView& view, std::span<const Hit> hits, const InterfaceTexts& say) {
  Html out;
  const std::string& document = hits.front().document;
  const bool one_document =
      std::ranges::all_of(hits, [&](const Hit& hit) { return hit.document == document; });
  const bool may_have_more = view.per_article != 0 && hits.size() >= view.per_article;
  const bool can_be_named = document.find_first_of("\" \t\r\n") == std::string::npos;
  if (!one_document || !may_have_more || !can_be_named || !view.like.empty()) return out;
  if (view.question.empty()) return out;
  PageView more = view;
  more.question += R"( id:")" + document + R"(")";
  more.offset = 0;
  more.per_article = 0;
  out << R"(<a href=")";
  out.text(search_address(more)) << R"(">)";
  out.text(say[Text::more_from_article]) << R"(<span class="unseen">: )";
  out.text(title_of(hits.front().article, say)) << "</span></a>";
  return out;
}

Html article(const PageView& view, std::span<const Hit> hits, const InterfaceTexts& say) {
  const Hit& first = hits.front();
  Html out;
  out << R"(<li><article class="result"><h2)" << language_of(first.article) << R"(><a href=")";
  out.text(article_address(view, first.document, std::nullopt)) << R"(">)";
  out.text(title_of(first.article, say))
      << "</a></h2>" << origin_line(first.article, view, say, false);
  for (const Hit& hit : hits) out << passage(view, hit, say);
  const Html more = more_link(view, hits, say);
  const Html original = original_page(first.article, say);
  if (!more.empty() || !original.empty())
    out << R"(<p class="beyond">)" << more << original << "</p>";
  out << "</article></li>";
  return out;
}

}  // namespace

Html result_list(const PageView& view, std::span<const Hit> hits, const InterfaceTexts& say) {
  Html out;
  out << R"(<ol class="results">)";
  while (!hits.empty()) {
    std::size_t together = 1;
    while (together < hits.size() && hits[together].article.id == hits.front().article.id)
      ++together;
    out << article(view, hits.first(together), say);
    hits = hits.subspan(together);
  }
  out << "</ol>";
  return out;
}

Html page_links(const PageView& view, const Answer& answer, const InterfaceTexts& say) {
  Html out;
  const bool full = !answer.hits.empty() && answer.hits.size() >= view.count;
  const bool next = full && answer.hits.back().rank < answer.total;
  if (view.offset == 0 && !next) return out;
  out << R"(<nav class="pages" aria-label=")";
  out.text(say[Text::pages]) << R"(">)";
  PageView other = view;
  if (view.offset > 0) {
    other.offset = view.offset > view.count ? view.offset - view.count : 0;
    out << R"(<a rel="prev" href=")";
    out.text(search_address(other)) << R"(">)";
    out.text(say[Text::previous_page]) << "</a>";
  }
  if (next) {
    other.offset = view.offset + view.count;
    out << R"(<a rel="next" href=")";
    out.text(search_address(other)) << R"(">)";
    out.text(say[Text::next_page]) << "</a>";
  }
  out << "</nav>";
  return out;
}

}  // namespace palpate::html
