// A hash table from short byte strings to what is known of them. Private to this room.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace palpate {

// Keys are views: their bytes must outlive the table's knowledge of them. A search looks at no more
// than kMaxProbes places, so that crafted collisions cost lost entries, not time.
template <class Value>
class WordTable {
 public:
  static std::uint64_t hash(std::string_view key) { return std::hash<std::string_view>()(key); }

  const Value* find(std::string_view key, std::uint64_t hash) const {
    for (std::size_t probe = 0; probe < kMaxProbes; ++probe) {
      const Slot& slot = slots_[(hash + probe) & mask()];
      if (slot.key.data() == nullptr) return nullptr;
      if (slot.hash == hash && slot.key == key) return &slot.value;
    }
    return nullptr;
  }

  // `key` must not be there yet. It may be forgotten at once.
  void insert(std::string_view key, std::uint64_t hash, const Value& value) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    place({key, hash, value});
  }

  void clear() {
    slots_.assign(kFirstSlots, {});
    size_ = 0;
  }

 private:
  struct Slot {
    std::string_view key;
    std::uint64_t hash = 0;
    Value value{};
  };
  static constexpr std::size_t kFirstSlots = 128;
  static constexpr std::size_t kMaxProbes = 32;

  std::size_t mask() const { return slots_.size() - 1; }

  void place(const Slot& entry) {
    for (std::size_t probe = 0; probe < kMaxProbes; ++probe) {
      Slot& slot = slots_[(entry.hash + probe) & mask()];
      if (slot.key.data() != nullptr) continue;
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
      if (slot.key.data() != nullptr) place(slot);
    }
  }

  std::vector<Slot> slots_ = std::vector<Slot>(kFirstSlots);
  std::size_t size_ = 0;
};

}  // namespace palpate
