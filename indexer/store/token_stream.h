// A passage as a sequence of small numbers: what the second stage of ranking reads instead of text.
//
// A code stands for a stem: 23 bits of its hash, or 7 for a stopword, so that a token takes three
// bytes or one. Different words may share a code (of content words one pair in eight million does),
// which ranking tolerates; what must be exact, such as a quoted phrase, is checked on the text.
//
// A stream holds, in this order: the names of the article's topic, the headings that the passage
// stands under, its context, and its sentences. Its layout belongs to kFormatVersion. Pure
// functions, safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

using TokenCode = std::uint32_t;

// Codes below this are stopwords.
inline constexpr TokenCode kFirstContentCode = 128;

TokenCode token_code(std::string_view stem, bool stopword);

struct TokenStream {
  std::uint32_t intents = 0;        // of the heading; see vocabulary/intents.h
  bool warning = false;             // tells when to see a doctor, or what must not be done
  bool back_matter = false;         // a reference or a note on an author
  bool superseded = false;          // its article says of itself that it is out of date
  std::size_t names = 0;            // how many of the parts are names of the topic
  std::vector<TokenCode> codes;     // of all parts, one behind the other
  std::vector<std::uint32_t> ends;  // of each part, in codes
  // Places in codes, ascending, of tokens that say once more what is in front of them: the whole of
  // a compound or a name (see is_whole in analysis/analyser.h). Without them a part is the words of
  // its text, one behind the other.
  std::vector<std::uint32_t> wholes;

  std::size_t parts() const { return ends.size(); }
  std::span<const TokenCode> part(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends[i - 1];
    return std::span(codes).subspan(begin, ends[i] - begin);
  }
  // Places of the parts behind the names.
  std::size_t heading() const { return names; }
  std::size_t context() const { return names + 1; }
  std::size_t first_sentence() const { return names + 2; }

  void add(TokenCode code, bool whole = false) {
    if (whole) wholes.push_back(static_cast<std::uint32_t>(codes.size()));
    codes.push_back(code);
  }
  // What was added since the part before is a part.
  void end_part() { ends.push_back(static_cast<std::uint32_t>(codes.size())); }
  void clear();

  friend bool operator==(const TokenStream&, const TokenStream&) = default;
};

std::string encode(const TokenStream& stream);
// Replaces what `stream` held, whose memory it uses again. False when the bytes are not a stream.
bool decode(std::string_view bytes, TokenStream& stream);

}  // namespace palpate
