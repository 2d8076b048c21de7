#include "article/article_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "indexer/article/described_article.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Article titled(std::string title) {
  Article article;
  article.id = "a";
  article.title = std::move(title);
  return article;
}

std::string heading_of(const Article& article, std::size_t section) {
  return std::string(article.sections.at(section).heading.of(article.text));
}

TEST(ArticleBuilder, LaysOutBlocksApartAndItemsTight) {
  ArticleBuilder builder(titled("T"));
  builder.heading(2, "Heading");
  builder.paragraph("One.");
  builder.list_item("- a");
  builder.list_item("- b");
  builder.paragraph("Two.");
  const Article article = std::move(builder).finish();
  EXPECT_EQ(article.text, "Heading\n\nOne.\n\n- a\n- b\n\nTwo.");
  expect_sound(article);
}

TEST(ArticleBuilder, RunInHeadingOpensASectionAndTheListsEndReturns) {
  ArticleBuilder builder(titled("T"));
  builder.heading(2, "Benefits");
  builder.paragraph("It is old. It helps in two ways:");
  builder.list_item("- Better sleep: People sleep longer after they were treated.");
  builder.list_item("- plain");
  builder.list_item("- Less pain – Most people report less pain within a week.");
  builder.paragraph("After the list.");
  const Article article = std::move(builder).finish();
  EXPECT_THAT(paths(article), ElementsAre("Benefits", "Benefits > Better sleep", "Benefits",
                                          "Benefits > Less pain", "Benefits"));
  EXPECT_EQ(heading_of(article, 1), "- Better sleep:");
  EXPECT_EQ(heading_of(article, 3), "- Less pain –");
  EXPECT_EQ(article.sections[1].blocks[0].range.of(article.text),
            "People sleep longer after they were treated.");
  EXPECT_EQ(article.sections[1].blocks[0].kind, BlockKind::list_item);
  EXPECT_EQ(article.sections[3].blocks[0].context, "It helps in two ways:");
  EXPECT_EQ(article.sections[4].blocks[0].context, "");
  expect_sound(article);
}

TEST(ArticleBuilder, ShortValuesAndLinksAreNoRunInHeadings) {
  for (const std::string item :
       {"- Sets: 3", "- See https://example.org for the whole of the long text",
        "- people say: this is not a label at all", "- At 10:30 we begin with the first of them",
        "- It was done. Then: the rest of the sentence follows here"}) {
    ArticleBuilder builder(titled("T"));
    builder.list_item(item);
    const Article article = std::move(builder).finish();
    EXPECT_THAT(paths(article), ElementsAre("")) << item;
    EXPECT_EQ(article.text, item);
  }
}

TEST(ArticleBuilder, NestedItemsStayUnderTheTitledItemAboveThem) {
  ArticleBuilder builder(titled("T"));
  builder.list_item("- Ice: Cool the place for ten minutes at once.");
  builder.list_item("  - with a cloth");
  builder.list_item("  - Never longer: The skin suffers when ice stays on it.");
  builder.list_item("  - Never naked: Skip it.");
  builder.list_item("- Rest: Lie down until the worst of it is over.");
  const Article article = std::move(builder).finish();
  EXPECT_THAT(paths(article),
              ElementsAre("Ice", "Ice > Never longer", "Ice > Never naked", "Rest"));
  EXPECT_EQ(article.sections[0].blocks.size(), 2U);
  expect_sound(article);
}

TEST(ArticleBuilder, TitledItemTakesItsParagraphs) {
  ArticleBuilder builder(titled("T"));
  builder.heading(2, "Techniques");
  builder.paragraph("Here are the best ones:");
  builder.item_heading("- Trigger point therapy");
  builder.item_paragraph("Pressing on the knot eases it.");
  builder.item_paragraph("It may hurt.");
  builder.item_heading("- Stretching:");
  builder.item_paragraph("Slowly.");
  builder.end_list();
  builder.paragraph("Done.");
  const Article article = std::move(builder).finish();
  EXPECT_THAT(paths(article), ElementsAre("Techniques", "Techniques > Trigger point therapy",
                                          "Techniques > Stretching", "Techniques"));
  EXPECT_EQ(heading_of(article, 1), "- Trigger point therapy");
  EXPECT_EQ(article.sections[1].blocks.size(), 2U);
  EXPECT_EQ(article.sections[2].blocks[0].context, "Here are the best ones:");
  expect_sound(article);
}

TEST(ArticleBuilder, BoldRunInHeadingTakesItsColonOrDash) {
  ArticleBuilder builder(titled("T"));
  builder.run_in_item("- Walk. Short walks.", 7);
  builder.run_in_item("- Rest: Lie down.", 6);
  builder.run_in_item("- Ice – Cool it.", 5);
  const Article article = std::move(builder).finish();
  EXPECT_THAT(paths(article), ElementsAre("Walk", "Rest", "Ice"));
  EXPECT_EQ(heading_of(article, 1), "- Rest:");
  EXPECT_EQ(heading_of(article, 2), "- Ice –");
  expect_sound(article);
}

TEST(ArticleBuilder, ASentenceWithoutColonMayAnnounceAList) {
  ArticleBuilder builder(titled("T"));
  builder.paragraph("Pain is common. Ask yourself the following questions.");
  builder.list_item("- Where?");
  builder.end_list();
  builder.paragraph("That was all.");
  builder.list_item("- loose");
  const Article article = std::move(builder).finish();
  const std::vector<Block>& blocks = article.sections.at(0).blocks;
  EXPECT_EQ(blocks[1].context, "Ask yourself the following questions.");
  EXPECT_EQ(blocks[3].context, "");
}

TEST(ArticleBuilder, HeadingsWithNothingUnderThemAreDropped) {
  ArticleBuilder builder(titled("T"));
  builder.heading(2, "Empty");
  builder.heading(2, "Outer");
  builder.heading(3, "Inner");
  builder.paragraph("Text.");
  builder.heading(3, "Empty too");
  builder.heading(2, "Last");
  const Article article = std::move(builder).finish();
  EXPECT_EQ(article.text, "Outer\n\nInner\n\nText.");
  EXPECT_THAT(paths(article), ElementsAre("Outer", "Outer > Inner"));
  ASSERT_EQ(article.dropped.size(), 3U);
  EXPECT_EQ(article.dropped[0].text, "Empty");
  EXPECT_EQ(article.dropped[1].text, "Empty too");
  EXPECT_EQ(article.dropped[2].text, "Last");
  EXPECT_EQ(article.dropped[2].reason, "heading with nothing under it");
  expect_sound(article);
}

TEST(ArticleBuilder, ReferenceHeadingsOpenBackMatterInManyLanguages) {
  for (const std::string heading :
       {"References", "SOURCES:", "Bibliography", "Further reading", "Literatur", "Quellen",
        "Bibliografía", "Referencias", "Références", "Źródła", "Bibliografia", "Bronnen"}) {
    ArticleBuilder builder(titled("T"));
    builder.paragraph("Text.");
    builder.heading(2, heading);
    builder.list_item("- Doe, J. (2019). Walking: a long study of many feet.");
    builder.heading(3, "Web");
    builder.list_item("- Roe (2020).");
    builder.heading(2, "Afterword");
    builder.paragraph("Body again.");
    const Article article = std::move(builder).finish();
    ASSERT_EQ(article.sections.size(), 4U) << heading;
    EXPECT_EQ(article.sections[0].role, SectionRole::body);
    EXPECT_EQ(article.sections[1].role, SectionRole::references) << heading;
    EXPECT_EQ(article.sections[1].blocks.size(), 1U) << "no run-in heading in a reference";
    EXPECT_EQ(article.sections[2].role, SectionRole::references);
    EXPECT_EQ(article.sections[3].role, SectionRole::body);
  }
}

TEST(ArticleBuilder, BackMatterWithoutHeadingStandsUnderNone) {
  ArticleBuilder builder(titled("T"));
  builder.heading(2, "Summary");
  builder.paragraph("Text.");
  builder.back_matter(SectionRole::about_author);
  builder.paragraph("Jane writes.");
  builder.back_matter(SectionRole::about_author);
  builder.paragraph("She runs.");
  builder.back_matter(SectionRole::body);
  builder.paragraph("Body.");
  const Article article = std::move(builder).finish();
  EXPECT_THAT(paths(article), ElementsAre("Summary", "", ""));
  EXPECT_EQ(article.sections[1].role, SectionRole::about_author);
  EXPECT_EQ(article.sections[1].blocks.size(), 2U);
  EXPECT_EQ(article.sections[2].role, SectionRole::body);
}

TEST(ArticleBuilder, TitleAtTheStartIsNotTextUnlessThereIsNoOther) {
  ArticleBuilder builder(titled("Neck Pain"));
  builder.heading(1, "Neck pain!");
  builder.paragraph("Text.");
  builder.paragraph("Neck pain");
  const Article article = std::move(builder).finish();
  EXPECT_EQ(article.text, "Text.\n\nNeck pain");

  ArticleBuilder alone(titled("Neck Pain"));
  alone.paragraph("Neck Pain");
  EXPECT_EQ(std::move(alone).finish().text, "Neck Pain");
}

TEST(ArticleBuilder, RowsOfATableAreTightAndCarryTheirHeader) {
  ArticleBuilder builder(titled("T"));
  builder.table_row("name | dose", "");
  builder.table_row("a | 1", "name | dose");
  builder.table_row("b | 2", "name | dose");
  builder.table_row("c | 3", "other | table");
  const Article article = std::move(builder).finish();
  EXPECT_EQ(article.text, "name | dose\na | 1\nb | 2\n\nc | 3");
  EXPECT_EQ(article.sections[0].blocks[0].context, "");
  EXPECT_EQ(article.sections[0].blocks[1].context, "name | dose");
  EXPECT_EQ(article.sections[0].blocks[2].context, "name | dose");
}

TEST(ArticleBuilder, EmptyTextIsIgnored) {
  ArticleBuilder builder(titled("T"));
  builder.heading(2, "");
  builder.paragraph("");
  builder.list_item("");
  builder.item_heading("");
  builder.item_paragraph("");
  builder.table_row("", "");
  builder.drop("", "x");
  const Article article = std::move(builder).finish();
  EXPECT_THAT(article.sections, IsEmpty());
  EXPECT_THAT(article.dropped, IsEmpty());
  EXPECT_EQ(article.group, "a");
}

TEST(ArticleBuilder, IsSoundWhateverTheOrderOfCalls) {
  std::mt19937 random(7);
  const std::vector<std::string> texts = {"A",
                                          "- Better sleep: People sleep longer than before.",
                                          "Ways to do it:",
                                          "References",
                                          "About the author",
                                          "  - nested",
                                          "T",
                                          "- Title only",
                                          "x | y"};
  for (int round = 0; round < 2000; ++round) {
    ArticleBuilder builder(titled("T"));
    for (auto step = random() % 20; step > 0; --step) {
      const std::string& text = texts[random() % texts.size()];
      switch (random() % 9) {
        case 0:
          builder.heading(static_cast<int>(random() % 6) + 1, text);
          break;
        case 1:
          builder.paragraph(text);
          break;
        case 2:
          builder.list_item(text);
          break;
        case 3:
          builder.item_heading(text);
          break;
        case 4:
          builder.item_paragraph(text);
          break;
        case 5:
          builder.end_list();
          break;
        case 6:
          builder.table_row(text, "h");
          break;
        case 7:
          builder.back_matter(static_cast<SectionRole>(random() % 3));
          break;
        default:
          builder.run_in_item(text, random() % 12);
          break;
      }
    }
    expect_sound(std::move(builder).finish());
    ASSERT_FALSE(HasFailure()) << "round " << round;
  }
}

}  // namespace
}  // namespace palpate
