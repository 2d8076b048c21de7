#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "article/reader.h"
#include "indexer/article/gzip_bytes.h"
#include "indexer/article/temporary_folder.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Outcome {
  std::vector<Article> articles;
  std::vector<Problem> problems;

  std::vector<std::string> ids() const {
    std::vector<std::string> all;
    all.reserve(articles.size());
    for (const Article& article : articles) all.push_back(article.id);
    return all;
  }
  // "LINE: REASON"
  std::vector<std::string> complaints() const {
    std::vector<std::string> all;
    all.reserve(problems.size());
    for (const Problem& problem : problems) {
      all.push_back(std::to_string(problem.line) + ": " + problem.reason);
    }
    return all;
  }
};

Outcome read(const std::filesystem::path& path, const ReadLimits& limits = {}) {
  Outcome outcome;
  read_json_lines(
      {path, "", ""}, limits,
      [&](Article article) { outcome.articles.push_back(std::move(article)); },
      [&](Problem problem) { outcome.problems.push_back(std::move(problem)); });
  return outcome;
}

Outcome read_bytes(std::string_view bytes, const ReadLimits& limits = {}) {
  const TemporaryFolder folder;
  return read(folder.write("articles.jsonl", bytes), limits);
}

TEST(JsonLinesReaderTest, TakesEveryFieldOfALine) {
  const Outcome outcome = read_bytes(
      R"({"_id": "back-1", "title": "Stiff back", "text": " Keep moving.\n- Walk.\n", "more": [1, {}],)"
      R"( "metadata": {"heading": "What helps", "article": "back", "synonyms": ["sore back"],)"
      R"( "url": "https://example.org/back", "source": "Example", "date": "2021-07-31",)"
      R"( "updated": "June 2024", "language": "en-GB", "authors": ["A. Writer", "B. Writer"],)"
      R"( "tags": ["spine"], "unknown": null}})");
  ASSERT_THAT(outcome.complaints(), IsEmpty());
  ASSERT_THAT(outcome.articles, SizeIs(1));
  const Article& article = outcome.articles.front();
  EXPECT_EQ(article.id, "back-1");
  EXPECT_EQ(article.group, "back");
  EXPECT_EQ(article.title, "Stiff back");
  EXPECT_EQ(article.text, " Keep moving.\n- Walk.\n");
  EXPECT_EQ(article.url, "https://example.org/back");
  EXPECT_EQ(article.source, "Example");
  EXPECT_EQ(article.published, (Date{2021, 7, 31}));
  EXPECT_EQ(article.updated, (Date{2024, 6, 0}));
  EXPECT_EQ(article.language, "en");
  EXPECT_THAT(article.authors, ElementsAre("A. Writer", "B. Writer"));
  EXPECT_THAT(article.tags, ElementsAre("spine"));
  EXPECT_THAT(article.synonyms, ElementsAre("sore back"));
  EXPECT_THAT(article.path, testing::EndsWith("articles.jsonl"));
  ASSERT_THAT(article.sections, SizeIs(1));
  const Section& section = article.sections.front();
  EXPECT_THAT(section.heading_path, ElementsAre("What helps"));
  EXPECT_TRUE(section.heading.empty());
  ASSERT_THAT(section.blocks, SizeIs(2));
  EXPECT_EQ(section.blocks[0].range.of(article.text), "Keep moving.");
  EXPECT_EQ(section.blocks[1].range.of(article.text), "- Walk.");
  EXPECT_EQ(section.blocks[1].kind, BlockKind::list_item);
}

TEST(JsonLinesReaderTest, NeedsOnlyAnIdAndAText) {
  const Outcome outcome = read_bytes(R"({"_id":"a","text":"Rest."})");
  ASSERT_THAT(outcome.articles, SizeIs(1));
  EXPECT_EQ(outcome.articles.front().group, "a");
  ASSERT_THAT(outcome.articles.front().sections, SizeIs(1));
  EXPECT_THAT(outcome.articles.front().sections.front().heading_path, IsEmpty());
}

TEST(JsonLinesReaderTest, TakesNullAsNotGiven) {
  const Outcome outcome = read_bytes(
      "{\"_id\":\"a\",\"text\":\"Rest.\",\"title\":null,\"metadata\":null}\n"
      "{\"_id\":\"b\",\"text\":\"Rest.\",\"metadata\":{\"heading\":null,\"tags\":null,\"date\":"
      "null}}");
  EXPECT_THAT(outcome.ids(), ElementsAre("a", "b"));
  EXPECT_THAT(outcome.complaints(), IsEmpty());
}

TEST(JsonLinesReaderTest, TakesAListOfHeadingsAsAPath) {
  const Outcome outcome =
      read_bytes(R"({"_id":"a","text":"Rest.","metadata":{"heading":["Back","Care"]}})");
  ASSERT_THAT(outcome.articles, SizeIs(1));
  EXPECT_THAT(outcome.articles.front().sections.front().heading_path, ElementsAre("Back", "Care"));
}

TEST(JsonLinesReaderTest, EncodesIdsThatHoldWhiteSpace) {
  const Outcome outcome = read_bytes(R"({"_id":"low back","text":"x","metadata":{"article":"a b"}})"
                                     "\n"
                                     R"({"_id":12,"text":"x"})"
                                     "\n"
                                     R"({"_id":-1.5,"text":"x"})"
                                     "\n"
                                     R"({"_id":"50%#é\t","text":"x"})");
  EXPECT_THAT(outcome.ids(), ElementsAre("low%20back", "12", "-1.5", "50%#é%09"));
  EXPECT_EQ(outcome.articles.front().group, "a%20b");
}

TEST(JsonLinesReaderTest, NamesTheLineOfWhatItCannotRead) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {R"({"_id":"b","text":"Cut in the mid)", "cut"},
      {R"({"_id":"b","text":"Rest.")", "cut"},
      {R"({"_id":"b","text":"Rest."}})", "malformed"},
      {R"(["b"])", "a list, not an object"},
      {R"("b")", "not an object"},
      {"\xff\xfe{", "invalid UTF-8"},
      {"{\"_id\":\"b\",\"text\":\"\xc3\x28\"}", "invalid UTF-8"},
      {R"({"text":"Rest."})", "no \"_id\""},
      {R"({"_id":"","text":"Rest."})", "no \"_id\""},
      {R"({"_id":"b"})", "no text"},
      {R"({"_id":"b","text":" \n\u00a0"})", "no text"},
      {R"({"_id":"b","text":["Rest."]})", "\"text\" is a list, not a string"},
      {R"({"_id":true,"text":"Rest."})", "\"_id\" is true or false, not a string or a number"},
      {R"({"_id":"b","text":"x","title":5})", "\"title\" is a number, not a string"},
      {R"({"_id":"b","text":"x","metadata":[]})", "\"metadata\" is a list, not an object"},
      {R"({"_id":"b","text":"x","metadata":{"tags":"y"}})",
       "\"metadata.tags\" is a string, not a list of strings"},
      {R"({"_id":"b","text":"x","metadata":{"authors":["y",1]}})",
       "an item of \"metadata.authors\" is a number, not a string"},
      {R"({"_id":"b","text":"x","metadata":{"heading":{}}})", "\"metadata.heading\" is an object"},
      {std::string(100'000, '['), "malformed"},
      {R"({"_id":"b","text":"x","deep":)" + std::string(100'000, '['), "JSON"},
  };
  for (const auto& [line, reason] : cases) {
    const Outcome outcome = read_bytes("{\"_id\":\"a\",\"text\":\"x\"}\n" + line +
                                       "\n{\"_id\":\"c\",\"text\":\"x\"}\n");
    EXPECT_THAT(outcome.ids(), ElementsAre("a", "c")) << line.substr(0, 80);
    ASSERT_THAT(outcome.problems, SizeIs(1)) << line.substr(0, 80);
    EXPECT_EQ(outcome.problems.front().line, 2U);
    EXPECT_THAT(outcome.problems.front().reason, HasSubstr(reason));
    EXPECT_THAT(outcome.problems.front().path, testing::EndsWith("articles.jsonl"));
  }
}

TEST(JsonLinesReaderTest, KeepsADateItCannotReadAsDropped) {
  const Outcome outcome =
      read_bytes(R"({"_id":"a","text":"x","metadata":{"date":"03/04/2021","updated":2022}})");
  ASSERT_THAT(outcome.articles, SizeIs(1));
  EXPECT_FALSE(outcome.articles.front().published.known());
  EXPECT_EQ(outcome.articles.front().updated, (Date{2022, 0, 0}));
  ASSERT_THAT(outcome.articles.front().dropped, SizeIs(1));
  EXPECT_EQ(outcome.articles.front().dropped.front().text, "03/04/2021");
}

TEST(JsonLinesReaderTest, TakesAnyLineBreaksAndAByteOrderMark) {
  const Outcome outcome = read_bytes(
      "\xef\xbb\xbf{\"_id\":1,\"text\":\"x\"}\r\n\r\n  \n{\"_id\":2,\"text\":\"x\"}\n\n"
      "{\"_id\":3,\"text\":\"x\"}");
  EXPECT_THAT(outcome.ids(), ElementsAre("1", "2", "3"));
  EXPECT_THAT(outcome.complaints(), IsEmpty());
  EXPECT_THAT(read_bytes("\n\n{").complaints(), ElementsAre(HasSubstr("3: ")));
  EXPECT_THAT(read_bytes("").complaints(), IsEmpty());
}

std::string numbered_lines(int count) {
  std::string lines;
  for (int i = 1; i <= count; ++i) {
    lines += R"({"_id":)" + std::to_string(i) + R"(,"text":"Line number )" +
             std::to_string(i * 7919) + " of these.\"}\n";
  }
  return lines;
}

TEST(JsonLinesReaderTest, ReadsLinesAcrossTheEndsOfItsBuffer) {
  const Outcome outcome = read_bytes(numbered_lines(30'000));
  ASSERT_THAT(outcome.articles, SizeIs(30'000));
  for (int i = 0; i < 30'000; ++i) {
    ASSERT_EQ(outcome.articles[static_cast<std::size_t>(i)].id, std::to_string(i + 1));
  }
}

TEST(JsonLinesReaderTest, ReadsGzipOfSeveralMembers) {
  const TemporaryFolder folder;
  const std::string packed =
      gzip("{\"_id\":1,\"text\":\"x\"}\n{\"_id\":2,") + gzip("\"text\":\"y\"}\n");
  EXPECT_THAT(read(folder.write("two.jsonl.gz", packed)).ids(), ElementsAre("1", "2"));
}

TEST(JsonLinesReaderTest, SaysWhenGzipIsCutOrDamaged) {
  const TemporaryFolder folder;
  const std::string packed = gzip(numbered_lines(5000));
  const Outcome cut = read(folder.write("cut.jsonl.gz", packed.substr(0, packed.size() / 2)));
  EXPECT_GT(cut.articles.size(), 100U);
  ASSERT_THAT(cut.problems, SizeIs(1));
  EXPECT_EQ(cut.problems.front().line, cut.articles.size() + 1);
  EXPECT_THAT(cut.problems.front().reason, HasSubstr("gzip data is cut"));

  std::string damaged = packed;
  damaged[packed.size() / 2] = static_cast<char>(damaged[packed.size() / 2] ^ 0x55);
  const Outcome broken = read(folder.write("damaged.jsonl.gz", damaged));
  EXPECT_THAT(broken.complaints(), testing::Contains(HasSubstr("gzip data is damaged")));

  EXPECT_THAT(read(folder.write("stub.jsonl.gz", packed.substr(0, 5))).complaints(),
              ElementsAre(HasSubstr("gzip data is cut")));
}

TEST(JsonLinesReaderTest, PassesOverALineBeyondTheLimit) {
  const Outcome outcome =
      read_bytes("{\"_id\":1,\"text\":\"x\"}\n{\"_id\":2,\"text\":\"" + std::string(3000, 'y') +
                     "\"}\n{\"_id\":3,\"text\":\"z\"}\n",
                 {.file_bytes = 0, .line_bytes = 1024});
  EXPECT_THAT(outcome.ids(), ElementsAre("1", "3"));
  EXPECT_THAT(outcome.complaints(), ElementsAre("2: line longer than 1 KiB"));
}

TEST(JsonLinesReaderTest, TakesALineOfExactlyTheLimit) {
  const std::string line = R"({"_id":1,"text":"xyz"})";
  EXPECT_THAT(read_bytes(line + "\n", {.file_bytes = 0, .line_bytes = line.size()}).ids(),
              ElementsAre("1"));
  EXPECT_THAT(read_bytes(line, {.file_bytes = 0, .line_bytes = line.size() - 1}).ids(), IsEmpty());
}

long peak_kilobytes() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

TEST(JsonLinesReaderTest, NeverHoldsALineOf300Megabytes) {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "huge.jsonl.gz";
  const std::string member = gzip(std::string(6'000'000, 'y'));
  std::ofstream file(path, std::ios::binary);
  file << gzip(R"({"_id":1,"text":")");
  for (int i = 0; i < 50; ++i) file << member;
  file << gzip("\"}\n{\"_id\":2,\"text\":\"x\"}\n");
  file.close();
  const long before = peak_kilobytes();
  const Outcome outcome = read(path, {.file_bytes = 0, .line_bytes = 4 << 20});
  EXPECT_THAT(outcome.ids(), ElementsAre("2"));
  EXPECT_THAT(outcome.complaints(), ElementsAre("1: line longer than 4 MiB"));
  EXPECT_LT(peak_kilobytes() - before, 64 << 10);
}

TEST(JsonLinesReaderTest, RefusesWhatIsNoFileWithoutWaiting) {
  const TemporaryFolder folder;
  const std::filesystem::path pipe = folder.path() / "pipe.jsonl";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_THAT(read(pipe).complaints(), ElementsAre("0: is a pipe, not a file"));
  EXPECT_THAT(read(folder.path()).complaints(), ElementsAre("0: is a folder"));
  EXPECT_THAT(read("/dev/null").complaints(), ElementsAre("0: is not a regular file"));
  EXPECT_THAT(read(folder.path() / "gone.jsonl").complaints(),
              ElementsAre("0: No such file or directory"));
}

}  // namespace
}  // namespace palpate
