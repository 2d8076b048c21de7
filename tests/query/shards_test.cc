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
using testing::Not;

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
  EXPECT_EQ(dealt.held_twice, 0U);
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

// What stands in several is an oversight, and must not be mixed.
class HeldTwice : public testing::Test {
 protected:
  HeldTwice() {
    write("first", "knee.md", "The sore knee of the first", "Rest the sore knee, says the first.");
    write("first", "neck.md", "The stiff neck", "A stiff neck and a knee.");
    write("later", "knee.md", "The sore knee of the later",
          "Bend the sore knee, says the later.\n\nA knee bends. Galoshes are of no use.");
    write("later", "foot.md", "The tired foot", "A tired foot and a knee.");
  }

  void write(const std::string& name, const std::string& file, const std::string& title,
             const std::string& text) {
    folder_.write(name + "/" + file,
                  "---\ntitle: " + title + "\nlanguage: en\n---\n\n" + text + "\n");
  }

  Result<Searcher> open() const {
    SearcherOptions options;
    for (const std::string name : {"first", "later"}) {
      IndexOptions writing;
      writing.directory = (folder_.path() / (name + ".db")).string();
      writing.paths = {(folder_.path() / name).string()};
      writing.jobs = 1;
      EXPECT_TRUE(index_articles(writing, {}));
      options.shards.push_back(writing.directory);
    }
    return Searcher::open(options);
  }

  static std::set<std::string> documents(const Answer& answer) {
    std::set<std::string> ids;
    for (const Hit& hit : answer.hits) ids.insert(hit.document);
    return ids;
  }

  TemporaryFolder folder_;
};

TEST_F(HeldTwice, OnlyTheFirstIndexsAreShownAndItIsSaidSo) {
  const Result<Searcher> searcher = open();
  ASSERT_TRUE(searcher);
  const Result<Answer> answer = searcher->search({.question = "knee", .per_article = 0});
  ASSERT_TRUE(answer);
  EXPECT_EQ(documents(*answer), (std::set<std::string>{"knee.md", "neck.md", "foot.md"}));
  for (const Hit& hit : answer->hits) EXPECT_THAT(hit.text, Not(HasSubstr("later")));
  ASSERT_EQ(answer->notes.size(), 1U);
  EXPECT_EQ(answer->notes[0], (Note{NoteKind::held_twice, {"knee.md"}}));
  const Result<Answer> only_later = searcher->search({.question = "galoshes", .exact = true});
  ASSERT_TRUE(only_later);
  EXPECT_TRUE(only_later->hits.empty());
  EXPECT_EQ(only_later->notes.front().kind, NoteKind::held_twice);
  const Result<Answer> like = searcher->like("neck.md", {.per_article = 0});
  ASSERT_TRUE(like);
  for (const Hit& hit : like->hits) EXPECT_THAT(hit.text, Not(HasSubstr("later")));
  EXPECT_TRUE(searcher->search({.question = "neck"})->notes.empty());
}

TEST_F(HeldTwice, ATextIsThatOfTheFirst) {
  const Result<Searcher> searcher = open();
  ASSERT_TRUE(searcher);
  const Result<FullText> text = searcher->full_text("knee.md");
  ASSERT_TRUE(text);
  EXPECT_THAT(text->article.title, HasSubstr("first"));
  EXPECT_THAT(text->text, HasSubstr("says the first"));
  EXPECT_THAT(text->text, Not(HasSubstr("later")));
  EXPECT_THAT(searcher->full_text("foot.md")->text, HasSubstr("tired foot"));
}

TEST_F(HeldTwice, TheDescriptionTellsHowManyAre) {
  write("later", "neck.md", "The stiff neck", "Another neck.");
  const Result<Searcher> searcher = open();
  ASSERT_TRUE(searcher);
  const Result<IndexDescription> index = searcher->describe();
  ASSERT_TRUE(index);
  EXPECT_EQ(index->documents, 5U);
  EXPECT_EQ(index->held_twice, 2U);
  EXPECT_THAT(index->held_twice_ids, testing::ElementsAre("knee.md", "neck.md"));
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
