// The names that an article's topic goes by: its title, the parts of its title, the other
// names that its metadata and its own text give.
//
// "Sciatica: what helps" is also about "Sciatica", "Polycystic kidney disease (PKD)" is also about
// each of both. Ranking compares a question with every name by itself. Pure, safe from any thread.
#pragma once

#include <string>
#include <vector>

#include "article/article.h"

namespace palpate {

// An article has no more names than these, whatever its metadata says.
inline constexpr std::size_t kMaxNames = 24;

// The title first; no name twice; empty when the article has neither title nor synonyms.
std::vector<std::string> topic_names(const Article& article);

}  // namespace palpate
