#include "article/html/page_title.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "article/html/text_match.h"

namespace palpate {
namespace {

std::size_t word_count(std::string_view text) {
  const std::string key = match_key(text);
  return key.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
}

// The share of the words of `text` that stand in `other`.
double shared_words(std::string_view text, std::string_view other) {
  const std::string known = ' ' + match_key(other) + ' ';
  std::istringstream words(match_key(text));
  std::size_t all = 0;
  std::size_t shared = 0;
  for (std::string word; words >> word; ++all) {
    shared += known.find(' ' + word + ' ') != std::string::npos ? 1 : 0;
  }
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

struct Separator {
  std::string_view text;
  bool strong;  // parts of a title proper are hardly ever joined by it
};

constexpr auto kSeparators = std::to_array<Separator>({
    {" | ", true},
    {" :: ", true},
    {" \u00BB ", true},
    {" \u00AB ", true},
    {" \u00B7 ", true},
    {" \u2022 ", true},
    {" - ", false},
    {" \u2013 ", false},
    {" \u2014 ", false},
});

bool names_site(std::string_view part, std::string_view site) {
  return !site.empty() && (same_words(part, site) || shared_words(part, site) == 1);
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string without_site_name(std::string_view title, std::string_view site) {
  const std::string_view rest = title;
  for (const auto& [separator, strong] : kSeparators) {
    const std::size_t last = rest.rfind(separator);
    if (last == std::string_view::npos) continue;
    const std::string_view before = rest.substr(0, last);
    const std::string_view after = rest.substr(last + separator.size());
    if (names_site(after, site)) return std::string(trimmed(before));
    const std::size_t first = rest.find(separator);
    if (names_site(rest.substr(0, first), site)) {
      return std::string(trimmed(rest.substr(first + separator.size())));
    }
    const bool likely = strong ? word_count(after) <= 5 : site.empty() && word_count(after) <= 3;
    if (likely && word_count(before) > word_count(after)) {
      return std::string(trimmed(before));
    }
  }
  return std::string(trimmed(title));
}

std::string choose_title(const TitleSources& sources) {
  const std::string elsewhere = sources.document_title + ' ' + sources.shared_title;
  std::string best;
  double most = 0;
  for (const std::string& heading : sources.headings) {
    if (heading.empty() || same_words(heading, sources.site)) continue;
    const double confirmed = shared_words(heading, elsewhere);
    if (confirmed > most && (word_count(heading) > 1 || sources.headings.size() == 1)) {
      most = confirmed;
      best = heading;
    }
  }
  if (most >= 0.6) return best;
  const std::string& other =
      sources.shared_title.empty() ? sources.document_title : sources.shared_title;
  if (!other.empty()) return without_site_name(other, sources.site);
  return sources.headings.empty() ? std::string() : sources.headings.front();
}

}  // namespace palpate
