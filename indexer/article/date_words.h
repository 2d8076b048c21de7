// The words of written dates: months and weekdays in English, German, Spanish, French, Italian,
// Dutch, Polish and Portuguese. All of it is immutable and may be used from any thread.
#pragma once

#include <string>
#include <string_view>

namespace palpate {

// Lower case, without accents: "MÄRZ" and "marz" are the same word. Invalid UTF-8 stays as it is.
std::string fold_date_words(std::string_view text);

// 1..12 for a folded month name, in full or shortened ("sept", "juil"), in any grammatical case a
// date uses ("czerwca"); 0 for any other word.
int month_number(std::string_view folded);

bool is_weekday(std::string_view folded);

}  // namespace palpate
