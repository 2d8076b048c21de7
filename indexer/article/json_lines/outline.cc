#include "article/json_lines/outline.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "article/characters.h"
#include "article/json_lines/list_marker.h"
#include "palpate/byte_range.h"

namespace palpate {
namespace {

// A line at least this long was likely broken by hand where it ends.
constexpr std::size_t kWrappedBytes = 50;
constexpr std::size_t kLongestLeadIn = 300;

std::size_t skip_white(std::string_view text, std::size_t at) {
  while (at < text.size() && is_white(text[at])) ++at;
  return at;
}

std::size_t end_without_white(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && is_white(text[end - 1])) --end;
  return end;
}

// Lines that belong together, trimmed, in order.
class Paragraphs {
 public:
  explicit Paragraphs(std::string_view text) : text_(text) { read_line(); }

  // The next paragraph; an empty range at the end of the text.
  ByteRange next() {
    ByteRange paragraph = line_;
    while (!line_.empty()) {
      const ByteRange above = line_;
      read_line();
      if (line_.empty() || !continues(above)) break;
      paragraph.end = line_.end;
    }
    return paragraph;
  }

 private:
  // Goes to the next line that is not blank, noting whether blank ones were passed.
  void read_line() {
    const std::size_t begin = skip_white(text_, at_);
    const std::string_view passed = text_.substr(at_, begin - at_);
    blank_above_ = passed.find('\n') != std::string_view::npos;
    const std::size_t line_break = std::min(text_.find('\n', begin), text_.size());
    line_ = {begin, end_without_white(text_, begin, line_break)};
    at_ = std::min(line_break + 1, text_.size());
  }

  bool continues(ByteRange above_range) const {
    const std::string_view above = above_range.of(text_);
    const std::string_view line = line_.of(text_);
    if (blank_above_ || ends_sentence(above) || above.ends_with(':')) return false;
    if (list_marker(line)) return false;
    return above.size() >= kWrappedBytes || !begins_with_capital(line);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  ByteRange line_;
  bool blank_above_ = false;
};

// A stretch of a paragraph: running text, or an item with its marker.
struct Piece {
  std::size_t begin = 0;
  std::size_t content = 0;  // behind the marker
  std::size_t end = 0;
  bool item = false;
};

// Cuts a paragraph where a list marker is stuck behind a sentence or a colon.
class StuckMarkers {
 public:
  StuckMarkers(std::string_view text, ByteRange paragraph) : text_(text), paragraph_(paragraph) {}

  std::vector<Piece> split() {
    begin_piece(paragraph_.begin, list_marker(paragraph_.of(text_)));
    std::size_t at = piece_.content;
    while (at < paragraph_.end && pieces_.size() < kMostBlocks) {
      while (at < paragraph_.end && !is_white(text_[at])) ++at;
      const std::size_t ink_end = at;
      at = skip_white(text_, at);
      if (at >= paragraph_.end) break;
      const std::optional<ListMarker> marker = list_marker(text_.substr(at, paragraph_.end - at));
      const std::string_view before = text_.substr(piece_.begin, ink_end - piece_.begin);
      if (marker && begins_item(*marker, before, text_.substr(at + marker->size))) {
        end_piece(ink_end);
        begin_piece(at, marker);
        at = piece_.content;
      } else {
        several_sentences_ = several_sentences_ || ends_sentence(before);
      }
    }
    end_piece(paragraph_.end);
    return std::move(pieces_);
  }

 private:
  bool begins_item(const ListMarker& marker, std::string_view before, std::string_view behind) {
    const bool colon = before.ends_with(':');
    const bool apart = colon || before.ends_with(';') || ends_sentence(before);
    if (colon) after_colon_ = true;
    switch (marker.kind) {
      case MarkerKind::bullet:
        return true;
      case MarkerKind::dash:
        // Items without a full stop, once a colon has announced them: "are: - Fever - Stiff neck".
        return apart || (after_colon_ && !several_sentences_ && begins_with_capital(behind));
      case MarkerKind::number:
        return apart && (marker.number == 1 || marker.number == number_ + 1);
      case MarkerKind::line_only:
        return false;
    }
    return false;
  }

  void begin_piece(std::size_t begin, const std::optional<ListMarker>& marker) {
    piece_ = {begin, begin + (marker ? marker->size : 0), begin, marker.has_value()};
    number_ = marker ? marker->number : 0;
    several_sentences_ = false;
  }

  void end_piece(std::size_t end) {
    piece_.end = end;
    pieces_.push_back(piece_);
  }

  std::string_view text_;
  ByteRange paragraph_;
  Piece piece_;
  std::vector<Piece> pieces_;
  int number_ = 0;
  bool after_colon_ = false;
  bool several_sentences_ = false;
};

// Where all items of a list but the last are one sentence, what follows the last one's first
// sentence is running text again: "Signs are: - Fever. - A stiff neck. Call a doctor."
std::vector<Piece> with_tails_apart(std::string_view text, const std::vector<Piece>& pieces) {
  std::vector<Piece> apart;
  std::size_t items = 0;
  bool single_sentences = true;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Piece piece = pieces[i];
    if (!piece.item) {
      apart.push_back(piece);
      continue;
    }
    const std::string_view content = text.substr(piece.content, piece.end - piece.content);
    const std::size_t sentence_end = piece.content + first_sentence_end(content);
    const bool announces = content.ends_with(':');
    const bool last = announces || i + 1 == pieces.size();
    const bool single = sentence_end == piece.end;
    if (++items > 1 && last && single_sentences && !single) {
      apart.push_back({piece.begin, piece.content, sentence_end, true});
      const std::size_t tail = skip_white(text, sentence_end);
      piece = {tail, tail, piece.end, false};
    }
    apart.push_back(piece);
    single_sentences = announces || (single_sentences && single);
    if (announces) items = 0;
  }
  return apart;
}

// The last sentence of `text` on one line, cut in front where it is overlong.
std::string last_sentence(std::string_view text) {
  for (std::size_t end = first_sentence_end(text); end < text.size();) {
    text.remove_prefix(skip_white(text, end));
    end = first_sentence_end(text);
  }
  if (text.size() > kLongestLeadIn) {
    text.remove_prefix(text.size() - kLongestLeadIn);
    while (!text.empty() && !is_white(text.front())) text.remove_prefix(1);
  }
  std::string sentence;
  for (const char c : text) {
    if (!is_white(c)) {
      sentence += c;
    } else if (!sentence.empty() && sentence.back() != ' ') {
      sentence += ' ';
    }
  }
  return sentence;
}

class Outline {
 public:
  explicit Outline(std::string_view text) : text_(text) {}

  void append(const Piece& piece) {
    const ByteRange range{piece.begin, piece.end};
    const BlockKind kind = piece.item ? BlockKind::list_item : BlockKind::paragraph;
    blocks_.push_back({kind, range, piece.item ? lead_in_ : std::string()});
    const std::string_view content = text_.substr(piece.content, piece.end - piece.content);
    if (content.ends_with(':')) {
      lead_in_ = last_sentence(content);
    } else if (!piece.item) {
      lead_in_.clear();
    }
  }

  std::size_t size() const { return blocks_.size(); }
  std::vector<Block> finish() { return std::move(blocks_); }

 private:
  std::string_view text_;
  std::vector<Block> blocks_;
  std::string lead_in_;
};

}  // namespace

std::vector<Block> outline_text(std::string_view text) {
  Outline outline(text);
  Paragraphs paragraphs(text);
  for (ByteRange paragraph = paragraphs.next(); !paragraph.empty(); paragraph = paragraphs.next()) {
    const std::vector<Piece> pieces = with_tails_apart(text, StuckMarkers(text, paragraph).split());
    if (outline.size() + pieces.size() >= kMostBlocks) {
      const std::size_t end = end_without_white(text, paragraph.begin, text.size());
      outline.append({paragraph.begin, paragraph.begin, end, false});
      break;
    }
    for (const Piece& piece : pieces) outline.append(piece);
  }
  return outline.finish();
}

}  // namespace palpate
