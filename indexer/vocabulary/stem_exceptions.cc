#include "vocabulary/stem_exceptions.h"

#include <algorithm>
#include <array>

namespace palpate {
namespace {

struct StemException {
  std::string_view word;
  std::string_view stem;
};

constexpr std::array<StemException, 2> kEnglish = {{
    {"feet", "foot"},
    {"lateral", "lateral"},
}};

constexpr bool by_word(const StemException& left, const StemException& right) {
  return left.word < right.word;
}
static_assert(std::is_sorted(kEnglish.begin(), kEnglish.end(), by_word));

}  // namespace

std::optional<std::string_view> stem_exception(std::string_view language, std::string_view word) {
  if (language != "en") return std::nullopt;
  const auto* found =
      std::lower_bound(kEnglish.begin(), kEnglish.end(), StemException{word, {}}, by_word);
  if (found == kEnglish.end() || found->word != word) return std::nullopt;
  return found->stem;
}

}  // namespace palpate
