#include "ranking/like.h"
#include "query/note_texts.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexed_folder.h"

namespace palpate {
namespace {

using testing::Contains;
using testing::Field;
using testing::IsEmpty;
using testing::Not;

class LikeTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new IndexedFolder;
    folder_->index_folder(PALPATE_CORPUS);
  }
  static void TearDownTestSuite() { delete folder_; }

  Answer like(const std::string& id, const Request& page = {}) {
    const Result<Answer> answer = searcher_.like(id, page);
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? *answer : Answer{};
  }

  static inline IndexedFolder* folder_ = nullptr;
  Searcher searcher_ = folder_->searcher();
  Snapshot index_ = folder_->snapshot();
};

TEST_F(LikeTest, ASampleIsADocumentOrOneOfItsPassages) {
  const auto whole = find_sample(index_, "sciatica.md");
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->passages, index_.passages_of("sciatica.md"));
  const auto third = find_sample(index_, "sciatica.md#3");
  ASSERT_TRUE(third);
  EXPECT_EQ(third->passages, std::vector<Xapian::docid>{whole->passages.at(2)});
  for (const std::string id :
       {"", "#", "#1", "nope.md", "nope.md#1", "sciatica.md#", "sciatica.md#0", "sciatica.md#9999",
        "sciatica.md#3x", "sciatica.md#-1"})
    EXPECT_FALSE(find_sample(index_, id)) << id;
}

TEST_F(LikeTest, TermsAreTheTellingOnesBestFirst) {
  const auto terms = telling_terms(index_, *find_sample(index_, "sciatica.md"));
  ASSERT_THAT(terms, Not(IsEmpty()));
  EXPECT_LE(terms.size(), 25U);
  EXPECT_EQ(terms.front().weight, 1);
  EXPECT_TRUE(std::ranges::is_sorted(terms, std::greater{}, &TellingTerm::weight));
  EXPECT_THAT(terms, Contains(Field(&TellingTerm::stem, "nerv")));
  for (const std::string stopword : {"the", "into", "of"})
    EXPECT_THAT(terms, Not(Contains(Field(&TellingTerm::stem, stopword))));
  for (const TellingTerm& term : terms) EXPECT_GT(index_.database().get_termfreq(term.stem), 1U);
}

TEST_F(LikeTest, OtherArticlesOfTheSameMatterComeWithTheSharedWordsMarked) {
  for (const std::string id : {"sciatica.md", "sciatica.md#3"}) {
    const Answer answer = like(id, {.question = "", .count = 5});
    EXPECT_EQ(answer.question, id);
    ASSERT_EQ(answer.hits.size(), 5U);
    EXPECT_GT(answer.total, 5U);
    for (const Hit& hit : answer.hits) {
      EXPECT_NE(hit.document, "sciatica.md");
      EXPECT_THAT(hit.marks, Not(IsEmpty()));
    }
  }
  std::vector<std::string> documents;
  for (const Hit& hit : like("neck-pain.md").hits) documents.push_back(hit.document);
  EXPECT_THAT(documents, Contains("cervicogenic-headache-clinician-note.md"));
}

TEST_F(LikeTest, PagesGoOnWhereTheOneBeforeEnded) {
  std::vector<std::string> whole;
  std::vector<std::string> joined;
  for (const Hit& hit : like("sciatica.md", {.question = "", .count = 12}).hits)
    whole.push_back(hit.passage);
  for (const std::size_t offset : {0U, 4U, 8U})
    for (const Hit& hit : like("sciatica.md", {.question = "", .count = 4, .offset = offset}).hits)
      joined.push_back(hit.passage);
  EXPECT_EQ(joined, whole);
}

TEST_F(LikeTest, AnUnknownIdIsNotFoundAndSaysWhereIdsAre) {
  const Result<Answer> answer = searcher_.like("nope.md#2", {});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::not_found);
  EXPECT_THAT(answer.error().message, testing::HasSubstr("nope.md#2"));
  EXPECT_THAT(answer.error().hint, testing::HasSubstr("--json"));
}

// Lines of a .jsonl that share an article are its own; so is the one that the article is named by.
TEST(Like, WhatSharesAnArticleIsNoOtherArticle) {
  const IndexedFolder folder;
  folder.write("a.jsonl",
               R"({"_id":"a","text":"Heel pain in the morning.","metadata":{"article":"g"}}
{"_id":"b","text":"Heel pain at night.","metadata":{"article":"g"}}
{"_id":"g","text":"Heel pain at noon."}
{"_id":"c","text":"Heel pain when running."}
{"_id":"d","text":"Something else entirely."}
)");
  folder.index();
  Searcher searcher = folder.searcher();
  const Result<Answer> answer = searcher.like("a", {});
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->hits.size(), 1U);
  EXPECT_EQ(answer->hits[0].document, "c");
  const Result<Answer> alone = searcher.like("d", {});
  ASSERT_TRUE(alone);
  EXPECT_THAT(alone->hits, IsEmpty());
  EXPECT_THAT(texts_of(alone->notes), testing::ElementsAre("No other article is like “d”."));
}

}  // namespace
}  // namespace palpate
