#include "ranking/match.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "indexed_folder.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// One line a document, one passage each.
class MatchTest : public testing::Test {
 protected:
  void index_lines(const std::vector<std::string>& texts) {
    std::string lines;
    for (std::size_t i = 0; i < texts.size(); ++i)
      lines += R"({"_id":"d)" + std::to_string(i) + R"(","text":")" + texts[i] +
               R"(","metadata":{"language":"en"}})" + "\n";
    folder_.write("lines.jsonl", lines);
    folder_.index();
    index_.emplace(folder_.snapshot());
  }

  MatchQuery query(const std::string& words, bool back_matter = false) {
    const Question question = parse_question(words);
    return build_query(*index_, analyser_, question, analyser_.concepts(question), RankingWeights(),
                       back_matter);
  }
  Matches matches(const std::string& words, std::size_t count,
                  std::size_t most_verified = kMaxVerified) {
    return find_matches(*index_, analyser_, query(words), RankingWeights(), count, most_verified);
  }

  IndexedFolder folder_;
  std::optional<Snapshot> index_;
  QuestionAnalyser analyser_ = std::move(*QuestionAnalyser::create({"en"}));
};

TEST_F(MatchTest, SaysWhetherThereIsMore) {
  index_lines({"Knee pain.", "Knee rest.", "Hip pain."});
  Matches found = matches("knee", 1);
  EXPECT_EQ(found.candidates.size(), 1U);
  EXPECT_EQ(found.total, 2U);
  EXPECT_TRUE(found.exact);
  EXPECT_FALSE(found.complete);
  found = matches("knee", 3);
  EXPECT_EQ(found.candidates.size(), 2U);
  EXPECT_TRUE(found.complete);
  EXPECT_TRUE(matches("nothing", 1).complete);
  // More than any index holds, also where it is no number of Xapian's.
  for (const std::size_t count : {std::size_t{1} << 32U, std::size_t{3} << 40U, SIZE_MAX}) {
    found = matches("knee", count);
    EXPECT_EQ(found.candidates.size(), 2U) << count;
    EXPECT_TRUE(found.complete) << count;
  }
}

// Asking for more gives no more once the limit of what is verified is reached: a caller that goes
// on until it has everything must come to an end.
TEST_F(MatchTest, BeyondTheVerifiedTheTotalIsInexactAndAskingEnds) {
  index_lines({"Knee pain pain knee.", "Knee knee pain.", "Knee pain.", "Pain in the knee.",
               "Pain and knee."});
  Matches found = matches("\"knee pain\"", 10, 2);
  EXPECT_FALSE(found.exact);
  EXPECT_LE(found.candidates.size(), 2U);
  EXPECT_TRUE(found.complete);
  found = matches("\"knee pain\"", 10, 5);
  EXPECT_TRUE(found.exact);
  EXPECT_TRUE(found.complete);
  EXPECT_EQ(found.total, 3U);
}

// A stream cannot tell "the knee of" from "the of" with a compound between; so many texts are not
// read.
TEST_F(MatchTest, OfAPhraseOfStopwordsOnlySoManyTextsAreRead) {
  std::vector<std::string> texts;
  for (int i = 0; i < 3'000; ++i)
    texts.push_back("They get the knee of " + std::to_string(i) + ".");
  index_lines(texts);
  // Streams hold stems: whether it is "gets" or "get" only the text tells.
  const Matches found = matches("\"gets the\"", 10);
  EXPECT_TRUE(found.candidates.empty());
  EXPECT_FALSE(found.exact);
  EXPECT_TRUE(found.complete);
  const Matches apart = matches("\"the of\"", 10);
  EXPECT_TRUE(apart.candidates.empty());
  EXPECT_TRUE(apart.exact) << "the streams tell";
  const Matches telling = matches("\"knee of 2999\"", 10);
  EXPECT_EQ(telling.total, 1U);
  EXPECT_TRUE(telling.exact);
}

TEST_F(MatchTest, NamesWordsThatOccurNowhere) {
  index_lines({"Knee pain."});
  EXPECT_THAT(query("knee metformin pain dosage").unknown, ElementsAre("metformin", "dosage"));
  EXPECT_THAT(query("metformin OR knee").unknown, IsEmpty());
  EXPECT_THAT(query("knees").unknown, IsEmpty());
}

TEST_F(MatchTest, ACollectionsIdMayHoldAHash) {
  folder_.write("lines.jsonl", R"({"_id":"a#7","text":"Knee pain.","metadata":{"language":"en"}})"
                               "\n"
                               R"({"_id":"b","text":"Knee pain.","metadata":{"language":"en"}})"
                               "\n");
  folder_.index();
  index_.emplace(folder_.snapshot());
  EXPECT_EQ(matches("knee id:a#7", 5).total, 1U);
  EXPECT_EQ(matches("knee id:a#7#1", 5).total, 1U);
  EXPECT_EQ(matches("knee id:b#1", 5).total, 1U);
  EXPECT_EQ(matches("knee id:b#2", 5).total, 0U);
  EXPECT_EQ(matches("knee id:b#", 5).total, 0U);
}

TEST_F(MatchTest, RarerWordsAndMoreOfThemComeFirst) {
  index_lines({"Pain here.", "Pain there.", "Pain again.", "Tendon here.", "Tendon pain."});
  const Matches found = matches("tendon pain", 5);
  std::vector<std::string> order;
  for (const Candidate& one : found.candidates)
    order.push_back(index_->document_of(index_->database().get_document(one.passage)));
  ASSERT_EQ(order.size(), 5U);
  EXPECT_EQ(order[0], "d4");
  EXPECT_EQ(order[1], "d3");
}

TEST_F(MatchTest, CountsArticlesWithoutADateNotPassages) {
  folder_.write("lines.jsonl",
                R"({"_id":"a","text":"Knee.","metadata":{"language":"en","date":"2020-01-01"}})"
                "\n"
                R"({"_id":"b","text":"Knee.","metadata":{"language":"en","article":"g"}})"
                "\n"
                R"({"_id":"c","text":"Knee.","metadata":{"language":"en","article":"g"}})"
                "\n"
                R"({"_id":"d","text":"Hip.","metadata":{"language":"en"}})"
                "\n"
                R"({"_id":"e","text":"Knee.","metadata":{"language":"en","date":"--04-28"}})"
                "\n");
  folder_.index();
  index_.emplace(folder_.snapshot());
  const auto undated = [&](const std::string& words) {
    const Question question = parse_question(words);
    return count_undated(*index_, analyser_, question, analyser_.concepts(question),
                         RankingWeights());
  };
  EXPECT_EQ(undated("knee after:2019"), 2U) << "g and e";
  EXPECT_EQ(undated("after:2019"), 3U);
  EXPECT_EQ(undated("knee id:a after:2019"), 0U);
  EXPECT_EQ(undated("\"knee\" after:2019"), 2U);
}

}  // namespace
}  // namespace palpate
