#include "store/token_stream.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <limits>

namespace palpate {
namespace {

constexpr TokenCode kStopwordMask = kFirstContentCode - 1;
constexpr TokenCode kContentMask = 0x7FFFFF;
constexpr std::uint32_t kWarning = 1;
constexpr std::uint32_t kBackMatter = 2;
constexpr unsigned char kContentMark = 0x80;

void put_number(std::string& to, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7U) to += static_cast<char>(0x80U | (value & 0x7FU));
  to += static_cast<char>(value);
}

void put_code(std::string& to, TokenCode code) {
  if (code >= kFirstContentCode) {
    to += static_cast<char>(kContentMark | (code >> 16U));
    to += static_cast<char>(code >> 8U);
  }
  to += static_cast<char>(code);
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool ended() const { return ok_ && at_ == bytes_.size(); }
  bool ok() const { return ok_; }
  std::size_t left() const { return bytes_.size() - at_; }

  std::uint32_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
      const unsigned byte = next();
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) break;
    }
    if (value > std::numeric_limits<std::uint32_t>::max()) ok_ = false;
    return ok_ ? static_cast<std::uint32_t>(value) : 0;
  }
  TokenCode code() {
    const TokenCode first = next();
    if (first < kContentMark) return first;
    const TokenCode second = next();
    return ((first & kStopwordMask) << 16U) | (second << 8U) | next();
  }

 private:
  unsigned next() {
    if (at_ == bytes_.size()) {
      ok_ = false;
      return 0;
    }
    return static_cast<unsigned char>(bytes_[at_++]);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

}  // namespace

TokenCode token_code(std::string_view stem, bool stopword) {
  const auto hash = static_cast<TokenCode>(XXH3_64bits(stem.data(), stem.size()));
  if (stopword) return hash & kStopwordMask;
  const TokenCode code = hash & kContentMask;
  return code < kFirstContentCode ? code + kFirstContentCode : code;
}

void TokenStream::clear() {
  intents = 0;
  warning = false;
  back_matter = false;
  names = 0;
  codes.clear();
  ends.clear();
}

std::string encode(const TokenStream& stream) {
  std::string bytes;
  bytes.reserve(2 * stream.codes.size() + stream.parts() + 16);
  put_number(bytes, stream.intents);
  put_number(bytes, (stream.warning ? kWarning : 0U) | (stream.back_matter ? kBackMatter : 0U));
  put_number(bytes, stream.names);
  put_number(bytes, stream.parts());
  for (std::size_t i = 0; i < stream.parts(); ++i) put_number(bytes, stream.part(i).size());
  for (const TokenCode code : stream.codes) put_code(bytes, code);
  return bytes;
}

bool decode(std::string_view bytes, TokenStream& stream) {
  stream.clear();
  Reader from(bytes);
  stream.intents = from.number();
  const std::uint32_t flags = from.number();
  stream.warning = (flags & kWarning) != 0;
  stream.back_matter = (flags & kBackMatter) != 0;
  stream.names = from.number();
  const std::uint32_t parts = from.number();
  if (flags > (kWarning | kBackMatter) || parts > from.left() || stream.names + 2 > parts)
    return false;
  std::uint64_t end = 0;
  for (std::uint32_t i = 0; i < parts; ++i) {
    end += from.number();
    stream.ends.push_back(static_cast<std::uint32_t>(end));
  }
  if (!from.ok() || end > from.left()) return false;
  stream.codes.reserve(end);
  for (std::uint64_t i = 0; i < end; ++i) stream.codes.push_back(from.code());
  return from.ended();
}

}  // namespace palpate
