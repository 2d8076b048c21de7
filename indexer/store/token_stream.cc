#include "store/token_stream.h"

#include <xxhash.h>

#include <limits>
#include <optional>
#include <utility>

#include "store/record_bytes.h"

namespace palpate {
namespace {

constexpr TokenCode kStopwordMask = kFirstContentCode - 1;
constexpr TokenCode kContentMask = 0x7FFFFF;
constexpr std::uint32_t kWarning = 1;
constexpr std::uint32_t kBackMatter = 2;
constexpr std::uint32_t kSuperseded = 4;
constexpr unsigned char kContentMark = 0x80;

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

  bool ended() const { return ok_ && bytes_.empty(); }
  bool ok() const { return ok_; }
  std::size_t left() const { return bytes_.size(); }

  std::uint32_t number() {
    const std::optional<std::uint64_t> value = take_number(bytes_);
    ok_ = ok_ && value && *value <= std::numeric_limits<std::uint32_t>::max();
    return ok_ ? static_cast<std::uint32_t>(*value) : 0;
  }
  // As many as `codes` has room for. Without a branch on the width, which nobody can foretell: a
  // phrase of small words reads the streams of all passages, and they are little else than this.
  void fill(std::span<TokenCode> codes) {
    const auto* const bytes = reinterpret_cast<const unsigned char*>(bytes_.data());
    const auto wide = [](TokenCode first) { return first >> 7U; };
    std::size_t at = 0;
    std::size_t filled = 0;
    for (; filled < codes.size() && at + 2 < bytes_.size(); ++filled) {
      const TokenCode narrow = bytes[at];
      const TokenCode content = ((narrow & kStopwordMask) << 16U) |
                                (TokenCode{bytes[at + 1]} << 8U) | TokenCode{bytes[at + 2]};
      codes[filled] = narrow ^ ((narrow ^ content) & (0U - wide(narrow)));
      at += 1 + std::size_t{2} * wide(narrow);
    }
    // The last two bytes can only be stopwords.
    for (; filled < codes.size() && at < bytes_.size() && wide(bytes[at]) == 0; ++at, ++filled)
      codes[filled] = bytes[at];
    ok_ = ok_ && filled == codes.size();
    bytes_.remove_prefix(at);
  }

 private:
  std::string_view bytes_;
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
  superseded = false;
  names = 0;
  codes.clear();
  ends.clear();
  wholes.clear();
}

std::string encode(const TokenStream& stream) {
  std::string bytes;
  bytes.reserve(2 * stream.codes.size() + stream.parts() + 16);
  append_number(bytes, stream.intents);
  append_number(bytes, (stream.warning ? kWarning : 0U) | (stream.back_matter ? kBackMatter : 0U) |
                           (stream.superseded ? kSuperseded : 0U));
  append_number(bytes, stream.names);
  append_number(bytes, stream.parts());
  append_number(bytes, stream.wholes.size());
  for (std::size_t i = 0; i < stream.parts(); ++i) append_number(bytes, stream.part(i).size());
  std::uint32_t before = 0;
  for (const std::uint32_t place : stream.wholes)
    append_number(bytes, place - std::exchange(before, place));
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
  stream.superseded = (flags & kSuperseded) != 0;
  stream.names = from.number();
  const std::uint32_t parts = from.number();
  const std::uint32_t wholes = from.number();
  if (flags > (kWarning | kBackMatter | kSuperseded) || parts > from.left() ||
      wholes > from.left() || stream.names + 2 > parts)
    return false;
  std::uint64_t end = 0;
  for (std::uint32_t i = 0; i < parts; ++i) {
    end += from.number();
    stream.ends.push_back(static_cast<std::uint32_t>(end));
  }
  std::uint64_t place = 0;
  for (std::uint32_t i = 0; i < wholes; ++i) {
    place += from.number();
    if (place >= end) return false;
    stream.wholes.push_back(static_cast<std::uint32_t>(place));
  }
  if (!from.ok() || end > from.left()) return false;
  stream.codes.resize(end);
  from.fill(stream.codes);
  return from.ended();
}

}  // namespace palpate
