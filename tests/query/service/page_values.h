// Values that the page's tests show.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "service/page/page.h"

namespace palpate {

inline Hit hit(std::size_t rank, const std::string& document, const std::string& text) {
  Hit one;
  one.rank = rank;
  one.document = document;
  one.passage = document + "#" + std::to_string(rank);
  one.article.id = document;
  one.article.title = "Heel pain";
  one.article.source = "Harbour Clinic";
  one.article.published = "2025-03-02";
  one.article.language = "en";
  one.heading = {"What helps"};
  one.text = text;
  return one;
}

inline Answer answer_of(std::vector<Hit> hits) {
  Answer answer;
  answer.question = "heel";
  answer.total = hits.size();
  answer.hits = std::move(hits);
  return answer;
}

inline PageView view_of(const std::string& question) {
  PageView view;
  view.question = question;
  view.today = "2026-11-21";
  return view;
}

inline IndexDescription small_index() {
  IndexDescription index;
  index.documents = 2;
  index.passages = 1466;
  index.languages = {{"en", 1400}, {"de", 66}};
  index.sources = {{"Harbour Clinic", 1000}, {"NIH", 466}};
  return index;
}

inline std::string search(const PageView& view, const Answer& answer) {
  return search_page(view, &answer, small_index());
}

inline std::size_t count_of(std::string_view what, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string_view::npos; ++at) ++count;
  return count;
}

inline FullText article() {
  FullText full;
  full.article.id = "feet.md";
  full.article.title = "Feet";
  full.article.published = "2019-02-03";
  full.article.updated = "2024-02-03";
  full.article.language = "en";
  full.text = "Lead.\n\nCauses\n\nLoad.\n\nShoes\n\nTight ones.\n\n";
  full.passages = {{0, 7}, {7, 22}, {22, full.text.size()}};
  full.outline = {{{}, "", 0}, {{"Causes"}, "", 15}, {{"Causes", "Shoes"}, "", 29}};
  return full;
}

}  // namespace palpate
