// palpate-index --watch: the index follows its folders.
#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>

#include "fixture_index.h"
#include "program.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr auto kPatience = 60s;  // under a sanitizer, on a busy machine

template <class Condition>
bool comes_true(Condition&& condition) {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(50ms);
  }
  return true;
}

class Watch : public testing::Test {
 protected:
  Watch() {
    EXPECT_TRUE(comes_true([&] { return told(": 9 documents"); })) << watching_.err();
  }

  bool told(const std::string& words) const {
    return watching_.out().find(words) != std::string::npos;
  }
  bool finds(const std::string& word) const { return index_.query({word}).exit_code == 0; }
  void write(const std::string& name, const std::string& word) const {
    index_.folder().write("articles/" + name, "# Note\n\nThis one tells of " + word + ".\n");
  }
  void expect_found(const std::string& word) const {
    EXPECT_TRUE(comes_true([&] { return finds(word); })) << word << "\n" << watching_.out();
  }
  void expect_gone(const std::string& word) const {
    EXPECT_TRUE(comes_true([&] { return !finds(word); })) << word << "\n" << watching_.out();
  }

  FixtureIndex index_;
  Running watching_{"palpate-index", {"--db", index_.db(), "--watch", index_.articles()}};
};

TEST_F(Watch, FollowsWhatIsMadeChangedMovedAndRemoved) {
  EXPECT_THAT(watching_.out(), HasSubstr("watching "));
  write("zebra.md", "zebrafish");
  expect_found("zebrafish");
  EXPECT_THAT(watching_.out(), HasSubstr("1 file new, 0 changed, 0 removed: 10 documents, "));
  write("zebra.md", "axolotl");
  expect_found("axolotl");
  expect_gone("zebrafish");
  fs::rename(index_.articles() / "zebra.md", index_.articles() / "moved.md");
  EXPECT_TRUE(comes_true([&] { return index_.query({"--full", "moved.md"}).exit_code == 0; }));
  fs::remove(index_.articles() / "moved.md");
  expect_gone("axolotl");
  // Folders within folders, at once.
  write("new/deep/er/a.md", "pangolin");
  expect_found("pangolin");
  write("new/deep/er/b.md", "narwhal");
  expect_found("narwhal");
  fs::rename(index_.articles() / "new", index_.folder() / "away");
  expect_gone("pangolin");
  expect_gone("narwhal");
  fs::rename(index_.folder() / "away", index_.articles() / "back");
  expect_found("pangolin");
  watching_.send(SIGTERM);
  const Outcome outcome = watching_.wait();
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, IsEmpty());
  EXPECT_EQ(index_.index({"--check"}).exit_code, 0);
  EXPECT_THAT(index_.index({}).out, HasSubstr("nothing changed, nothing written"));
}

TEST_F(Watch, AnUploadOfManyFilesIsOneRunOrTwo) {
  for (int i = 0; i < 100; ++i) write("many/f" + std::to_string(i) + ".md", "quokka");
  EXPECT_TRUE(comes_true([&] { return told(": 109 documents"); })) << watching_.out();
  const std::string out = watching_.out();
  EXPECT_LE(std::count(out.begin(), out.end(), '\n'), 4);
}

TEST_F(Watch, ARootThatVanishesLosesNothingAndIsNoticedWhenItIsBack) {
  fs::rename(index_.articles(), index_.folder() / "away");
  EXPECT_TRUE(comes_true([&] {
    return watching_.err().find("is missing: nothing of it is removed") != std::string::npos;
  }));
  EXPECT_TRUE(finds("pillow"));
  index_.folder().write("away/new.md", "# New\n\nAn okapi.\n");
  fs::rename(index_.folder() / "away", index_.articles());
  expect_found("okapi");
  watching_.send(SIGINT);
  const Outcome outcome = watching_.wait();
  EXPECT_EQ(outcome.exit_code, 0);
  const std::string once = "is missing: nothing";
  EXPECT_EQ(outcome.err.find(once), outcome.err.rfind(once)) << outcome.err;
}

TEST_F(Watch, AFileThatCannotBeReadIsNamedAndTheRestGoesOn) {
  index_.folder().write("articles/broken.jsonl", "no json\n");
  write("fine.md", "wombat");
  expect_found("wombat");
  watching_.send(SIGTERM);
  const Outcome outcome = watching_.wait();
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("failed: " + (index_.articles() / "broken.jsonl").string()));
}

// Another run may write in between; the watch goes on.
TEST_F(Watch, OthersMayWriteBetweenItsRuns) {
  for (int i = 0; i < 5; ++i) {
    const int code = index_.index({"-q", "--rebuild"}).exit_code;
    EXPECT_TRUE(code == 0 || code == 75) << code;
    const std::string word = "kakapo" + std::string(static_cast<std::size_t>(i), 'o');
    write("k" + std::to_string(i) + ".md", word);
    expect_found(word);
  }
}

TEST(WatchQuietly, PrintsNothingAndEndsAtOnce) {
  const FixtureIndex index;
  Running watching("palpate-index", {"--db", index.db(), "--watch", "-q"});
  index.folder().write("articles/new.md", "# New\n\nA quetzal.\n");
  EXPECT_TRUE(comes_true([&] { return index.query({"quetzal"}).exit_code == 0; }));
  const auto begin = std::chrono::steady_clock::now();
  watching.send(SIGTERM);
  const Outcome outcome = watching.wait();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out + outcome.err, IsEmpty());
}

TEST(WatchQuietly, WithNothingToWatchItSaysSo) {
  const TestFolder folder;
  const Outcome none = run("palpate-index", {"--db", folder / "x.db", "--watch"});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_THAT(none.err, HasSubstr("there is nothing to index"));
  EXPECT_FALSE(fs::exists(folder / "x.db"));
}

// The index lies among what is watched: writing it is no reason to index again.
TEST(WatchQuietly, TheIndexMayLieInAWatchedFolder) {
  const TestFolder folder;
  folder.write("a.md", "# A\n\nAn ibis.\n");
  Running watching("palpate-index", {"--db", "palpate.db", "--watch", "."}, folder.path());
  ASSERT_TRUE(comes_true([&] { return watching.out().find("1 document") != std::string::npos; }));
  std::this_thread::sleep_for(3s);
  watching.send(SIGTERM);
  const Outcome outcome = watching.wait();
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 2) << outcome.out;
}

}  // namespace
}  // namespace palpate
