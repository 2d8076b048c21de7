// Copied and repeated passages in an answer.
#include <gmock/gmock.h>

#include <set>
#include <string>
#include <vector>

#include "indexed_folder.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kAdvice =
    "A warm bath before bed loosens a stiff neck. Turn the head slowly from side to side while the "
    "muscles are warm, and stop where the pull turns sharp. A folded towel under the chin supports "
    "the head between rounds, and most sleepers notice an easier morning within a week.";

std::string page(const std::string& title, const std::string& text) {
  return "---\ntitle: " + title + "\nsource: " + title + " press\nlanguage: en\n---\n\n" + text +
         "\n";
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  return text.replace(text.find(what), what.size(), by);
}

class FoldTest : public testing::Test {
 protected:
  Answer ask(Request request) {
    folder_.index();
    Searcher searcher = folder_.searcher();
    Result<Answer> answer = searcher.search(request);
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? *std::move(answer) : Answer{};
  }

  IndexedFolder folder_;
};

std::vector<std::string> others(const Hit& hit) {
  std::vector<std::string> passages;
  for (const AlsoIn& other : hit.also_in) passages.push_back(other.passage);
  return passages;
}

TEST_F(FoldTest, ACopiedPageIsOneHitThatNamesTheOther) {
  folder_.write("bath.md", page("Bath for a stiff neck", kAdvice));
  folder_.write("copy.md", page("Evenings", replaced(kAdvice, "easier", "better")));
  folder_.write("other.md", page("Bed", "A stiff neck in bed: try a flat pillow, or a warm one."));
  const Answer answer = ask({.question = "warm bath stiff neck"});
  EXPECT_EQ(answer.total, 3U);
  ASSERT_EQ(answer.hits.size(), 2U);
  EXPECT_EQ(answer.hits[0].passage, "bath.md#1");
  EXPECT_THAT(others(answer.hits[0]), ElementsAre("copy.md#1"));
  EXPECT_EQ(answer.hits[0].also_in[0].article.title, "Evenings");
  EXPECT_EQ(answer.hits[0].also_in[0].article.source, "Evenings press");
  EXPECT_EQ(answer.hits[0].also_in[0].document, "copy.md");
  EXPECT_THAT(others(answer.hits[1]), IsEmpty());
}

TEST_F(FoldTest, AnotherDoseOrANotIsAnotherSaying) {
  folder_.write("a.md", page("Neck", kAdvice + " Stay for 10 minutes."));
  folder_.write("b.md", page("Neck care", kAdvice + " Stay for 20 minutes."));
  folder_.write("c.md", page("Necks", kAdvice + " Do not stay for 10 minutes."));
  const Answer answer = ask({.question = "warm bath stiff neck"});
  EXPECT_EQ(answer.hits.size(), 3U);
  for (const Hit& hit : answer.hits) EXPECT_THAT(others(hit), IsEmpty());
}

TEST_F(FoldTest, AnArticleDoesNotRepeatItself) {
  folder_.write("neck.md", page("Neck", "## Evening\n\n" + kAdvice + "\n\n## Summary\n\n" +
                                            replaced(kAdvice, "slowly ", "") +
                                            "\n\n## Day\n\nSit upright, and move the stiff neck."));
  const Answer answer = ask({.question = "warm bath stiff neck"});
  ASSERT_EQ(answer.hits.size(), 2U);
  EXPECT_EQ(answer.hits[1].heading, std::vector<std::string>{"Day"});
  EXPECT_THAT(others(answer.hits[0]), IsEmpty());
}

TEST_F(FoldTest, PagesHoldEachPassageOnceHoweverTheyAreCut) {
  std::set<std::string> all;
  for (int i = 0; i < 30; ++i) {
    const std::string name = "p" + std::to_string(i) + ".md";
    const std::string own = "Neck number" + std::to_string(i);
    folder_.write(name,
                  page(own, i % 3 == 0 ? kAdvice : "A bath for the neck, way" + std::to_string(i)));
    all.insert(name + "#1");
  }
  folder_.index();
  Searcher searcher = folder_.searcher();
  for (const std::size_t size : {1U, 4U, 100U}) {
    std::multiset<std::string> shown;
    std::size_t hits = 0;
    for (std::size_t offset = 0; offset < 40; offset += size) {
      const Result<Answer> answer =
          searcher.search({.question = "bath neck", .count = size, .offset = offset});
      ASSERT_TRUE(answer);
      EXPECT_EQ(answer->total, 30U);
      for (const Hit& hit : answer->hits) {
        EXPECT_EQ(hit.rank, ++hits);
        shown.insert(hit.passage);
        for (const std::string& other : others(hit)) shown.insert(other);
      }
    }
    EXPECT_EQ(hits, 21U);
    EXPECT_EQ(shown, std::multiset<std::string>(all.begin(), all.end()));
  }
}

TEST_F(FoldTest, RunsListCopiesToo) {
  folder_.write("a.md", page("Neck", kAdvice));
  folder_.write("b.md", page("Neck", kAdvice));
  folder_.index();
  const auto ranked = folder_.searcher().rank("warm bath", 10, RunUnit::passage);
  ASSERT_TRUE(ranked);
  EXPECT_EQ(ranked->size(), 2U);
}

}  // namespace
}  // namespace palpate
