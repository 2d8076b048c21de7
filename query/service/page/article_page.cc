#include <algorithm>
#include <string>
#include <utility>

#include "service/page/addresses.h"
#include "service/page/frame.h"
#include "service/page/origin.h"
#include "service/page/page.h"
#include "service/page/passage_html.h"
#include "service/page/question_form.h"

namespace palpate {
namespace html {
namespace {

constexpr std::size_t kExcerptBytes = 260;
constexpr std::size_t kMostLevel = 6;
constexpr std::size_t kFewestContents = 4;

Html heading_tag(std::size_t level, std::string_view words) {
  const std::size_t shown = std::min(level, kMostLevel);
  Html out;
  out << "<h";
  out.text(shown) << ">";
  out.text(words) << "</h";
  out.text(shown) << ">";
  return out;
}

// Passages as hits without marks: they are written as those of an answer are.
Hit as_hit(const FullText& article, std::size_t which) {
  const ByteRange range = article.passages[which];
  Hit hit;
  hit.text = range.of(article.text);
  if (which < article.outline.size()) {
    const FullText::Outline& outline = article.outline[which];
    hit.body_begin = std::clamp(outline.body_begin, range.begin, range.end) - range.begin;
    if (outline.context.find(" | ") != std::string::npos) hit.context = outline.context;
  }
  return hit;
}

const std::vector<std::string>& heading_of(const FullText& article, std::size_t which) {
  static const std::vector<std::string> kNone;
  return which < article.outline.size() ? article.outline[which].heading : kNone;
}

// Those of a passage's headings that do not go on from the passage before.
Html headings(const FullText& article, std::size_t which) {
  const std::vector<std::string>& own = heading_of(article, which);
  const std::vector<std::string> none;
  const std::vector<std::string>& before = which > 0 ? heading_of(article, which - 1) : none;
  const auto parted = std::ranges::mismatch(own, before);
  Html out;
  for (auto heading = parted.in1; heading != own.end(); ++heading)
    out << heading_tag(static_cast<std::size_t>(heading - own.begin()) + 2, *heading);
  return out;
}

Html contents(const FullText& article, const InterfaceTexts& say) {
  Html list;
  std::size_t count = 0;
  std::string_view last;
  for (std::size_t i = 0; i < article.outline.size(); ++i) {
    const std::vector<std::string>& heading = article.outline[i].heading;
    if (heading.empty() || heading.front() == last) continue;
    last = heading.front();
    ++count;
    list << "<li>" << link("#p" + std::to_string(i + 1), last) << "</li>";
  }
  Html out;
  if (count < kFewestContents) return out;
  out << R"(<details class="contents"><summary>)";
  out.text(say[Text::contents]) << "</summary><ol" << language_of(article.article) << ">" << list
                                << "</ol></details>";
  return out;
}

Html passages(const FullText& article, std::optional<std::size_t> asked,
              const InterfaceTexts& say) {
  Html out;
  for (std::size_t i = 0; i < article.passages.size(); ++i) {
    const bool is_asked = asked && *asked == i + 1;
    out << (is_asked ? Markup(R"(<div class="passage found" id="p)")
                     : Markup(R"(<div class="passage" id="p)"));
    out.text(i + 1) << R"(">)";
    if (is_asked) {
      out << R"(<p class="found-label" lang=")";
      out.text(say.language()) << R"(">)";
      out.text(say[Text::asked_passage]) << "</p>";
    }
    out << headings(article, i) << passage_body(as_hit(article, i), say) << "</div>";
  }
  return out;
}

Html similar_list(const PageView& view, const Answer& similar, const InterfaceTexts& say) {
  Html out;
  if (similar.hits.empty()) return out;
  out << R"(<aside class="similar" aria-labelledby="similar"><h2 id="similar">)";
  out.text(say[Text::similar_title]) << "</h2><ul>";
  for (const Hit& hit : similar.hits) {
    const std::string heading = heading_line(hit.heading);
    out << R"(<li><p class="similar-title")" << language_of(hit.article) << R"(><a href=")";
    out.text(passage_address(view, hit.passage)) << R"(">)";
    out.text(title_of(hit.article, say));
    if (!heading.empty()) {
      out << R"(<span class="similar-heading"> › )";
      out.text(heading) << "</span>";
    }
    out << R"(</a></p><p class="excerpt")" << language_of(hit.article) << ">"
        << passage_excerpt(hit, kExcerptBytes) << "</p>"
        << origin_line(hit.article, view, say, false) << "</li>";
  }
  out << "</ul></aside>";
  return out;
}

Html back_link(const PageView& view, const InterfaceTexts& say) {
  Html out;
  out << R"(<p class="back">)";
  if (!view.question.empty()) {
    out << link(search_address(view), say.with(Text::back_to_results, {view.question}));
  } else if (has_filters(view)) {
    out << link(search_address(view), say[Text::back_to_list]);
  } else {
    out << link(start_address(view), say[Text::back_to_search]);
  }
  out << "</p>";
  return out;
}

Html article_main(const PageView& view, const FullText& article, std::optional<std::size_t> passage,
                  const Answer* similar, const InterfaceTexts& say) {
  Html out;
  out << back_link(view, say) << R"(<article class="whole"><header><h1)"
      << language_of(article.article) << ">";
  out.text(title_of(article.article, say))
      << "</h1>" << origin_line(article.article, view, say, true);
  out << R"(<p class="beyond">)" << original_page(article.article, say)
      << R"(<button class="quiet" type="button" data-print hidden>)";
  out.text(say[Text::print]) << "</button></p></header>" << contents(article, say)
                             << R"(<div class="text")" << language_of(article.article) << ">"
                             << passages(article, passage, say) << "</div></article>";
  if (similar != nullptr) out << similar_list(view, *similar, say);
  return out;
}

}  // namespace
}  // namespace html

std::string article_page(const PageView& view, const FullText& article,
                         std::optional<std::size_t> passage, const Answer* similar) {
  const html::InterfaceTexts say(view.language);
  const html::Frame frame{.view = view,
                          .say = say,
                          .title = html::title_of(article.article, say) + " – " +
                                   std::string(say[html::Text::page_title]),
                          .address = [&](const PageView& other) {
                            return html::article_address(other, other.document, passage);
                          }};
  return html::framed(frame, html::article_main(view, article, passage, similar, say));
}

}  // namespace palpate
