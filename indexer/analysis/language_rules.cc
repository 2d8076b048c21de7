#include "analysis/language_rules.h"

#include <algorithm>
#include <array>

namespace palpate {
namespace {

constexpr std::array<std::string_view, 35> kDecimalComma = {
    "af", "bg", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr",
    "gl", "hr", "hu", "id", "is", "it", "lt", "lv", "nb", "nl", "nn", "no",
    "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "vi"};

constexpr std::array<std::u16string_view, 13> kFrenchElisions = {
    u"l", u"d",  u"j",     u"m",      u"t",      u"s",     u"c",
    u"n", u"qu", u"jusqu", u"lorsqu", u"puisqu", u"quoiqu"};
constexpr std::array<std::u16string_view, 10> kItalianElisions = {
    u"l", u"d", u"c", u"un", u"dell", u"nell", u"all", u"dall", u"sull", u"quell"};
constexpr std::array<std::u16string_view, 6> kCatalanElisions = {u"l", u"d", u"m",
                                                                 u"n", u"s", u"t"};

constexpr std::array<std::u16string_view, 6> kEnglishClitics = {u"s",  u"re", u"ll",
                                                                u"ve", u"d",  u"m"};
constexpr std::array<std::u16string_view, 1> kPossessive = {u"s"};

}  // namespace

LanguageRules language_rules(std::string_view tag) {
  LanguageRules rules;
  if (std::ranges::binary_search(kDecimalComma, tag)) rules.decimal_mark = ',';
  rules.clitics = kPossessive;
  if (tag == "en") rules.clitics = kEnglishClitics;
  if (tag == "fr") rules.elisions = kFrenchElisions;
  if (tag == "it") rules.elisions = kItalianElisions;
  if (tag == "ca") rules.elisions = kCatalanElisions;
  return rules;
}

std::string primary_tag(std::string_view language) {
  std::string tag(language.substr(0, language.find_first_of("-_")));
  for (char& c : tag) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return tag;
}

}  // namespace palpate
