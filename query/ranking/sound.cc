#include "ranking/sound.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace palpate {
namespace {

enum class Where : unsigned char { first, last, anywhere };

struct Rule {
  std::string_view letters;
  Where where = Where::anywhere;
  std::string_view before;  // one of these letters comes next; "": any, or none
  std::string_view sound;
};

// The first rule that fits is taken.
constexpr std::string_view kFront = "eiy";
constexpr std::array kRules = std::to_array<Rule>({
    {"kn", Where::first, "", "n"},        {"gn", Where::first, "", "n"},
    {"pn", Where::first, "", "n"},        {"mn", Where::first, "", "n"},
    {"ps", Where::first, "", "s"},        {"pt", Where::first, "", "t"},
    {"wr", Where::first, "", "r"},        {"wh", Where::first, "", "w"},
    {"x", Where::first, "", "s"},         {"h", Where::first, "", "h"},
    {"w", Where::first, "", "w"},         {"gm", Where::last, "", "m"},
    {"gn", Where::last, "", "n"},         {"mb", Where::last, "", "m"},
    {"e", Where::last, "", ""},           {"xc", Where::anywhere, kFront, "ks"},
    {"xz", Where::anywhere, "", "ks"},    {"xs", Where::anywhere, "", "ks"},
    {"cz", Where::anywhere, "", "ks"},    {"cc", Where::anywhere, kFront, "ks"},
    {"x", Where::anywhere, "", "ks"},     {"sch", Where::anywhere, "", "sk"},
    {"sc", Where::anywhere, kFront, "s"}, {"sth", Where::anywhere, "m", "s"},
    {"th", Where::anywhere, "", "t"},     {"ph", Where::anywhere, "", "f"},
    {"sh", Where::anywhere, "", "S"},     {"tio", Where::anywhere, "n", "So"},
    {"sio", Where::anywhere, "n", "So"},  {"tch", Where::anywhere, "", "C"},
    {"ch", Where::anywhere, "", "k"},     {"ck", Where::anywhere, "", "k"},
    {"c", Where::anywhere, kFront, "s"},  {"c", Where::anywhere, "", "k"},
    {"qu", Where::anywhere, "", "kw"},    {"q", Where::anywhere, "", "k"},
    {"dg", Where::anywhere, kFront, "j"}, {"gh", Where::anywhere, "", ""},
    {"g", Where::anywhere, kFront, "j"},  {"z", Where::anywhere, "", "s"},
    {"v", Where::anywhere, "", "v"},      {"h", Where::anywhere, "", ""},
    {"w", Where::anywhere, "", ""},       {"eu", Where::anywhere, "", "u"},
    {"ae", Where::anywhere, "", "e"},     {"oe", Where::anywhere, "", "e"},
    {"y", Where::anywhere, "", "i"},
});

constexpr bool is_vowel(char letter) {
  return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

bool fits(const Rule& rule, std::string_view word, std::size_t at) {
  if (!word.substr(at).starts_with(rule.letters)) return false;
  const std::size_t end = at + rule.letters.size();
  if (rule.where == Where::first && at != 0) return false;
  if (rule.where == Where::last && (end != word.size() || at == 0)) return false;
  return rule.before.empty() ||
         (end < word.size() && rule.before.find(word[end]) != std::string_view::npos);
}

// What is written twice is heard once.
void add(std::string_view heard, std::string& sound) {
  for (const char one : heard)
    if (sound.empty() || sound.back() != one) sound += one;
}

// A letter that may begin a word, and others that may begin it to the same sound.
struct Beginning {
  char letter;
  std::string_view alike;
};
constexpr std::array kBeginnings = std::to_array<Beginning>({
    {'n', "kpgm"},
    {'k', "cqn"},
    {'c', "kqs"},
    {'q', "kc"},
    {'s', "cpz"},
    {'z', "xs"},
    {'x', "zs"},
    {'f', "p"},
    {'r', "w"},
    {'t', "p"},
    {'j', "g"},
    {'g', "j"},
    {'a', "eio"},
    {'e', "aio"},
    {'i', "ae"},
    {'o', "ae"},
});

}  // namespace

std::string sound_of(std::string_view word) {
  std::string sound;
  for (std::size_t at = 0; at < word.size();) {
    if (word[at] < 'a' || word[at] > 'z') return {};
    const auto rule =
        std::ranges::find_if(kRules, [&](const Rule& one) { return fits(one, word, at); });
    if (rule != kRules.end()) {
      add(rule->sound, sound);
      at += rule->letters.size();
    } else {
      add(word.substr(at, 1), sound);
      ++at;
    }
  }
  return sound;
}

bool sounds_alike(std::string_view a, std::string_view b) {
  if (a == b) return true;
  constexpr std::size_t kLong = 7;
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kLong || b.size() > a.size() + 1) return false;
  const auto differ = static_cast<std::size_t>(std::ranges::mismatch(a, b).in2 - b.begin());
  if (differ == 0 || differ + 1 >= b.size() || !is_vowel(b[differ])) return false;
  if (b.size() > a.size()) return a.substr(differ) == b.substr(differ + 1);
  return is_vowel(a[differ]) && a.substr(differ + 1) == b.substr(differ + 1);
}

std::vector<char> first_letters_alike(std::string_view word) {
  if (word.empty()) return {};
  std::vector<char> letters{word.front()};
  const auto found = std::ranges::find(kBeginnings, word.front(), &Beginning::letter);
  if (found != kBeginnings.end())
    letters.insert(letters.end(), found->alike.begin(), found->alike.end());
  return letters;
}

}  // namespace palpate
