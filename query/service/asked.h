// What the parameters of a question's address ask for.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "palpate/searcher.h"
#include "service/options.h"
#include "service/page/page.h"
#include "service/parameters.h"

namespace palpate {

// Who reads the answer: a person, whose forms send fields that were left empty and whose page shows
// one value of each filter, or a program.
enum class Reader : std::uint8_t { person, program };

// q, n, offset, per_article, exact and the filters source, lang, after, before, tag, author. For
// programs filters may be given several times, and there is explain; for persons there is ui.
// Faults are left with the reader of parameters.
Request read_question(ParameterReader& parameters, const ServiceLimits& limits, Reader reader);

// A fault when the question has more bytes than are answered.
void check_length(ParameterReader& parameters, std::string_view question,
                  const ServiceLimits& limits);

// n and offset alone, for /similar.
Request read_page(ParameterReader& parameters);

inline constexpr NumberRange kCounts{1, 100};
inline constexpr NumberRange kOffsets{0, 10'000};
inline constexpr NumberRange kPerArticle{0, 100};
inline constexpr NumberRange kSuggestions{1, 20};
inline constexpr std::size_t kUsualSuggestions = 8;

// Whether anything is asked.
bool is_empty(const Request& request);

// As the page shows the question and its filters.
PageView view_of(const Request& request);

}  // namespace palpate
