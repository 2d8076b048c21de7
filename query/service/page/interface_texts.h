// What the page itself says, in the languages it speaks. Articles and questions are shown in their
// own.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace palpate::html {

// In the order of the table in interface_texts.cc.
enum class Text : std::size_t {
  page_title,
  tagline,
  skip_to_main,
  language_choice,
  question_label,
  search_button,
  examples_title,
  example_words,
  example_words_means,
  example_phrase,
  example_phrase_means,
  example_without,
  example_without_means,
  holds_passages,
  language_itself,
  suggestions_title,
  suggestion_title,
  suggestion_heading,
  suggestion_phrase,
  suggestions_one,
  suggestions_many,
  suggestions_none,
  filters_title,
  filter_source,
  filter_language,
  filter_after,
  filter_before,
  filter_tag,
  filter_author,
  filter_all_sources,
  filter_all_languages,
  filter_date_format,
  filter_apply,
  filters_chosen,
  filter_remove,
  results_for,
  results_without_words,
  count_one,
  count_many,
  count_about,
  count_range,
  search_as_typed,
  asked_exactly,
  search_with_corrections,
  other_names,
  other_names_one,
  nothing_title,
  nothing_advice_fewer,
  nothing_advice_other_words,
  nothing_advice_filters,
  nothing_on_this_page,
  first_page,
  heading_unknown,
  title_unknown,
  published,
  updated,
  date_unknown,
  older_than_five_years,
  by_authors,
  and_more,
  reviewed_by,
  source_page,
  similar_passages,
  also_in,
  more_from_article,
  table,
  pages,
  previous_page,
  next_page,
  back_to_results,
  back_to_search,
  back_to_list,
  contents,
  asked_passage,
  similar_title,
  passage_they_are_like,
  print,
  handout_printed,
  handout_disclaimer,
  error_title,
  error_not_found,
  error_bad_request,
  error_busy,
  error_try_again,
  error_start_again,
  full_date,
  month_of_year,
  day_without_year,
  month_without_year,
  count_,  // how many there are
};

// `pattern` with "{0}", "{1}" … replaced by the values.
std::string filled(std::string_view pattern, std::span<const std::string_view> values);
inline std::string filled(std::string_view pattern,
                          std::initializer_list<std::string_view> values) {
  return filled(pattern, std::span(values.begin(), values.size()));
}

class InterfaceTexts {
 public:
  // One of interface_languages(); English for any other.
  explicit InterfaceTexts(std::string_view language);

  std::string_view language() const;
  std::string_view operator[](Text text) const;
  std::string with(Text text, std::initializer_list<std::string_view> values) const;

  std::string_view month(int month) const;  // 1 to 12
  // "German" of "de"; the tag itself when the page has no name for it.
  std::string_view language_name(std::string_view tag) const;
  std::string number(std::size_t number) const;  // "1,234"

 private:
  std::size_t column_ = 0;
};

}  // namespace palpate::html
