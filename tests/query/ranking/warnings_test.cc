#include "ranking/warnings.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "indexed_folder.h"
#include "ranking/page.h"
#include "store/token_stream.h"

namespace palpate {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

// Candidates of these articles, best first; a capital letter is a warning. All are as much about
// the topic.
struct Ranked {
  explicit Ranked(const std::string& articles) {
    Xapian::docid number = 0;
    for (const char article : articles) {
      Candidate candidate{.passage = ++number, .score = 100.0 - number, .topic = 0.8};
      candidate.warning = article >= 'A' && article <= 'Z';
      candidates.push_back(candidate);
      groups.emplace_back(1, candidate.warning ? static_cast<char>(article - 'A' + 'a') : article);
    }
  }

  // The passages of the first hits.
  std::vector<Xapian::docid> lifted(std::size_t per_article, std::size_t count = 4) {
    lift_warning(per_article, candidates, groups);
    std::vector<Xapian::docid> passages;
    for (const Placed& placed : page_of(groups, per_article, 0, count))
      passages.push_back(candidates[placed.candidate].passage);
    return passages;
  }

  std::vector<Candidate> candidates;
  std::vector<std::string> groups;
};

TEST(LiftWarning, BringsTheBestWarningOfAnArticleAtHandAmongTheFirstThree) {
  struct Case {
    const char* articles;
    std::size_t per_article;
    std::vector<Xapian::docid> first;
  };
  const std::vector<Case> cases = {
      {"abcD", 2, {1, 2, 4, 3}},           // third
      {"abcDaE", 2, {1, 5, 4, 2}},         // an article's own passages stand between
      {"aaaaA", 2, {1, 5}},                // within its article, whose other passages give way
      {"aaaaA", 1, {5}},                   // where only one is shown, that one
      {"abCd", 2, {1, 2, 3, 4}},           // is there already
      {"abcd", 2, {1, 2, 3, 4}},           // there is none
      {"abcdefghijklM", 1, {1, 2, 3, 4}},  // of an article that is not at hand
  };
  for (const Case& wanted : cases) {
    Ranked ranked(wanted.articles);
    EXPECT_EQ(ranked.lifted(wanted.per_article), wanted.first) << wanted.articles;
  }
}

TEST(LiftWarning, MarksWhatItMoves) {
  Ranked ranked("abcdE");
  lift_warning(2, ranked.candidates, ranked.groups);
  for (const Candidate& candidate : ranked.candidates)
    EXPECT_EQ(candidate.lifted, candidate.passage == 5) << candidate.passage;
  EXPECT_THAT(ranked.groups, ElementsAre("a", "b", "e", "c", "d"));
}

TEST(LiftWarning, LeavesAWarningOfAnotherTopicWhereItIs) {
  Ranked ranked("abcD");
  ranked.candidates[3].topic = 0.3;
  EXPECT_THAT(ranked.lifted(2), ElementsAre(1, 2, 3, 4));
}

TEST(LiftWarning, LeavesAPhraseOfTheTitleAloneBehind) {
  Ranked ranked("abcD");
  ranked.candidates[3].title_only = true;
  EXPECT_THAT(ranked.lifted(2), ElementsAre(1, 2, 3, 4));
}

// The warning holds few of the question's words, other passages many.
class CuppingPages : public testing::Test {
 protected:
  void SetUp() override {
    folder_.write("cupping.md", R"(---
title: Cupping
---

Cupping is safe to watch: cupping glasses look safe, and a safe cupping hour is calm.

## Is cupping old

Cupping is old, and people asked early whether cupping is safe. Safe cupping has its books.

## Is cupping pleasant

Safe cupping feels warm. Cupping on a safe chair is pleasant, and cupping at home is safe fun.

## Bleeding

Do not use it on people who take blood thinners.
)");
    folder_.index();
  }

  Answer ask(const std::string& question, std::size_t count = 3) {
    Searcher searcher = folder_.searcher();
    const Result<Answer> answer =
        searcher.search({.question = question, .count = count, .per_article = 3, .explain = true});
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? *answer : Answer{};
  }

  static std::vector<std::string> texts(const Answer& answer) {
    std::vector<std::string> texts;
    for (const Hit& hit : answer.hits) texts.push_back(hit.text);
    return texts;
  }

  IndexedFolder folder_;
};

TEST_F(CuppingPages, AWarningIsNotBuriedWhenSafetyIsAskedFor) {
  const Answer answer = ask("is cupping safe");
  EXPECT_THAT(texts(answer), Contains(HasSubstr("blood thinners")));
  EXPECT_THAT(answer.explain, Contains(HasSubstr("when to see a doctor")));
}

TEST_F(CuppingPages, ButIsNothingSpecialOtherwise) {
  EXPECT_THAT(texts(ask("pleasant safe cupping books", 2)),
              testing::Not(Contains(HasSubstr("blood thinners"))));
}

TEST_F(CuppingPages, PagesDoNotOverlapWhenAWarningIsLifted) {
  Searcher searcher = folder_.searcher();
  std::vector<std::string> passages;
  for (std::size_t offset = 0; offset < 4; ++offset) {
    const Result<Answer> answer = searcher.search(
        {.question = "is cupping safe", .count = 1, .offset = offset, .per_article = 0});
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->hits.size(), 1U);
    passages.push_back(answer->hits.front().passage);
  }
  EXPECT_THAT(passages, testing::UnorderedElementsAre("cupping.md#1", "cupping.md#2",
                                                      "cupping.md#3", "cupping.md#4"));
}

// By heading or by any of its sentences, the last one too.
TEST(WarningPassages, AreKnownToTheIndex) {
  struct Case {
    std::string text;
    bool warning;
  };
  const std::vector<Case> cases = {
      {"Rest helps. Walk a little.", false},
      {"Rest helps. See a doctor if the leg turns blue.", true},
      {"Do not use heat on a swollen knee. Rest helps. Walk a little.", true},
      {"Go to the nearest", false},
      {"## Red flags\n\nA leg that turns blue.", true},
  };
  for (const Case& wanted : cases) {
    IndexedFolder folder;
    folder.write("knee.md", "# Knee\n\n" + wanted.text + "\n");
    folder.index();
    const Snapshot index = folder.snapshot();
    bool any = false;
    for (const Xapian::docid passage : index.passages_of("knee.md")) {
      TokenStream stream;
      ASSERT_TRUE(decode(index.values_of({passage}, Slot::tokens).front(), stream));
      any = any || stream.warning;
    }
    EXPECT_EQ(any, wanted.warning) << wanted.text;
  }
}

}  // namespace
}  // namespace palpate
