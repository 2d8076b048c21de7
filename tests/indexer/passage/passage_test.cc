#include "passage/passage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "article/article_builder.h"

namespace palpate {
namespace {

std::string words(std::size_t count, const std::string& last = "end.") {
  std::string sentence = "Muscle";
  for (std::size_t i = 2; i < count; ++i) sentence += " word";
  return sentence + " " + last;
}

std::vector<Passage> split(const Article& article, PassageSettings settings = {}) {
  SentenceBreaker breaker;
  return split_passages(article, settings, breaker);
}

std::string text_of(const Article& article, const ByteRange& range) {
  return std::string(range.of(article.text));
}

TEST(Passages, ShortSectionIsOnePassageWithItsHeadingInFront) {
  ArticleBuilder builder(Article{});
  builder.heading(2, "What it is");
  builder.paragraph("A knot is a tender spot. Pressing it hurts.");
  const Article article = std::move(builder).finish();
  const std::vector<Passage> passages = split(article);
  ASSERT_EQ(passages.size(), 1U);
  EXPECT_EQ(text_of(article, passages[0].range),
            "What it is\n\nA knot is a tender spot. Pressing it hurts.");
  EXPECT_EQ(passages[0].body_begin, 12U);
  EXPECT_THAT(passages[0].heading_path, testing::ElementsAre("What it is"));
  EXPECT_EQ(passages[0].sentences.size(), 2U);
}

TEST(Passages, NeverCrossAHeading) {
  ArticleBuilder builder(Article{});
  builder.paragraph("One.");
  builder.heading(2, "Second");
  builder.paragraph("Two.");
  builder.heading(3, "Third");
  builder.paragraph("Three.");
  const Article article = std::move(builder).finish();
  const std::vector<Passage> passages = split(article);
  ASSERT_EQ(passages.size(), 3U);
  EXPECT_EQ(text_of(article, passages[0].range), "One.\n\n");
  EXPECT_EQ(text_of(article, passages[1].range), "Second\n\nTwo.\n\n");
  EXPECT_EQ(text_of(article, passages[2].range), "Third\n\nThree.");
  EXPECT_THAT(passages[2].heading_path, testing::ElementsAre("Second", "Third"));
}

TEST(Passages, LongSectionIsCutEvenlyAtSentences) {
  ArticleBuilder builder(Article{});
  std::string text;
  for (int i = 0; i < 17; ++i) text += words(20) + " ";
  builder.paragraph(text.substr(0, text.size() - 1));
  const Article article = std::move(builder).finish();
  const std::vector<Passage> passages = split(article);
  ASSERT_EQ(passages.size(), 2U);  // 340 words: two of 170, not 150 + 150 + 40
  for (const Passage& passage : passages) {
    EXPECT_GE(passage.sentences.size(), 8U);
    EXPECT_LE(passage.sentences.size(), 9U);
    EXPECT_TRUE(text_of(article, passage.range).starts_with("Muscle"));
  }
}

TEST(Passages, SentenceLongerThanTheLimitIsCutAtAClause) {
  ArticleBuilder builder(Article{});
  builder.paragraph(words(250, "here,") + " " + words(250));
  const Article article = std::move(builder).finish();
  const std::vector<Passage> passages = split(article, {.target_words = 150, .max_words = 300});
  ASSERT_GE(passages.size(), 2U);
  EXPECT_TRUE(text_of(article, passages[0].range).ends_with("here, "));
}

TEST(Passages, TextWithoutBlanksIsCutBetweenCharacters) {
  ArticleBuilder builder(Article{});
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "痛";
  builder.paragraph(text);
  const Article article = std::move(builder).finish();
  const std::vector<Passage> passages = split(article);
  EXPECT_GE(passages.size(), 5U);
  for (const Passage& passage : passages) EXPECT_EQ(passage.range.size() % 3, 0U);
}

TEST(Passages, ListItemsCarryTheirLeadInAsContextWhereItIsNotInThePassage) {
  ArticleBuilder builder(Article{});
  builder.paragraph("It works in several ways:");
  for (int i = 0; i < 12; ++i) builder.list_item("- " + words(30));
  const Article article = std::move(builder).finish();
  const std::vector<Passage> passages = split(article);
  ASSERT_GE(passages.size(), 2U);
  EXPECT_EQ(passages[0].context, "");
  EXPECT_EQ(passages[1].context, "It works in several ways:");
}

TEST(Passages, TableRowsStayWholeAndCarryTheirHeader) {
  ArticleBuilder builder(Article{});
  builder.table_row("Ibuprofen | 400 mg. Not more.", "Drug | Dose");
  builder.table_row("Paracetamol | 1 g", "Drug | Dose");
  const Article article = std::move(builder).finish();
  const std::vector<Passage> passages = split(article);
  ASSERT_EQ(passages.size(), 1U);
  EXPECT_EQ(passages[0].sentences.size(), 2U);
  EXPECT_EQ(passages[0].context, "Drug | Dose");
}

TEST(Passages, EachReferenceIsAPassageOfItsOwn) {
  ArticleBuilder builder(Article{});
  builder.paragraph("Body.");
  builder.heading(2, "References");
  builder.back_matter(SectionRole::references);
  builder.list_item("- Miller, A. (2019). A trial. Journal, 2(1).");
  builder.list_item("- Stone, B. (2020). Another trial. Journal, 3(1).");
  const Article article = std::move(builder).finish();
  const std::vector<Passage> passages = split(article);
  ASSERT_EQ(passages.size(), 3U);
  EXPECT_EQ(passages[0].role, SectionRole::body);
  EXPECT_EQ(passages[1].role, SectionRole::references);
  EXPECT_EQ(passages[2].role, SectionRole::references);
}

TEST(Passages, HeadingWithOnlyASubheadingUnderItGoesWithTheSubheadingsText) {
  ArticleBuilder builder(Article{});
  builder.paragraph("One.");
  builder.heading(2, "Overview");
  builder.heading(3, "Details");
  builder.paragraph("Two.");
  const Article article = std::move(builder).finish();
  const std::vector<Passage> passages = split(article);
  ASSERT_EQ(passages.size(), 2U);
  EXPECT_EQ(text_of(article, passages[0].range), "One.\n\n");
  EXPECT_EQ(text_of(article, passages[1].range), "Overview\n\nDetails\n\nTwo.");
  EXPECT_EQ(text_of(article, {passages[1].body_begin, passages[1].range.end}), "Two.");
}

TEST(Passages, ArticleWithoutTextHasNone) { EXPECT_TRUE(split(Article{}).empty()); }

// A random article; the property below holds for every one of them.
Article random_article(std::mt19937& random) {
  const auto upto = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  ArticleBuilder builder(Article{});
  for (unsigned i = 0; i < 3 + upto(20); ++i) {
    switch (upto(6)) {
      case 0:
        builder.heading(static_cast<int>(2 + upto(3)), "Heading " + std::to_string(i));
        break;
      case 1:
        builder.list_item("- " + words(2 + upto(60)));
        break;
      case 2:
        builder.table_row("a | " + words(2 + upto(400)), "x | y");
        break;
      case 3:
        builder.paragraph(words(2 + upto(30)) + " „" + words(3, "ß.") + "“ " +
                          words(2 + upto(500)));
        break;
      case 4:
        builder.end_list();
        break;
      default:
        builder.paragraph(words(2 + upto(120)));
        break;
    }
  }
  return std::move(builder).finish();
}

TEST(Passages, TileTheKeptTextAndTheirSentencesTileTheirBody) {
  std::mt19937 random(20240601);
  for (int round = 0; round < 300; ++round) {
    const Article article = random_article(random);
    const std::vector<Passage> passages = split(article);
    std::string joined;
    for (const Passage& passage : passages) {
      ASSERT_EQ(passage.number, static_cast<std::size_t>(&passage - passages.data()) + 1);
      ASSERT_LE(passage.range.begin, passage.body_begin);
      joined += text_of(article, passage.range);
      std::size_t at = passage.body_begin;
      for (const ByteRange& sentence : passage.sentences) {
        ASSERT_EQ(sentence.begin, at);
        at = sentence.end;
      }
      ASSERT_EQ(at, passage.range.end);
    }
    ASSERT_EQ(joined, article.text);
  }
}

}  // namespace
}  // namespace palpate
