// Records made short: zstd, with a dictionary of what the records of an index have in common.
//
// A passage is too short to be compressed well by itself. A dictionary trained on a sample of the
// index's own records takes it to three fifths of what zlib makes of it, in a tenth of the time
// (see bench/README.md). An index has one dictionary, or none when it was too small to train one:
// records packed without stay readable when there is one later.
//
// SharedDictionary may be used by several threads; the others by one at a time.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

// Records that a dictionary is trained on.
class TextSample {
 public:
  // Beyond this, more teaches little.
  static constexpr std::size_t kMostBytes = std::size_t{2} << 20U;

  void add(std::string_view record);
  bool full() const { return bytes_.size() >= kMostBytes; }
  // "" when there is too little to learn from.
  std::string train() const;

 private:
  std::string bytes_;
  std::vector<std::size_t> sizes_;
};

// The dictionary of an index that is being built: trained by who needs it first.
class SharedDictionary {
 public:
  explicit SharedDictionary(std::string known) : bytes_(std::move(known)) {}

  // The others wait for it.
  std::string get_or_train(const TextSample& sample);
  std::string get() const;

 private:
  mutable std::mutex mutex_;
  std::string bytes_;
};

class TextPacker {
 public:
  explicit TextPacker(std::string_view dictionary);
  TextPacker(TextPacker&&) noexcept;
  TextPacker& operator=(TextPacker&&) noexcept;
  ~TextPacker();

  void append_packed(std::string_view record, std::string& to);

 private:
  struct Contexts;
  std::unique_ptr<Contexts> contexts_;
};

class TextUnpacker {
 public:
  explicit TextUnpacker(std::string_view dictionary);
  TextUnpacker(TextUnpacker&&) noexcept;
  TextUnpacker& operator=(TextUnpacker&&) noexcept;
  ~TextUnpacker();

  // Nothing when the bytes are not what a TextPacker with the same dictionary, or with none, made.
  std::optional<std::string> unpacked(std::string_view packed) const;

 private:
  struct Contexts;
  std::unique_ptr<Contexts> contexts_;
};

}  // namespace palpate
