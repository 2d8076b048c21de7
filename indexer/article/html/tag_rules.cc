#include "article/html/tag_rules.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "article/html/tag_scanner.h"

namespace palpate {
namespace {

using Fate = TagRule::Fate;

constexpr TagRule of(std::string_view name, Fate fate) { return {.name = name, .fate = fate}; }
constexpr TagRule block(std::string_view name) {
  return {.name = name, .special = true, .closes_p = true};
}
constexpr TagRule untracked(std::string_view name) {
  return {.name = name, .special = true, .untracked = true};
}
constexpr TagRule in_table(std::string_view name) {
  return {.name = name, .special = true, .untracked = true, .table_part = true};
}
constexpr TagRule scoped(std::string_view name) {
  return {.name = name, .special = true, .scope = true};
}

constexpr auto kRules = std::to_array<TagRule>({
    of("script", Fate::skip_content),
    of("style", Fate::skip_content),
    of("svg", Fate::skip_content),
    of("iframe", Fate::skip_content),
    of("noembed", Fate::skip_content),
    of("noscript", Fate::skip_content),
    of("video", Fate::skip_content),
    of("audio", Fate::skip_content),
    of("canvas", Fate::skip_content),
    of("title", Fate::text_content),
    of("textarea", Fate::text_content),
    of("xmp", Fate::text_content),
    of("select", Fate::form_list),
    of("b", Fate::bold),
    of("strong", Fate::bold),
    of("big", Fate::strip),
    of("code", Fate::strip),
    of("em", Fate::strip),
    of("font", Fate::strip),
    of("i", Fate::strip),
    of("mark", Fate::strip),
    of("nobr", Fate::strip),
    of("s", Fate::strip),
    of("small", Fate::strip),
    of("strike", Fate::strip),
    of("tt", Fate::strip),
    of("u", Fate::strip),
    of("math", Fate::strip),
    of("frameset", Fate::strip),
    of("noframes", Fate::strip),
    of("plaintext", Fate::strip),
    of("image", Fate::gone),
    of("area", Fate::gone),
    of("base", Fate::gone),
    of("basefont", Fate::gone),
    of("bgsound", Fate::gone),
    of("col", Fate::gone),
    of("command", Fate::gone),
    of("embed", Fate::gone),
    of("frame", Fate::gone),
    of("input", Fate::gone),
    of("isindex", Fate::gone),
    of("keygen", Fate::gone),
    of("param", Fate::gone),
    of("source", Fate::gone),
    of("track", Fate::gone),
    of("wbr", Fate::gone),
    of("br", Fate::empty),
    of("img", Fate::empty),
    of("link", Fate::empty),
    of("meta", Fate::empty),
    TagRule{.name = "hr", .fate = Fate::empty, .special = true, .closes_p = true},
    TagRule{.name = "a", .untracked = true},
    TagRule{.name = "form", .special = true, .closes_p = true, .untracked = true},
    untracked("html"),
    untracked("head"),
    untracked("body"),
    untracked("option"),
    untracked("optgroup"),
    in_table("caption"),
    in_table("colgroup"),
    in_table("tbody"),
    in_table("td"),
    in_table("tfoot"),
    in_table("th"),
    in_table("thead"),
    in_table("tr"),
    scoped("applet"),
    scoped("button"),
    scoped("marquee"),
    scoped("object"),
    scoped("table"),
    scoped("template"),
    block("address"),
    block("article"),
    block("aside"),
    block("blockquote"),
    block("center"),
    block("dd"),
    block("details"),
    block("dialog"),
    block("dir"),
    block("div"),
    block("dl"),
    block("dt"),
    block("fieldset"),
    block("figcaption"),
    block("figure"),
    block("footer"),
    block("h1"),
    block("h2"),
    block("h3"),
    block("h4"),
    block("h5"),
    block("h6"),
    block("header"),
    block("hgroup"),
    block("li"),
    block("listing"),
    block("main"),
    block("menu"),
    block("nav"),
    block("ol"),
    block("p"),
    block("pre"),
    block("section"),
    block("summary"),
    block("ul"),
});

using KeyedRule = std::pair<std::uint64_t, const TagRule*>;

constexpr auto sorted_rules() {
  std::array<KeyedRule, kRules.size()> sorted{};
  for (std::size_t i = 0; i < kRules.size(); ++i) sorted[i] = {tag_key(kRules[i].name), &kRules[i]};
  std::sort(sorted.begin(), sorted.end(),
            [](const KeyedRule& a, const KeyedRule& b) { return a.first < b.first; });
  return sorted;
}

constexpr auto kSortedRules = sorted_rules();
constexpr TagRule kOrdinary{};

}  // namespace

const TagRule& tag_rule(std::uint64_t key) {
  const auto* const found = std::lower_bound(
      kSortedRules.begin(), kSortedRules.end(), key,
      [](const KeyedRule& rule, std::uint64_t sought) { return rule.first < sought; });
  return found != kSortedRules.end() && found->first == key ? *found->second : kOrdinary;
}

}  // namespace palpate
