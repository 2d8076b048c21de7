#include "watching/folder_watch.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "../article/temporary_folder.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class FolderWatchTest : public testing::Test {
 protected:
  FolderWatchTest() {
    folder_.write("articles/a.md", "a");
    folder_.write("articles/deep/er/b.md", "b");
    folder_.write("articles/.hidden/c.md", "c");
    watch_.follow({root()});
  }

  std::string root() const { return place("articles").string(); }
  fs::path place(const std::string& name) const { return folder_.path() / name; }

  bool noticed() { return watch_.wait(2s); }
  bool nothing() { return !watch_.wait(100ms); }

  TemporaryFolder folder_;
  FolderWatch watch_ = *FolderWatch::create(place("articles/index.db").string());
};

TEST_F(FolderWatchTest, WatchesAllFoldersThatAreIndexed) { EXPECT_EQ(watch_.folders(), 3U); }

TEST_F(FolderWatchTest, NoticesWhateverChangesAnIndex) {
  EXPECT_TRUE(nothing());
  for (const std::string name : {"articles/new.md", "articles/a.md", "articles/deep/er/x.html.gz",
                                 "articles/.palpateignore"}) {
    folder_.write(name, "x");
    EXPECT_TRUE(noticed()) << name;
    while (watch_.wait(50ms)) {
    }
  }
  fs::rename(place("articles/new.md"), place("articles/old.md"));
  EXPECT_TRUE(noticed());
  fs::remove(place("articles/deep/er/b.md"));
  EXPECT_TRUE(noticed());
  fs::create_symlink(place("articles/a.md"), place("articles/link.md"));
  EXPECT_TRUE(noticed());
  while (watch_.wait(50ms)) {
  }
  fs::permissions(place("articles/a.md"), fs::perms::owner_read);
  EXPECT_TRUE(noticed());
}

TEST_F(FolderWatchTest, IsNotDisturbedByWhatNoIndexHolds) {
  for (const std::string name :
       {"articles/report.docx", "articles/.a.md.swp", "articles/.hidden/d.md",
        "articles/index.db/lock", "articles/index.db/generation-000001/x.md", "elsewhere.md"}) {
    folder_.write(name, "x");
    EXPECT_TRUE(nothing()) << name;
  }
}

TEST_F(FolderWatchTest, FollowsFoldersThatAreNewAndLeavesThoseThatAreGone) {
  folder_.write("articles/fresh/one.md", "x");
  EXPECT_TRUE(noticed());
  watch_.follow({root()});
  EXPECT_EQ(watch_.folders(), 4U);
  while (watch_.wait(50ms)) {
  }
  folder_.write("articles/fresh/two.md", "x");
  EXPECT_TRUE(noticed());
  fs::rename(place("articles/deep"), place("moved away"));
  EXPECT_TRUE(noticed());
  watch_.follow({root()});
  EXPECT_EQ(watch_.folders(), 2U);
  while (watch_.wait(50ms)) {
  }
  folder_.write("moved away/er/three.md", "x");
  EXPECT_TRUE(nothing());
}

TEST_F(FolderWatchTest, NoticesThatARootGoesAndComesBack) {
  fs::rename(place("articles"), place("away"));
  EXPECT_TRUE(noticed());
  watch_.follow({root()});
  EXPECT_EQ(watch_.folders(), 0U);
  while (watch_.wait(50ms)) {
  }
  folder_.write("other.md", "x");
  EXPECT_TRUE(nothing());
  fs::rename(place("away"), place("articles"));
  EXPECT_TRUE(noticed());
  watch_.follow({root()});
  EXPECT_EQ(watch_.folders(), 3U);
}

TEST_F(FolderWatchTest, NoticesARootThatComesBackWithTheFolderAboveIt) {
  const std::string deep = place("not/yet/there").string();
  watch_.follow({deep});
  folder_.write("not/yet/there/a.md", "x");
  EXPECT_TRUE(noticed());
}

TEST_F(FolderWatchTest, AFileIsWatchedByItsName) {
  watch_.follow({place("articles/a.md").string()});
  while (watch_.wait(50ms)) {
  }
  folder_.write("articles/b.md", "x");
  EXPECT_TRUE(nothing());
  folder_.write("articles/saved", "x");
  fs::rename(place("articles/saved"), place("articles/a.md"));
  EXPECT_TRUE(noticed());
}

TEST_F(FolderWatchTest, LoopsOfLinksEnd) {
  fs::create_directory_symlink(place("articles"), place("articles/deep/loop"));
  watch_.follow({root()});
  EXPECT_EQ(watch_.folders(), 3U);
}

// More is told than the kernel keeps: that something was lost is told too.
TEST_F(FolderWatchTest, NoticesThatNoticesWereLost) {
  std::ifstream limit("/proc/sys/fs/inotify/max_queued_events");
  std::size_t most = 0;
  limit >> most;
  ASSERT_GT(most, 0U);
  if (most > 100'000) GTEST_SKIP() << "the queue is too long to be filled: " << most;
  for (std::size_t i = 0; i <= most / 2 + 1; ++i) {
    const fs::path file = place("articles/ignored" + std::to_string(i % 2));
    std::ofstream(file) << "x";
    fs::remove(file);
  }
  EXPECT_TRUE(noticed());
}

}  // namespace
}  // namespace palpate
