#include "article/html/element_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace palpate {
namespace {

using Evidence = NamedFurniture::Evidence;
using Reason = std::pair<std::string_view, std::string_view>;

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
    {"credit", kCredit},
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

}  // namespace

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

bool is_slug(std::string_view id) {
  int words = 0;
  each_word(id, [&](std::string_view) { return ++words > 2; });
  return words > 2;
}

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

}  // namespace palpate
