#include "ranking/focus.h"

#include <algorithm>

#include "ranking/hit_passage.h"
#include "store/fields.h"

namespace palpate {
namespace {

// Of what the whole question is worth. A concept that passages hold is missed when it is so much of
// the question; a word that occurs nowhere, when it is more than an aside in a long message.
constexpr double kClearly = 0.4;
constexpr double kNoAside = 0.15;

// The best hits of the first page, whatever page is shown.
constexpr std::size_t kFirstHits = 10;

bool is_content(const Concept& asked) { return !asked.says_little && !asked.required; }

bool holds(const Snapshot& index, Xapian::docid passage, const QuestionToken& token) {
  return occurrences(index, passage, token.stem) > 0 ||
         occurrences(index, passage, std::string(prefix_of(Field::back_matter)) + token.stem) > 0 ||
         occurrences(index, passage, std::string(prefix_of(Field::author)) + token.form) > 0;
}

// All words of one of its wordings.
bool holds(const Snapshot& index, Xapian::docid passage, const Concept& asked) {
  const auto has_wording = [&](const Wording& wording) {
    return std::ranges::all_of(wording.tokens, [&](const QuestionToken& token) {
      return token.kind == TokenKind::joined || holds(index, passage, token);
    });
  };
  return std::ranges::any_of(asked.alternatives, [&](const Alternative& alternative) {
    return std::ranges::any_of(alternative.wordings, has_wording);
  });
}

// The hits are looked at last: to find a hit's passage takes reading its document's.
bool any_holds(const Snapshot& index, const Matches& matches, const std::vector<Hit>& shown,
               const Concept& asked) {
  const auto first = static_cast<std::ptrdiff_t>(std::min(kFirstHits, matches.candidates.size()));
  return std::any_of(matches.candidates.begin(), matches.candidates.begin() + first,
                     [&](const Candidate& one) { return holds(index, one.passage, asked); }) ||
         std::ranges::any_of(shown, [&](const Hit& hit) {
           const Xapian::docid passage = passage_number(index, hit);
           return passage != 0 && holds(index, passage, asked);
         });
}

}  // namespace

std::vector<std::string> missing_focus(const Snapshot& index, const Understood& asked,
                                       const Matches& matches, const std::vector<Hit>& shown) {
  double all = 0;
  double most = 0;
  for (const Concept& one : asked.concepts) {
    all += worth_of(one);
    if (is_content(one)) most = std::max(most, worth_of(one));
  }
  std::vector<std::string> missing;
  if (shown.empty() || all <= 0) return missing;
  for (const Concept& one : asked.concepts) {
    const std::string& typed = one.alternatives.front().text;
    const double worth = worth_of(one);
    if (!is_content(one) || worth < kNoAside * all) continue;
    const bool unknown = std::ranges::find(asked.query.unknown, typed) != asked.query.unknown.end();
    if (unknown ? worth >= kClearly * most
                : worth >= kClearly * all && !any_holds(index, matches, shown, one))
      missing.push_back(typed);
  }
  return missing;
}

}  // namespace palpate
