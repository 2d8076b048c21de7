// Several indexes asked as one: the answers of one index, and what is said when one is missing.
#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "palpate/indexer.h"
#include "palpate/searcher.h"
#include "query/note_texts.h"
#include "ranking/indexed_folder.h"

namespace palpate {
namespace {

using testing::HasSubstr;

// The sample corpus as one index, and dealt out to three.
class Shards : public testing::Test {
 protected:
  static constexpr std::size_t kShards = 3;

  static void SetUpTestSuite() {
    folder_ = new TemporaryFolder;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(PALPATE_CORPUS))
      if (entry.is_regular_file()) files.push_back(entry.path());
    std::ranges::sort(files);
    for (std::size_t i = 0; i < files.size(); ++i)
      for (const std::string& to : {std::string("all"), "part" + std::to_string(i % kShards)}) {
        const auto copy =
            folder_->path() / to / std::filesystem::relative(files[i], PALPATE_CORPUS);
        std::filesystem::create_directories(copy.parent_path());
        std::filesystem::copy_file(files[i], copy);
      }
    for (const char* name : {"all", "part0", "part1", "part2"}) index(name);
  }
  static void TearDownTestSuite() { delete folder_; }

  static void index(const std::string& name) {
    IndexOptions options;
    options.directory = directory(name);
    options.paths = {(folder_->path() / name).string()};
    options.jobs = 1;
    ASSERT_TRUE(index_articles(options, {}));
  }

  static std::string directory(const std::string& name) {
    return (folder_->path() / (name + ".db")).string();
  }

  static SearcherOptions shards() {
    return {.shards = {directory("part0"), directory("part1"), directory("part2")}};
  }

  static inline TemporaryFolder* folder_ = nullptr;
};

// Passages of an equal score have no order.
std::multiset<std::string> described(const Answer& answer) {
  std::multiset<std::string> hits;
  for (const Hit& hit : answer.hits)
    hits.insert(hit.passage + " " + std::to_string(hit.score) + " " + hit.text + " " +
                std::to_string(hit.marks.size()) + " " + std::to_string(hit.also_in.size()));
  return hits;
}

TEST_F(Shards, AnswerAsOneIndexOfAllTheirDocumentsWould) {
  const Result<Searcher> whole = Searcher::open(directory("all"));
  const Result<Searcher> parts = Searcher::open(shards());
  ASSERT_TRUE(whole && parts);
  std::size_t found = 0;
  for (const std::string& question :
       {std::string("trigger point referred pain"), std::string("sciatca"),
        std::string("heart attack"), std::string("\"low back pain\" -surgery"),
        std::string("title:shoulder exercises"),
        std::string("what helps against knots in the neck at night"),
        std::string("after:2020 cupping"), std::string("Rückenschmerzen"), std::string("LBP"),
        std::string("xyzzy")}) {
    const Request request{.question = question, .count = 40};
    const Result<Answer> one = whole->search(request);
    const Result<Answer> many = parts->search(request);
    ASSERT_TRUE(one && many) << question;
    EXPECT_EQ(many->total, one->total) << question;
    EXPECT_EQ(many->notes, one->notes) << question;
    EXPECT_EQ(described(*many), described(*one)) << question;
    EXPECT_FALSE(many->partial);
    found += many->hits.size();
  }
  EXPECT_GT(found, 100U);
}

TEST_F(Shards, GiveTextsOfAnyPart) {
  const Result<Searcher> whole = Searcher::open(directory("all"));
  const Result<Searcher> parts = Searcher::open(shards());
  ASSERT_TRUE(whole && parts);
  const Result<Answer> answer = whole->search({.question = "pain", .count = 30, .per_article = 1});
  ASSERT_GT(answer->hits.size(), 5U);
  for (const Hit& hit : answer->hits) {
    const Result<FullText> one = whole->full_text(hit.document);
    const Result<FullText> same = parts->full_text(hit.document);
    ASSERT_TRUE(one && same);
    EXPECT_EQ(same->text, one->text);
    EXPECT_EQ(same->passages, one->passages);
    EXPECT_TRUE(parts->like(hit.passage, {}));
  }
  const IndexDescription all = *whole->describe();
  const IndexDescription dealt = *parts->describe();
  EXPECT_EQ(dealt.documents, all.documents);
  EXPECT_EQ(dealt.passages, all.passages);
  EXPECT_EQ(dealt.sources, all.sources);
  EXPECT_EQ(dealt.languages, all.languages);
}

TEST_F(Shards, OneThatIsMissingIsLeftOutAndSaidSo) {
  SearcherOptions options = shards();
  options.shards.push_back(directory("nowhere"));
  const Result<Searcher> searcher = Searcher::open(options);
  ASSERT_TRUE(searcher);
  const Result<Answer> answer = searcher->search({.question = "shoulder"});
  ASSERT_TRUE(answer);
  EXPECT_FALSE(answer->hits.empty());
  EXPECT_TRUE(answer->partial);
  ASSERT_FALSE(answer->notes.empty());
  EXPECT_THAT(text_of(answer->notes.front()), HasSubstr("nowhere.db"));
}

TEST_F(Shards, OneThatGoesAndComesBackIsFollowed) {
  const Result<Searcher> searcher = Searcher::open(shards());
  ASSERT_TRUE(searcher);
  const auto ask = [&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(250));
    const Result<Answer> answer = searcher->search({.question = "shoulder"});
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? *answer : Answer{};
  };
  const Answer before = ask();
  EXPECT_FALSE(before.partial);
  const std::string gone = directory("part1") + ".gone";
  std::filesystem::rename(directory("part1"), gone);
  const Answer without = ask();
  EXPECT_TRUE(without.partial);
  EXPECT_LT(without.total, before.total);
  std::filesystem::rename(gone, directory("part1"));
  const Answer after = ask();
  EXPECT_FALSE(after.partial);
  EXPECT_EQ(after.total, before.total);
}

TEST_F(Shards, NoneAtAllIsAnError) {
  const Result<Searcher> none = Searcher::open(SearcherOptions{});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::invalid_argument);
  const Result<Searcher> gone =
      Searcher::open(SearcherOptions{.shards = {directory("a"), directory("b")}});
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace palpate
