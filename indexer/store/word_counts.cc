#include "store/word_counts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "store/keys.h"
#include "store/record_bytes.h"

namespace palpate {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

std::string_view first_letter(std::string_view word) {
  std::size_t end = std::min<std::size_t>(1, word.size());
  while (end < word.size() && is_continuation(word[end])) ++end;
  return word.substr(0, end);
}

std::string bucket_key(std::string_view word, std::size_t letters) {
  return std::string(kWordKeys).append(first_letter(word)).append(std::to_string(letters));
}

bool is_countable(std::string_view word) {
  if (std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; })) return false;
  const std::size_t letters = letters_of(word);
  return letters >= kLeastWordLetters && letters <= kMostWordLetters;
}

[[noreturn]] void damaged() {
  throw Xapian::DatabaseCorruptError("a bucket of words cannot be read");
}

// A bucket is a sequence of: size of the word, the word, its count.
std::vector<CountedWord> decoded(std::string_view bucket) {
  std::vector<CountedWord> words;
  while (!bucket.empty()) {
    const std::optional<std::uint64_t> size = take_number(bucket);
    if (!size || *size > bucket.size()) damaged();
    CountedWord word{std::string(bucket.substr(0, *size)), 0};
    bucket.remove_prefix(*size);
    const std::optional<std::uint64_t> count = take_number(bucket);
    if (!count) damaged();
    word.count = *count;
    words.push_back(std::move(word));
  }
  return words;
}

std::string encoded(const std::map<std::string_view, std::int64_t>& words) {
  std::string bucket;
  for (const auto& [word, count] : words) {
    if (count <= 0) continue;
    append_number(bucket, word.size());
    bucket += word;
    append_number(bucket, static_cast<std::uint64_t>(count));
  }
  return bucket;
}

}  // namespace

std::size_t letters_of(std::string_view word) {
  return static_cast<std::size_t>(
      std::ranges::count_if(word, [](char byte) { return !is_continuation(byte); }));
}

void WordCounts::add(const Token& token, std::int64_t times) {
  if (token.kind != TokenKind::word) return;
  count_of_word(token.form, token.notes == nullptr ? nullptr : &token.notes->form) += times;
}

std::int64_t& WordCounts::count_of_word(std::string_view word, WordNote* note) {
  const std::uint32_t number = words_.number_of(word, note);
  if (number == counts_.size()) counts_.push_back(0);
  return counts_[number];
}

std::int64_t WordCounts::times_of(std::uint32_t number) const {
  const std::int64_t times = counts_[number];
  return times != 0 && is_countable(words_.word(number)) ? times : 0;
}

std::size_t WordCounts::size() const {
  std::size_t size = 0;
  for (std::uint32_t number = 0; number < counts_.size(); ++number)
    if (times_of(number) != 0) ++size;
  return size;
}

void WordCounts::add(std::string_view text, Analyser& analyser, std::int64_t times) {
  for (const Token& token : analyser.analyse(text)) add(token, times);
}

void WordCounts::add(const PassageRecord& passage, Analyser& analyser, std::int64_t times) {
  if (passage.role != SectionRole::body) return;
  add(std::string_view(passage.text).substr(passage.body_begin), analyser, times);
  for (const std::string& heading : passage.heading_path) add(heading, analyser, times);
}

void WordCounts::add(const DocumentRecord& document, Analyser& analyser, std::int64_t times) {
  add(document.title, analyser, times);
  for (const std::string& synonym : document.synonyms) add(synonym, analyser, times);
}

void WordCounts::add(const WordCounts& other, std::int64_t times) {
  for (std::uint32_t number = 0; number < other.counts_.size(); ++number)
    count_of_word(other.words_.word(number)) += times * other.counts_[number];
}

WordCounts::Buckets WordCounts::in_buckets() const {
  Buckets buckets;
  for (std::uint32_t number = 0; number < counts_.size(); ++number) {
    const std::string_view word = words_.word(number);
    const std::int64_t times = times_of(number);
    if (times != 0) buckets[bucket_key(word, letters_of(word))][word] = times;
  }
  return buckets;
}

std::map<std::string, std::string> WordCounts::buckets() const {
  std::map<std::string, std::string> encoded_buckets;
  for (const auto& [key, words] : in_buckets()) encoded_buckets.emplace(key, encoded(words));
  return encoded_buckets;
}

void WordCounts::write_to(Xapian::WritableDatabase& database) const {
  for (auto& [key, changes] : in_buckets()) {
    const std::vector<CountedWord> known = decoded(database.get_metadata(key));
    std::map<std::string_view, std::int64_t> words = changes;
    for (const CountedWord& word : known) words[word.word] += static_cast<std::int64_t>(word.count);
    database.set_metadata(key, encoded(words));
  }
}

std::vector<std::string> WordCounts::differences(const Xapian::Database& database,
                                                 std::size_t most) const {
  std::vector<std::string> found;
  const auto differs = [&](const std::string& word, auto held, auto expected) {
    if (found.size() < most)
      found.push_back(word + " (" + std::to_string(held) + " instead of " +
                      std::to_string(expected) + ")");
  };
  std::size_t known = 0;
  const std::string prefix(kWordKeys);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
       ++key) {
    for (const CountedWord& held : decoded(database.get_metadata(*key))) {
      const auto number = words_.find(held.word);
      const std::int64_t times = number ? times_of(*number) : 0;
      if (times != 0) ++known;
      const bool in_place = *key == bucket_key(held.word, letters_of(held.word));
      if (!in_place || static_cast<std::int64_t>(held.count) != times)
        differs(held.word, held.count, times);
    }
  }
  if (known < size()) differs("words", known, size());
  return found;
}

std::vector<CountedWord> counted_words(const Xapian::Database& database, std::string_view word,
                                       std::size_t letters) {
  return decoded(database.get_metadata(bucket_key(word, letters)));
}

std::vector<CountedWord> counted_words(const Snapshot& index, std::string_view word,
                                       std::size_t letters) {
  if (index.parts().empty()) return counted_words(index.database(), word, letters);
  std::map<std::string, std::uint64_t> counts;
  for (const Snapshot& part : index.parts())
    for (const CountedWord& known : counted_words(part.database(), word, letters))
      counts[known.word] += known.count;
  std::vector<CountedWord> all;
  all.reserve(counts.size());
  for (const auto& [known, count] : counts) all.push_back({known, count});
  return all;
}

std::uint64_t count_of(const Snapshot& index, std::string_view word) {
  if (index.parts().empty()) return count_of(index.database(), word);
  std::uint64_t count = 0;
  for (const Snapshot& part : index.parts()) count += count_of(part.database(), word);
  return count;
}

std::uint64_t count_of(const Xapian::Database& database, std::string_view word) {
  if (!is_countable(word)) return 0;
  const std::vector<CountedWord> bucket = counted_words(database, word, letters_of(word));
  const auto found = std::ranges::find(bucket, word, &CountedWord::word);
  return found == bucket.end() ? 0 : found->count;
}

}  // namespace palpate
