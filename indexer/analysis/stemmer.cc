#include "analysis/stemmer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "analysis/analyser.h"
#include "analysis/folded_text.h"
#include "vocabulary/stem_exceptions.h"

namespace palpate {
namespace {

// Suffixes that Snowball knows only with the accents that folding took away.
struct AccentedSuffix {
  std::string_view language;
  std::string_view folded;
  std::string_view accented;
};
constexpr std::array<AccentedSuffix, 6> kAccentedSuffixes = {{
    {"es", "ion", "ión"},
    {"es", "logia", "logía"},
    {"es", "logias", "logías"},
    {"pt", "cao", "ção"},
    {"pt", "coes", "ções"},
    {"pt", "logia", "logía"},
}};

std::string with_accents(std::string_view language, std::string_view form) {
  for (const AccentedSuffix& suffix : kAccentedSuffixes) {
    if (suffix.language != language || !form.ends_with(suffix.folded)) continue;
    form.remove_suffix(suffix.folded.size());
    return std::string(form).append(suffix.accented);
  }
  return std::string(form);
}

bool is_tag(std::string_view tag) {
  return tag.size() == 2 && std::ranges::all_of(tag, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

Stemmer::Stemmer(std::string tag)
    : tag_(std::move(tag)), snowball_(is_tag(tag_) ? tag_ : std::string(), true) {}

std::string Stemmer::stem(std::string_view form) const {
  if (const auto exception = stem_exception(tag_, form)) return std::string(*exception);
  std::string stem = snowball_(with_accents(tag_, form));
  stem.resize(cut_utf8(stem, kMaxTermBytes).size());
  return stem;
}

}  // namespace palpate
