#include "analysis/analyser.h"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <array>
#include <atomic>
#include <cstring>
#include <memory_resource>
#include <new>
#include <utility>

#include "analysis/atoms.h"
#include "analysis/folded_text.h"
#include "analysis/language_rules.h"
#include "analysis/name_finder.h"
#include "analysis/stemmer.h"
#include "analysis/word_table.h"
#include "analysis/words.h"
#include "vocabulary/stopwords.h"

namespace palpate {
namespace {

// Text between blanks; longer ones are unlikely to come again.
constexpr std::size_t kMaxCachedChunk = 64;
// Text without any blank is cut here: what is worked on at once stays small.
constexpr std::size_t kMaxChunk = std::size_t{1} << 16;
// What the caches may hold before they are emptied, between two calls.
constexpr std::size_t kMaxCacheBytes = std::size_t{16} << 20;

// Blanks and control characters.
bool separates(char byte) { return static_cast<unsigned char>(byte) <= 0x20; }

std::size_t chunk_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && !separates(text[end])) ++end;
  if (end - begin <= kMaxChunk) return end;
  return begin + cut_utf8(text.substr(begin, end - begin), kMaxChunk).size();
}

}  // namespace

class Analyser::Impl {
 public:
  Impl(AnalyserSettings settings, AtomFinder finder)
      : settings_(std::move(settings)),
        atom_finder_(std::move(finder)),
        word_maker_(language_rules(primary_tag(settings_.language))),
        stemmer_(primary_tag(settings_.language)) {}

  std::span<const Token> analyse(std::string_view text) {
    if (bytes_ > kMaxCacheBytes) forget();
    tokens_.clear();
    beginnings_.clear();
    position_ = 0;
    for (std::size_t at = 0; at < text.size();) {
      at = take_chunks(text, at);
      for (const Chunk& chunk : std::span(taken_).first(count_taken_))
        chunks_.fetch_entry(chunk.hash);
      for (const Chunk& chunk : std::span(taken_).first(count_taken_)) add_chunk(chunk);
    }
    if (!beginnings_.empty()) add_names(text);
    return tokens_;
  }

  const AnalyserSettings& settings() const { return settings_; }

 private:
  // Text between blanks, and where it begins.
  struct Chunk {
    std::string_view bytes;
    std::size_t begin = 0;
    std::uint64_t hash = 0;
  };
  struct KnownWord {
    std::string_view key;  // its form
    std::string_view stem;
    WordNotes* notes = nullptr;
    bool stopword = false;
  };
  // The tokens of a chunk, their ranges and positions counted from its begin. One that is kept has
  // its text and tokens directly behind itself.
  struct KnownChunk {
    std::string_view key;
    const Token* tokens = nullptr;
    std::uint32_t count = 0;
    std::uint32_t words = 0;
    bool may_begin_name = false;
  };

  // Some chunks at a time, so that the table's memory for all of them is on its way at once. Gives
  // the end of what was taken.
  std::size_t take_chunks(std::string_view text, std::size_t at) {
    count_taken_ = 0;
    while (at < text.size() && count_taken_ < taken_.size()) {
      if (separates(text[at])) {
        ++at;
        continue;
      }
      const std::size_t end = chunk_end(text, at);
      Chunk& chunk = taken_[count_taken_++];
      chunk = {text.substr(at, end - at), at, 0};
      if (chunk.bytes.size() <= kMaxCachedChunk) {
        chunk.hash = WordTable<KnownChunk>::hash(chunk.bytes);
        chunks_.fetch_place(chunk.hash);
      }
      at = end;
    }
    return at;
  }

  void add_chunk(const Chunk& chunk) {
    const auto& [bytes, begin, hash] = chunk;
    if (bytes.size() > kMaxCachedChunk) {
      put(read(bytes), begin);
      return;
    }
    if (const KnownChunk* known = chunks_.find(bytes, hash)) {
      put(*known, begin);
      return;
    }
    const KnownChunk fresh = read(bytes);
    put(fresh, begin);
    if (bytes_ <= kMaxCacheBytes) remember(bytes, hash, fresh);
  }

  void put(const KnownChunk& known, std::size_t begin) {
    if (known.may_begin_name) beginnings_.push_back({tokens_.size(), known.count});
    for (Token token : std::span(known.tokens, known.count)) {
      token.range.begin += begin;
      token.range.end += begin;
      token.position += position_;
      __builtin_prefetch(token.notes);
      tokens_.push_back(token);
    }
    position_ += known.words;
  }

  // The long way; what it gives holds until the next time.
  KnownChunk read(std::string_view bytes) {
    fold_text(bytes, folded_);
    atom_finder_.find(folded_, atoms_);
    word_maker_.make(folded_, atoms_, words_);
    read_.clear();
    KnownChunk chunk;
    for (const Word& word : words_) {
      const KnownWord& known = know(word.form, word.kind == TokenKind::number);
      read_.push_back({known.key, known.stem, word.range, word.position, word.kind, known.stopword,
                       known.notes});
      if (word.kind != TokenKind::joined) ++chunk.words;
      chunk.may_begin_name =
          chunk.may_begin_name || names_.may_begin(known.key, word.range.of(bytes));
    }
    chunk.tokens = read_.data();
    chunk.count = static_cast<std::uint32_t>(read_.size());
    return chunk;
  }

  void remember(std::string_view bytes, std::uint64_t hash, KnownChunk chunk) {
    static_assert(alignof(KnownChunk) == alignof(Token) &&
                  sizeof(KnownChunk) % alignof(Token) == 0);
    auto* const place = static_cast<std::byte*>(allocate(
        sizeof(KnownChunk) + read_.size() * sizeof(Token) + bytes.size(), alignof(KnownChunk)));
    auto* const tokens = reinterpret_cast<Token*>(place + sizeof(KnownChunk));
    std::uninitialized_copy(read_.begin(), read_.end(), tokens);
    auto* const text = reinterpret_cast<char*>(tokens + read_.size());
    std::memcpy(text, bytes.data(), bytes.size());
    chunk.key = {text, bytes.size()};
    chunk.tokens = tokens;
    chunks_.insert(hash, new (place) KnownChunk(chunk));
  }

  // Each behind the last of its words, and behind what is joined with that.
  void add_names(std::string_view text) {
    names_.find(text, tokens_, beginnings_, found_);
    if (found_.empty()) return;
    with_names_.clear();
    auto name = found_.begin();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      with_names_.push_back(tokens_[i]);
      const bool more = i + 1 < tokens_.size() && tokens_[i + 1].kind == TokenKind::joined;
      for (; !more && name != found_.end() && name->last <= i; ++name)
        with_names_.push_back(token_of(*name));
    }
    tokens_.swap(with_names_);
  }

  Token token_of(const FoundName& name) {
    const Token& first = tokens_[name.first];
    const Token& last = tokens_[name.last];
    return {keep(name.form), keep(name.stem), {first.range.begin, last.range.end},
            first.position,  TokenKind::name, is_stopword(settings_.language, name.form),
            nullptr};
  }

  const KnownWord& know(std::string_view form, bool number) {
    const std::uint64_t hash = WordTable<KnownWord>::hash(form);
    if (const KnownWord* known = vocabulary_.find(form, hash)) return *known;
    auto& word = *new (allocate(sizeof(KnownWord), alignof(KnownWord))) KnownWord();
    word.key = keep(form);
    word.stem = word.key;
    if (!number) {
      const std::string stem = stemmer_.stem(form);
      if (stem != form) word.stem = keep(stem);
    }
    word.stopword = is_stopword(settings_.language, form);
    word.notes = new (allocate(sizeof(WordNotes), alignof(WordNotes))) WordNotes();
    vocabulary_.insert(hash, &word);
    return word;
  }

  std::string_view keep(std::string_view bytes) {
    auto* kept = static_cast<char*>(allocate(bytes.size() + 1, 1));
    std::memcpy(kept, bytes.data(), bytes.size());
    return {kept, bytes.size()};
  }

  void* allocate(std::size_t size, std::size_t alignment) {
    bytes_ += size;
    return memory_.allocate(size, alignment);
  }

  void forget() {
    chunks_.clear();
    vocabulary_.clear();
    memory_.release();
    bytes_ = 0;
  }

  AnalyserSettings settings_;
  AtomFinder atom_finder_;
  WordMaker word_maker_;
  Stemmer stemmer_;
  NameFinder names_;

  std::pmr::monotonic_buffer_resource memory_;
  std::size_t bytes_ = 0;
  WordTable<KnownChunk> chunks_;
  WordTable<KnownWord> vocabulary_;

  std::array<Chunk, 16> taken_;
  std::size_t count_taken_ = 0;
  std::vector<Token> tokens_;
  std::vector<NameBeginning> beginnings_;
  std::vector<FoundName> found_;
  std::vector<Token> with_names_;
  std::uint32_t position_ = 0;

  FoldedText folded_;
  std::vector<Atom> atoms_;
  std::vector<Word> words_;
  std::vector<Token> read_;
};

Result<Analyser> Analyser::create(const AnalyserSettings& settings) {
  Result<AtomFinder> finder = AtomFinder::create();
  if (!finder) return finder.error();
  return Analyser(std::make_unique<Impl>(settings, *std::move(finder)));
}

Analyser::Analyser(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;
Analyser::~Analyser() = default;

std::span<const Token> Analyser::analyse(std::string_view text) { return impl_->analyse(text); }

const AnalyserSettings& Analyser::settings() const { return impl_->settings(); }

std::uint32_t new_note_owner() {
  static std::atomic<std::uint32_t> last = 0;
  return ++last;
}

std::string Analyser::unicode_version() {
  std::array<std::uint8_t, U_MAX_VERSION_LENGTH> version{};
  u_getUnicodeVersion(version.data());
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_versionToString(version.data(), text.data());
  return text.data();
}

std::string fold(std::string_view text) {
  FoldedText folded;
  fold_text(text, folded);
  return to_utf8(folded.units, 3 * folded.units.size());
}

}  // namespace palpate
