// Text into terms, the same way for articles and for questions.
//
// An Analyser normalises (NFKC, case, accents, soft hyphens, typographic quotes, ligatures), breaks
// words (UAX #29 by ICU, then palpate's own rules for hyphens, numbers with units, L4/L5,
// possessives) and stems (Snowball of the given language, with an exception table). Each token
// keeps the byte range of the original text it came from, so what matched is exactly what is
// marked.
//
//   auto analyser = Analyser::create({.language = "en"});
//   for (const Token& token : analyser->analyse("Low-back pain, 20mg")) ...
//     low/low(0)  back/back(1)  lowback(0, joined)  pain/pain(2)  20/20(3)  mg/mg(4)
//
// A known name of which a stopword is part is a token too, beside its words: "hepatitis A" gives
// hepatitis_a, and WHO among words in small letters gives _who, so that neither is every "a" and
// every "who".
//
// Not safe to share between threads (it caches words it has seen): one a thread. Movable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "palpate/byte_range.h"
#include "palpate/error.h"

namespace palpate {

enum class TokenKind : std::uint8_t {
  word,
  number,  // digits, with its decimal point: "12", "1.5"; thousands separators are gone: "1,000" is
           // "1000"
  joined,  // the whole of a hyphenated or slashed word, beside its parts: "lowback", "covid19"
  name,    // the whole of a known name, beside its words; see vocabulary/known_names.h
};

// Of a token that says once more what others at its place say in parts.
constexpr bool is_whole(TokenKind kind) {
  return kind == TokenKind::joined || kind == TokenKind::name;
}

// What those who use a word's tokens remember of it, so that they look it up once and not with
// every token. Nobody but `owner` knows what the number means; 0 is nobody.
struct WordNote {
  std::uint32_t owner = 0;
  std::uint32_t number = 0;
};
// A number that nobody had before.
std::uint32_t new_note_owner();

struct WordNotes {
  WordNote form;
  WordNote stem;
  WordNote code;
};

struct Token {
  std::string_view form;       // normalised, not stemmed; a name's can be analysed to it again
  std::string_view stem;       // what is indexed
  ByteRange range;             // in the text that was analysed
  std::uint32_t position = 0;  // counts words from 0; a whole has that of its first part
  TokenKind kind = TokenKind::word;
  bool stopword = false;       // its form is one of its language
  WordNotes* notes = nullptr;  // of all tokens of its form; null where they are not kept
};

struct AnalyserSettings {
  std::string language =
      "en";  // BCP 47 primary tag; one that Snowball does not know is analysed without stemming
};

// Changes whenever the same text would give other terms: recorded in an index, checked on opening.
inline constexpr std::string_view kAnalysisVersion = "3";

// A term never exceeds this many bytes: longer words are cut there (Xapian's limit is 245 with its
// prefix).
inline constexpr std::size_t kMaxTermBytes = 64;

class Analyser {
 public:
  // Fails only where ICU has no data (ErrorCode::internal).
  static Result<Analyser> create(const AnalyserSettings& settings);
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;
  ~Analyser();

  // The tokens of `text` in order of their begin, a whole directly behind its parts. Invalid
  // UTF-8 and NUL count as white space. The span and the views in it stay valid until the next
  // call.
  std::span<const Token> analyse(std::string_view text);

  const AnalyserSettings& settings() const;

  // The version of Unicode ("15.0") whose rules broke the words, as recorded in an index.
  static std::string unicode_version();

 private:
  class Impl;
  explicit Analyser(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// The folding alone, of one string: NFKC, lower case, no accents. For comparing names and filters.
std::string fold(std::string_view text);

}  // namespace palpate
