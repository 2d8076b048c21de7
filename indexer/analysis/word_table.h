// A hash table from short byte strings to what is known of them. Private to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace palpate {

// An Entry has a `key`, lies elsewhere and outlives the table's knowledge of it: so a place is
// small, and many fit into a processor's cache. A search looks at no more than kMaxProbes places,
// so that crafted collisions cost lost entries, not time.
template <class Entry>
class WordTable {
 public:
  static std::uint64_t hash(std::string_view key) { return std::hash<std::string_view>()(key); }

  // To be called some time before find(): memory is slow, and most of a search is waiting for it.
  void fetch_place(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash & mask()]); }
  // Likewise, some time behind fetch_place().
  void fetch_entry(std::uint64_t hash) const {
    const auto* const entry = reinterpret_cast<const std::byte*>(slots_[hash & mask()].entry);
    if (entry == nullptr) return;
    __builtin_prefetch(entry);
    __builtin_prefetch(entry + kCacheLine);
  }

  const Entry* find(std::string_view key, std::uint64_t hash) const {
    for (std::size_t probe = 0; probe < kMaxProbes; ++probe) {
      const Slot& slot = slots_[(hash + probe) & mask()];
      if (slot.entry == nullptr) return nullptr;
      if (slot.hash == hash && slot.entry->key == key) return slot.entry;
    }
    return nullptr;
  }

  // Its key must not be there yet. It may be forgotten at once.
  void insert(std::uint64_t hash, const Entry* entry) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    place({hash, entry});
  }

  void clear() {
    slots_.assign(kFirstSlots, {});
    size_ = 0;
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    const Entry* entry = nullptr;
  };
  static constexpr std::size_t kFirstSlots = 128;
  static constexpr std::size_t kCacheLine = 64;
  static constexpr std::size_t kMaxProbes = 32;

  std::size_t mask() const { return slots_.size() - 1; }

  void place(const Slot& entry) {
    for (std::size_t probe = 0; probe < kMaxProbes; ++probe) {
      Slot& slot = slots_[(entry.hash + probe) & mask()];
      if (slot.entry != nullptr) continue;
      slot = entry;
      ++size_;
      return;
    }
  }

  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    size_ = 0;
    for (const Slot& slot : old) {
      if (slot.entry != nullptr) place(slot);
    }
  }

  std::vector<Slot> slots_ = std::vector<Slot>(kFirstSlots);
  std::size_t size_ = 0;
};

}  // namespace palpate
