#include "ranking/second_stage.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "indexed_folder.h"
#include "ranking/understand.h"
#include "store/token_stream.h"

namespace palpate {
namespace {

// Words alone decide how rare each is: every one stands in one line.
class SecondStage : public testing::Test {
 protected:
  void SetUp() override {
    folder_.write("words.jsonl", R"({"_id":"1","text":"knee pain brace swelling sciatica massage"})"
                                 "\n"
                                 R"({"_id":"2","text":"quite another matter"})"
                                 "\n");
    folder_.index();
    index_.emplace(folder_.snapshot());
  }

  // "a | b" are two parts; stopwords are marked with a dot.
  TokenStream stream(const std::vector<std::string>& names, const std::string& heading,
                     const std::vector<std::string>& sentences) {
    TokenStream made;
    for (const std::string& name : names) add(made, name);
    made.names = names.size();
    add(made, heading);
    add(made, "");
    for (const std::string& sentence : sentences) add(made, sentence);
    return made;
  }

  double part(Weight weight, const std::string& question, const TokenStream& passage) {
    return parts(question, passage)[static_cast<std::size_t>(weight)];
  }
  double score(const std::string& question, const TokenStream& passage) {
    return score_of(parts(question, passage), {});
  }
  ScoreParts parts(const std::string& question, const TokenStream& passage,
                   bool other_language = false) {
    const Question parsed = parse_question(question);
    std::vector<Concept> concepts = analyser_.concepts(parsed);
    find_rarities(*index_, concepts);
    const AskedTerms asked(*index_, concepts, analyser_.words(parsed), {});
    const RankingWeights weights;
    return PassageScorer(asked, weights, {.intents = 1, .warning = true})
        .score(passage, 1, other_language);
  }

 private:
  void add(TokenStream& to, const std::string& text) {
    for (const Token& token : english_.analyse(text))
      to.add(token_code(token.stem, token.form == "the" || token.form == "of"));
    to.end_part();
  }

  IndexedFolder folder_;
  std::optional<Snapshot> index_;
  QuestionAnalyser analyser_ = std::move(*QuestionAnalyser::create({"en"}));
  Analyser english_ = std::move(*Analyser::create({"en"}));
};

TEST_F(SecondStage, AnArticleThatIsNamedAsAskedIsAboutIt) {
  const double same = part(Weight::topic, "knee pain", stream({"knee pain"}, "", {}));
  const double more = part(Weight::topic, "knee pain", stream({"knee pain massage brace"}, "", {}));
  const double other = part(Weight::topic, "knee pain", stream({"sciatica"}, "", {}));
  EXPECT_DOUBLE_EQ(same, 1);
  EXPECT_LT(more, same);
  EXPECT_GT(more, other);
  EXPECT_DOUBLE_EQ(other, 0);
}

TEST_F(SecondStage, TheBestNameCounts) {
  EXPECT_DOUBLE_EQ(part(Weight::topic, "sciatica", stream({"knee pain", "sciatica"}, "", {})), 1);
}

TEST_F(SecondStage, ALongTitleCountsLess) {
  const auto cover = [&](const std::string& title) {
    return part(Weight::title_cover, "knee", stream({title}, "", {}));
  };
  EXPECT_DOUBLE_EQ(cover("knee"), 1);
  EXPECT_LT(cover("knee one two three four five six seven eight nine"), 0.6);
}

TEST_F(SecondStage, WordsOfOneSentenceAreWorthMoreThanScatteredOnes) {
  const double together =
      part(Weight::sentence, "knee swelling", stream({}, "", {"knee swelling", "other matter"}));
  const double apart =
      part(Weight::sentence, "knee swelling", stream({}, "", {"knee matter", "other swelling"}));
  EXPECT_DOUBLE_EQ(together, 1);
  EXPECT_LT(apart, together);
}

// Passages of an article on knee pain rarely say "knee pain" again.
TEST_F(SecondStage, WhatTheNameSaysNeedNotBeSaidInTheSentence) {
  const auto sentence = [&](const std::string& name, const std::string& text) {
    return part(Weight::sentence, "knee brace", stream({name}, "", {text}));
  };
  EXPECT_GT(sentence("knee", "brace"), sentence("sciatica", "brace"));
  EXPECT_GT(sentence("knee", "knee brace"), sentence("knee", "brace"));
  EXPECT_DOUBLE_EQ(sentence("knee", "knee brace"), 1);
  EXPECT_DOUBLE_EQ(sentence("knee brace", "sciatica"), RankingWeights()[Weight::named]);
}

TEST_F(SecondStage, NeighboursCountWhenOneWordLiesBetweenAndInAnyOrder) {
  const auto pairs = [&](const std::string& sentence) {
    return part(Weight::pairs, "knee brace", stream({}, "", {sentence}));
  };
  EXPECT_DOUBLE_EQ(pairs("knee brace"), 1);
  EXPECT_DOUBLE_EQ(pairs("brace of the knee"), 1) << "stopwords are not counted";
  EXPECT_DOUBLE_EQ(pairs("knee sleeve brace"), 1);
  EXPECT_DOUBLE_EQ(pairs("knee is not really any brace"), 0);
}

TEST_F(SecondStage, HeadingAndIntentAreSeenFromTheStream) {
  TokenStream passage = stream({"knee brace"}, "knee brace", {});
  EXPECT_DOUBLE_EQ(part(Weight::heading_cover, "knee brace", passage), 1);
  EXPECT_DOUBLE_EQ(part(Weight::intent, "knee brace", passage), 0);
  passage.intents = 3;
  EXPECT_DOUBLE_EQ(part(Weight::intent, "knee brace", passage), 1);
}

TEST_F(SecondStage, AWarningCountsAsMuchAsTheArticleIsAboutIt) {
  TokenStream passage = stream({"knee brace"}, "", {"knee brace"});
  EXPECT_DOUBLE_EQ(part(Weight::warning, "knee brace", passage), 0);
  passage.warning = true;
  EXPECT_DOUBLE_EQ(part(Weight::warning, "knee brace", passage), 1);
  TokenStream elsewhere = stream({"sciatica"}, "", {"knee brace"});
  elsewhere.warning = true;
  EXPECT_DOUBLE_EQ(part(Weight::warning, "knee brace", elsewhere), 0);
}

TEST_F(SecondStage, HalfIsTakenFromAnArticleThatSaysItIsOutOfDate) {
  TokenStream passage = stream({"knee brace"}, "knee", {"A knee brace."});
  const double before = score("knee brace", passage);
  EXPECT_EQ(part(Weight::superseded, "knee brace", passage), 0);
  passage.superseded = true;
  EXPECT_DOUBLE_EQ(part(Weight::superseded, "knee brace", passage), -before);
  EXPECT_DOUBLE_EQ(score("knee brace", passage), before / 2);
}

TEST_F(SecondStage, AShareIsTakenFromAPassageInAnotherLanguageThanTheQuestion) {
  const TokenStream passage = stream({"knee brace"}, "knee", {"A knee brace."});
  const double own = score("knee brace", passage);
  const RankingWeights weights;
  EXPECT_DOUBLE_EQ(score_of(parts("knee brace", passage, true), weights),
                   own * (1 - weights[Weight::other_language]));
}

TEST_F(SecondStage, ScoreIsTheSumOfWeightedParts) {
  ScoreParts parts{};
  parts[static_cast<std::size_t>(Weight::topic)] = 0.5;
  parts[static_cast<std::size_t>(Weight::sentence)] = 1;
  RankingWeights weights;
  weights.set(Weight::topic, 2);
  weights.set(Weight::sentence, 3);
  EXPECT_DOUBLE_EQ(score_of(parts, weights), 4);
}

TEST(SecondStageOrder, PutsTheArticleThatIsAboutItBeforeAPassingMention) {
  IndexedFolder folder;
  folder.write(
      "lines.jsonl",
      R"({"_id":"mention","title":"Travel","text":"Sciatica, sciatica, sciatica and trains."})"
      "\n"
      R"({"_id":"about","title":"Sciatica","text":"Pain runs down the leg."})"
      "\n");
  folder.index();
  Searcher searcher = folder.searcher();
  const auto ranked = searcher.rank("sciatica", 10, RunUnit::document);
  ASSERT_TRUE(ranked);
  ASSERT_EQ(ranked->size(), 2U);
  EXPECT_EQ(ranked->front().id, "about");
  EXPECT_GT((*ranked)[0].score, (*ranked)[1].score);
}

TEST(SecondStageOrder, WhatLiesBehindTheCandidatesKeepsItsOrderBelowThem) {
  IndexedFolder folder;
  std::string lines;
  for (int i = 0; i < 30; ++i)
    lines += R"({"_id":")" + std::to_string(i) + R"(","text":"Knee )" +
             std::string(3UL * static_cast<unsigned>(i), 'x') +
             " pain and other words that make it longer" + R"("})" + "\n";
  folder.write("lines.jsonl", lines);
  folder.index();
  Searcher searcher = folder.searcher();
  ASSERT_TRUE(searcher.set_weight("candidates", 5));
  const auto ranked = searcher.rank("knee pain", 30, RunUnit::document);
  ASSERT_TRUE(ranked);
  ASSERT_EQ(ranked->size(), 30U);
  for (std::size_t i = 1; i < ranked->size(); ++i)
    EXPECT_LE((*ranked)[i].score, (*ranked)[i - 1].score) << i;
}

TEST(Weights, AreNamedOnceAndRefuseOtherNames) {
  for (const WeightDefinition& one : kWeightTable) {
    EXPECT_EQ(weight_named(one.name), one.weight);
    EXPECT_FALSE(one.meaning.empty());
  }
  IndexedFolder folder;
  folder.write("a.md", "# Knee\n\nKnees bend.\n");
  folder.index();
  Searcher searcher = folder.searcher();
  const Status set = searcher.set_weight("wieght", 1);
  ASSERT_FALSE(set);
  EXPECT_EQ(set.error().code, ErrorCode::invalid_argument);
}

}  // namespace
}  // namespace palpate
