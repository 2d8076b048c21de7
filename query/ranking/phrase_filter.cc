#include "ranking/phrase_filter.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "ranking/index_languages.h"
#include "store/fields.h"
#include "vocabulary/stopwords.h"

namespace palpate {
namespace {

// A stream takes about a microsecond.
constexpr std::size_t kBetweenLooksAtTheClock = 256;

}  // namespace

PhraseFilter::PhraseFilter(const Snapshot& index, const MatchQuery& query,
                           const std::vector<std::string>& languages)
    : index_(index), languages_(languages), deadline_(query.deadline) {
  for (const Concept& asked : query.required)
    if (AnyOf phrases = coded(asked); !phrases.empty()) required_.push_back(std::move(phrases));
}

std::vector<StreamSays> PhraseFilter::look(std::span<const Xapian::docid> passages) const {
  std::vector<StreamSays> says(passages.size(), StreamSays::perhaps);
  if (required_.empty()) return says;
  std::vector<std::size_t> ascending(passages.size());
  std::iota(ascending.begin(), ascending.end(), std::size_t{0});
  std::ranges::sort(ascending, {}, [&](std::size_t place) { return passages[place]; });
  constexpr auto kSlot = static_cast<unsigned>(Slot::tokens);
  Xapian::ValueIterator at = index_.database().valuestream_begin(kSlot);
  const Xapian::ValueIterator end = index_.database().valuestream_end(kSlot);
  const std::vector<bool> known_language = in_languages(index_, languages_, passages);
  TokenStream stream;
  std::vector<TokenCode> room;
  std::size_t looked_at = 0;
  for (const std::size_t place : ascending) {
    if (looked_at++ % kBetweenLooksAtTheClock == 0) deadline_.keep();
    const Xapian::docid passage = passages[place];
    if (at != end && at.get_docid() < passage) at.skip_to(passage);
    if (at == end) break;
    // Of another language the stems are others, whatever the words are.
    if (at.get_docid() != passage || !known_language[place]) continue;
    if (decode(*at, stream)) says[place] = look(stream, room);
  }
  return says;
}

// There are few codes for stopwords, and every passage holds most of them: a word has one only
// where it is a stopword.
PhraseFilter::CodedWord PhraseFilter::coded(const QuestionToken& word) const {
  const auto stops = std::ranges::count_if(
      languages_, [&](const std::string& language) { return is_stopword(language, word.form); });
  const bool in_all = static_cast<std::size_t>(stops) == languages_.size();
  return {token_code(word.stem, stops > 0), token_code(word.stem, in_all)};
}

// Of an alternative that is no phrase any word is enough.
PhraseFilter::AnyOf PhraseFilter::coded(const Concept& asked) const {
  AnyOf any;
  const auto code = [&](const QuestionToken& token) { return coded(token); };
  for (const Alternative& alternative : asked.alternatives) {
    for (const Wording& wording : alternative.wordings) {
      if (!alternative.phrase) {
        std::ranges::transform(wording.tokens, std::back_inserter(any.words), code);
        continue;
      }
      CodedPhrase& phrase = any.phrases.emplace_back();
      for (const QuestionToken& token : wording.tokens)
        if (!is_whole(token.kind)) phrase.push_back(code(token));
    }
  }
  return any;
}

bool PhraseFilter::may_hold(std::span<const TokenCode> words, const CodedPhrase& phrase) {
  return !std::ranges::search(words, phrase,
                              [](TokenCode code, const CodedWord& asked) { return asked.is(code); })
              .empty() ||
         phrase.empty();
}

// Without the wholes of compounds and names, which the text has not beside their parts.
std::span<const TokenCode> PhraseFilter::words_of(const TokenStream& stream,
                                                  std::vector<TokenCode>& words) {
  if (stream.wholes.empty()) return stream.codes;
  words.clear();
  auto whole = stream.wholes.begin();
  for (std::uint32_t i = 0; i < stream.codes.size(); ++i) {
    if (whole != stream.wholes.end() && *whole == i) {
      ++whole;
    } else {
      words.push_back(stream.codes[i]);
    }
  }
  return words;
}

// Back matter has no names of the topic in its stream, though the article's title counts there too.
StreamSays PhraseFilter::look(const TokenStream& stream, std::vector<TokenCode>& room) const {
  const std::span<const TokenCode> words = words_of(stream, room);
  const auto may_be_there = [&](const AnyOf& any) {
    const auto stands = [&](const CodedWord& word) {
      return std::ranges::any_of(stream.codes, [&](TokenCode code) { return word.is(code); });
    };
    const auto stands_together = [&](const CodedPhrase& phrase) { return may_hold(words, phrase); };
    return std::ranges::any_of(any.phrases, stands_together) ||
           std::ranges::any_of(any.words, stands);
  };
  const bool may = stream.back_matter || std::ranges::all_of(required_, may_be_there);
  return may ? StreamSays::perhaps : StreamSays::no;
}

}  // namespace palpate
