#include "ranking/asked_terms.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "ranking/clause.h"
#include "understood_index.h"

namespace palpate {
namespace {

class AskedTermsTest : public UnderstoodIndex {
 protected:
  // Concepts of a question with their rarities, as typed.
  std::vector<Concept> weighed(const std::string& question) {
    std::vector<Concept> concepts = analyser_.concepts(parse_question(question));
    find_rarities(*index_, concepts);
    return concepts;
  }
  double rarity_in_index(const std::string& stem) const {
    return rarity(index_->database().get_termfreq(stem), index_->database().get_doccount());
  }
};

// With k1 = 0 a word's weight in Xapian is its inverse document frequency.
TEST_F(AskedTermsTest, RarityIsXapians) {
  std::vector<std::string> texts;
  for (int i = 0; i < 40; ++i)
    texts.push_back(std::string("Pain") + (i < 30 ? " knee" : "") + (i < 7 ? " tendon" : "") +
                    (i < 1 ? " sciatica" : "") + ".");
  index_texts(texts);
  for (const std::string stem : {"pain", "knee", "tendon", "sciatica"}) {
    Xapian::Enquire enquire(index_->database());
    enquire.set_weighting_scheme(Xapian::BM25Weight(0, 0, 0, 0.5, 0));
    enquire.set_query(Xapian::Query(stem));
    const Xapian::MSet found = enquire.get_mset(0, 1);
    ASSERT_EQ(found.size(), 1U) << stem;
    EXPECT_NEAR(rarity_in_index(stem), found.begin().get_weight(), 1e-9) << stem;
    EXPECT_DOUBLE_EQ(rarity_of(weighed(stem).at(0).alternatives.at(0).wordings.at(0)),
                     rarity_in_index(stem));
  }
}

TEST(Rarity, IsNeverNegativeAndFallsAsAWordIsCommoner) {
  double last = rarity(0, 1000);
  for (std::size_t with = 1; with <= 1000; ++with) {
    const double now = rarity(with, 1000);
    EXPECT_GT(now, 0) << with;
    EXPECT_LE(now, last) << with;
    last = now;
  }
  EXPECT_GT(rarity(5, 3), 0) << "counts of an index in motion";
}

TEST_F(AskedTermsTest, AConceptIsWorthWhatWasTypedWhateverElseStandsForIt) {
  index_texts({"Knee pain.", "Patella pain.", "Hip pain.", "Hip."});
  std::vector<Concept> concepts = weighed("knee hip");
  const AskedTerms plain(*index_, concepts, {}, {});
  Alternative other = analyser_.analyse({"patella joint", false, {}});
  other.via = Via::equivalent;
  add_alternative(concepts[0], std::move(other));
  find_rarities(*index_, concepts);
  const AskedTerms widened(*index_, concepts, {}, {});
  EXPECT_EQ(plain.concepts(), widened.concepts());
  EXPECT_DOUBLE_EQ(plain.concepts()[0], rarity_in_index("knee"));
  EXPECT_DOUBLE_EQ(plain.total(), rarity_in_index("knee") + rarity_in_index("hip"));
  EXPECT_EQ(widened.terms().size(), 4U);
  const int patella = widened.find(token_code("patella", false));
  ASSERT_GE(patella, 0);
  EXPECT_DOUBLE_EQ(widened.terms()[static_cast<std::size_t>(patella)].weight,
                   RankingWeights()[Weight::equivalent]);
  EXPECT_EQ(widened.find(token_code("shoulder", false)), -1);
}

TEST_F(AskedTermsTest, NeighboursWithAndWithoutStopwords) {
  index_texts({"Knee pain."});
  const Question question = parse_question("pain in knee");
  std::vector<Concept> concepts = analyser_.concepts(question);
  const AskedTerms asked(*index_, concepts, analyser_.words(question), {});
  ASSERT_EQ(asked.neighbours().pairs.size(), 1U);
  EXPECT_EQ(asked.neighbours().pairs[0].left, asked.find(token_code("pain", false)));
  EXPECT_EQ(asked.neighbours().pairs[0].right, asked.find(token_code("knee", false)));
  EXPECT_EQ(asked.raw_neighbours().ties, 2U);
}

TEST_F(AskedTermsTest, QuestionWordsCountLittle) {
  index_texts({"The best knee exercise.", "Knee."});
  std::vector<Concept> concepts = weighed("best knee");
  emphasise(*index_, {}, concepts);
  ASSERT_EQ(concepts.size(), 2U);
  EXPECT_DOUBLE_EQ(concepts[0].emphasis, RankingWeights()[Weight::question_word]);
  EXPECT_DOUBLE_EQ(concepts[1].emphasis, 1);
}

// In a short question every word was chosen; in a long one those of titles are likelier its topic.
TEST_F(AskedTermsTest, InALongQuestionTheWordsOfTitlesCountMore) {
  index_lines(
      R"({"_id":"a","title":"Knee","text":"Thunder and rain, hail, snow, fog, mist, sleet, ice, frost, wind, storm, cloud.","metadata":{"language":"en"}})"
      "\n");
  std::vector<Concept> brief = weighed("knee thunder");
  emphasise(*index_, {}, brief);
  EXPECT_DOUBLE_EQ(brief[0].emphasis, 1);
  EXPECT_DOUBLE_EQ(brief[1].emphasis, 1);
  std::vector<Concept> rambling =
      weighed("knee thunder rain hail snow fog mist sleet ice frost wind storm cloud");
  emphasise(*index_, {}, rambling);
  EXPECT_DOUBLE_EQ(rambling[0].emphasis, 1);
  EXPECT_DOUBLE_EQ(rambling[1].emphasis, 1 - RankingWeights()[Weight::titled]);
}

}  // namespace
}  // namespace palpate
