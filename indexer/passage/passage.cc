#include "passage/passage.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

#include "passage/word_count.h"

namespace palpate {
namespace {

// In bytes; a context that begins within it is whole.
constexpr std::size_t kLongestContext = 1'000;

// The smallest piece that a passage is made of: a sentence, a list item's sentence, a table's row.
struct Piece {
  ByteRange range;
  std::size_t words = 0;
  const Block* block = nullptr;
};

// Two ideographs of three bytes each: what words_by_blanks takes for a word.
constexpr std::size_t kBytesOfUnspacedWord = 6;
constexpr std::size_t kNoHeading = std::numeric_limits<std::size_t>::max();

bool ends_clause(char c) { return c == ',' || c == ';' || c == ':' || c == '|' || c == ')'; }

// Where to cut [range) so that the first part holds at most `max_words`: behind a clause if one
// ends in its second half, else behind a blank, else (no blank at all) at a code point boundary
// near the middle.
std::size_t cut_place(std::string_view text, ByteRange range, std::size_t max_words) {
  std::size_t words = 0;
  std::size_t last_blank = range.begin;
  std::size_t last_clause = range.begin;
  for (std::size_t i = range.begin; i + 1 < range.end && words < max_words; ++i) {
    if (!is_blank(text[i])) continue;
    if (i > range.begin && !is_blank(text[i - 1])) ++words;
    last_blank = i + 1;
    if (i > range.begin && ends_clause(text[i - 1]) && words * 2 >= max_words) last_clause = i + 1;
  }
  if (last_clause > range.begin) return last_clause;
  if (last_blank > range.begin) return last_blank;
  std::size_t middle = range.begin + std::min(range.size() / 2, max_words * kBytesOfUnspacedWord);
  while (middle < range.end && (static_cast<unsigned char>(text[middle]) & 0xC0U) == 0x80U)
    ++middle;
  return middle;
}

// Cuts what is too long, the rest stays whole.
void add_pieces(std::string_view text, ByteRange range, const Block& block, std::size_t max_words,
                std::vector<Piece>& pieces) {
  std::size_t words = words_by_blanks(range.of(text));
  if (words <= max_words) {
    pieces.push_back({range, words, &block});
    return;
  }
  while (words > max_words) {
    const std::size_t cut = cut_place(text, range, max_words);
    if (cut <= range.begin || cut >= range.end) break;
    const ByteRange head{range.begin, cut};
    const std::size_t head_words = words_by_blanks(head.of(text));
    pieces.push_back({head, head_words, &block});
    range.begin = cut;
    words -= std::min(words, head_words);
  }
  pieces.push_back({range, words_by_blanks(range.of(text)), &block});
}

std::vector<Piece> pieces_of(const Article& article, const Section& section,
                             const PassageSettings& settings, SentenceBreaker& breaker) {
  std::vector<Piece> pieces;
  for (const Block& block : section.blocks) {
    if (block.kind == BlockKind::table_row || section.role == SectionRole::references) {
      add_pieces(article.text, block.range, block, settings.max_words, pieces);
      continue;
    }
    for (const ByteRange& sentence :
         breaker.sentences(block.range.of(article.text), article.language))
      add_pieces(article.text,
                 {block.range.begin + sentence.begin, block.range.begin + sentence.end}, block,
                 settings.max_words, pieces);
  }
  return pieces;
}

// Spreads a section's pieces evenly, so that no passage is left with a few words: the number of
// passages is what comes nearest to the target, and a piece goes where its middle word falls.
std::vector<std::size_t> first_pieces(const std::vector<Piece>& pieces, SectionRole role,
                                      const PassageSettings& settings) {
  std::size_t total = 0;
  for (const Piece& piece : pieces) total += piece.words;
  const double count = std::max(
      1.0, std::round(static_cast<double>(total) / static_cast<double>(settings.target_words)));
  const double share = std::max(1.0, static_cast<double>(total) / count);
  std::vector<std::size_t> first{0};
  double before = 0;
  double current = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto words = static_cast<double>(pieces[i].words);
    const double place = std::min(std::floor((before + words / 2) / share), count - 1);
    const bool own_reference =
        role == SectionRole::references && pieces[i].block != pieces[i ? i - 1 : 0].block;
    if (i > 0 && (place > current || own_reference)) first.push_back(i);
    current = std::max(current, place);
    before += words;
  }
  return first;
}

// The contexts of its blocks, each once and in order: lead-ins, header rows and names of pictures
// that the passage does not hold itself.
std::string context_of(std::string_view passage_text, const std::vector<Piece>& pieces,
                       std::size_t begin, std::size_t end) {
  std::string joined;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string& context = pieces[i].block->context;
    if (context.empty() || passage_text.find(context) != std::string_view::npos ||
        joined.find(context) != std::string::npos || joined.size() > kLongestContext)
      continue;
    joined.append(joined.empty() ? "" : "\n").append(context);
  }
  return joined;
}

void split_section(const Article& article, const Section& section, const PassageSettings& settings,
                   SentenceBreaker& breaker, std::vector<Passage>& passages, std::size_t& heading) {
  if (heading == kNoHeading && !section.heading.empty()) heading = section.heading.begin;
  const std::vector<Piece> pieces = pieces_of(article, section, settings, breaker);
  if (pieces.empty()) return;
  const std::vector<std::size_t> first = first_pieces(pieces, section.role, settings);
  for (std::size_t k = 0; k < first.size(); ++k) {
    const std::size_t end = k + 1 < first.size() ? first[k + 1] : pieces.size();
    Passage passage;
    passage.number = passages.size() + 1;
    passage.body_begin = pieces[first[k]].range.begin;
    passage.range.begin = k == 0 && heading != kNoHeading ? heading : passage.body_begin;
    passage.range.end = pieces[end - 1].range.end;
    passage.heading_path = section.heading_path;
    passage.role = section.role;
    passage.context = context_of(passage.range.of(article.text), pieces, first[k], end);
    for (std::size_t i = first[k]; i < end; ++i) passage.sentences.push_back(pieces[i].range);
    passages.push_back(std::move(passage));
  }
}

// Gives the white space between passages to the passage before it, and what stands in front of the
// first passage to the first.
void tile(std::size_t text_size, std::vector<Passage>& passages) {
  for (std::size_t i = 0; i < passages.size(); ++i) {
    if (i == 0) passages[i].range.begin = 0;
    passages[i].range.end = i + 1 < passages.size() ? passages[i + 1].range.begin : text_size;
    std::vector<ByteRange>& sentences = passages[i].sentences;
    for (std::size_t s = 0; s < sentences.size(); ++s)
      sentences[s].end = s + 1 < sentences.size() ? sentences[s + 1].begin : passages[i].range.end;
  }
}

std::vector<Passage> cut_before(const Article& article) {
  std::vector<Passage> passages;
  passages.reserve(article.cuts.size());
  for (const Cut& cut : article.cuts)
    passages.push_back({passages.size() + 1, cut.range, cut.body_begin, cut.heading_path,
                        cut.context, cut.role, cut.sentences});
  return passages;
}

}  // namespace

std::vector<Passage> split_passages(const Article& article, const PassageSettings& settings,
                                    SentenceBreaker& breaker) {
  if (!article.cuts.empty()) return cut_before(article);
  std::vector<Passage> passages;
  // Where the headings begin that still wait for text: a heading with nothing but a subheading
  // under it belongs to the subheading's first passage.
  std::size_t heading = kNoHeading;
  for (const Section& section : article.sections) {
    split_section(article, section, settings, breaker, passages, heading);
    if (!section.blocks.empty()) heading = kNoHeading;
  }
  tile(article.text.size(), passages);
  return passages;
}

}  // namespace palpate
