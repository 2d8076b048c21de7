#include "ranking/equivalents.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "ranking/slips.h"
#include "store/fields.h"
#include "store/vocabulary_lookup.h"
#include "vocabulary/known_names.h"
#include "vocabulary/stopwords.h"

namespace palpate {
namespace {

// Names are at most so many words long.
constexpr std::size_t kMostWords = 8;
// An abbreviation stands for a meaning that at least this share of its explanations gives.
constexpr double kEarnestMeaning = 0.34;
constexpr std::size_t kMostMeanings = 3;
// What an index may explain of one abbreviation before the rest is passed over.
constexpr std::size_t kMostExplanations = 200;

bool in_capitals(std::string_view text) {
  const auto letters = std::ranges::count_if(
      text, [](unsigned char c) { return std::isalpha(c) != 0 || c >= 0x80; });
  const auto capitals =
      std::ranges::count_if(text, [](unsigned char c) { return std::isupper(c) != 0; });
  return letters >= 2 && capitals == letters;
}

// Stopwords say nothing in a name, unless it would be nothing without them. Those of the language
// that it was written in are none of another either.
void drop_stopwords(Alternative& alternative, const std::string& language) {
  const auto says_nothing = [&](const QuestionToken& token) {
    return token.stopword || is_stopword(language, token.form);
  };
  for (Wording& wording : alternative.wordings)
    if (!std::ranges::all_of(wording.tokens, says_nothing))
      std::erase_if(wording.tokens, says_nothing);
}

// In small letters, what is used so many times as often as it is explained is a word of its own.
constexpr std::size_t kWordBeside = 20;

class Equivalents {
 public:
  Equivalents(const Snapshot& index, QuestionAnalyser& analyser, const std::string& language,
              std::vector<AskedClause>& clauses)
      : index_(index),
        analyser_(analyser),
        language_(language),
        clauses_(clauses),
        vocabulary_(index),
        shouted_(clauses.size() > 1 && std::ranges::all_of(clauses, [](const AskedClause& clause) {
                   return in_capitals(clause.typed) || clause.typed.size() < 2;
                 })) {
    for (const AskedClause& clause : clauses_) stems_.push_back(stems_of(clause));
  }

  void add() {
    for (std::size_t first = 0; first < clauses_.size(); ++first) {
      if (!clauses_[first].plain) continue;
      const std::size_t named = name_with_stopword(first);
      if (name_in_vocabulary(first, named)) continue;
      if (named > 0) keep_name(first, named);
      if (named < 2 && !explained(first)) expand_abbreviation(first);
    }
  }

  void keep_names() {
    for (std::size_t first = 0; first < clauses_.size(); ++first)
      if (const std::size_t named = name_with_stopword(first); named > 0) keep_name(first, named);
  }

 private:
  // Empty when the clause ends a run of plain words.
  std::vector<std::string> stems_of(const AskedClause& clause) {
    std::vector<std::string> stems;
    if (!clause.plain) return stems;
    for (const Token& token : analyser_.analyser(language_).analyse(clause.typed))
      if (!is_whole(token.kind)) stems.emplace_back(token.stem);
    return stems;
  }

  std::vector<std::string> stems_from(std::size_t first) const {
    std::vector<std::string> stems;
    for (std::size_t i = first; i < clauses_.size() && clauses_[i].plain; ++i) {
      if (stems.size() + stems_[i].size() > kMostWords) break;
      stems.insert(stems.end(), stems_[i].begin(), stems_[i].end());
    }
    return stems;
  }

  // How many clauses take so many stems; none when the last is cut.
  std::optional<std::size_t> clauses_for(std::size_t first, std::size_t stems) const {
    std::size_t count = 0;
    while (stems > 0 && first + count < stems_.size() && stems >= stems_[first + count].size())
      stems -= stems_[first + count++].size();
    return stems == 0 && count > 0 ? std::optional(count) : std::nullopt;
  }

  std::string typed(std::size_t first, std::size_t count) const {
    std::string text;
    for (std::size_t i = first; i < first + count; ++i)
      text.append(text.empty() ? "" : " ").append(clauses_[i].typed);
    return text;
  }

  void join(std::size_t first, std::size_t count) {
    if (count == 1) return;
    Alternative together = analyser_.analyse({typed(first, count), false, {}});
    drop_stopwords(together, language_);
    join_clauses(clauses_, first, count, std::move(together));
    stems_[first] = stems_of(clauses_[first]);
    const auto behind = stems_.begin() + static_cast<std::ptrdiff_t>(first) + 1;
    stems_.erase(behind, behind + static_cast<std::ptrdiff_t>(count) - 1);
  }

  // One letter more, less or other in a long word of a list: British and American spelling.
  static bool is_respelt(std::string_view typed, const std::string& text) {
    constexpr std::size_t kLong = 5;
    return text.size() >= kLong && slips_between(fold(typed), text, 1) <= 1;
  }

  void add(std::size_t clause, const std::string& text, Via via) {
    Alternative alternative = analyser_.analyse({text, false, {}});
    drop_stopwords(alternative, language_);
    alternative.via = via;
    alternative.respelt = is_respelt(clauses_[clause].typed, text);
    add_alternative(clauses_[clause].asked, std::move(alternative));
  }

  // A name of at least so many clauses.
  bool name_in_vocabulary(std::size_t first, std::size_t least) {
    const std::vector<std::string> stems = stems_from(first);
    std::size_t taken = 0;
    std::size_t count = 0;  // of clauses
    std::vector<Equivalent> found;
    for (Equivalent& one : vocabulary_.starting_at(stems, language_)) {
      if (taken != 0 && one.stems != taken) break;  // longest first
      const auto clauses = clauses_for(first, one.stems);
      if (!clauses || *clauses < least ||
          (*clauses == 1 && clauses_[first].stopword && !in_capitals(typed(first, 1))))
        continue;
      taken = one.stems;
      count = *clauses;
      found.push_back(std::move(one));
    }
    if (found.empty()) return false;
    keep_name(first, count);
    for (const Equivalent& one : found)
      for (const std::string& term : one.equivalents) add(first, term, Via::equivalent);
    return true;
  }

  // How many clauses are a known name that a stopword is part of: "hepatitis A", "IT band", "WHO".
  std::size_t name_with_stopword(std::size_t first) const {
    std::size_t words = 0;
    bool stopword = false;
    std::size_t longest = 0;
    for (std::size_t i = first; i < clauses_.size() && clauses_[i].plain && words < kMostWords;
         ++i) {
      stopword = stopword || clauses_[i].stopword;
      if (is_known_name(typed(first, ++words), shouted_) && stopword) longest = words;
    }
    return longest;
  }

  // The analyser has a token for the whole of it, beside its words.
  void keep_name(std::size_t first, std::size_t count) {
    join(first, count);
    for (Alternative& alternative : clauses_[first].asked.alternatives)
      drop_stopwords(alternative, language_);
    clauses_[first].stopword = false;
  }

  // A long form that articles abbreviate: adds the abbreviation.
  bool explained(std::size_t first) {
    const std::vector<std::string> stems = stems_from(first);
    if (stems.size() < 2 || clauses_[first].stopword) return false;
    const Xapian::Database& database = index_.database();
    const std::string prefix = std::string(prefix_of(Field::long_form)) + stems[0] + " " + stems[1];
    std::size_t longest = 0;
    std::size_t count = 0;  // of clauses
    std::vector<std::string> shorts;
    std::size_t seen = 0;
    for (auto term = database.allterms_begin(prefix);
         term != database.allterms_end(prefix) && seen < kMostExplanations; ++term, ++seen) {
      const std::string text = (*term).substr(prefix_of(Field::long_form).size());
      const std::size_t end = text.find(kLongFormEnd);
      if (end == std::string::npos) continue;
      const std::size_t words = words_in_front(stems, text.substr(0, end));
      const auto clauses = clauses_for(first, words);
      if (words < longest || words == 0 || !clauses) continue;
      if (words > longest) shorts.clear();
      longest = words;
      count = *clauses;
      shorts.push_back(text.substr(end + 1));
    }
    if (longest == 0) return false;
    join(first, count);
    for (std::size_t i = 0; i < std::min(shorts.size(), kMostMeanings); ++i)
      add(first, shorts[i], Via::abbreviation);
    return true;
  }

  // How many stems the text is, when the stems begin with it; else 0.
  static std::size_t words_in_front(const std::vector<std::string>& stems,
                                    const std::string& text) {
    std::string joined;
    for (std::size_t i = 0; i < stems.size() && joined.size() < text.size(); ++i) {
      joined.append(joined.empty() ? "" : " ").append(stems[i]);
      if (joined == text) return i + 1;
    }
    return 0;
  }

  // An abbreviation that articles explain: adds its usual meanings.
  void expand_abbreviation(std::size_t clause) {
    const AskedClause& asked = clauses_[clause];
    const std::string short_form = fold(asked.typed);
    const bool capitals = in_capitals(asked.typed) && !shouted_;
    if (short_form.size() < 2 || short_form.size() > 10 ||
        ((asked.stopword || asked.asked.says_little) && !capitals))
      return;
    const Xapian::Database& database = index_.database();
    const std::string prefix = std::string(prefix_of(Field::abbreviation)) + short_form + " ";
    std::map<std::string, std::pair<std::size_t, std::string>> meanings;  // stems → count, words
    std::size_t all = 0;
    std::size_t seen = 0;
    for (auto term = database.allterms_begin(prefix);
         term != database.allterms_end(prefix) && seen < kMostExplanations; ++term, ++seen) {
      const std::string words = (*term).substr(prefix.size());
      std::string stems;
      for (const Token& token : analyser_.analyser(language_).analyse(words))
        stems.append(token.stem).append(" ");
      auto& [count, first] = meanings[stems];
      count += term.get_termfreq();
      all += term.get_termfreq();
      if (first.empty()) first = words;
    }
    // "brain" is a word, whatever somebody abbreviated so.
    const std::size_t uses = database.get_termfreq(stems_[clause].empty() ? "" : stems_[clause][0]);
    if (!capitals && uses > kWordBeside * all) return;
    std::size_t added = 0;
    for (const auto& [stems, meaning] : meanings) {
      if (static_cast<double>(meaning.first) < kEarnestMeaning * static_cast<double>(all)) continue;
      if (added++ == kMostMeanings) break;
      add(clause, meaning.second, Via::abbreviation);
    }
    if (added > 0) clauses_[clause].stopword = false;
  }

  const Snapshot& index_;
  QuestionAnalyser& analyser_;
  const std::string& language_;
  std::vector<AskedClause>& clauses_;
  VocabularyLookup vocabulary_;
  bool shouted_;  // all of it is in capitals, which then say nothing
  std::vector<std::vector<std::string>> stems_;
};

}  // namespace

void keep_names(const Snapshot& index, QuestionAnalyser& analyser, const std::string& language,
                std::vector<AskedClause>& clauses) {
  Equivalents(index, analyser, language, clauses).keep_names();
}

void add_equivalents(const Snapshot& index, QuestionAnalyser& analyser, const std::string& language,
                     std::vector<AskedClause>& clauses) {
  Equivalents(index, analyser, language, clauses).add();
}

}  // namespace palpate
