#include <algorithm>
#include <string>

#include "service/page/addresses.h"
#include "service/page/frame.h"
#include "service/page/notes.h"
#include "service/page/page.h"
#include "service/page/question_form.h"
#include "service/page/results.h"

namespace palpate {
namespace html {
namespace {

constexpr std::size_t kMostNames = 6;

// An estimate pretends to no more than two figures.
std::size_t rounded(std::size_t number) {
  std::size_t unit = 1;
  while (number / unit >= 100) unit *= 10;
  return (number + unit / 2) / unit * unit;
}

Html example(Text words, Text means, const PageView& view, const InterfaceTexts& say) {
  PageView asked = view;
  asked.question = say[words];
  Html out;
  out << "<div><dt>";
  out.text(say[means]) << "</dt><dd>" << link(search_address(asked), say[words]) << "</dd></div>";
  return out;
}

Html start(const Frame& frame) {
  const InterfaceTexts& say = frame.say;
  const IndexDescription& index = *frame.index;
  Html out;
  out << R"(<div class="hero"><h1>)";
  out.text(say[Text::page_title]) << R"(</h1><p class="tagline">)";
  out.text(say[Text::tagline]) << "</p>" << question_form(frame) << R"(<p class="holds">)";
  out.text(
      say.with(Text::holds_passages, {say.number(index.passages), say.number(index.documents)}));
  out << R"(</p></div><section class="ways"><h2>)";
  out.text(say[Text::examples_title]) << "</h2><dl>";
  out << example(Text::example_words, Text::example_words_means, frame.view, say)
      << example(Text::example_phrase, Text::example_phrase_means, frame.view, say)
      << example(Text::example_without, Text::example_without_means, frame.view, say);
  out << "</dl></section>";
  return out;
}

Html other_names(const Answer& answer, const InterfaceTexts& say) {
  Html out;
  if (answer.other_names.empty()) return out;
  out << R"(<p class="names">)";
  out.text(say[Text::other_names]);
  for (const OtherNames& one : answer.other_names) {
    std::string list;
    const std::size_t shown = std::min(one.names.size(), kMostNames);
    for (std::size_t i = 0; i < shown; ++i) list += (i > 0 ? ", " : "") + one.names[i];
    if (shown < one.names.size())
      list = say.with(Text::and_more, {list, say.number(one.names.size() - shown)});
    out << R"( <span class="name">)";
    out.text(say.with(Text::other_names_one, {one.asked, list})) << "</span>";
  }
  out << "</p>";
  return out;
}

// What was read otherwise or left out, and the way to have it as typed.
Html notes(const PageView& view, const Answer& answer, const InterfaceTexts& say) {
  Html told;
  Html closest;
  bool corrected = false;
  for (const Note& note : answer.notes) {
    corrected = corrected || note.kind == NoteKind::spelling;
    Html& to = note.kind == NoteKind::closest ? closest : told;
    to << "<p>";
    to.text(note_text(note, say)) << "</p>";
  }
  PageView otherwise = view;
  otherwise.exact = !view.exact;
  otherwise.offset = 0;
  if (corrected)
    told << "<p>" << link(search_address(otherwise), say[Text::search_as_typed]) << "</p>";
  if (view.exact) {
    told << "<p>";
    told.text(say[Text::asked_exactly])
        << " " << link(search_address(otherwise), say[Text::search_with_corrections]) << "</p>";
  }
  Html out;
  if (!told.empty()) out << R"(<div class="notes">)" << told << "</div>";
  if (!closest.empty()) out << R"(<div class="notes closest">)" << closest << "</div>";
  return out;
}

std::string count_line(const Answer& answer, const InterfaceTexts& say) {
  const std::size_t total = answer.exact ? answer.total : rounded(answer.total);
  std::string count =
      total == 1 && answer.exact
          ? std::string(say[Text::count_one])
          : say.with(answer.exact ? Text::count_many : Text::count_about, {say.number(total)});
  if (answer.hits.empty() || (answer.exact && answer.hits.size() == total)) return count;
  const auto [first, last] = std::ranges::minmax(answer.hits, {}, &Hit::rank);
  return say.with(Text::count_range, {count, say.number(first.rank), say.number(last.rank)});
}

Html nothing_found(const PageView& view, const Answer& answer, const InterfaceTexts& say) {
  Html out;
  out << R"(<div class="nothing">)";
  if (answer.total > 0) {
    PageView first = view;
    first.offset = 0;
    out << R"(<p role="status">)";
    out.text(say[Text::nothing_on_this_page])
        << "</p><p>" << link(search_address(first), say[Text::first_page]) << "</p></div>";
    return out;
  }
  out << R"(<p class="verdict" role="status">)";
  out.text(say[Text::nothing_title]) << "</p>" << notes(view, answer, say);
  if (view.like.empty()) {
    out << "<ul><li>";
    out.text(say[Text::nothing_advice_fewer]) << "</li><li>";
    out.text(say[Text::nothing_advice_other_words]) << "</li>";
    if (has_filters(view)) {
      out << "<li>"
          << link(search_address(without_filters(view)), say[Text::nothing_advice_filters])
          << "</li>";
    }
    out << "</ul>";
  }
  out << "</div>";
  return out;
}

Html heading(const PageView& view, const InterfaceTexts& say) {
  Html out;
  if (!view.like.empty()) {
    out << "<h1>";
    out.text(say[Text::similar_title])
        << R"(</h1><p class="back">)"
        << link(passage_address(view, view.like), say[Text::passage_they_are_like]) << "</p>";
    return out;
  }
  out << R"(<h1 class="asked"><bdi>)";
  out.text(view.question.empty() ? std::string(say[Text::results_without_words])
                                 : say.with(Text::results_for, {view.question}));
  out << "</bdi></h1>";
  return out;
}

Html results(const PageView& view, const Answer& answer, const InterfaceTexts& say) {
  Html out;
  out << heading(view, say) << chosen_filters(view, say);
  if (answer.hits.empty()) {
    out << nothing_found(view, answer, say);
    return out;
  }
  out << notes(view, answer, say) << R"(<p class="count" role="status">)";
  out.text(count_line(answer, say))
      << "</p>" << other_names(answer, say) << result_list(view, answer.hits, say)
      << page_links(view, answer, say);
  return out;
}

std::string document_title(const PageView& view, const InterfaceTexts& say) {
  const std::string title(say[Text::page_title]);
  if (!view.like.empty()) return std::string(say[Text::similar_title]) + " – " + title;
  return view.question.empty() ? title : view.question + " – " + title;
}

}  // namespace
}  // namespace html

std::string search_page(const PageView& view, const Answer* answer, const IndexDescription& index) {
  const html::InterfaceTexts say(view.language);
  const html::Frame frame{.view = view,
                          .say = say,
                          .title = html::document_title(view, say),
                          .address = answer == nullptr ? html::start_address : html::search_address,
                          .index = &index,
                          .start = answer == nullptr};
  return html::framed(frame,
                      answer == nullptr ? html::start(frame) : html::results(view, *answer, say));
}

}  // namespace palpate
