// Answers of a FAQ page that stand in its JSON-LD only: the page shows them by script, or not at
// all.
#pragma once

#include <vector>

#include "article/article_builder.h"
#include "article/html/linked_data.h"

namespace palpate {

// Adds those of `answers` whose words the builder's text does not hold yet, each as a section at
// its end with the question as heading.
void add_unshown_answers(const std::vector<LinkedData::Answer>& answers, ArticleBuilder& builder);

}  // namespace palpate
