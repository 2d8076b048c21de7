#include "answer/suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "../ranking/indexed_folder.h"

namespace palpate {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

class Suggest : public testing::Test {
 protected:
  void SetUp() override {
    folder_.write("knee.md",
                  "# Knee Pain\n\nIt aches.\n\n## Treatment\n\nRest.\n\n## Treatment\n\nMore.\n");
    folder_.write("back.md", "# Low-Back Pain\n\nIt aches.\n\n## Treatment\n\nWalk.\n");
    folder_.write("trigger.md",
                  "# Trigger Points and Referred Pain\n\nA knot.\n\n## Traction\n\nPull.\n");
    folder_.write("meniere.md", "# Ménière’s Disease\n\nIt spins.\n");
    folder_.write("map.md", "# A Map of Referred Pain\n\nA picture.\n");
    folder_.index();
  }
  std::vector<std::string> suggested(std::string_view typed, std::size_t count = 10) const {
    const auto found = folder_.searcher().suggest(typed, count);
    EXPECT_TRUE(found);
    std::vector<std::string> texts;
    for (const Suggestion& one : *found) texts.push_back(one.text);
    return texts;
  }
  IndexedFolder folder_;
};

TEST_F(Suggest, CompletesAsItIsWrittenInTheArticle) {
  EXPECT_THAT(suggested("kn"), ElementsAre("Knee Pain"));
  EXPECT_THAT(suggested("KNEE "), ElementsAre("Knee Pain"));
  EXPECT_THAT(suggested("low ba"), ElementsAre("Low-Back Pain"));
  EXPECT_THAT(suggested("low-ba"), ElementsAre("Low-Back Pain"));
  EXPECT_THAT(suggested("meni"), ElementsAre("Ménière’s Disease"));
}

TEST_F(Suggest, TitlesComeBeforeHeadingsOfFewArticles) {
  EXPECT_THAT(suggested("tr"),
              ElementsAre("Trigger Points and Referred Pain", "Treatment", "Traction"));
}

TEST_F(Suggest, AnEndThatTitlesShareIsAPhrase) {
  const auto found = folder_.searcher().suggest("refer", 10);
  ASSERT_TRUE(found);
  ASSERT_THAT(*found, SizeIs(1));
  EXPECT_EQ(found->front().text, "Referred Pain");
  EXPECT_EQ(found->front().kind, SuggestionKind::phrase);
  EXPECT_THAT(suggested("points"), IsEmpty()) << "one title only ends so";
}

TEST_F(Suggest, NothingForWhatIsNoBeginning) {
  for (const std::string_view typed :
       {"", " ", "\"", "aching", "knee pains", "knee  x", "\xff\xfe"})
    EXPECT_THAT(suggested(typed), IsEmpty()) << typed;
  EXPECT_THAT(suggested("k", 0), IsEmpty());
}

TEST_F(Suggest, GoesWithItsArticle) {
  folder_.write("knee.md", "# Stiff Elbow\n\nIt aches.\n");
  folder_.index();
  EXPECT_THAT(suggested("kn"), IsEmpty());
  EXPECT_THAT(suggested("sti"), ElementsAre("Stiff Elbow"));
}

TEST(SuggestOfMany, ReachesEveryNextWordThoughOneHasManyCompletions) {
  IndexedFolder folder;
  std::string lines;
  for (int i = 0; i < 1500; ++i)
    lines += R"({"_id":"a)" + std::to_string(i) + R"(","title":"Dental matter )" +
             std::to_string(i) + R"(","text":"Words."})" + "\n";
  lines += R"({"_id":"z","title":"Dizziness","text":"Words."})"
           "\n";
  folder.write("many.jsonl", lines);
  folder.index();
  const auto found = folder.searcher().suggest("d", 50);
  ASSERT_TRUE(found);
  std::vector<std::string> texts;
  for (const Suggestion& one : *found) texts.push_back(one.text);
  EXPECT_THAT(texts, AllOf(Contains("Dizziness"), Contains(StartsWith("Dental"))));
}

}  // namespace
}  // namespace palpate
