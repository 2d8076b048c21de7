// What stands in a field, as text: for checking that the words of a quoted value stand together.
#pragma once

#include <string_view>
#include <vector>

#include "question/question.h"
#include "ranking/concept.h"
#include "store/record.h"

namespace palpate {

// Each title, heading, name or tag by itself; none for a field that is no text (language, id). They
// refer to the records.
std::vector<std::string_view> field_texts(QuestionField field, const DocumentRecord& document,
                                          const PassageRecord& passage);

// Whether the texts hold one of the values: a phrase together in one of them and exactly, the words
// of any other by their stems, wherever they stand.
bool field_holds(const std::vector<std::string_view>& texts, const std::vector<Alternative>& any_of,
                 QuestionAnalyser& analyser);

}  // namespace palpate
