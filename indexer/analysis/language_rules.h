// How a language writes numbers and shortens words. Private to this room.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace palpate {

struct LanguageRules {
  char decimal_mark = '.';                        // the other one of . and , groups thousands
  std::span<const std::u16string_view> elisions;  // lost before an apostrophe: l'eau
  std::span<const std::u16string_view> clitics;   // lost behind one: Hodgkin's, they've
};

// `tag` is a lower-case primary tag; the rules of English numbers hold where nothing is known.
LanguageRules language_rules(std::string_view tag);

// "en" of "en-GB" and "EN".
std::string primary_tag(std::string_view language);

}  // namespace palpate
