#include "article/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/article/gzip_bytes.h"
#include "indexer/article/temporary_folder.h"

namespace palpate {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kSentence =
    "People with a stiff lower back often feel better when they walk a little every day.";

struct Outcome {
  std::vector<Article> articles;
  std::vector<Problem> problems;
};

Outcome read(const SourceFile& file, const ReadLimits& limits = {}) {
  Outcome outcome;
  read_articles(
      file, limits, [&](Article article) { outcome.articles.push_back(std::move(article)); },
      [&](Problem problem) { outcome.problems.push_back(std::move(problem)); });
  return outcome;
}

// The one complaint about a file that gives no article.
std::string complaint(const std::filesystem::path& path, const ReadLimits& limits = {}) {
  const Outcome outcome = read({path, "id", ""}, limits);
  EXPECT_THAT(outcome.articles, IsEmpty()) << path;
  if (outcome.problems.size() != 1) return std::to_string(outcome.problems.size()) + " problems";
  EXPECT_EQ(outcome.problems.front().path, path.string());
  EXPECT_EQ(outcome.problems.front().line, 0U);
  return outcome.problems.front().reason;
}

TEST(ReaderTest, SendsEachFormatToItsReader) {
  const TemporaryFolder folder;
  const std::string sentence(kSentence);
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.txt", "Stiff backs\n\n" + sentence + "\n"},
      {"b.md", "# Stiff backs\n\n" + sentence + "\n"},
      {"c.html",
       "<title>Stiff backs</title><main><h1>Stiff backs</h1><p>" + sentence + "</p></main>"},
  };
  for (const auto& [name, bytes] : files) {
    for (const bool packed : {false, true}) {
      const std::string file_name = packed ? name + ".gz" : name;
      const std::filesystem::path path = folder.write(file_name, packed ? gzip(bytes) : bytes);
      const Outcome outcome = read({path, "docs/" + name, "https://www.Example.org:80/" + name});
      EXPECT_THAT(outcome.problems, IsEmpty()) << file_name;
      ASSERT_THAT(outcome.articles, SizeIs(1)) << file_name;
      const Article& article = outcome.articles.front();
      EXPECT_THAT(article.text, HasSubstr(sentence));
      EXPECT_EQ(article.text.find('<'), std::string::npos);
      EXPECT_EQ(article.text.find('#'), std::string::npos);
      EXPECT_EQ(article.id, "docs/" + name);
      EXPECT_EQ(article.group, article.id);
      EXPECT_EQ(article.path, path.string());
      EXPECT_EQ(article.url, "https://www.Example.org:80/" + name);
      EXPECT_EQ(article.source, "example.org");
      EXPECT_EQ(article.language, "en");
    }
  }
}

TEST(ReaderTest, CompletesEachLineOfJsonLines) {
  const TemporaryFolder folder;
  const std::string sentence(kSentence);
  const std::filesystem::path path = folder.write(
      "a.jsonl",
      R"({"_id":"1","text":")" + sentence +
          R"(","metadata":{"url":"http://a@b.de/x"}})"
          "\n"
          R"({"_id":"2","text":"x","metadata":{"source":"S","url":"https://b.de","language":"deu"}})"
          "\n"
          R"({"_id":"3","text":"x","metadata":{"url":"file:///x"}})"
          "\n{\n");
  const Outcome outcome = read({path, "a.jsonl", "https://example.org/a.jsonl"});
  ASSERT_THAT(outcome.articles, SizeIs(3));
  EXPECT_EQ(outcome.articles[0].id, "1");
  EXPECT_EQ(outcome.articles[0].path, path.string());
  EXPECT_EQ(outcome.articles[0].language, "en");
  EXPECT_EQ(outcome.articles[0].source, "b.de");
  EXPECT_EQ(outcome.articles[1].language, "de");
  EXPECT_EQ(outcome.articles[1].source, "S");
  EXPECT_EQ(outcome.articles[2].language, "");
  EXPECT_EQ(outcome.articles[2].source, "");
  ASSERT_THAT(outcome.problems, SizeIs(1));
  EXPECT_EQ(outcome.problems[0].line, 4U);
}

TEST(ReaderTest, NamesWhyAFileGivesNoArticle) {
  const TemporaryFolder folder;
  EXPECT_EQ(complaint(folder.write("a.pdf", "%PDF")), "files of type .pdf are not read yet");
  EXPECT_EQ(complaint(folder.write("a", "x")), "a file without an ending is not read");
  EXPECT_EQ(complaint(folder.write("a.txt", "")), "the file is empty");
  EXPECT_EQ(complaint(folder.path() / "gone.md"), "No such file or directory");
  EXPECT_THAT(complaint(folder.write("cut.txt.gz", gzip(std::string(kSentence)).substr(0, 30))),
              HasSubstr("gzip data is cut"));
}

TEST(ReaderTest, LinesInFrontOfABreakInGzipDataStay) {
  const TemporaryFolder folder;
  std::string lines;
  std::size_t count = 0;
  std::mt19937 random(3);
  for (; lines.size() < 2'000'000; ++count)
    lines += R"({"_id":")" + std::to_string(count) + R"(","text":"Knee )" +
             std::to_string(random()) + R"( and )" + std::to_string(random()) + "\"}\n";
  const std::string packed = gzip(lines);
  const Outcome cut =
      read({folder.write("a.jsonl.gz", packed.substr(0, packed.size() / 2)), "", ""});
  EXPECT_GT(cut.articles.size(), count / 4);
  EXPECT_LT(cut.articles.size(), count * 3 / 4);
  ASSERT_THAT(cut.problems, SizeIs(1));
  EXPECT_THAT(cut.problems[0].reason, HasSubstr("gzip data is cut"));
  EXPECT_EQ(cut.problems[0].line, cut.articles.size() + 1);
  std::string damaged = packed;
  damaged[damaged.size() - 8] ^= 1;  // its checksum
  const Outcome wrong = read({folder.write("b.jsonl.gz", damaged), "", ""});
  EXPECT_GT(wrong.articles.size(), count * 3 / 4);
  ASSERT_THAT(wrong.problems, SizeIs(1));
  EXPECT_THAT(wrong.problems[0].reason, HasSubstr("gzip data is damaged"));
}

TEST(ReaderTest, RefusesFilesBeyondTheLimit) {
  const TemporaryFolder folder;
  const ReadLimits limits = {.file_bytes = 1024, .line_bytes = 1024};
  EXPECT_EQ(complaint(folder.write("a.txt", std::string(1025, 'x')), limits), "larger than 1 KiB");
  EXPECT_EQ(complaint(folder.write("b.txt.gz", gzip(std::string(8'000'000, 'x'))), limits),
            "larger than 1 KiB");
  std::string just_right(kSentence);
  just_right.resize(1024, ' ');
  EXPECT_THAT(read({folder.write("c.txt", just_right), "c", ""}, limits).articles, SizeIs(1));
}

TEST(ReaderTest, NeverWaitsForAPipeOrAFolder) {
  const TemporaryFolder folder;
  const std::filesystem::path pipe = folder.path() / "pipe.html";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(complaint(pipe), "is a pipe, not a file");
  std::filesystem::create_directory(folder.path() / "folder.md");
  EXPECT_EQ(complaint(folder.path() / "folder.md"), "is a folder");
}

TEST(ReaderTest, NamesAFileWithoutAnIdByItself) {
  const TemporaryFolder folder;
  const Outcome outcome = read({folder.write("low back.txt", kSentence), "", ""});
  ASSERT_THAT(outcome.articles, SizeIs(1));
  EXPECT_EQ(outcome.articles[0].id, "low%20back.txt");
}

}  // namespace
}  // namespace palpate
