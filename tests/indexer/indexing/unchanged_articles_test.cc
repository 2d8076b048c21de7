// What did not change is left where it is: neither written anew nor even read.
#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "../store/altered_database.h"
#include "index_run.h"
#include "store/generation.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::Key;

constexpr const char* kMark = "as it was";

class UnchangedArticles : public IndexArticles {
 protected:
  static std::string line(const std::string& id, const std::string& word) {
    return R"({"_id":")" + id + R"(","title":"About )" + word + R"(","text":"A note on )" + word +
           R"(: rest helps, and so does walking.","metadata":{"language":"en"}})" + "\n";
  }

  std::string generation() const { return existing_generation(options_.directory)->string(); }

  // Xapian's numbers of passages, by the passages' names.
  std::map<std::string, Xapian::docid> numbers() const {
    const Result<Snapshot> index = Snapshot::open(options_.directory);
    EXPECT_TRUE(index);
    std::map<std::string, Xapian::docid> all;
    for (const auto& [id, record] : index->metadata(kDocumentKeys)) {
      const std::vector<Xapian::docid> passages = index->passages_of(id);
      for (std::size_t i = 0; i < passages.size(); ++i)
        all.emplace(id + "#" + std::to_string(i + 1), passages[i]);
    }
    return all;
  }

  // Document data, of which palpate writes none: who writes a passage again wipes the mark.
  void mark_all() const {
    for (const auto& [name, number] : numbers())
      alter_database(generation(), number, [number = number](Xapian::WritableDatabase& database) {
        Xapian::Document passage = database.get_document(number);
        passage.set_data(kMark);
        database.replace_document(number, passage);
      });
  }

  std::vector<std::string> marked() const {
    const Xapian::Database database(generation());
    std::vector<std::string> names;
    for (const auto& [name, number] : numbers())
      if (database.get_document(number).get_data() == kMark) names.push_back(name);
    return names;
  }

  // A run that must read these files and no others.
  IndexSummary run_reading(const std::vector<std::string>& expected) {
    std::vector<std::string> read;
    IndexObserver observer;
    observer.reading = [&](const std::string& file) {
      read.push_back(fs::path(file).filename().string());
    };
    IndexSummary summary = run(observer);
    EXPECT_EQ(read, expected);
    return summary;
  }
};

TEST_F(UnchangedArticles, OfAChangedJsonLinesFileAreNotWrittenAgain) {
  write("lines.jsonl", line("one", "heat") + line("two", "cold") + line("three", "sleep"));
  run();
  mark_all();
  const auto before = numbers();
  ASSERT_THAT(marked(), ElementsAre("one#1", "three#1", "two#1"));

  write("lines.jsonl", line("three", "sleep") + line("new", "posture") + line("one", "heat") +
                           line("two", "colder weather"));
  ASSERT_TRUE(run().in_place);
  EXPECT_THAT(marked(), ElementsAre("one#1", "three#1"));
  EXPECT_THAT(numbers(), IsSupersetOf(before)) << "what takes another's place has its number";
  EXPECT_THAT(numbers(), Contains(Key("new#1")));

  write("lines.jsonl", line("three", "sleep"));
  ASSERT_TRUE(run().in_place);
  EXPECT_THAT(marked(), ElementsAre("three#1"));
  EXPECT_EQ(numbers(), (std::map<std::string, Xapian::docid>{{"three#1", before.at("three#1")}}));
}

// What is told of an article is part of it.
TEST_F(UnchangedArticles, AreNotThoseWithAnotherTitle) {
  write("lines.jsonl", line("one", "heat") + line("two", "cold"));
  run();
  mark_all();
  std::string other = line("one", "heat");
  other.replace(other.find("About"), 5, "All about");
  write("lines.jsonl", other + line("two", "cold"));
  ASSERT_TRUE(run().in_place);
  EXPECT_THAT(marked(), ElementsAre("two#1"));
}

TEST_F(UnchangedArticles, AreNotReadInFilesThatDidNotChange) {
  write("changed.jsonl", line("one", "heat"));
  write("same.jsonl", line("two", "cold"));
  write_note("same.md", "sleep");
  write_note("touched.md", "posture");
  run_reading({"changed.jsonl", "same.jsonl", "same.md", "touched.md"});
  const IndexState before = state();

  // Of the same size and time: who looks into these finds another article.
  const auto put_secretly = [&](const std::string& name, const std::string& text) {
    const fs::path file = fs::path(root()) / name;
    const auto time = fs::last_write_time(file);
    ASSERT_EQ(fs::file_size(file), text.size());
    write(name, text);
    fs::last_write_time(file, time);
  };
  put_secretly("same.jsonl", line("two", "cola"));
  put_secretly("same.md", "# About sleet\n\nThis note says what sleet is and what helps.\n");
  const fs::path touched = fs::path(root()) / "touched.md";
  fs::last_write_time(touched, fs::last_write_time(touched) + std::chrono::seconds(5));
  write("changed.jsonl", line("one", "heat and cold"));
  const IndexSummary summary = run_reading({"changed.jsonl"});
  EXPECT_EQ(summary.files_unchanged, 3U);
  EXPECT_EQ(summary.documents_read, 1U);
  const IndexState after = state();
  EXPECT_EQ(after.documents.at("two"), before.documents.at("two"));
  EXPECT_EQ(after.documents.at("same.md"), before.documents.at("same.md"));
  EXPECT_NE(after.documents.at("one"), before.documents.at("one"));
}

}  // namespace
}  // namespace palpate
