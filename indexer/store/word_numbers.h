// Numbers for words, from 0 in the order in which they first come.
//
// Indexing looks every token up more than once, so the table is flat: a place holds part of the
// hash and the number, and most searches touch one place and one word. The hash is seeded anew for
// each table, so that nobody can prepare texts whose words collide. Private to the store; one
// thread at a time. Movable.
#pragma once

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/analyser.h"

namespace palpate {

class WordNumbers {
 public:
  WordNumbers();

  std::uint32_t number_of(std::string_view word);
  // The same, from the note where this table has left it there before.
  std::uint32_t number_of(std::string_view word, WordNote* note) {
    if (note == nullptr) return number_of(word);
    if (note->owner != owner_) *note = {owner_, number_of(word)};
    return note->number;
  }
  std::optional<std::uint32_t> find(std::string_view word) const;

  std::size_t size() const { return words_.size(); }
  // Views that stay valid as long as the table, and where it is moved to.
  std::string_view word(std::uint32_t number) const { return words_[number]; }
  const std::vector<std::string_view>& words() const { return words_; }
  // What it holds in memory.
  std::size_t bytes() const {
    return text_bytes_ + words_.capacity() * sizeof(std::string_view) +
           places_.size() * sizeof(Place);
  }

 private:
  struct Place {
    std::uint32_t hash = 0;
    std::uint32_t number = kNone;
  };
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static constexpr std::size_t kFirstPlaces = 1024;

  std::uint64_t hash_of(std::string_view word) const;
  // Of the word, or the free one where it belongs.
  std::size_t place_of(std::string_view word, std::uint64_t hash) const;
  void grow();

  std::uint32_t owner_;  // of notes: no other table's, ever
  std::uint64_t seed_;
  std::vector<Place> places_ = std::vector<Place>(kFirstPlaces);
  std::vector<std::string_view> words_;
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_;  // of their bytes
  std::size_t text_bytes_ = 0;
};

}  // namespace palpate
