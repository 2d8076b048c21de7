#include "article/item_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "article/article_builder.h"
#include "indexer/article/described_article.h"

namespace palpate {
namespace {

using testing::ElementsAre;

std::vector<std::string> paths_of(const std::vector<std::string>& items) {
  ArticleBuilder builder(Article{});
  for (const std::string& item : items) builder.list_item(item);
  const Article article = std::move(builder).finish();
  expect_sound(article);
  return paths(article);
}

struct Case {
  std::string name;
  std::vector<std::string> items;
  std::vector<std::string> paths;
};

class ItemList : public testing::TestWithParam<Case> {};

TEST_P(ItemList, IsJudgedAsAWhole) { EXPECT_EQ(paths_of(GetParam().items), GetParam().paths); }

INSTANTIATE_TEST_SUITE_P(
    Lists, ItemList,
    testing::ValuesIn(std::vector<Case>{
        {"ShortTextsAmongTitledItems",
         {"- Better sleep: People sleep longer after they were treated.", "- Less pain: Much less.",
          "- Looser hips: The joint moves further than it did before."},
         {"Better sleep", "Less pain", "Looser hips"}},
        {"OneColonAmongPlainItems",
         {"- Walk every day", "- Remember: the stairs are an exercise for free too",
          "- Sleep on your side", "- Drink water"},
         {""}},
        {"Values", {"- Sets: 3", "- Reps: 10", "- Rest: until the breath is calm once more"}, {""}},
        {"PlainItemAmongTitledOnes",
         {"- Ice: Cool the place for ten minutes at once.", "- nothing else on the first day",
          "- Rest: Lie down until the worst of it is over."},
         {"Ice", "", "Rest"}},
        {"NestedListsAreJudgedByThemselves",
         {"- Ice: Cool the place for ten minutes at once.", "  - a cloth", "  - a bag of peas",
          "  - Note: the skin should never turn white", "- Rest: Lie down for an hour or so."},
         {"Ice", "Rest"}},
    }),
    [](const testing::TestParamInfo<Case>& test) { return test.param.name; });

TEST(ItemList, OfMarkedTitlesTakesItsOtherLabelsAlong) {
  ArticleBuilder builder(Article{});
  builder.run_in_item("- Walk. Short walks.", 7);
  builder.list_item("- Swim: In warm water.");
  builder.run_in_item("- Cycle. On flat roads.", 8);
  EXPECT_THAT(paths(std::move(builder).finish()), ElementsAre("Walk", "Swim", "Cycle"));
}

TEST(ItemList, OfParagraphsAloneHasNoTitles) {
  EXPECT_THAT(items_with_titles({{ListEntry::Kind::paragraph, "More.", 0}}), ElementsAre(false));
}

}  // namespace
}  // namespace palpate
