#include "ranking/spelling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "ranking/run_together.h"
#include "ranking/slips.h"
#include "ranking/sound.h"
#include "store/fields.h"
#include "store/vocabulary_lookup.h"
#include "store/word_counts.h"
#include "vocabulary/known_words.h"

namespace palpate {
namespace {

// From so many letters on a word may hold two slips; from fewer on when a passage holds the
// candidate beside all the other words.
constexpr std::size_t kTwoSlipsLetters = 10;
constexpr std::size_t kTwoSlipsInCompanyLetters = 6;
// Its ending tells little of a word: "flying" has but a short stem to make two slips in.
constexpr std::size_t kTwoSlipsInCompanyStem = 5;
// Shorter words sound like too many others; a word may be written with so many letters less, or
// more, than it has.
constexpr std::size_t kLeastHeardLetters = 5;
constexpr std::size_t kMostUnheardLetters = 3;
constexpr std::size_t kMostAddedLetters = 2;
// A word that stands in the articles only once may be a slip of theirs.
constexpr std::uint64_t kLeastCount = 2;
constexpr std::size_t kMostCandidates = 5;
// Long messages: the first so many unknown words are corrected.
constexpr std::size_t kMostCorrected = 16;
// In natural logarithms of how often a word occurs: what one more slip costs, and what it is worth
// that passages hold the candidate beside all the other words.
constexpr double kSlipCost = 6;
constexpr double kCompanyWorth = 6;

// In short words only swapped letters and a dropped one are slips: with any other letter too many
// words would be near.
bool is_near(std::string typed, std::string known) {
  if (known.size() > typed.size()) return true;
  std::ranges::sort(typed);
  std::ranges::sort(known);
  return typed == known;
}

struct Candidate {
  std::string word;
  std::size_t slips = 0;
  double score = 0;
};

class Speller {
 public:
  Speller(const Snapshot& index, QuestionAnalyser& analyser, const std::string& language,
          std::vector<AskedClause>& clauses, Deadline deadline)
      : index_(index),
        database_(index.database()),
        vocabulary_(index),
        analyser_(analyser),
        language_(language),
        clauses_(clauses),
        deadline_(deadline) {}

  std::vector<Correction> correct() {
    each_unknown_word([&](std::size_t clause, const std::string& word) {
      if (joined_with_neighbour(clause, word)) return;
      if (const auto candidate = best_candidate(clause, word)) {
        replace(clause, candidate->word);
      } else if (const auto parts = parted(index_, word)) {
        replace(clause, *parts);
      }
    });
    // Now that the others are known.
    each_unknown_word([&](std::size_t clause, const std::string& word) {
      if (const auto candidate = candidate_in_company(clause, word)) replace(clause, *candidate);
    });
    return std::move(corrections_);
  }

 private:
  template <class Take>
  void each_unknown_word(Take&& take) {
    std::size_t looked_at = 0;
    for (std::size_t i = 0; i < clauses_.size() && looked_at < kMostCorrected; ++i) {
      const std::optional<std::string> word = unknown_word(clauses_[i]);
      if (!word) continue;
      ++looked_at;
      deadline_.keep();
      take(i, *word);
    }
  }

  bool occurs(const QuestionToken& token) const {
    const auto in = [&](Field field, const std::string& term) {
      return index_.passages_with(std::string(prefix_of(field)) + term) > 0;
    };
    return index_.passages_with(token.stem) > 0 || in(Field::back_matter, token.stem) ||
           in(Field::author, token.form) || in(Field::source, token.form);
  }

  // The folded word of a clause that is one word, long enough, and nowhere in the articles.
  std::optional<std::string> unknown_word(const AskedClause& clause) const {
    if (!clause.plain || clause.stopword) return std::nullopt;
    const Alternative& typed = clause.asked.alternatives.front();
    for (const Wording& wording : typed.wordings) {
      if (wording.tokens.size() != 1 || wording.tokens.front().kind != TokenKind::word ||
          occurs(wording.tokens.front()))
        return std::nullopt;
    }
    const std::string& form = typed.wordings.front().tokens.front().form;
    const bool has_digit = std::ranges::any_of(form, [](char c) { return c >= '0' && c <= '9'; });
    if (has_digit || letters_of(form) < kLeastCorrectedLetters ||
        letters_of(form) > kMostWordLetters || is_known_short_word(form) ||
        count_of(index_, form) > 0 ||  // in a language that few articles are in
        is_otherwise_named(typed.wordings.front().tokens.front()))
      return std::nullopt;
    return form;
  }

  // The articles may have another name for it: "dosage" is no slip where they say "dose".
  bool is_otherwise_named(const QuestionToken& word) const {
    const std::array stems{word.stem};
    for (const Equivalent& known : vocabulary_.starting_at(stems, language_))
      for (const std::string& name : known.equivalents)
        if (stands_in_articles(name)) return true;
    return false;
  }

  bool stands_in_articles(const std::string& name) const {
    const auto tokens = analyser_.analyser(language_).analyse(name);
    return std::ranges::all_of(tokens, [&](const Token& token) {
      return is_whole(token.kind) || index_.passages_with(std::string(token.stem)) > 0;
    });
  }

  std::vector<Candidate> candidates(const std::string& word, std::size_t most) const {
    const std::size_t length = letters_of(word);
    std::vector<Candidate> found;
    for (std::size_t size = length - most; size <= length + most; ++size) {
      for (const CountedWord& known : counted_words(index_, word, size)) {
        if (known.count < kLeastCount) continue;
        const std::size_t slips = slips_between(word, known.word, most);
        if (slips > most || (length < kAnySlipLetters && !is_near(word, known.word))) continue;
        const double score =
            std::log(static_cast<double>(known.count)) - kSlipCost * static_cast<double>(slips);
        found.push_back({known.word, slips, score});
      }
    }
    add_heard(word, found);
    std::ranges::sort(found, [](const Candidate& a, const Candidate& b) {
      return a.score != b.score ? a.score > b.score : a.word < b.word;
    });
    if (found.size() > kMostCandidates) found.resize(kMostCandidates);
    return found;
  }

  // Words that sound alike, as if they had one slip.
  void add_heard(const std::string& word, std::vector<Candidate>& found) const {
    const std::string sound = sound_of(word);
    if (language_ != "en" || sound.empty() || word.size() < kLeastHeardLetters) return;
    for (const char letter : first_letters_alike(word)) {
      for (std::size_t size = word.size() - kMostAddedLetters;
           size <= word.size() + kMostUnheardLetters; ++size) {
        for (const CountedWord& known : counted_words(index_, std::string_view(&letter, 1), size)) {
          if (known.count < kLeastCount || !sounds_alike(sound, sound_of(known.word)) ||
              std::ranges::find(found, known.word, &Candidate::word) != found.end())
            continue;
          found.push_back({known.word, 1, std::log(static_cast<double>(known.count)) - kSlipCost});
        }
      }
    }
  }

  std::optional<Candidate> best_candidate(std::size_t clause, const std::string& word) {
    std::vector<Candidate> found = candidates(word, letters_of(word) >= kTwoSlipsLetters ? 2 : 1);
    if (found.empty()) return std::nullopt;
    if (found.size() > 1) {
      const Xapian::Query others = other_words(clause);
      for (Candidate& candidate : found)
        candidate.score += kCompanyWorth * company(candidate, others);
    }
    return *std::ranges::max_element(found, {}, &Candidate::score);
  }

  // "carple tunnel": carpal, since a passage says so of a tunnel.
  std::optional<std::string> candidate_in_company(std::size_t clause, const std::string& word) {
    const std::string& stem =
        clauses_[clause].asked.alternatives.front().wordings.front().tokens.front().stem;
    if (letters_of(word) < kTwoSlipsInCompanyLetters || letters_of(stem) < kTwoSlipsInCompanyStem ||
        !has_telling_company(clause))
      return std::nullopt;
    const Xapian::Query others = other_words(clause);
    for (const Candidate& candidate : candidates(word, 2))
      if (company(candidate, others) == 1) return candidate.word;
    return std::nullopt;
  }

  // Beside "disease" many words stand: "chrons disease" is no chronic one.
  bool has_telling_company(std::size_t clause) const {
    constexpr std::size_t kOneIn = 20;  // passages
    const std::size_t most = std::max<std::size_t>(database_.get_doccount() / kOneIn, 20);
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      if (i == clause || clauses_[i].stopword || clauses_[i].asked.says_little) continue;
      for (const QuestionToken& token :
           clauses_[i].asked.alternatives.front().wordings.front().tokens) {
        const std::size_t count = index_.passages_with(token.stem);
        if (count > 0 && count <= most) return true;
      }
    }
    return false;
  }

  // The other words of the question that say something and are known.
  Xapian::Query other_words(std::size_t clause) const {
    std::vector<Xapian::Query> words;
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      const AskedClause& other = clauses_[i];
      if (i == clause || other.stopword || other.asked.says_little) continue;
      for (const QuestionToken& token : other.asked.alternatives.front().wordings.front().tokens)
        if (index_.passages_with(token.stem) > 0) words.emplace_back(token.stem);
    }
    return {Xapian::Query::OP_OR, words.begin(), words.end()};
  }

  // From 0 to 1: how much of the other words a passage with the candidate holds at best.
  double company(const Candidate& candidate, const Xapian::Query& others) {
    if (others.empty()) return 0;
    const auto tokens = analyser_.analyser(language_).analyse(candidate.word);
    if (tokens.empty()) return 0;
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::CoordWeight());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, others,
                                    Xapian::Query(std::string(tokens.front().stem))));
    const Xapian::MSet best = enquire.get_mset(0, 1);
    return best.empty() ? 0 : best.begin().get_weight() / static_cast<double>(others.get_length());
  }

  // "fibro myalgia": the word and the next, or the one before, are one known word.
  bool joined_with_neighbour(std::size_t clause, const std::string& word) {
    for (const std::size_t first : {clause, clause - 1}) {
      const std::size_t other = first == clause ? clause + 1 : first;
      if (first >= clauses_.size() || other >= clauses_.size() || !clauses_[other].plain) continue;
      const std::string& neighbour =
          clauses_[other].asked.alternatives.front().wordings.front().tokens.front().form;
      const std::string joined = first == clause ? word + neighbour : neighbour + word;
      if (count_of(index_, joined) < kLeastCount) continue;
      corrections_.push_back({clauses_[first].typed + " " + clauses_[first + 1].typed, joined});
      Alternative together = analyser_.analyse({joined, false, {}});
      together.via = Via::spelling;
      join_clauses(clauses_, first, 2, std::move(together));
      clauses_[first].typed = joined;
      return true;
    }
    return false;
  }

  void replace(std::size_t clause, const std::string& read_as) {
    AskedClause& asked = clauses_[clause];
    corrections_.push_back({asked.typed, read_as});
    Alternative alternative = analyser_.analyse({read_as, false, {}});
    alternative.via = Via::spelling;
    asked.asked.alternatives = {std::move(alternative)};
    asked.typed = read_as;
  }

  const Snapshot& index_;
  const Xapian::Database& database_;
  const VocabularyLookup vocabulary_;
  QuestionAnalyser& analyser_;
  const std::string& language_;
  std::vector<AskedClause>& clauses_;
  Deadline deadline_;
  std::vector<Correction> corrections_;
};

}  // namespace

std::vector<Correction> correct_spelling(const Snapshot& index, QuestionAnalyser& analyser,
                                         const std::string& language,
                                         std::vector<AskedClause>& clauses, Deadline deadline) {
  return Speller(index, analyser, language, clauses, deadline).correct();
}

}  // namespace palpate
