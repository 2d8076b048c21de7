#include "store/word_numbers.h"

#include <xxhash.h>

#include <cstring>
#include <random>

namespace palpate {
namespace {

std::uint64_t random_seed() {
  std::random_device device;
  return (std::uint64_t{device()} << 32U) | device();
}

}  // namespace

WordNumbers::WordNumbers()
    : owner_(new_note_owner()),
      seed_(random_seed()),
      memory_(std::make_unique<std::pmr::monotonic_buffer_resource>()) {}

std::uint64_t WordNumbers::hash_of(std::string_view word) const {
  return XXH3_64bits_withSeed(word.data(), word.size(), seed_);
}

std::size_t WordNumbers::place_of(std::string_view word, std::uint64_t hash) const {
  const std::size_t mask = places_.size() - 1;
  const auto part = static_cast<std::uint32_t>(hash);
  std::size_t at = (hash >> 32U) & mask;
  for (; places_[at].number != kNone; at = (at + 1) & mask)
    if (places_[at].hash == part && words_[places_[at].number] == word) break;
  return at;
}

std::optional<std::uint32_t> WordNumbers::find(std::string_view word) const {
  const Place& place = places_[place_of(word, hash_of(word))];
  return place.number == kNone ? std::nullopt : std::optional(place.number);
}

std::uint32_t WordNumbers::number_of(std::string_view word) {
  const std::uint64_t hash = hash_of(word);
  const std::size_t at = place_of(word, hash);
  if (places_[at].number != kNone) return places_[at].number;
  auto* kept = static_cast<char*>(memory_->allocate(word.size() + 1, 1));
  std::memcpy(kept, word.data(), word.size());
  const auto number = static_cast<std::uint32_t>(words_.size());
  words_.emplace_back(kept, word.size());
  text_bytes_ += word.size() + 1;
  places_[at] = {static_cast<std::uint32_t>(hash), number};
  if (2 * words_.size() > places_.size()) grow();
  return number;
}

void WordNumbers::grow() {
  places_.assign(2 * places_.size(), Place{});
  for (std::uint32_t number = 0; number < words_.size(); ++number) {
    const std::uint64_t hash = hash_of(words_[number]);
    places_[place_of(words_[number], hash)] = {static_cast<std::uint32_t>(hash), number};
  }
}

}  // namespace palpate
