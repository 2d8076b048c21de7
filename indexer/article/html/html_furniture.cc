#include "article/html/html_furniture.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace palpate {
namespace {

using Index = HtmlDocument::Index;
using Evidence = NamedFurniture::Evidence;
using Reason = std::pair<std::string_view, std::string_view>;

constexpr std::string_view kNavigation = "navigation";
constexpr std::string_view kShare = "share box";
constexpr std::string_view kRelated = "related links";
constexpr std::string_view kAdvert = "advertisement";
constexpr std::string_view kSignUp = "sign-up box";
constexpr std::string_view kCookie = "cookie notice";
constexpr std::string_view kSidebar = "sidebar";
constexpr std::string_view kByline = "byline";
constexpr std::string_view kDate = "date line";
constexpr std::string_view kTags = "tags";
constexpr std::string_view kSpoken = "for screen readers";
constexpr std::string_view kTooltip = "tooltip";
constexpr std::string_view kCaption = "image caption";

// Words of class names and ids, cut at punctuation and at capitals, in lower case. Sorted.
constexpr auto kBoxWords = std::to_array<Reason>({
    {"ad", kAdvert},
    {"ads", kAdvert},
    {"advert", kAdvert},
    {"advertisement", kAdvert},
    {"advertising", kAdvert},
    {"breadcrumb", kNavigation},
    {"breadcrumbs", kNavigation},
    {"comment", kComments},
    {"commentlist", kComments},
    {"comments", kComments},
    {"consent", kCookie},
    {"cookie", kCookie},
    {"cookies", kCookie},
    {"disqus", kComments},
    {"dropdown", kNavigation},
    {"footer", kNavigation},
    {"gdpr", kCookie},
    {"login", kSignUp},
    {"masthead", kNavigation},
    {"menu", kNavigation},
    {"modal", kSignUp},
    {"nav", kNavigation},
    {"navbar", kNavigation},
    {"navigation", kNavigation},
    {"newsletter", kSignUp},
    {"outbrain", kAdvert},
    {"pager", kNavigation},
    {"pagination", kNavigation},
    {"paywall", kSignUp},
    {"popular", kRelated},
    {"popup", kSignUp},
    {"promo", kAdvert},
    {"promos", kAdvert},
    {"recirc", kRelated},
    {"recommendations", kRelated},
    {"recommended", kRelated},
    {"related", kRelated},
    {"relatedposts", kRelated},
    {"respond", kComments},
    {"share", kShare},
    {"sharebar", kShare},
    {"sharedaddy", kShare},
    {"sharing", kShare},
    {"sidebar", kSidebar},
    {"signup", kSignUp},
    {"social", kShare},
    {"sponsor", kAdvert},
    {"sponsored", kAdvert},
    {"subscribe", kSignUp},
    {"subscription", kSignUp},
    {"taboola", kAdvert},
    {"toolbar", kNavigation},
    {"tooltip", kTooltip},
    {"trending", kRelated},
});
// The same for what stands on a line.
constexpr auto kLineWords = std::to_array<Reason>({
    {"author", kByline},
    {"authorbox", kByline},
    {"byline", kByline},
    {"caption", kCaption},
    {"categories", kTags},
    {"credit", kCaption},
    {"date", kDate},
    {"dateline", kDate},
    {"datetime", kDate},
    {"pubdate", kDate},
    {"published", kDate},
    {"sr", kSpoken},
    {"tags", kTags},
    {"timestamp", kDate},
    {"updated", kDate},
    {"visually", kSpoken},
    {"visuallyhidden", kSpoken},
});

template <std::size_t N>
std::string_view reason_of_word(const std::array<Reason, N>& words, std::string_view word) {
  const auto* const found = std::lower_bound(
      words.begin(), words.end(), word,
      [](const Reason& known, std::string_view sought) { return known.first < sought; });
  return found != words.end() && found->first == word ? found->second : std::string_view();
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// Calls visit(word) for each word of a class or id until it returns true.
template <class Visit>
void each_word(std::string_view names, const Visit& visit) {
  std::string word;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool letter = is_lower(c) || is_upper(c);
    const bool starts_word = is_upper(c) && i > 0 && is_lower(names[i - 1]);
    if (!letter || starts_word) {
      if (!word.empty() && visit(word)) return;
      word.clear();
    }
    if (letter) word += is_upper(c) ? static_cast<char>(c + 32) : c;
  }
}

// "has-sidebar" and "no-comments" say that something is elsewhere.
bool turns_away(std::string_view word) {
  return word == "has" || word == "no" || word == "not" || word == "without";
}

NamedFurniture furniture_of_names(std::string_view names) {
  NamedFurniture found;
  bool elsewhere = false;
  each_word(names, [&](std::string_view word) {
    if (std::exchange(elsewhere, turns_away(word))) return false;
    if (const std::string_view reason = reason_of_word(kBoxWords, word); !reason.empty()) {
      found = {Evidence::name, reason};
      return true;
    }
    if (const std::string_view reason = reason_of_word(kLineWords, word); !reason.empty()) {
      found = {Evidence::line, reason};
    }
    return false;
  });
  return found;
}

// Long ids are often made of a heading's words, "how-muscles-respond", and say nothing then.
bool is_slug(std::string_view id) {
  int words = 0;
  each_word(id, [&](std::string_view) { return ++words > 2; });
  return words > 2;
}

// "article-body", "entryContent", "StoryText" …
bool names_content_body(std::string_view names) {
  bool what = false;
  bool found = false;
  each_word(names, [&](std::string_view word) {
    if (what && (word == "body" || word == "content" || word == "text")) found = true;
    what =
        word == "article" || word == "story" || word == "post" || word == "entry" || word == "blog";
    return found;
  });
  return found;
}

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

// A figure that shows neither a table nor a quotation nor code: its words are caption and credit.
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
      return kCaption;
    case GUMBO_TAG_FIGURE:
      return is_picture(page, element) ? kCaption : std::string_view();
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

bool names_fold(std::string_view names) {
  bool found = false;
  each_word(names, [&](std::string_view word) {
    found = word == "accordion" || word == "collapse" || word == "panel" || word == "answer" ||
            word == "faq" || word == "toggle" || word == "tab" || word == "tabs" ||
            word == "tabpanel";
    return found;
  });
  return found;
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
      return {};
    default:
      break;
  }
  const NamedFurniture of_class = furniture_of_names(page.attribute(element, "class"));
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
