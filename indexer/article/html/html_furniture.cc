#include "article/html/html_furniture.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "article/characters.h"
#include "article/furniture/furniture.h"
#include "article/sentence_ends.h"

namespace palpate {
namespace {

using Index = HtmlDocument::Index;
using Evidence = NamedFurniture::Evidence;
constexpr std::size_t kLongestCaption = 1000;  // bytes
constexpr Index kMostCaptionNodes = 100;
using Reason = std::pair<std::string_view, std::string_view>;

// The header of a section holds the section's heading; that of a page or of an article, which have
// an <h1>, holds title, byline and menu.
bool is_section_header(const HtmlDocument& page, Index header) {
  bool headed = false;
  for (Index i = header + 1; i < page.end(header); ++i) {
    const int level = page.heading_level(i);
    if (level == 1 || page.is(i, GUMBO_TAG_NAV) || page.is(i, GUMBO_TAG_UL)) return false;
    headed = headed || level > 1;
  }
  return headed && page.is(page.parent(header), GUMBO_TAG_SECTION);
}

// "Anna Poe and John Roe in 2002." is none: a sentence has more words that are no names.
bool says_something(std::string_view text) {
  constexpr std::size_t kPlainWords = 3;
  std::size_t plain = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    plain += begins_upper(text.substr(begin, end - begin)) ? 0 : 1;
    begin = end + 1;
  }
  if (plain < kPlainWords || !is_sentence_like(text) || !ends_sentence(text)) return false;
  const std::vector<std::string_view> sentences = rough_sentences(text);
  return std::none_of(sentences.begin(), sentences.end(), [](std::string_view sentence) {
    return judge_line(sentence, Place::body) || leads_to_action(sentence);
  });
}

// A caption that is a sentence tells something; most others name or credit the picture.
bool is_sentence_caption(const HtmlDocument& page, Index caption) {
  std::string text;
  if (page.end(caption) - caption > kMostCaptionNodes) return false;
  for (Index i = caption + 1; i < page.end(caption);) {
    const bool credit = furniture_of_names(page.attribute(i, "class")).reason == kCredit;
    if (page.is_text(i)) append_folded(text, page.text(i));
    i = credit ? page.end(i) : i + 1;
  }
  return text.size() <= kLongestCaption && says_something(text);
}

// The first caption counts: a figure has one.
bool has_sentence_caption(const HtmlDocument& page, Index figure) {
  for (Index i = figure + 1; i < page.end(figure); ++i) {
    if (page.is(i, GUMBO_TAG_FIGCAPTION)) return is_sentence_caption(page, i);
  }
  return false;
}

std::string_view reason_of_tag(const HtmlDocument& page, Index element) {
  switch (page.tag(element)) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_MENU:
      return kNavigation;
    case GUMBO_TAG_FOOTER:
      return "page footer";
    case GUMBO_TAG_HEADER:
      return is_section_header(page, element) ? std::string_view() : "page header";
    case GUMBO_TAG_ASIDE:
      return kSidebar;
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_LABEL:
      return "form";
    case GUMBO_TAG_FIGCAPTION:
      return is_sentence_caption(page, element) ? std::string_view() : kCaption;
    case GUMBO_TAG_FIGURE:
      return is_picture(page, element) && !has_sentence_caption(page, element) ? kCaption
                                                                               : std::string_view();
    case GUMBO_TAG_OBJECT:
      return "embedded object";
    default:
      return {};
  }
}

std::string_view reason_of_role(std::string_view role) {
  constexpr auto kRoles = std::to_array<Reason>({
      {"alert", kCookie},
      {"alertdialog", kCookie},
      {"banner", "page header"},
      {"complementary", kSidebar},
      {"contentinfo", "page footer"},
      {"dialog", kSignUp},
      {"menu", kNavigation},
      {"menubar", kNavigation},
      {"navigation", kNavigation},
      {"search", "form"},
      {"toolbar", kNavigation},
  });
  for (const auto& [name, reason] : kRoles) {
    if (role == name) return reason;
  }
  return {};
}

bool is_in_caption(const HtmlDocument& page, Index element) {
  for (int level = 0; level < 4; ++level) {
    element = page.parent(element);
    if (page.is(element, GUMBO_TAG_FIGCAPTION)) return true;
  }
  return false;
}

bool is_folded_away(const HtmlDocument& page, Index element) {
  for (int level = 0; level < 3; ++level, element = page.parent(element)) {
    if (names_fold(page.attribute(element, "class")) || names_fold(page.attribute(element, "id"))) {
      return true;
    }
  }
  return false;
}

bool is_marked_hidden(const HtmlDocument& page, Index element) {
  if (page.has_attribute(element, "hidden")) return true;
  if (page.attribute(element, "aria-hidden") == "true") return true;
  std::string style(page.attribute(element, "style"));
  if (style.empty()) return false;
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

}  // namespace

bool is_picture(const HtmlDocument& page, Index figure) {
  for (Index i = figure + 1; i < page.end(figure); ++i) {
    switch (page.tag(i)) {
      case GUMBO_TAG_TABLE:
      case GUMBO_TAG_BLOCKQUOTE:
      case GUMBO_TAG_PRE:
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
        return false;
      default:
        break;
    }
  }
  return true;
}

bool is_hidden(const HtmlDocument& page, Index element) {
  if (page.is(element, GUMBO_TAG_TEMPLATE)) return true;
  return is_marked_hidden(page, element) && !is_folded_away(page, element);
}

NamedFurniture named_furniture(const HtmlDocument& page, Index element) {
  if (const std::string_view reason = reason_of_tag(page, element); !reason.empty()) {
    return {Evidence::tag, reason};
  }
  if (const std::string_view role = page.attribute(element, "role"); !role.empty()) {
    if (const std::string_view reason = reason_of_role(role); !reason.empty()) {
      return {Evidence::tag, reason};
    }
  }
  switch (page.tag(element)) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_FIGCAPTION:
      return {};
    default:
      break;
  }
  const NamedFurniture of_class = furniture_of_names(page.attribute(element, "class"));
  if (of_class.reason == kCaption && is_in_caption(page, element)) return {};
  if (of_class.evidence == Evidence::name || page.heading_level(element) > 0) return of_class;
  const std::string_view id = page.attribute(element, "id");
  const NamedFurniture of_id = is_slug(id) ? NamedFurniture{} : furniture_of_names(id);
  return of_id.evidence != Evidence::none ? of_id : of_class;
}

ContentMark content_mark(const HtmlDocument& page, Index element) {
  if (page.is(element, GUMBO_TAG_MAIN)) return ContentMark::main;
  if (page.attribute(element, "role") == "main") return ContentMark::main;
  if (page.is(element, GUMBO_TAG_ARTICLE)) return ContentMark::article;
  if (page.attribute(element, "itemprop") == "articleBody") return ContentMark::body;
  if (!page.is_block(element)) return ContentMark::none;
  const bool named = names_content_body(page.attribute(element, "class")) ||
                     names_content_body(page.attribute(element, "id"));
  return named ? ContentMark::body : ContentMark::none;
}

}  // namespace palpate
