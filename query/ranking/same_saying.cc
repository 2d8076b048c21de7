#include "ranking/same_saying.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>

namespace palpate {
namespace {

// Shares of what either holds that both must hold; the fewest content words to go by shares.
constexpr double kSameInOtherArticle = 0.8;
constexpr double kSameInArticle = 0.7;
constexpr std::size_t kFewestWords = 12;

template <class Code>
double shared(std::vector<Code> a, std::vector<Code> b) {
  for (std::vector<Code>* set : {&a, &b}) {
    std::ranges::sort(*set);
    set->erase(std::ranges::unique(*set).begin(), set->end());
  }
  std::size_t both = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (*left == *right) ++both;
    const bool advance_left = *left <= *right;
    if (*right <= *left) ++right;
    if (advance_left) ++left;
  }
  const std::size_t either = a.size() + b.size() - both;
  return either == 0 ? 1 : static_cast<double>(both) / static_cast<double>(either);
}

std::vector<TokenCode> content_words(std::span<const TokenCode> codes) {
  std::vector<TokenCode> words;
  words.reserve(codes.size());
  for (const TokenCode code : codes)
    if (code >= kFirstContentCode) words.push_back(code);
  return words;
}

std::vector<std::uint64_t> neighbours(const std::vector<TokenCode>& words) {
  std::vector<std::uint64_t> pairs;
  pairs.reserve(words.size());
  for (std::size_t i = 1; i < words.size(); ++i)
    pairs.push_back(std::uint64_t{words[i - 1]} << 32U | words[i]);
  return pairs;
}

constexpr std::array<std::string_view, 36> kDenials = {
    "aren't", "can't",   "cannot", "couldn't", "didn't",    "doesn't", "don't",  "isn't",
    "jamais", "kein",    "keine",  "keinem",   "keinen",    "keiner",  "keines", "mustn't",
    "never",  "nicht",   "nie",    "niemals",  "no",        "non",     "nor",    "not",
    "nunca",  "ohne",    "pas",    "sans",     "shouldn't", "sin",     "unless", "wasn't",
    "weder",  "without", "won't",  "wouldn't"};
static_assert(std::ranges::is_sorted(kDenials));

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// The end of the word or number that begins at `begin`, of which everything before is part.
std::size_t word_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size()) {
    const char c = text[end];
    const bool joins =
        (c == '\'' || c == '.' || c == ',') && end > begin && end + 1 < text.size() &&
        (c == '\'' ? is_letter(text[end + 1]) : is_digit(text[end - 1]) && is_digit(text[end + 1]));
    if (!is_digit(c) && !is_letter(c) && !beyond_ascii(c) && !joins) break;
    ++end;
  }
  return end;
}

std::string with_plain_apostrophes(std::string_view text) {
  constexpr std::string_view kCurly = "’";
  std::string plain(text);
  for (std::size_t at = plain.find(kCurly); at != std::string::npos; at = plain.find(kCurly, at))
    plain.replace(at, kCurly.size(), "'");
  return plain;
}

// Its numbers, each once, and its words of denial, as often as they stand there.
std::vector<std::string> figures(std::string_view text) {
  const std::string plain = with_plain_apostrophes(text);
  std::vector<std::string> numbers;
  std::vector<std::string> denials;
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::max(word_end(plain, at), at + 1);
    std::string word = plain.substr(at, end - at);
    at = end;
    for (char& c : word)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (std::ranges::any_of(word, is_digit))
      numbers.push_back(std::move(word));
    else if (std::ranges::binary_search(kDenials, std::string_view(word)))
      denials.push_back(std::move(word));
  }
  std::ranges::sort(numbers);
  numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
  std::ranges::sort(denials);
  numbers.insert(numbers.end(), denials.begin(), denials.end());
  return numbers;
}

}  // namespace

void Sayings::add(const TokenStream& passage) {
  Saying saying;
  saying.begin = codes_.size();
  if (passage.parts() > passage.first_sentence()) {
    const std::size_t first = passage.ends[passage.context()];
    codes_.insert(codes_.end(), passage.codes.begin() + static_cast<std::ptrdiff_t>(first),
                  passage.codes.end());
  }
  saying.end = codes_.size();
  for (const TokenCode code : codes(saying)) {
    if (code < kFirstContentCode) continue;
    ++saying.content;
    saying.words[code >> 6U & 3U] |= std::uint64_t{1} << (code & 63U);
  }
  sayings_.push_back(saying);
}

// Rules nearly all pairs out: they differ in at least as many words as their maps in bits. Words
// that are repeated only let more pairs pass.
bool Sayings::may_share(const Saying& a, const Saying& b, double share) const {
  const auto together = static_cast<double>(a.content + b.content);
  const auto most = static_cast<int>(std::ceil(together * (1 - share) / (1 + share)));
  int differing = 0;
  for (std::size_t i = 0; i < a.words.size() && differing <= most; ++i)
    differing += std::popcount(a.words[i] ^ b.words[i]);
  return differing <= most;
}

Alike Sayings::compare(std::size_t a, std::size_t b, bool same_article) const {
  const Saying& left = sayings_[a];
  const Saying& right = sayings_[b];
  if (left.begin == left.end || right.begin == right.end) return Alike::no;
  const double share = same_article ? kSameInArticle : kSameInOtherArticle;
  if (!may_share(left, right, share)) return Alike::no;
  if (std::ranges::equal(codes(left), codes(right))) return Alike::identical;
  if (std::min(left.content, right.content) < kFewestWords) return Alike::no;
  const std::vector<TokenCode> words = content_words(codes(left));
  const std::vector<TokenCode> others = content_words(codes(right));
  if (shared(words, others) < share) return Alike::no;
  if (!same_article && shared(neighbours(words), neighbours(others)) < share) return Alike::no;
  return Alike::nearly;
}

bool same_figures(std::string_view a, std::string_view b) { return figures(a) == figures(b); }

}  // namespace palpate
