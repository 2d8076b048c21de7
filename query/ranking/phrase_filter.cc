#include "ranking/phrase_filter.h"

#include <algorithm>
#include <numeric>

#include "store/fields.h"

namespace palpate {
namespace {

// Whether passages, asked for in the order of their numbers, are in one of the languages.
class InLanguages {
 public:
  InLanguages(const Xapian::Database& database, const std::vector<std::string>& languages) {
    for (const std::string& language : languages) {
      const std::string term = std::string(prefix_of(Field::language)).append(language);
      lists_.emplace_back(database.postlist_begin(term), database.postlist_end(term));
    }
  }

  bool holds(Xapian::docid passage) {
    return std::ranges::any_of(lists_, [&](auto& list) {
      auto& [at, end] = list;
      if (at != end && *at < passage) at.skip_to(passage);
      return at != end && *at == passage;
    });
  }

 private:
  std::vector<std::pair<Xapian::PostingIterator, Xapian::PostingIterator>> lists_;
};

}  // namespace

PhraseFilter::PhraseFilter(const Snapshot& index, const MatchQuery& query,
                           const std::vector<std::string>& languages)
    : index_(index), languages_(languages) {
  for (const Concept& asked : query.required)
    if (AnyOf phrases = coded(asked); !phrases.empty()) required_.push_back(std::move(phrases));
}

std::vector<StreamSays> PhraseFilter::look(const std::vector<Xapian::docid>& passages) const {
  std::vector<StreamSays> says(passages.size(), StreamSays::perhaps);
  if (required_.empty()) return says;
  std::vector<std::size_t> ascending(passages.size());
  std::iota(ascending.begin(), ascending.end(), std::size_t{0});
  std::ranges::sort(ascending, {}, [&](std::size_t place) { return passages[place]; });
  constexpr auto kSlot = static_cast<unsigned>(Slot::tokens);
  Xapian::ValueIterator at = index_.database().valuestream_begin(kSlot);
  const Xapian::ValueIterator end = index_.database().valuestream_end(kSlot);
  InLanguages in_languages(index_.database(), languages_);
  TokenStream stream;
  for (const std::size_t place : ascending) {
    const Xapian::docid passage = passages[place];
    if (at != end && at.get_docid() < passage) at.skip_to(passage);
    if (at == end) break;
    // Of another language the stems are others, whatever the words are.
    if (at.get_docid() != passage || !in_languages.holds(passage)) continue;
    if (decode(*at, stream)) says[place] = look(stream);
  }
  return says;
}

// Empty where an alternative is no phrase: any of its words is enough, which Xapian has seen to.
PhraseFilter::AnyOf PhraseFilter::coded(const Concept& asked) {
  AnyOf phrases;
  for (const Alternative& alternative : asked.alternatives) {
    if (!alternative.phrase) return {};
    for (const Wording& wording : alternative.wordings) {
      CodedPhrase phrase;
      for (const QuestionToken& token : wording.tokens)
        if (token.kind != TokenKind::joined)
          phrase.push_back({token_code(token.stem, true), token_code(token.stem, false)});
      phrases.push_back(std::move(phrase));
    }
  }
  return phrases;
}

// The joined form of a compound stands behind its parts, where the text has nothing.
bool PhraseFilter::may_hold(std::span<const TokenCode> codes, const CodedPhrase& phrase) {
  if (phrase.empty()) return true;
  const auto stands_at = [&](std::size_t begin) {
    std::size_t at = begin;
    for (std::size_t i = 1; i < phrase.size(); ++i) {
      if (at + 1 < codes.size() && phrase[i].is(codes[at + 1])) {
        at += 1;
      } else if (at + 2 < codes.size() && phrase[i].is(codes[at + 2])) {
        at += 2;
      } else {
        return false;
      }
    }
    return true;
  };
  for (std::size_t begin = 0; begin < codes.size(); ++begin)
    if (phrase.front().is(codes[begin]) && stands_at(begin)) return true;
  return false;
}

// Back matter has no names of the topic in its stream, though the article's title counts there too.
StreamSays PhraseFilter::look(const TokenStream& stream) const {
  const auto may_be_there = [&](const AnyOf& phrases) {
    return std::ranges::any_of(
        phrases, [&](const CodedPhrase& phrase) { return may_hold(stream.codes, phrase); });
  };
  const bool may = stream.back_matter || std::ranges::all_of(required_, may_be_there);
  return may ? StreamSays::perhaps : StreamSays::no;
}

}  // namespace palpate
