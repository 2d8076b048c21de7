// Raw HTML inside Markdown. A fragment need not be well-formed, so it is only stripped, not parsed.
#include <gumbo.h>

#include <algorithm>

#include "article/characters.h"
#include "article/markdown/markdown_blocks.h"

namespace palpate {
namespace {

constexpr std::size_t kLongestEntity = 32;

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool opens_tag(std::string_view html, std::string_view name) {
  if (html.size() <= name.size() || html[0] != '<') return false;
  return std::equal(name.begin(), name.end(), html.begin() + 1,
                    [](char a, char b) { return a == lower(b); });
}

std::size_t find_end(std::string_view html, std::size_t from, std::string_view end) {
  const std::size_t at = html.find(end, from);
  return at == std::string_view::npos ? html.size() : at + end.size();
}

// Past the tag, comment, script or style that begins at `at`.
std::size_t behind_tag(std::string_view html, std::size_t at) {
  const std::string_view rest = html.substr(at);
  if (rest.starts_with("<!--")) return find_end(html, at + 4, "-->");
  if (opens_tag(rest, "script")) return find_end(html, at, "</script>");
  if (opens_tag(rest, "style")) return find_end(html, at, "</style>");
  return find_end(html, at, ">");
}

// gumbo knows all of HTML's names for characters.
std::string resolved(std::string_view entity) {
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_DIV;
  GumboOutput* output = gumbo_parse_with_options(&options, entity.data(), entity.size());
  std::string text;
  const GumboVector& children = output->root->v.element.children;
  for (unsigned int i = 0; i < children.length; ++i) {
    const auto* node = static_cast<const GumboNode*>(children.data[i]);
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
      text += node->v.text.text;
    }
  }
  gumbo_destroy_output(&options, output);
  return text;
}

}  // namespace

std::string html_text(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t mark = std::min(html.find_first_of("<&", at), html.size());
    text += html.substr(at, mark - at);
    at = mark;
    if (at == html.size()) break;
    if (html[at] == '<') {
      text += ' ';
      at = behind_tag(html, at);
      continue;
    }
    const std::size_t length = html.substr(at, kLongestEntity).find(';');
    if (length == std::string_view::npos) {
      text += html[at++];
    } else {
      text += resolved(html.substr(at, length + 1));
      at += length + 1;
    }
  }
  return fold_blanks(text);
}

}  // namespace palpate
