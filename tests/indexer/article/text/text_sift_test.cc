#include "article/text/text_sift.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "article/reader.h"
#include "indexer/article/described_article.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Article read(const std::string& bytes) {
  const Result<Article> article = read_text(bytes, {"heel.txt", "heel.txt", ""});
  EXPECT_TRUE(article) << (article ? "" : article.error().message);
  if (!article) return {};
  expect_sound(*article);
  return *article;
}

const std::string kBody =
    "Pain in the heel is felt with the first steps of the morning and fades with walking. It "
    "returns after long sitting.\n";

std::vector<std::string> texts_dropped_for(const Article& article, std::string_view reason) {
  std::vector<std::string> texts;
  for (const Dropped& piece : article.dropped) {
    if (piece.reason == reason) texts.push_back(piece.text);
  }
  return texts;
}

TEST(TagsBelowTheirLabel, AreMetadataAndNoText) {
  const Article article = read("Heel pain\n\n" + kBody +
                               "\nTags:\nheel pain\nplantar fascia\n\nMore on feet\n\n" + kBody);
  EXPECT_THAT(article.tags, ElementsAre("heel pain", "plantar fascia"));
  EXPECT_THAT(texts_dropped_for(article, "tags: kept as metadata"),
              ElementsAre("Tags:", "heel pain", "plantar fascia"));
  EXPECT_THAT(article.text, HasSubstr("More on feet"));
}

TEST(TagsBelowTheirLabel, AreFewWordsWithoutABlankLineBefore) {
  const Article article = read("Heel pain\n\n" + kBody + "\nTags:\n\nHeel pain\n\n" + kBody);
  EXPECT_THAT(article.tags, testing::IsEmpty());
}

TEST(TableOfContents, GoesWithAllOfItsEntries) {
  struct Case {
    std::string entries;
    std::vector<std::string> dropped;
  };
  for (const Case& one : std::vector<Case>{
           {"Causes\nWhat Helps\n", {"Contents", "Causes", "What Helps"}},
           {"- Causes\n- What Helps\n", {"Contents", "- Causes", "- What Helps"}},
           {"Causes\nWhat Helps\nIn Short\n", {"Contents", "Causes", "What Helps", "In Short"}},
           {"Causes\nThe Middle\nWhat Helps\n", {"Contents", "Causes", "The Middle", "What Helps"}},
           {"At First\nCauses\nWhat Helps\n", {"Contents", "At First", "Causes", "What Helps"}},
       }) {
    const Article article = read("Heel Pain\n\nContents\n" + one.entries + "\nCauses\n\n" + kBody +
                                 "\nWhat Helps\n\n" + kBody);
    EXPECT_EQ(texts_dropped_for(article, "table of contents"), one.dropped);
    EXPECT_THAT(paths(article), ElementsAre("Causes", "What Helps")) << one.entries;
  }
}

TEST(TableOfContents, LeavesAHeadingBehindItAlone) {
  const Article article = read("Heel Pain\n\nContents\nCauses\nWhat Helps\n\n" + kBody +
                               "\nCauses\n\n" + kBody + "\nWhat Helps\n\n" + kBody);
  EXPECT_THAT(paths(article), ElementsAre("", "Causes", "What Helps"));
}

TEST(TableOfContents, IsAHeadingWhereNoEntryFollows) {
  const Article article = read("Heel Pain\n\n" + kBody + "\nContents\n\n" + kBody);
  EXPECT_THAT(paths(article), ElementsAre("", "Contents"));
}

TEST(SiftedDates, SayWhetherTheyWereKept) {
  const Article article = read("Heel Pain\n\nJune 3, 2024\n\n" + kBody +
                               "\nMarch 4, 2021\n\nUpdated: July 9, 2024\n\n" + kBody);
  EXPECT_EQ(article.published, (Date{2024, 6, 3}));
  EXPECT_THAT(texts_dropped_for(article, "date: kept as metadata"),
              ElementsAre("June 3, 2024", "Updated: July 9, 2024"));
  EXPECT_THAT(texts_dropped_for(article, "date: not the one that is kept"),
              ElementsAre("March 4, 2021"));
}

TEST(SiftedLines, OfABlogAreMetadata) {
  const Article article =
      read("Heel Pain\n\nPosted by admin | Jun 14, 2019 | Blog, Tips | 3 Comments\n\n" + kBody);
  EXPECT_EQ(article.published, (Date{2019, 6, 14}));
  EXPECT_THAT(article.authors, testing::IsEmpty());
  EXPECT_EQ(article.text + "\n", kBody);
}

TEST(SiftedLines, LeadingToACallGoWithIt) {
  const Article article =
      read("Heel Pain\n\n" + kBody +
           "\nReady for quiet nights?\n\nCall us today!\n\nWhat Helps\n\n" + kBody);
  EXPECT_THAT(paths(article), ElementsAre("", "What Helps"));
  EXPECT_THAT(texts_dropped_for(article, "call to action"),
              ElementsAre("Ready for quiet nights?", "Call us today!"));
  EXPECT_THAT(read("Heel Pain\n\n" + kBody + "\nReady for quiet nights?\n\n" + kBody).text,
              HasSubstr("Ready for quiet nights?"));
}

TEST(SiftedLines, AtAPagesFootAreNoText) {
  const Article article = read("Heel Pain\n\n" + kBody +
                               "\nThanks for reading! If you liked this, share it with your "
                               "friends\n\nAuf Facebook teilen\n\nWe look forward to seeing "
                               "you!\n\nImpressum | Datenschutz\n");
  EXPECT_EQ(article.text + "\n", kBody);
  EXPECT_EQ(article.dropped.size(), 4U) << described(article);
}

}  // namespace
}  // namespace palpate
