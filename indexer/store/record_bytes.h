// How a record becomes bytes: numbers as varints (7 bits a byte, low first), strings with their
// length, lists with their count. Private to the store.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate {

inline void append_number(std::string& to, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7U) to += static_cast<char>(0x80U | (value & 0x7FU));
  to += static_cast<char>(value);
}

// The number that `from` begins with, taken off it; nothing when it is cut or too long.
inline std::optional<std::uint64_t> take_number(std::string_view& from) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !from.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(from.front());
    from.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

// The first byte of a record is its kind.
class Encoder {
 public:
  explicit Encoder(char kind) : bytes_(1, kind) {}
  Encoder(char kind, std::size_t room) {
    bytes_.reserve(room);
    bytes_ += kind;
  }

  Encoder& number(std::uint64_t value) {
    append_number(bytes_, value);
    return *this;
  }
  Encoder& text(std::string_view value) {
    number(value.size());
    bytes_ += value;
    return *this;
  }
  Encoder& list(const std::vector<std::string>& values) {
    number(values.size());
    for (const std::string& value : values) text(value);
    return *this;
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads what Encoder wrote. After anything that does not fit, everything read is empty and
// ended() is false.
class Decoder {
 public:
  Decoder(std::string_view bytes, char kind)
      : bytes_(bytes), ok_(!bytes.empty() && bytes.front() == kind) {
    if (ok_) bytes_.remove_prefix(1);
  }

  // All was read as it was asked for, and nothing is left over.
  bool ended() const { return ok_ && bytes_.empty(); }
  std::uint64_t number() {
    const std::optional<std::uint64_t> value = ok_ ? take_number(bytes_) : std::nullopt;
    ok_ = value.has_value();
    return value.value_or(0);
  }
  std::string text() {
    const std::uint64_t size = number();
    if (size > bytes_.size()) ok_ = false;
    if (!ok_) return {};
    std::string value(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    return value;
  }
  // A count of things that take at least one byte each.
  std::size_t count() {
    const std::uint64_t value = number();
    if (value > bytes_.size()) ok_ = false;
    return ok_ ? value : 0;
  }
  std::vector<std::string> list() {
    std::vector<std::string> values(count());
    for (std::string& value : values) value = text();
    return values;
  }

 private:
  std::string_view bytes_;
  bool ok_;
};

}  // namespace palpate
