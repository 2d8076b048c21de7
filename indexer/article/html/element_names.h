// Class names and ids of elements, read as words: "articleShareBar" is article, share, bar.
#pragma once

#include <string_view>

namespace palpate {

// Why pieces of a page go, as the list of dropped text says it.
inline constexpr std::string_view kNavigation = "navigation";
inline constexpr std::string_view kShare = "share box";
inline constexpr std::string_view kRelated = "related links";
inline constexpr std::string_view kAdvert = "advertisement";
inline constexpr std::string_view kSignUp = "sign-up box";
inline constexpr std::string_view kCookie = "cookie notice";
inline constexpr std::string_view kSidebar = "sidebar";
inline constexpr std::string_view kByline = "byline";
inline constexpr std::string_view kDate = "date line";
inline constexpr std::string_view kTags = "tags";
inline constexpr std::string_view kSpoken = "for screen readers";
inline constexpr std::string_view kTooltip = "tooltip";
inline constexpr std::string_view kCaption = "image caption";
inline constexpr std::string_view kCredit = "image credit";
inline constexpr std::string_view kComments = "comments";
inline constexpr std::string_view kLinks = "links";
inline constexpr std::string_view kLinkLine = "link";

// What an element says it is. Whoever asks weighs that against the text it holds.
struct NamedFurniture {
  enum class Evidence : unsigned char {
    none,
    name,  // a word of its class or id, which is sometimes only decoration
    line,  // such a word for what stands on a line: a byline, a date; counts for little text only
    tag,   // its tag or role
  };
  Evidence evidence = Evidence::none;
  std::string_view reason;  // "navigation", "share box" …
};

// What the words of a class or id say.
NamedFurniture furniture_of_names(std::string_view names);

// Long ids are often made of a heading's words, "how-muscles-respond", and say nothing then.
bool is_slug(std::string_view id);

// "article-body", "entryContent", "StoryText" …
bool names_content_body(std::string_view names);

// "accordion", "faq-answer", "tab-pane": text that is folded away until someone asks for it.
bool names_fold(std::string_view names);

}  // namespace palpate
