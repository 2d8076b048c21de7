#include "article/files/source_walk.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/article/temporary_folder.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> ids(const SourceWalk& walk) {
  std::vector<std::string> all;
  all.reserve(walk.files.size());
  for (const FoundFile& file : walk.files) all.push_back(file.id);
  return all;
}

TEST(SourceWalkTest, FindsAllFilesInTheOrderOfTheirNames) {
  const TemporaryFolder folder;
  for (const char* name : {"b.md", "a/z.txt", "a/b/c.html", "B.md", "a.md"})
    folder.write(name, "x");
  const SourceWalk walk = walk_sources({folder.path()});
  EXPECT_THAT(ids(walk), ElementsAre("B.md", "a/b/c.html", "a/z.txt", "a.md", "b.md"));
  EXPECT_THAT(walk.problems, IsEmpty());
}

TEST(SourceWalkTest, TellsSizeTimeAndFormat) {
  const TemporaryFolder folder;
  const fs::path file = folder.write("back.md", "hello");
  const std::array<timespec, 2> times = {{{1'700'000'000, 0}, {1'700'000'000, 123'456'789}}};
  ASSERT_EQ(utimensat(AT_FDCWD, file.c_str(), times.data(), 0), 0);
  const SourceWalk walk = walk_sources({folder.path()});
  ASSERT_THAT(walk.files, SizeIs(1));
  EXPECT_EQ(walk.files[0].path, file);
  EXPECT_EQ(walk.files[0].size, 5U);
  EXPECT_EQ(walk.files[0].mtime_ns, 1'700'000'000'123'456'789);
  EXPECT_EQ(walk.files[0].format, Format::markdown);
}

TEST(SourceWalkTest, KnowsFormatsByName) {
  const std::vector<std::pair<const char*, Format>> cases = {
      {"a.txt", Format::text},
      {"a.TEXT", Format::text},
      {"a.html", Format::html},
      {"a.HTM", Format::html},
      {"a.xhtml", Format::html},
      {"a.md", Format::markdown},
      {"a.markdown", Format::markdown},
      {"a.jsonl", Format::json_lines},
      {"a.ndjson", Format::json_lines},
      {"a.jsonl.gz", Format::json_lines},
      {"a.b.html.gz", Format::html},
      {"a.pdf", Format::unsupported},
      {"a.docx", Format::unsupported},
      {"a.tar.gz", Format::unsupported},
      {"txt", Format::unsupported},
      {".txt", Format::unsupported},
      {"a.txt.gz.gz", Format::unsupported},
      {"", Format::unsupported},
  };
  for (const auto& [name, format] : cases) EXPECT_EQ(format_of(name), format) << name;
}

TEST(SourceWalkTest, FindsFilesItCannotReadToo) {
  const TemporaryFolder folder;
  folder.write("a.pdf", "x");
  folder.write("b.md", "x");
  const SourceWalk walk = walk_sources({folder.path()});
  ASSERT_THAT(ids(walk), ElementsAre("a.pdf", "b.md"));
  EXPECT_EQ(walk.files[0].format, Format::unsupported);
}

TEST(SourceWalkTest, LeavesHiddenNamesOutUnlessTheyAreNamed) {
  const TemporaryFolder folder;
  folder.write(".hidden/a.md", "x");
  folder.write(".b.md", "x");
  folder.write("c.md", "x");
  EXPECT_THAT(ids(walk_sources({folder.path()})), ElementsAre("c.md"));
  EXPECT_THAT(ids(walk_sources({folder.path() / ".hidden", folder.path() / ".b.md"})),
              ElementsAre("a.md", ".b.md"));
}

TEST(SourceWalkTest, NamesAFileThatIsGivenDirectly) {
  const TemporaryFolder folder;
  const fs::path file = folder.write("deep/low back.md", "x");
  const SourceWalk walk = walk_sources({file, file});
  ASSERT_THAT(ids(walk), ElementsAre("low%20back.md"));
}

TEST(SourceWalkTest, ObeysPalpateignoreFilesBelowTheirFolder) {
  const TemporaryFolder folder;
  for (const char* name : {"a.md", "a.bak", "drafts/x.md", "sub/a.bak", "sub/old/y.md", "old/z.md",
                           "sub/keep.bak", "sub/only/here.md", "only/here.md"}) {
    folder.write(name, "x");
  }
  folder.write(".palpateignore", "*.bak\ndrafts/\n/old\n");
  folder.write("sub/.palpateignore", "!keep.bak\n/only\n");
  EXPECT_THAT(ids(walk_sources({folder.path()})),
              ElementsAre("a.md", "only/here.md", "sub/keep.bak", "sub/old/y.md"));
}

TEST(SourceWalkTest, FollowsLinksAndEndsLoops) {
  const TemporaryFolder folder;
  const TemporaryFolder elsewhere;
  folder.write("a/x.md", "x");
  elsewhere.write("far.md", "x");
  fs::create_directory_symlink(folder.path(), folder.path() / "a/loop");
  fs::create_directory_symlink("../b", folder.path() / "b");
  fs::create_directory_symlink(elsewhere.path(), folder.path() / "c");
  fs::create_symlink(folder.path() / "a/x.md", folder.path() / "d.md");
  const SourceWalk walk = walk_sources({folder.path()});
  EXPECT_THAT(ids(walk), ElementsAre("a/x.md", "c/far.md"));
  ASSERT_THAT(walk.problems, SizeIs(1));
  EXPECT_THAT(walk.problems[0].path, testing::EndsWith("/b"));
}

TEST(SourceWalkTest, GivesWhatTwoRootsShareOnce) {
  const TemporaryFolder folder;
  folder.write("a/x.md", "x");
  folder.write("y.md", "x");
  EXPECT_THAT(ids(walk_sources({folder.path(), folder.path() / "a", folder.path() / "y.md"})),
              ElementsAre("a/x.md", "y.md"));
}

TEST(SourceWalkTest, TakesHardLinksAsDocumentsOfTheirOwn) {
  const TemporaryFolder folder;
  fs::create_hard_link(folder.write("a.md", "x"), folder.path() / "b.md");
  EXPECT_THAT(ids(walk_sources({folder.path()})), ElementsAre("a.md", "b.md"));
}

TEST(SourceWalkTest, NamesWhatItCannotWalkAndGoesOn) {
  const TemporaryFolder folder;
  folder.write("b.md", "x");
  fs::create_symlink("nowhere", folder.path() / "a.md");
  ASSERT_EQ(mkfifo((folder.path() / "c.md").c_str(), 0600), 0);
  const SourceWalk walk = walk_sources({folder.path() / "gone", folder.path(), "/dev/null"});
  EXPECT_THAT(ids(walk), ElementsAre("b.md"));
  ASSERT_THAT(walk.problems, SizeIs(4));
  EXPECT_EQ(walk.problems[0].path, (folder.path() / "gone").string());
  EXPECT_EQ(walk.problems[0].reason, "does not exist");
  EXPECT_THAT(walk.problems[1].reason, HasSubstr("link to nothing"));
  EXPECT_THAT(walk.problems[2].reason, HasSubstr("not a regular file"));
  EXPECT_EQ(walk.problems[3].path, "/dev/null");
}

TEST(SourceWalkTest, NamesAFolderItMayNotRead) {
  const TemporaryFolder folder;
  folder.write("a/x.md", "x");
  folder.write("b.md", "x");
  fs::permissions(folder.path(), fs::perms{0755});
  fs::permissions(folder.path() / "a", fs::perms::none);
  // Root may read every folder, so for a moment nobody walks.
  constexpr uid_t kNobody = 65534;
  const bool is_root = geteuid() == 0;
  ASSERT_TRUE(!is_root || seteuid(kNobody) == 0);
  const SourceWalk walk = walk_sources({folder.path()});
  ASSERT_TRUE(!is_root || seteuid(0) == 0);
  fs::permissions(folder.path() / "a", fs::perms::owner_all);
  EXPECT_THAT(ids(walk), ElementsAre("b.md"));
  ASSERT_THAT(walk.problems, SizeIs(1));
  EXPECT_THAT(walk.problems[0].reason, HasSubstr("Permission denied"));
}

TEST(SourceWalkTest, SurvivesADeepTree) {
  const TemporaryFolder folder;
  fs::path deep = folder.path();
  for (int i = 0; i < 1000; ++i) deep /= "d";
  fs::create_directories(deep);
  folder.write(fs::relative(deep, folder.path()) / "x.md", "x");
  const SourceWalk walk = walk_sources({folder.path()});
  EXPECT_THAT(walk.files, SizeIs(1));
  EXPECT_THAT(walk.problems, IsEmpty());
}

}  // namespace
}  // namespace palpate
