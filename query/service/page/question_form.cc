#include "service/page/question_form.h"

#include <array>
#include <utility>
#include <vector>

#include "service/page/addresses.h"

namespace palpate::html {
namespace {

// A filter, as the page names it and where the view holds it.
struct FilterField {
  std::string PageView::*value;
  Text name;
};
constexpr std::array<FilterField, 6> kFilterFields = {{
    {&PageView::source, Text::filter_source},
    {&PageView::content_language, Text::filter_language},
    {&PageView::after, Text::filter_after},
    {&PageView::before, Text::filter_before},
    {&PageView::tag, Text::filter_tag},
    {&PageView::author, Text::filter_author},
}};

Html hidden(std::string_view name, std::string_view value) {
  Html out;
  if (value.empty()) return out;
  out << R"(<input type="hidden" name=")";
  out.text(name) << R"(" value=")";
  out.text(value) << R"(">)";
  return out;
}

Html option(std::string_view value, std::string_view words, bool chosen) {
  Html out;
  out << R"(<option value=")";
  out.text(value) << (chosen ? Markup(R"(" selected>)") : Markup(R"(">)"));
  out.text(words) << "</option>";
  return out;
}

// A choice of one value, with how many passages each has. Nothing where there is nothing to choose.
struct Choice {
  std::string_view name;
  Text label, all;
  std::string_view chosen, chosen_words;
  std::vector<std::pair<std::string, std::string>> values;  // with the words that are shown
};

Html choice(const Choice& one, const InterfaceTexts& say) {
  Html out;
  if (one.values.size() < 2 && one.chosen.empty()) return out;
  out << R"(<p><label for=")";
  out.text(one.name) << R"(">)";
  out.text(say[one.label]) << R"(</label><select id=")";
  out.text(one.name) << R"(" name=")";
  out.text(one.name) << R"(">)" << option("", say[one.all], one.chosen.empty());
  bool listed = one.chosen.empty();
  for (const auto& [value, words] : one.values) {
    listed = listed || value == one.chosen;
    out << option(value, words, value == one.chosen);
  }
  if (!listed) out << option(one.chosen, one.chosen_words, true);
  out << "</select></p>";
  return out;
}

Html date_field(std::string_view name, Text label, std::string_view value,
                const InterfaceTexts& say) {
  Html out;
  out << R"(<p><label for=")";
  out.text(name) << R"(">)";
  out.text(say[label]) << R"(</label><input id=")";
  out.text(name) << R"(" name=")";
  out.text(name) << R"(" value=")";
  out.text(value) << R"(" inputmode="numeric" size="10" maxlength="10" )"
                     R"(pattern="[0-9]{4}(-[0-9]{2}){0,2}" autocomplete="off" title=")";
  out.text(say[Text::filter_date_format]) << R"("></p>)";
  return out;
}

std::vector<std::pair<std::string, std::string>> language_values(const IndexDescription& index,
                                                                 const InterfaceTexts& say) {
  std::vector<std::pair<std::string, std::string>> values;
  for (const auto& [tag, passages] : index.languages) {
    if (tag.empty()) continue;
    values.emplace_back(tag,
                        std::string(say.language_name(tag)) + " (" + say.number(passages) + ")");
  }
  return values;
}

std::vector<std::pair<std::string, std::string>> source_values(const IndexDescription& index,
                                                               const InterfaceTexts& say) {
  std::vector<std::pair<std::string, std::string>> values;
  values.reserve(index.sources.size());
  for (const auto& [source, passages] : index.sources)
    values.emplace_back(source, source + " (" + say.number(passages) + ")");
  return values;
}

Html filters(const Frame& frame) {
  const PageView& view = frame.view;
  const IndexDescription& index = *frame.index;
  const InterfaceTexts& say = frame.say;
  Html out;
  out << R"(<details class="filters")" << (frame.start ? Markup("") : Markup(" open"))
      << (has_filters(view) ? Markup(R"( data-used="1">)") : Markup(">"));
  out << "<summary>";
  out.text(say[Text::filters_title]) << R"(</summary><div class="filter-fields">)";
  out << choice({"source", Text::filter_source, Text::filter_all_sources, view.source, view.source,
                 source_values(index, say)},
                say);
  out << choice({"lang", Text::filter_language, Text::filter_all_languages, view.content_language,
                 say.language_name(view.content_language), language_values(index, say)},
                say);
  out << date_field("after", Text::filter_after, view.after, say)
      << date_field("before", Text::filter_before, view.before, say);
  out << R"(<button class="quiet">)";
  out.text(say[Text::filter_apply]) << "</button></div></details>";
  return out;
}

// What the script says of suggestions, so that it holds no text of its own.
Html script_texts(const Frame& frame) {
  const InterfaceTexts& say = frame.say;
  Html out;
  out << R"( data-suggest=")";
  out.text(frame.view.base_path + "/api/v1/suggest") << R"(" data-list=")";
  out.text(say[Text::suggestions_title]) << R"(" data-title=")";
  out.text(say[Text::suggestion_title]) << R"(" data-heading=")";
  out.text(say[Text::suggestion_heading]) << R"(" data-phrase=")";
  out.text(say[Text::suggestion_phrase]) << R"(" data-one=")";
  out.text(say[Text::suggestions_one]) << R"(" data-many=")";
  out.text(say[Text::suggestions_many]) << R"(" data-none=")";
  out.text(say[Text::suggestions_none]) << R"(")";
  return out;
}

}  // namespace

Html question_form(const Frame& frame) {
  const PageView& view = frame.view;
  const PageView usual;
  Html out;
  out << R"(<form class="ask" role="search" method="get" action=")";
  out.text(view.base_path + "/search") << R"(")" << script_texts(frame) << R"(><label for="q">)";
  out.text(frame.say[Text::question_label])
      << R"(</label><div class="field">)"
      << R"(<input id="q" name="q" type="search" dir="auto" autocomplete="off" )"
         R"(autocapitalize="none" spellcheck="false" enterkeyhint="search" value=")";
  out.text(view.question) << (frame.start ? Markup(R"(" autofocus>)") : Markup(R"(">)"));
  out << "<button>";
  out.text(frame.say[Text::search_button]) << "</button></div>";
  if (frame.index != nullptr) {
    out << filters(frame) << hidden("tag", view.tag) << hidden("author", view.author);
  }
  if (view.count != usual.count) out << hidden("n", std::to_string(view.count));
  if (view.language_asked) out << hidden("ui", view.language);
  out << "</form>";
  return out;
}

Html chosen_filters(const PageView& view, const InterfaceTexts& say) {
  Html out;
  if (!has_filters(view)) return out;
  out << R"(<ul class="chosen" aria-label=")";
  out.text(say[Text::filters_chosen]) << R"(">)";
  for (const FilterField& field : kFilterFields) {
    const std::string& value = view.*field.value;
    if (value.empty()) continue;
    PageView without = view;
    (without.*field.value).clear();
    without.offset = 0;
    const bool language = field.name == Text::filter_language;
    out << R"(<li><a href=")";
    out.text(search_address(without)) << R"("><span class="unseen">)";
    out.text(say[Text::filter_remove]) << " </span>";
    out.text(say[field.name]) << ": <bdi>";
    out.text(language ? say.language_name(value) : std::string_view(value))
        << R"(</bdi><span aria-hidden="true"> ×</span></a></li>)";
  }
  out << "</ul>";
  return out;
}

bool has_filters(const PageView& view) {
  for (const FilterField& field : kFilterFields)
    if (!(view.*field.value).empty()) return true;
  return false;
}

PageView without_filters(PageView view) {
  for (const FilterField& field : kFilterFields) (view.*field.value).clear();
  view.offset = 0;
  return view;
}

}  // namespace palpate::html
