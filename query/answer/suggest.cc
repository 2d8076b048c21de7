#include "answer/suggest.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "store/completions.h"
#include "store/fields.h"

namespace palpate {
namespace {

// Of all completions, and of those whose next word is the same, before the next word is gone to.
constexpr std::size_t kMostLookedAt = 400;
constexpr std::size_t kMostOfAWord = 12;
constexpr std::size_t kMostSuggestions = 50;
// What a title counts beside a heading, which many articles share ("Treatment").
constexpr std::size_t kTitle = 4;
// An end of a title is a phrase of its own when so many articles have it.
constexpr std::size_t kFrequent = 2;

struct Ranked {
  Completion completion;
  std::size_t frequency = 0;
  std::size_t worth = 0;
};

bool ends_a_word(std::string_view typed) {
  return !typed.empty() && (typed.back() == ' ' || typed.back() == '\t' || typed.back() == '\n');
}

class Completions {
 public:
  Completions(const Snapshot& index, std::string begin, const Deadline& deadline)
      : index_(index),
        deadline_(deadline),
        begin_(std::move(begin)),
        prefix_(prefix_of(Field::completion)) {}

  // By their words, each once.
  std::map<std::string, Ranked> found() {
    const Xapian::Database& database = index_.database();
    auto term = database.allterms_begin(prefix_ + begin_);
    const auto end = database.allterms_end(prefix_ + begin_);
    std::string word;
    std::size_t of_word = 0;
    for (std::size_t looked = 0; term != end && looked < kMostLookedAt; ++looked) {
      deadline_.keep();
      const auto completion = completion_in((*term).substr(prefix_.size()));
      if (completion) add(*completion, term.get_termfreq());
      if (std::string next = completion ? up_to_next_word(completion->words) : word; next != word) {
        word = std::move(next);
        of_word = 0;
      }
      if (++of_word < kMostOfAWord) {
        ++term;
      } else {
        term.skip_to(prefix_ + word + "!");  // behind the blank that words are apart by
        of_word = 0;
      }
    }
    return std::move(found_);
  }

 private:
  std::string up_to_next_word(const std::string& words) const {
    return words.substr(0, words.find(' ', begin_.size()));
  }

  void add(const Completion& completion, std::size_t frequency) {
    if (completion.kind == CompletionKind::phrase && frequency < kFrequent) return;
    const std::size_t worth =
        completion.kind == CompletionKind::title ? kTitle * frequency : frequency;
    Ranked& known = found_[completion.words];
    if (known.worth < worth) {
      known.completion = completion;
      known.frequency = frequency;
    }
    known.worth += worth;
  }

  const Snapshot& index_;
  const Deadline& deadline_;
  std::string begin_;
  std::string prefix_;
  std::map<std::string, Ranked> found_;
};

// As it is written in the first article that has it.
std::string written(const Snapshot& index, Analyser& analyser, const Completion& completion) {
  const std::string term =
      std::string(prefix_of(Field::completion)).append(completion_term(completion));
  const auto passage = index.database().postlist_begin(term);
  if (passage == index.database().postlist_end(term)) return completion.words;
  if (completion.kind == CompletionKind::heading) {
    const std::vector<std::string> headings = index.passage(*passage).heading_path;
    return headings.empty() ? completion.words : headings.back();
  }
  const auto document = index.document(index.document_of(index.stored(*passage)));
  if (!document) return completion.words;
  if (completion.kind == CompletionKind::title) return document->title;
  const auto phrase = phrase_of_title(document->title, completion.words, analyser);
  return phrase.empty() ? completion.words : std::string(phrase);
}

SuggestionKind kind_of(CompletionKind kind) {
  switch (kind) {
    case CompletionKind::title:
      return SuggestionKind::title;
    case CompletionKind::heading:
      return SuggestionKind::heading;
    case CompletionKind::phrase:
      break;
  }
  return SuggestionKind::phrase;
}

}  // namespace

std::vector<Suggestion> suggest(const Snapshot& index, Analyser& analyser, std::string_view typed,
                                std::size_t count, const Deadline& deadline) {
  std::string begin = completion_words(typed, analyser);
  if (begin.empty()) return {};
  if (ends_a_word(typed)) begin += ' ';
  std::vector<Ranked> ranked;
  for (auto& [words, one] : Completions(index, begin, deadline).found())
    ranked.push_back(std::move(one));
  std::ranges::stable_sort(ranked, [](const Ranked& a, const Ranked& b) {
    return a.worth != b.worth ? a.worth > b.worth
                              : a.completion.words.size() < b.completion.words.size();
  });
  ranked.resize(std::min({ranked.size(), count, kMostSuggestions}));
  std::vector<Suggestion> suggestions;
  suggestions.reserve(ranked.size());
  for (const Ranked& one : ranked) {
    deadline.keep();
    suggestions.push_back({written(index, analyser, one.completion), kind_of(one.completion.kind)});
  }
  return suggestions;
}

}  // namespace palpate
