// An answer with everything in it that a renderer has to show; its words are our own.
#pragma once

#include <string>
#include <string_view>

#include "palpate/answer.h"

namespace palpate {

// Marks every occurrence of `word` in the hit's text, in order.
inline void mark_all(Hit& hit, std::string_view word, Via via = Via::word) {
  for (std::size_t at = hit.text.find(word); at != std::string::npos;
       at = hit.text.find(word, at + word.size())) {
    hit.marks.push_back({{at, at + word.size()}, std::string(word), via});
  }
}

inline Hit knot_hit() {
  Hit hit;
  hit.rank = 1;
  hit.score = 7.25;
  hit.document = "knots.md";
  hit.passage = "knots.md#2";
  hit.article = {.id = "knots.md",
                 .title = "Knots that hurt elsewhere",
                 .url = "https://clinic.example/knots",
                 .path = "articles/knots.md",
                 .source = "Harbour Clinic",
                 .authors = {"Ada Moor", "Jun Sato"},
                 .reviewers = {"Lea Brandt"},
                 .published = "2019-03-02",
                 .updated = "2021-07-31",
                 .language = "en"};
  hit.heading = {"What it is", "Where it travels"};
  hit.text =
      "Where it travels\n\nA trigger point in the shoulder often sends its pain to the temple, so "
      "that the head aches while the shoulder feels merely stiff. Pressing the point for a few "
      "seconds brings the familiar ache back.";
  hit.range = {120, 120 + hit.text.size()};
  hit.body_begin = 18;
  hit.sentence = {18, 147};
  mark_all(hit, "trigger");
  hit.marks.push_back({{28, 33}, "point", Via::phrase});
  hit.marks.push_back({{66, 70}, "pain", Via::equivalent});
  hit.also_in = {{.article = {.id = "copies/knots.html",
                              .title = "Knots, explained",
                              .url = "",
                              .path = "articles/copies/knots.html",
                              .source = "Lake Clinic",
                              .authors = {},
                              .reviewers = {},
                              .published = "2022",
                              .updated = "",
                              .language = "en"},
                  .document = "copies/knots.html",
                  .passage = "copies/knots.html#3"}};
  return hit;
}

inline Hit list_hit() {
  Hit hit = knot_hit();
  hit.rank = 2;
  hit.score = 5.5;
  hit.passage = "knots.md#4";
  hit.heading = {"Treatment"};
  hit.context = "Three things are worth trying first:";
  hit.text =
      "- Steady pressure with a ball against the wall, for half a minute, twice a day.\n"
      "  - Less if the pain lasts.\n"
      "- Warmth.\n\n"
      "Most people notice a change within two weeks.\n";
  hit.range = {700, 700 + hit.text.size()};
  hit.body_begin = 0;
  hit.sentence = {};
  hit.marks.clear();
  hit.also_in.clear();
  mark_all(hit, "pain");
  return hit;
}

inline Hit table_hit() {
  Hit hit;
  hit.rank = 3;
  hit.score = 2;
  hit.document = "holds.html";
  hit.passage = "holds.html#1";
  hit.article = {.id = "holds.html",
                 .title = "How long to hold a stretch",
                 .url = "",
                 .path = "articles/holds.html",
                 .source = "",
                 .authors = {},
                 .reviewers = {},
                 .published = "--04-28",
                 .updated = "",
                 .language = "en"};
  hit.context = "Muscle | Seconds | Times a day";
  hit.text = "Calf | 30 | 3\nHamstring | 45 | 2";
  hit.range = {0, hit.text.size()};
  mark_all(hit, "Calf");
  return hit;
}

inline Answer sample_answer() {
  Answer answer;
  answer.question = "trigger point pain calf";
  answer.total = 12;
  answer.notes = {{NoteKind::undated, {"2"}}};
  answer.hits = {knot_hit(), list_hit(), table_hit()};
  return answer;
}

}  // namespace palpate
