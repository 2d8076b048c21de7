// A page's tree, laid out flat: nodes in document order, each with the end of its subtree, so that
// every walk is a loop and every sum over a subtree a difference of two numbers.
//
//   const HtmlDocument page = HtmlDocument::parse(markup);
//   for (HtmlDocument::Index i = 0; i < page.size(); ++i)
//     if (page.is(i, GUMBO_TAG_NAV)) i = page.end(i) - 1;   // past the subtree
//
// Immutable after parse(); threads may share it. Text and attributes live as long as the document.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

class HtmlDocument {
 public:
  using Index = std::uint32_t;

  // `markup` is UTF-8 as reduce_markup() gives it: bounded in depth.
  static HtmlDocument parse(std::string_view markup);

  Index size() const { return static_cast<Index>(nodes_.size()); }  // node 0 is <html>
  Index body() const { return body_; }
  Index parent(Index node) const { return nodes_[node].parent; }  // of the root: itself
  Index end(Index node) const { return nodes_[node].end; }        // first node after the subtree
  bool is_text(Index node) const { return nodes_[node].tag == kText; }
  GumboTag tag(Index node) const { return nodes_[node].tag; }  // GUMBO_TAG_LAST for text
  bool is(Index node, GumboTag tag) const { return nodes_[node].tag == tag; }
  std::string_view text(Index node) const { return nodes_[node].text; }
  std::string_view attribute(Index node, const char* name) const;
  bool has_attribute(Index node, const char* name) const;
  // Starts a paragraph of its own: <p>, <div>, <li> … and not <span>, <a>.
  bool is_block(Index node) const;
  int heading_level(Index node) const;  // 1..6; 0 for other elements

  // The words of a subtree, white space folded.
  std::string folded_text(Index node) const;

 private:
  static constexpr GumboTag kText = GUMBO_TAG_LAST;
  struct Node {
    GumboTag tag;
    Index parent;
    Index end;
    std::string_view text;
    const GumboVector* attributes;
  };
  struct Memory;  // what the parser allocated, given back in one go

  const GumboAttribute* find(Index node, const char* name) const;
  void flatten(const GumboNode* root);
  std::string_view text_under(Index parent, std::string_view text);

  std::shared_ptr<Memory> memory_;
  std::vector<Node> nodes_;
  Index body_ = 0;
};

// Appends text with each run of white space as one blank; begins with none when `out` is empty or
// ends in one. Invisible characters (zero width space, soft hyphen) are left out.
void append_folded(std::string& out, std::string_view text);
std::string folded(std::string_view text);

}  // namespace palpate
