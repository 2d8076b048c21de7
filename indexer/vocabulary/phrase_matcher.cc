#include "vocabulary/phrase_matcher.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace palpate {
namespace {

constexpr std::size_t kLongestGap = 8;

// The part of `rest` before `separator`, taken off it with the separator.
std::string_view take_until(std::string_view& rest, char separator) {
  const std::size_t at = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return part;
}

}  // namespace

std::size_t PhraseMatcher::bucket_of(std::string_view word) {
  const auto letter = [&](std::size_t at) -> std::size_t {
    return at < word.size() ? static_cast<unsigned char>(word[at]) : 0U;
  };
  return (letter(0) * 32 + letter(1)) % kBuckets;
}

Status PhraseMatcher::add(std::string_view phrases, std::uint32_t bits) {
  while (!phrases.empty()) {
    const std::string_view phrase = take_until(phrases, ',');
    if (!add_phrase(phrase, bits)) {
      return Error{ErrorCode::malformed, "\"" + std::string(phrase) + "\" is no phrase",
                   "the header vocabulary/phrase_matcher.h says how phrases are written"};
    }
  }
  return Done{};
}

bool PhraseMatcher::add_phrase(std::string_view text, std::uint32_t bits) {
  Phrase phrase{.first = static_cast<std::uint32_t>(elements_.size()), .bits = bits};
  while (!text.empty()) {
    const std::string_view part = take_until(text, ' ');
    if (part.empty()) continue;
    if (part == "^") {
      if (phrase.at_begin || elements_.size() > phrase.first) return false;
      phrase.at_begin = true;
    } else if (!add_element(part)) {
      return false;
    }
  }
  phrase.end = static_cast<std::uint32_t>(elements_.size());
  return file_phrase(phrase);
}

bool PhraseMatcher::add_element(std::string_view text) {
  if (text == "..") {
    elements_.push_back({.kind = Kind::gap});
    return true;
  }
  if (text == "$") {
    elements_.push_back({.kind = Kind::end});
    return true;
  }
  Element element{.first = static_cast<std::uint32_t>(alternatives_.size())};
  if (text.front() == '!') {
    element.kind = Kind::unless;
    text.remove_prefix(1);
  }
  do {
    std::string_view word = take_until(text, '|');
    const bool is_prefix = word.ends_with('*');
    if (is_prefix) word.remove_suffix(1);
    if (word.empty() || word.find_first_of("*^$!.") != std::string_view::npos) return false;
    alternatives_.push_back({word, is_prefix});
  } while (!text.empty());
  element.count = static_cast<std::uint32_t>(alternatives_.size()) - element.first;
  elements_.push_back(element);
  return true;
}

bool PhraseMatcher::file_phrase(const Phrase& phrase) {
  if (phrase.first == phrase.end) return false;
  const Element& first = elements_[phrase.first];
  if (first.kind == Kind::end && phrase.at_begin && phrase.end - phrase.first == 1) {
    bits_of_nothing_ |= phrase.bits;
    return true;
  }
  if (first.kind != Kind::word) return false;
  std::vector<std::size_t> filed;
  for (std::uint32_t at = first.first; at < first.first + first.count; ++at) {
    const Alternative& word = alternatives_[at];
    if (word.is_prefix && word.text.size() < 2) return false;
    const std::size_t bucket = bucket_of(word.text);
    if (std::find(filed.begin(), filed.end(), bucket) != filed.end()) continue;
    filed.push_back(bucket);
    if (buckets_.empty()) buckets_.resize(kBuckets);
    buckets_[bucket].push_back(phrase);
  }
  return true;
}

bool PhraseMatcher::matches(const Element& element, std::string_view word) const {
  const auto* const first = alternatives_.data() + element.first;
  return std::any_of(first, first + element.count, [&](const Alternative& alternative) {
    return alternative.is_prefix ? word.starts_with(alternative.text) : word == alternative.text;
  });
}

// At most 9 ways a gap, and the lists have at most two gaps a phrase.
bool PhraseMatcher::matches_from(std::uint32_t element, std::uint32_t end,
                                 std::span<const std::string_view> words) const {
  for (; element < end; ++element) {
    const Element& wanted = elements_[element];
    if (wanted.kind == Kind::gap) {
      for (std::size_t skipped = 0; skipped <= std::min(kLongestGap, words.size()); ++skipped) {
        if (matches_from(element + 1, end, words.subspan(skipped))) return true;
      }
      return false;
    }
    if (wanted.kind == Kind::end) {
      if (!words.empty()) return false;
      continue;
    }
    const bool is_here = !words.empty() && matches(wanted, words.front());
    if (is_here != (wanted.kind == Kind::word)) return false;
    if (is_here) words = words.subspan(1);
  }
  return true;
}

std::uint32_t PhraseMatcher::match(std::span<const std::string_view> words) const {
  if (words.empty()) return bits_of_nothing_;
  if (buckets_.empty()) return 0;
  std::uint32_t found = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    for (const Phrase& phrase : buckets_[bucket_of(words[at])]) {
      const bool is_news = (phrase.bits & ~found) != 0;
      if (!is_news || (phrase.at_begin && at != 0)) continue;
      if (matches_from(phrase.first, phrase.end, words.subspan(at))) found |= phrase.bits;
    }
  }
  return found;
}

}  // namespace palpate
