// Where Snowball's English stemmer does harm among words of health: it makes one stem of words that
// mean different things (later and lateral), or two of one (arthritis and arthritic).
#pragma once

#include <optional>
#include <string_view>

namespace palpate {

// The stem of a folded word, to be taken instead of Snowball's; nothing where Snowball is right.
// `language` is a primary tag; only "en" has exceptions. The view is static or of `word`.
// Thread-safe.
//
//   stem_exception("en", "lateral") → "lateral";  stem_exception("en", "feet") → "foot"
//   stem_exception("en", "hepatitis") → "hepatitis", not the stem of hepatic
std::optional<std::string_view> stem_exception(std::string_view language, std::string_view word);

}  // namespace palpate
