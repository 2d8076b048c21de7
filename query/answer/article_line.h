// What a terminal says of an article: who, when and where, and how many passages match.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "palpate/answer.h"

namespace palpate {

// "Source", "updated 2021-07-31", "A. Author, B. Author" and the link (its URL, else its path):
// those that are known.
std::vector<std::string> origin_of(const ArticleInfo& article);

// "also in: TITLE (source), TITLE (source) and 3 more"; a document without a title by its id.
std::string also_in_line(const Hit& hit);

// As people read it: "2021-07-31" stays, "--07-31" is "Jul 31".
std::string readable_date(std::string_view iso);

// "12 passages match, showing 1–5." or "Nothing found for …"
std::string summary(const Answer& answer);

}  // namespace palpate
