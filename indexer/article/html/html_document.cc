#include "article/html/html_document.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>
#include <new>
#include <utility>

#include "article/html/tag_scanner.h"

namespace palpate {

// The parser's own clean-up walks the tree recursively; memory from a few big pieces needs none.
struct HtmlDocument::Memory {
  static constexpr std::size_t kPiece = std::size_t{256} << 10;

  std::string markup;
  std::deque<std::string> scripts;  // texts of <sup> and <sub>, rewritten
  std::vector<std::vector<char>> pieces;
  char* next = nullptr;
  std::size_t left = 0;

  static void* allocate(void* self, std::size_t size) {
    auto& memory = *static_cast<Memory*>(self);
    size = (size + 15) & ~std::size_t{15};
    if (size > memory.left) {
      const std::size_t piece = std::max(size, kPiece);
      memory.pieces.emplace_back(piece);
      if (piece > kPiece) return memory.pieces.back().data();  // a big one of its own
      memory.next = memory.pieces.back().data();
      memory.left = piece;
    }
    char* const given = memory.next;
    memory.next += size;
    memory.left -= size;
    return given;
  }
  static void release(void* /*self*/, void* /*piece*/) {}
};

namespace {

bool is_void_space(unsigned char c) { return c <= 0x20 || c == 0x7F; }

// Bytes of the white space or invisible character at text[i], 0 for none; `visible_width` tells
// whether it parts words.
std::size_t blank_at(std::string_view text, std::size_t i, bool& parts) {
  const auto byte = [&](std::size_t k) {
    return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U;
  };
  parts = true;
  const unsigned first = byte(0);
  if (first == 0xC2) {
    if (byte(1) == 0xA0 || byte(1) == 0x85) return 2;
    parts = false;
    return byte(1) == 0xAD ? 2 : 0;  // soft hyphen
  }
  if (first == 0xE2 && byte(1) == 0x80) {
    if (byte(2) >= 0x80 && byte(2) <= 0x8A) return 3;
    if (byte(2) == 0xA8 || byte(2) == 0xA9 || byte(2) == 0xAF) return 3;
    parts = false;
    return byte(2) == 0x8B || byte(2) == 0x8E || byte(2) == 0x8F ? 3 : 0;
  }
  if (first == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) return 3;
  parts = false;
  return first == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF ? 3 : 0;
}

// Digits and signs as the superscript or subscript characters of Unicode, so that 10<sup>9</sup>/L
// does not read 109/L; other characters stay.
std::string scripted(std::string_view text, bool raised) {
  constexpr std::string_view kPlain = "0123456789+-";
  constexpr std::array<std::string_view, 12> kRaised = {"⁰", "¹", "²", "³", "⁴", "⁵",
                                                        "⁶", "⁷", "⁸", "⁹", "⁺", "⁻"};
  constexpr std::array<std::string_view, 12> kLowered = {"₀", "₁", "₂", "₃", "₄", "₅",
                                                         "₆", "₇", "₈", "₉", "₊", "₋"};
  std::string out;
  for (const char c : text) {
    const std::size_t at = kPlain.find(c);
    if (at == std::string_view::npos)
      out += c;
    else
      out += raised ? kRaised[at] : kLowered[at];
  }
  return out;
}

}  // namespace

void append_folded(std::string& out, std::string_view text) {
  const auto blank = [&out] {
    if (!out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (is_void_space(c)) {
      blank();
      ++i;
    } else if (c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF) {
      bool parts = false;
      const std::size_t size = blank_at(text, i, parts);
      if (size == 0) out += text[i++];
      if (size > 0 && parts) blank();
      i += size;
    } else {
      out += text[i++];
    }
  }
}

std::string folded(std::string_view text) {
  std::string out;
  append_folded(out, text);
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

HtmlDocument HtmlDocument::parse(std::string_view markup) {
  HtmlDocument document;
  document.memory_ = std::make_shared<Memory>();
  document.memory_->markup = markup;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Memory::allocate;
  options.deallocator = Memory::release;
  options.userdata = document.memory_.get();
  options.max_errors = 0;
  const std::string& source = document.memory_->markup;
  const GumboOutput* output = gumbo_parse_with_options(&options, source.data(), source.size());
  document.flatten(output->root);
  return document;
}

void HtmlDocument::flatten(const GumboNode* root) {
  struct Step {
    const GumboNode* node;
    Index index;
    unsigned child;
  };
  std::vector<Step> open;
  const auto enter = [&](const GumboNode* node, Index parent) {
    const auto index = static_cast<Index>(nodes_.size());
    const bool element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    if (element) {
      nodes_.push_back({node->v.element.tag, parent, index + 1, {}, &node->v.element.attributes});
      if (node->v.element.tag == GUMBO_TAG_BODY && body_ == 0) body_ = index;
      open.push_back({node, index, 0});
    } else if (node->type != GUMBO_NODE_COMMENT) {
      nodes_.push_back({kText, parent, index + 1, text_under(parent, node->v.text.text), nullptr});
    }
  };
  enter(root, 0);
  while (!open.empty()) {
    Step& step = open.back();
    const GumboVector& children = step.node->v.element.children;
    if (step.child < children.length) {
      const Index parent = step.index;
      enter(static_cast<const GumboNode*>(children.data[step.child++]), parent);
    } else {
      nodes_[step.index].end = size();
      open.pop_back();
    }
  }
}

std::string_view HtmlDocument::text_under(Index parent, std::string_view text) {
  // A link often stands between: <sup><a>4</a></sup>.
  for (const Index above : {parent, nodes_[parent].parent}) {
    if (!is(above, GUMBO_TAG_SUP) && !is(above, GUMBO_TAG_SUB)) continue;
    return memory_->scripts.emplace_back(scripted(text, is(above, GUMBO_TAG_SUP)));
  }
  return text;
}

const GumboAttribute* HtmlDocument::find(Index node, const char* name) const {
  const GumboVector* attributes = nodes_[node].attributes;
  if (attributes == nullptr || attributes->length == 0) return nullptr;
  return gumbo_get_attribute(attributes, name);
}

std::string_view HtmlDocument::attribute(Index node, const char* name) const {
  const GumboAttribute* found = find(node, name);
  return found == nullptr ? std::string_view() : found->value;
}

bool HtmlDocument::has_attribute(Index node, const char* name) const {
  return find(node, name) != nullptr;
}

int HtmlDocument::heading_level(Index node) const {
  switch (nodes_[node].tag) {
    case GUMBO_TAG_H1:
      return 1;
    case GUMBO_TAG_H2:
      return 2;
    case GUMBO_TAG_H3:
      return 3;
    case GUMBO_TAG_H4:
      return 4;
    case GUMBO_TAG_H5:
      return 5;
    case GUMBO_TAG_H6:
      return 6;
    default:
      return 0;
  }
}

bool HtmlDocument::is_block(Index node) const {
  switch (nodes_[node].tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_XMP:
      return true;
    default:
      return false;
  }
}

std::string HtmlDocument::folded_text(Index node) const {
  std::string out;
  for (Index i = node; i < end(node); ++i) {
    if (is_text(i)) {
      append_folded(out, text(i));
    } else if (is_block(i) || is(i, GUMBO_TAG_BR)) {
      append_folded(out, " ");
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace palpate
