#include "ranking/focus.h"

#include <algorithm>
#include <span>

#include "ranking/hit_passage.h"
#include "store/fields.h"
#include "store/token_stream.h"

namespace palpate {
namespace {

// Of what the whole question is worth. A concept that passages hold is missed when it is so much of
// the question; a word that occurs nowhere, when it is more than an aside in a long message.
constexpr double kClearly = 0.4;
constexpr double kNoAside = 0.15;
// A short question is missed as a whole when no passage holds so much of it, though each concept
// stands somewhere; those are named that are so much of it and that the first does not hold.
constexpr double kTogether = 0.5;
constexpr double kMuch = 0.3;
constexpr std::size_t kShort = 5;
// An article that is so much about the rest of the question answers it, though it says a word that
// others use in other words. A word that no article has may be a drug: that is said in any case.
constexpr double kOnTopic = 0.5;

// The best passages, whatever page is shown.
constexpr std::size_t kLookedAt = 20;

bool is_content(const Concept& asked) { return !asked.says_little && !asked.required; }

// The best passages as the index keeps them.
class BestPassages {
 public:
  BestPassages(const Snapshot& index, const Matches& matches) : index_(index) {
    const std::size_t count = std::min(kLookedAt, matches.candidates.size());
    for (std::size_t i = 0; i < count; ++i) {
      passages_.push_back(matches.candidates[i].passage);
      topic_ = std::max(topic_, matches.candidates[i].topic);
    }
    for (const std::string& bytes : index.values_of(passages_, Slot::tokens))
      if (!decode(bytes, streams_.emplace_back()))
        throw Xapian::DatabaseCorruptError("a passage's token stream cannot be read");
  }

  std::size_t count() const { return passages_.size(); }
  // How much an article is about what is asked, at best.
  double topic() const { return topic_; }

  // All words of one of its wordings stand side by side, or are an author's.
  bool holds(std::size_t passage, const Concept& asked) const {
    const auto is_there = [&](const Wording& wording) {
      return stands(streams_[passage], wording) || names_author(passages_[passage], wording);
    };
    return std::ranges::any_of(asked.alternatives, [&](const Alternative& alternative) {
      return std::ranges::any_of(alternative.wordings, is_there);
    });
  }

  bool any_holds(const Concept& asked) const {
    for (std::size_t i = 0; i < count(); ++i)
      if (holds(i, asked)) return true;
    return false;
  }

 private:
  // In one sentence, heading or name of the topic; each word near another.
  static bool stands(const TokenStream& stream, const Wording& wording) {
    for (std::size_t i = 0; i < stream.parts(); ++i)
      if (stands(stream.part(i), wording)) return true;
    return false;
  }

  static bool stands(std::span<const TokenCode> part, const Wording& wording) {
    std::vector<TokenCode> words;
    for (const QuestionToken& token : wording.tokens)
      if (token.kind != TokenKind::joined) words.push_back(token_code(token.stem, token.stopword));
    if (words.empty()) return false;
    for (auto first = std::ranges::find(part, words.front()); first != part.end();
         first = std::find(first + 1, part.end(), words.front()))
      if (stands_from(first, part, words)) return true;
    return false;
  }

  static bool stands_from(std::span<const TokenCode>::iterator first,
                          std::span<const TokenCode> part, const std::vector<TokenCode>& words) {
    constexpr std::ptrdiff_t kNear = 4;  // tokens, small words and all
    auto before = first;
    for (const TokenCode word : words) {
      const auto from = before - std::min(kNear, before - part.begin());
      const auto to = before + std::min(kNear + 1, part.end() - before);
      const auto found = word == *before ? before : std::find(from, to, word);
      if (found == to) return false;
      before = found;
    }
    return true;
  }

  bool names_author(Xapian::docid passage, const Wording& wording) const {
    const std::string prefix(prefix_of(Field::author));
    return std::ranges::all_of(wording.tokens, [&](const QuestionToken& token) {
      return index_.passages_with(prefix + token.form) > 0 &&
             occurrences(index_, passage, prefix + token.form) > 0;
    });
  }

  const Snapshot& index_;
  std::vector<Xapian::docid> passages_;
  std::vector<TokenStream> streams_;
  double topic_ = 0;
};

// The largest share of the question's content that one passage holds.
double most_together(const std::vector<const Concept*>& content, const BestPassages& best) {
  double all = 0;
  for (const Concept* one : content) all += worth_of(*one);
  double most = 0;
  for (std::size_t i = 0; i < best.count(); ++i) {
    double held = 0;
    for (const Concept* one : content)
      if (best.holds(i, *one)) held += worth_of(*one);
    most = std::max(most, held);
  }
  return all > 0 ? most / all : 1;
}

}  // namespace

std::vector<std::string> missing_focus(const Snapshot& index, const Understood& asked,
                                       const Matches& matches) {
  double all = 0;
  double most = 0;
  std::vector<const Concept*> content;
  for (const Concept& one : asked.concepts) {
    all += worth_of(one);
    if (!is_content(one)) continue;
    content.push_back(&one);
    most = std::max(most, worth_of(one));
  }
  std::vector<std::string> missing;
  if (matches.candidates.empty() || all <= 0) return missing;
  const BestPassages best(index, matches);
  const bool on_topic = best.topic() >= kOnTopic && content.size() > 1;
  for (const Concept* one : content) {
    const std::string& typed = one->alternatives.front().text;
    const double worth = worth_of(*one);
    if (worth < kNoAside * all) continue;
    const bool unknown = std::ranges::find(asked.query.unknown, typed) != asked.query.unknown.end();
    if (unknown ? worth >= kClearly * most
                : !on_topic && worth >= kClearly * all && !best.any_holds(*one))
      missing.push_back(typed);
  }
  if (missing.empty() && !on_topic && content.size() > 1 && content.size() <= kShort &&
      most_together(content, best) < kTogether)
    for (const Concept* one : content)
      if (worth_of(*one) >= kMuch * all && !best.holds(0, *one))
        missing.push_back(one->alternatives.front().text);
  return missing;
}

}  // namespace palpate
