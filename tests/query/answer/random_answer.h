// Answers made for one test: of a given text, and random ones for properties.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "palpate/answer.h"

namespace palpate {

inline Hit hit_with(std::string text, std::vector<Mark> marks = {}) {
  Hit hit;
  hit.rank = 1;
  hit.document = "d";
  hit.text = std::move(text);
  hit.marks = std::move(marks);
  return hit;
}

inline Answer answer_with(Hit hit) {
  Answer answer;
  answer.question = "q";
  answer.total = 1;
  answer.hits.push_back(std::move(hit));
  return answer;
}

// Random passages of many scripts, with marks that may fall anywhere.
inline Answer random_answer(std::mt19937& random) {
  static const std::vector<std::string> pieces = {"pain ",
                                                  "Rücken ",
                                                  "膝の痛み",
                                                  "e\u0301 ",
                                                  "👩‍⚕️",
                                                  " ",
                                                  "\n",
                                                  "\n\n",
                                                  "- ",
                                                  "1. ",
                                                  " | ",
                                                  "\u202f",
                                                  "ก็ไม่",
                                                  "extraordinarily-long-word ",
                                                  "\xff",
                                                  "\x1b[1m",
                                                  "。",
                                                  "\t",
                                                  "\u00a0",
                                                  "한국어 "};
  const auto below = [&random](std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(0, most)(random);
  };
  Hit hit;
  for (std::size_t left = below(60); left > 0; --left) hit.text += pieces[below(pieces.size() - 1)];
  for (std::size_t at = 0; at + 1 < hit.text.size();) {
    const std::size_t begin = at + below(12);
    hit.marks.push_back({{begin, begin + below(9)}, "m", Via::word});
    at = hit.marks.back().range.end + 1;
  }
  hit.rank = below(2000);
  hit.body_begin = below(5);
  hit.article = {.id = "a",
                 .title = pieces[below(4)] + pieces[below(4)],
                 .url = "https://e.example/a",
                 .path = "",
                 .source = pieces[below(4)],
                 .authors = {"A. B."},
                 .reviewers = {},
                 .published = "2020",
                 .updated = "",
                 .language = "en"};
  hit.heading = {pieces[below(9)], pieces[below(9)]};
  hit.context = pieces[below(9)];
  return answer_with(std::move(hit));
}

}  // namespace palpate
