// Phrases on token streams: which passages cannot hold one, without reading their texts.
//
// A stream has a code for each word, by its stem, and a text is a hundred times dearer to fetch and
// analyse. Codes collide, and stems are less than words: so this never says that a phrase is there,
// only that it is not. What is left is checked on the text (phrase.h).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ranking/concept.h"
#include "ranking/match.h"
#include "store/snapshot.h"
#include "store/token_stream.h"

namespace palpate {

// What a stream says of a passage.
enum class StreamSays : unsigned char { no, perhaps };

class PhraseFilter {
 public:
  // `languages`: those whose stems the question was analysed to. All references must outlive this.
  PhraseFilter(const Snapshot& index, const MatchQuery& query,
               const std::vector<std::string>& languages);

  // Of each passage, in the order given.
  std::vector<StreamSays> look(std::span<const Xapian::docid> passages) const;

 private:
  // The codes of a wording's words; each may be a stopword in one language and none in another.
  struct CodedWord {
    TokenCode stopword;
    TokenCode content;
    bool is(TokenCode code) const { return code == stopword || code == content; }
  };
  using CodedPhrase = std::vector<CodedWord>;
  // One of them must be there; without any nothing is known of the concept.
  struct AnyOf {
    std::vector<CodedPhrase> phrases;
    std::vector<CodedWord> words;  // of alternatives that are no phrases
    bool empty() const { return phrases.empty() && words.empty(); }
  };

  CodedWord coded(const QuestionToken& word) const;
  AnyOf coded(const Concept& asked) const;
  static bool may_hold(std::span<const TokenCode> words, const CodedPhrase& phrase);
  // The words themselves, in `room` when they are not as they are in the stream.
  static std::span<const TokenCode> words_of(const TokenStream& stream,
                                             std::vector<TokenCode>& room);
  StreamSays look(const TokenStream& stream, std::vector<TokenCode>& room) const;

  const Snapshot& index_;
  const std::vector<std::string>& languages_;
  Deadline deadline_;
  std::vector<AnyOf> required_;
};

}  // namespace palpate
