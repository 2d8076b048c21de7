#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "article/reader.h"
#include "indexer/article/described_article.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

SourceFile named(const std::string& name) { return {name, name, ""}; }

Article read(std::string_view bytes) {
  Result<Article> article = read_text(bytes, named("a-file_name.txt"));
  EXPECT_TRUE(article) << (article ? "" : article.error().message);
  return article ? *article : Article{};
}

// A body long enough to be one.
const std::string kBody =
    "Pain in the heel is felt with the first steps of the morning and fades with walking. It "
    "returns after long sitting.\n";

class TextFixture : public testing::TestWithParam<std::string> {};

TEST_P(TextFixture, IsReadAsItsGoldenFileSays) {
  const std::filesystem::path folder = std::filesystem::path(PALPATE_FIXTURES) / "text";
  const Article article = read(contents_of(folder / (GetParam() + ".txt")));
  EXPECT_EQ(described(article), contents_of(folder / (GetParam() + ".expected")));
  expect_sound(article);
}

INSTANTIATE_TEST_SUITE_P(Text, TextFixture,
                         testing::Values("wix_post", "wordpress_post", "wrapped_letter",
                                         "stuck_items", "german_post"),
                         [](const auto& fixture) { return fixture.param; });

TEST(ReadText, FillsWhatTheFileSays) {
  Result<Article> article =
      read_text("Heel Pain\n\n" + kBody, {"dir/heel.txt", "heel.txt", "https://example.org/heel"});
  ASSERT_TRUE(article);
  EXPECT_EQ(article->id, "heel.txt");
  EXPECT_EQ(article->group, "heel.txt");
  EXPECT_EQ(article->path, "dir/heel.txt");
  EXPECT_EQ(article->url, "https://example.org/heel");
  EXPECT_EQ(article->title, "Heel Pain");
}

TEST(ReadText, DecodesWhatClinicsHave) {
  struct Case {
    std::string bytes;
    std::string title;
  };
  const std::vector<Case> cases = {
      {"\xEF\xBB\xBFKnie-Übung\n\n" + kBody, "Knie-Übung"},
      {"Knie-\xDC"
       "bung \x96 kurz\r\n\r\n" +
           kBody,
       "Knie-Übung – kurz"},
      {std::string("\xFF\xFEK\0n\0i\0e\0\n\0\n\0W\0e\0h\0 \0i\0s\0t\0 \0e\0s\0.\0", 36), "Knie"},
      {std::string("\xFE\xFF\0K\0n\0i\0e\0\n\0\n\0W\0e\0h\0.", 22), "Knie"},
      {"Übung für das Knie \xFF\n\n" + kBody, "Übung für das Knie \uFFFD"},
      {"Knee\rCare\r\r" + kBody, "Knee"},
  };
  for (const Case& one : cases) {
    const Article article = read(one.bytes);
    EXPECT_EQ(article.title, one.title);
    expect_sound(article);
  }
}

TEST(ReadText, CountsReplacedBytes) {
  const Article article = read("Übung und Äpfel\n\n" + kBody + "bad \xFF\xFE here\n");
  ASSERT_FALSE(article.dropped.empty());
  EXPECT_EQ(article.dropped[0].text, "2 byte sequences");
  EXPECT_THAT(article.dropped[0].reason, HasSubstr("invalid UTF-8"));
}

TEST(ReadText, NamesWhatIsNoText) {
  struct Case {
    std::string bytes;
    std::string reason;
  };
  const std::vector<Case> cases = {
      {"", "empty"},
      {" \n\t\r\n\xC2\xA0", "empty"},
      {"%PDF-1.4 text", "PDF"},
      {std::string("abc\0def", 7), "1 of 7 bytes"},
      {std::string(200, '\x01'), "control bytes"},
      {"PK\x03\x04zip", "zip"},
      {"top of page\n\nHome\nBlog\nShare\n", "no article text"},
  };
  for (const Case& one : cases) {
    const Result<Article> article = read_text(one.bytes, named("a.txt"));
    ASSERT_FALSE(article) << one.reason;
    EXPECT_EQ(article.error().code, ErrorCode::malformed);
    EXPECT_THAT(article.error().message, HasSubstr(one.reason));
  }
}

TEST(ReadText, LabelledValuesBecomeMetadata) {
  const Article article = read(
      "Title: Heel Pain\nAuthor: Jane Doe\nDate: 2024-06-03\nURL: https://e.org/x\n"
      "Source: Foot House\nLanguage: EN\n\n" +
      kBody);
  EXPECT_EQ(article.title, "Heel Pain");
  EXPECT_THAT(article.authors, ElementsAre("Jane Doe"));
  EXPECT_EQ(article.published, (Date{2024, 6, 3}));
  EXPECT_EQ(article.url, "https://e.org/x");
  EXPECT_EQ(article.source, "Foot House");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.text + "\n", kBody);
}

TEST(ReadText, ABylineInPartsGivesNamesAndDates) {
  const Article article = read(
      "Heel Pain\n\nBy Rosa Lindt, LMT | Published: June 5th, 2023 | Last reviewed by Dr. Tom Poe "
      "on 2024-01-02\n\n" +
      kBody);
  EXPECT_THAT(article.authors, ElementsAre("Rosa Lindt"));
  EXPECT_THAT(article.reviewers, ElementsAre("Tom Poe"));
  EXPECT_EQ(article.published, (Date{2023, 6, 5}));
  EXPECT_EQ(article.updated, (Date{2024, 1, 2}));
  EXPECT_EQ(article.text + "\n", kBody);
}

TEST(ReadText, ALowerCaseNameUnderTheTitleIsItsByline) {
  for (const std::string line : {"- green gate clinic", "By green gate clinic"}) {
    const Article article = read("Heel Pain\n\n" + line + "\n\n" + kBody);
    EXPECT_THAT(article.authors, ElementsAre("green gate clinic")) << line;
    EXPECT_EQ(article.text + "\n", kBody) << line;
  }
  const Article list = read("For the Heel\n\n- short walks\n- soft shoes\n\n" + kBody);
  EXPECT_THAT(list.text, HasSubstr("- short walks\n- soft shoes"));
  const Article advice =
      read("Heel Pain\n\n" + kBody + "\n" +
           "Subscribe to a regular exercise habit and the heel will thank you.\n"
           "Share this with your physiotherapist: a list of the drugs you take.\n"
           "Follow us through the steps of the warm-up.\n");
  EXPECT_THAT(advice.text, HasSubstr("Subscribe to a regular"));
  EXPECT_THAT(advice.text, HasSubstr("Share this with your physio"));
  EXPECT_THAT(advice.text, HasSubstr("Follow us through"));
}

TEST(ReadText, SiteNameBehindTheTitleIsItsSource) {
  const Article article = read("How Heels Heal | Foot House\n\n" + kBody);
  EXPECT_EQ(article.title, "How Heels Heal");
  EXPECT_EQ(article.source, "Foot House");
}

TEST(ReadText, TextWithoutTitleIsNamedAfterItsFile) {
  std::string body = kBody;
  body.pop_back();
  const Article article = read(body);
  EXPECT_EQ(article.title, "a file name");
  EXPECT_EQ(article.text, body);
}

TEST(ReadText, AShortNoteIsItsOwnTitleAndText) {
  const Article article = read("Ice the heel.\n");
  EXPECT_EQ(article.title, "Ice the heel.");
  EXPECT_EQ(article.text, "Ice the heel.");
}

TEST(ReadText, JoinsLinesBrokenAroundLinks) {
  const Article article = read(
      "Heel Pain\n\nFor the heel we recommend regular\nstretching of the calf\nevery morning.\n");
  EXPECT_EQ(article.text,
            "For the heel we recommend regular stretching of the calf every morning.");
}

TEST(ReadText, UnmarkedLinesUnderAColonAreItsItems) {
  const Article article = read("Heel Pain\n" + kBody +
                               "It has three causes:\nShort calves that pull on the heel\nHard "
                               "floors\nNew shoes\nWhat Helps\n" +
                               kBody);
  ASSERT_EQ(article.sections.size(), 2U);
  EXPECT_EQ(article.sections[0].blocks[2].kind, BlockKind::list_item);
  EXPECT_EQ(article.sections[0].blocks[4].context, "It has three causes:");
}

TEST(ReadText, AListOfPlainItemsKeepsTheParagraphBehindItApart) {
  const Article article =
      read("Heel Pain\n\n" + kBody + "\nAvoid:\n- Running\n- Jumping\n" + kBody);
  EXPECT_THAT(paths(article), ElementsAre("", "Avoid"));
  EXPECT_EQ(article.sections[1].blocks.size(), 3U);
  EXPECT_EQ(article.sections[1].blocks[2].kind, BlockKind::paragraph);
}

TEST(ReadText, AdviceToSeekHelpIsNeverDropped) {
  const std::string advice =
      "Call 911 if the leg is cold. See your doctor today if it swells. Call us right away if you "
      "lose control of your bladder.";
  const Article article =
      read("Heel Pain\n\n" + kBody + "\n" + advice + " Call us today to book!\n");
  EXPECT_THAT(article.text, HasSubstr(advice));
  EXPECT_EQ(article.text.find("to book"), std::string::npos);
}

TEST(ReadText, ASentenceBehindAReferenceListIsBodyAgain) {
  const Article article = read("Heel Pain\n\n" + kBody +
                               "\nReferences\n- Doe, J. (2019). Heels. Foot, 2, 3-4.\n"
                               "Heels are a field in which much is still open to study.\n");
  ASSERT_EQ(article.sections.size(), 3U);
  EXPECT_EQ(article.sections[1].role, SectionRole::references);
  EXPECT_EQ(article.sections[2].role, SectionRole::body);
}

TEST(ReadText, IsSoundWhateverTheBytes) {
  std::mt19937 random(11);
  std::string all;
  for (const char* name : {"wix_post", "wordpress_post", "wrapped_letter", "stuck_items"}) {
    all += contents_of(std::filesystem::path(PALPATE_FIXTURES) / "text" /
                       (std::string(name) + ".txt"));
  }
  for (int round = 0; round < 300; ++round) {
    std::string bytes = all.substr(random() % all.size(), random() % 3000);
    for (auto change = random() % 20; change > 0 && !bytes.empty(); --change) {
      const std::size_t at = random() % bytes.size();
      if (random() % 2 == 0)
        bytes[at] = "\n -:.\xC3\xFF*1\t"[random() % 11 % 10];
      else
        bytes.insert(at, random() % 2 == 0 ? "\n\n- " : ". - A");
    }
    const Result<Article> article = read_text(bytes, named("a.txt"));
    if (article) expect_sound(*article);
    ASSERT_FALSE(HasFailure()) << bytes;
  }
}

TEST(ReadText, HostileTextsTakeNoMoreThanLinearTime) {
  const auto repeated = [](std::string_view part, std::size_t times) {
    std::string all = "Heel Pain\n\n";
    while (times-- > 0) all += part;
    return all;
  };
  const std::vector<std::string> texts = {
      repeated("a. - B ", 50000),
      repeated("word ", 80000),
      repeated("x\n", 50000),
      repeated("- a\n", 50000),
      repeated("Title\n", 50000),
      repeated("((((", 80000),
      repeated("a long line that goes on\nand on ", 50000),
      repeated("a: b\n", 50000),
      repeated("Call us. ", 30000),
      repeated("1-2-3 ", 50000),
      repeated("Related posts\n", 50000),
  };
  for (const std::string& text : texts) {
    const auto begin = std::chrono::steady_clock::now();
    const Result<Article> article = read_text(text, named("a.txt"));
    if (article) {
      EXPECT_FALSE(article->title.empty());
    }
    const auto took = std::chrono::steady_clock::now() - begin;
    // Quadratic work on these would take minutes.
    EXPECT_LT(took, std::chrono::seconds(60)) << text.substr(0, 40);
  }
}

}  // namespace
}  // namespace palpate
