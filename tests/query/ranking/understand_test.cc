#include "ranking/understand.h"
#include "query/note_texts.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "ranking/weightiest.h"
#include "understood_index.h"

namespace palpate {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Understanding : public UnderstoodIndex {
 protected:
  void SetUp() override { index_texts({"Knee pain after stairs.", "Hip pain at night."}); }
};

const std::string kLongMessage =
    "hello doctor my mother fell last winter walking home and since then she told us about "
    "something called \"knee stairs\" which worries everybody here";

TEST_F(Understanding, InALongMessageQuotedWordsCountLikeOthers) {
  const Understood asked = understood(kLongMessage);
  EXPECT_THAT(asked.query.required, IsEmpty());
  EXPECT_THAT(texts_of(asked.question.notes), Contains(HasSubstr("in quotes count like others")));
  EXPECT_THAT(ranked(kLongMessage), Contains("d0"));
}

TEST_F(Understanding, InAShortQuestionQuotesAreStrict) {
  const Understood asked = understood("mother \"knee stairs\" worries");
  EXPECT_EQ(asked.query.required.size(), 1U);
  EXPECT_THAT(asked.question.notes, IsEmpty());
  EXPECT_THAT(ranked("mother \"knee stairs\" worries"), IsEmpty());
}

TEST_F(Understanding, ExactKeepsTheQuotesOfALongMessage) {
  EXPECT_EQ(understood(kLongMessage, true).query.required.size(), 1U);
}

TEST_F(Understanding, OfALongQuotationTheFirstWordsAreAskedAndThatIsSaid) {
  std::string quoted;
  for (std::size_t i = 0; i < kMostTokens; ++i) quoted += "knee ";
  const auto note = Contains(HasSubstr("only the first 64 words"));
  EXPECT_THAT(texts_of(understood('"' + quoted + '"').question.notes), Not(note));
  EXPECT_THAT(texts_of(understood('"' + quoted + "pain\"").question.notes), note);
}

TEST_F(Understanding, OfAVeryLongQuestionTheWeightiestWordsAreAsked) {
  std::string words;
  for (int i = 0; i < 1000; ++i) {
    words += "w";
    for (int rest = i; rest > 0; rest /= 26) words += static_cast<char>('a' + rest % 26);
    words += ' ';
  }
  const Understood asked = understood(words + "knee");
  EXPECT_EQ(asked.concepts.size(), kMostConcepts);
  EXPECT_THAT(texts_of(asked.question.notes), Contains(HasSubstr("weightiest")));
  EXPECT_THAT(concepts(words + "knee"), Contains("knee")) << "the only one that occurs";
}

TEST_F(Understanding, AWordOftenRepeatedIsNoLongQuestion) {
  std::string words;
  for (int i = 0; i < 1000; ++i) words += "knee ";
  const Understood asked = understood(words + "hip");
  EXPECT_EQ(asked.concepts.size(), 2U);
  EXPECT_THAT(texts_of(asked.question.notes), Not(Contains(HasSubstr("weightiest"))));
}

TEST_F(Understanding, OfManyConditionsTheFirstAreUsed) {
  for (const std::string piece : {"-winter ", "title:winter ", "title:winter OR ", "\"knee\" "}) {
    std::string words = "knee ";
    for (int i = 0; i < 500; ++i) words += piece;
    const Understood asked = understood(words + "stairs");
    EXPECT_LE(asked.question.exclusions.size(), kMostParts) << piece;
    EXPECT_LE(asked.question.filters.fields.size(), kMostParts) << piece;
    EXPECT_THAT(texts_of(asked.question.notes), Contains(HasSubstr("conditions"))) << piece;
  }
  EXPECT_THAT(texts_of(understood("knee -winter title:knee \"knee\"").question.notes),
              Not(Contains(HasSubstr("conditions"))));
}

TEST_F(Understanding, OfManyAlternativesTheFirstAreAsked) {
  std::string words = "knee";
  for (int i = 0; i < 500; ++i) words += " OR stairs" + std::to_string(i);
  const Understood asked = understood(words);
  ASSERT_EQ(asked.question.clauses.size(), 1U);
  EXPECT_EQ(asked.question.clauses.front().alternatives.size(), kMostParts);
  EXPECT_THAT(texts_of(asked.question.notes), Contains(HasSubstr("conditions")));
}

TEST_F(Understanding, AnAlternativeNamedAgainIsOne) {
  std::string words = "knee";
  for (int i = 0; i < 500; ++i) words += i % 2 == 0 ? " OR stairs" : " OR \"stairs\"";
  const Understood asked = understood(words);
  ASSERT_EQ(asked.question.clauses.size(), 1U);
  EXPECT_EQ(asked.question.clauses.front().alternatives.size(), 3U) << "a word and a phrase differ";
  EXPECT_THAT(texts_of(asked.question.notes), Not(Contains(HasSubstr("conditions"))));
}

}  // namespace
}  // namespace palpate
