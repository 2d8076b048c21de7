#include "article/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

namespace palpate {
namespace {

// Bytes looked at from the beginning and from the middle, since what opens an article is sometimes
// in another language. Most texts are clear from the small sample, at a few microseconds.
constexpr std::array<std::size_t, 2> kSampleBytes = {192, 2048};
// Letters, not bytes of markup or digits; below this cld2 takes names for languages.
constexpr int kFewestBytes = 40;
constexpr int kLeastPercent = 60;

// Moves back to where a character begins, so that the sample stays valid UTF-8.
std::size_t character_start(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
    --at;
  return at;
}

std::string sample_of(std::string_view text, std::size_t stretch) {
  if (text.size() <= 2 * stretch) return std::string(text);
  std::string sample(text.substr(0, character_start(text, stretch)));
  const std::size_t middle = character_start(text, std::max(text.size() / 2, stretch));
  const std::size_t end = character_start(text, middle + stretch);
  sample += ' ';
  sample += text.substr(middle, end - middle);
  return sample;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// Codes that libraries still print and that BCP 47 has replaced, and the bibliographic codes of ISO
// 639-2, which ICU does not know.
std::string modern_code(const std::string& code) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kReplaced = {{
      {"iw", "he"},  {"in", "id"},  {"ji", "yi"},  {"jw", "jv"},  {"alb", "sq"}, {"arm", "hy"},
      {"baq", "eu"}, {"bur", "my"}, {"chi", "zh"}, {"cze", "cs"}, {"dut", "nl"}, {"fre", "fr"},
      {"geo", "ka"}, {"ger", "de"}, {"gre", "el"}, {"ice", "is"}, {"mac", "mk"}, {"mao", "mi"},
      {"may", "ms"}, {"per", "fa"}, {"rum", "ro"}, {"slo", "sk"}, {"tib", "bo"}, {"wel", "cy"},
  }};
  for (const auto& [old, modern] : kReplaced) {
    if (code == old) return std::string(modern);
  }
  return code;
}

// "deu" → "de"; "" for what is no language's code.
std::string from_code(const std::string& code) {
  const std::string modern = modern_code(code);
  std::array<char, ULOC_LANG_CAPACITY> shortest{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(modern.c_str(), shortest.data(), static_cast<std::int32_t>(shortest.size()),
                   &status);
  if (U_FAILURE(status) || *uloc_getISO3Language(shortest.data()) == '\0') return {};
  const std::string tag = shortest.data();
  return tag == "und" || tag == "mul" || tag == "zxx" || tag == "mis" ? std::string() : tag;
}

using TagsByName = std::map<std::string, std::string, std::less<>>;

void add_name(TagsByName& tags, const icu::Locale& language, const icu::Locale& in) {
  icu::UnicodeString name;
  language.getDisplayLanguage(in, name);
  std::string key;
  name.foldCase().toUTF8String(key);
  tags.emplace(key, language.getLanguage());
}

// Every two-letter language by its English name and its own.
TagsByName names_of_languages() {
  TagsByName tags;
  for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
    if (std::string_view(*code).size() != 2) continue;
    const icu::Locale language(*code);
    add_name(tags, language, icu::Locale::getEnglish());
    add_name(tags, language, language);
  }
  return tags;
}

std::string from_name(std::string_view name) {
  static const TagsByName kTags = names_of_languages();
  std::string key;
  icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())})
      .foldCase()
      .toUTF8String(key);
  const auto found = kTags.find(key);
  return found == kTags.end() ? std::string() : found->second;
}

// The language that cld2 is sure of; "" where it is not.
std::string language_of(const std::string& sample) {
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int letters = 0;
  int valid = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummaryCheckUTF8(sample.data(), static_cast<int>(sample.size()), true,
                                          &hints, 0, languages.data(), percents.data(),
                                          scores.data(), nullptr, &letters, &reliable, &valid);
  if (static_cast<std::size_t>(valid) < sample.size()) {
    CLD2::ExtDetectLanguageSummary(sample.data(), valid, true, &hints, 0, languages.data(),
                                   percents.data(), scores.data(), nullptr, &letters, &reliable);
  }
  if (!reliable || letters < kFewestBytes || percents[0] < kLeastPercent) return {};
  return language_tag(CLD2::LanguageCode(languages[0]));
}

}  // namespace

std::string detect_language(std::string_view utf8) {
  for (const std::size_t stretch : kSampleBytes) {
    std::string tag = language_of(sample_of(utf8, stretch));
    if (!tag.empty() || utf8.size() <= 2 * stretch) return tag;
  }
  return {};
}

std::string language_tag(std::string_view declared) {
  constexpr std::string_view kBlanks = " \t\r\n";
  declared = declared.substr(0, declared.find_first_of(",;|/"));
  const std::size_t begin = declared.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  declared = declared.substr(begin, declared.find_last_not_of(kBlanks) - begin + 1);
  if (declared.size() > 64) return {};
  const std::string primary = lower_ascii(declared.substr(0, declared.find_first_of("-_.@( ")));
  const bool letters =
      std::all_of(primary.begin(), primary.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (letters && (primary.size() == 2 || primary.size() == 3)) return from_code(primary);
  const std::string tag = from_name(declared);
  return tag.empty() && letters && primary.size() > 3 ? from_name(primary) : tag;
}

}  // namespace palpate
