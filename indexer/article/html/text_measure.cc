#include "article/html/text_measure.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace palpate {
namespace {

struct TextCount {
  std::uint32_t chars = 0;
  std::uint32_t marks = 0;  // of punctuation within and after sentences
};

// The first byte of a three-byte sequence that begins a Thai, kana or CJK character.
bool is_unspaced_script(unsigned char first, unsigned char second) {
  if (first == 0xE0) return second == 0xB8 || second == 0xB9;
  if (first == 0xE3) return second >= 0x81;
  return first >= 0xE4 && first <= 0xE9;
}

TextCount count(std::string_view text) {
  TextCount total;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c <= 0x20 || (c >= 0x80 && c < 0xC0)) continue;  // white space, inside a character
    ++total.chars;
    if (c == ',' || c == '.' || c == ';' || c == '?' || c == '!' || c == ':') ++total.marks;
    if (c < 0xE0 || i + 2 >= text.size()) continue;
    const std::string_view character = text.substr(i, 3);
    if (is_unspaced_script(c, static_cast<unsigned char>(text[i + 1]))) total.chars += 2;
    if (character == "\u3001" || character == "\u3002" || character == "\uFF0C") ++total.marks;
  }
  return total;
}

}  // namespace

TextMeasure::TextMeasure(const HtmlDocument& page)
    : page_(&page), own_(page.size()), excluded_(page.size(), false) {
  struct Open {
    Index node;
    TextCount text;
    std::uint32_t link_chars;
  };
  std::vector<Open> blocks;  // open blocks with the text that stands in them directly
  Index link_end = 0;
  const auto close = [&] {
    const Open block = blocks.back();
    blocks.pop_back();
    const double size = block.text.chars;
    const bool linked = block.link_chars * 2 > block.text.chars;
    if (size < 25 || linked) return;
    own_[block.node].prose = static_cast<float>(size / 100 + 0.5 * block.text.marks);
  };
  for (Index i = 0; i < page.size(); ++i) {
    while (!blocks.empty() && page.end(blocks.back().node) <= i) close();
    if (page.is_text(i)) {
      const TextCount text = count(page.text(i));
      own_[i].chars = text.chars;
      if (i < link_end) own_[i].link_chars = text.chars;
      if (blocks.empty()) continue;
      blocks.back().text.chars += text.chars;
      blocks.back().text.marks += text.marks;
      if (i < link_end) blocks.back().link_chars += text.chars;
    } else if (page.is(i, GUMBO_TAG_A)) {
      link_end = std::max(link_end, page.end(i));
    } else if (page.is_block(i)) {
      blocks.push_back({i, {}, 0});
    }
  }
  while (!blocks.empty()) close();
  settle();
}

void TextMeasure::exclude(Index node) {
  std::fill(excluded_.begin() + node, excluded_.begin() + page_->end(node), true);
}

void TextMeasure::include_all() {
  excluded_.assign(own_.size(), false);
  settle();
}

void TextMeasure::settle() {
  const std::size_t size = own_.size();
  chars_before_.assign(size + 1, 0);
  link_chars_before_.assign(size + 1, 0);
  prose_before_.assign(size + 1, 0);
  for (std::size_t i = 0; i < size; ++i) {
    const Sums own = excluded_[i] ? Sums{} : own_[i];
    chars_before_[i + 1] = chars_before_[i] + own.chars;
    link_chars_before_[i + 1] = link_chars_before_[i] + own.link_chars;
    prose_before_[i + 1] = prose_before_[i] + own.prose;
  }
}

std::uint32_t TextMeasure::chars(Index node) const {
  return chars_before_[page_->end(node)] - chars_before_[node];
}

std::uint32_t TextMeasure::link_chars(Index node) const {
  return link_chars_before_[page_->end(node)] - link_chars_before_[node];
}

double TextMeasure::link_density(Index node) const {
  const std::uint32_t all = chars(node);
  return all == 0 ? 0 : static_cast<double>(link_chars(node)) / all;
}

double TextMeasure::prose(Index node) const {
  return prose_before_[page_->end(node)] - prose_before_[node];
}

}  // namespace palpate
