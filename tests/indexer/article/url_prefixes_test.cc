#include "article/files/url_prefixes.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "indexer/article/temporary_folder.h"

namespace palpate {
namespace {

TEST(UrlPrefixesTest, MapsFilesBelowAFolder) {
  const TemporaryFolder folder;
  const std::string dir = folder.path().string();
  UrlPrefixes prefixes;
  ASSERT_TRUE(prefixes.add(dir + "/site=https://example.org/health"));
  EXPECT_EQ(prefixes.url_of(dir + "/site/low back/a#1.html"),
            "https://example.org/health/low%20back/a%231.html");
  EXPECT_EQ(prefixes.url_of(dir + "/site/./x/../a.html"), "https://example.org/health/a.html");
  EXPECT_EQ(prefixes.url_of(dir + "/sites/a.html"), "");
  EXPECT_EQ(prefixes.url_of(dir + "/a.html"), "");
}

TEST(UrlPrefixesTest, TakesTheInnermostFolder) {
  const TemporaryFolder folder;
  const std::string dir = folder.path().string();
  UrlPrefixes prefixes;
  ASSERT_TRUE(prefixes.add(dir + "=https://outer.example/"));
  ASSERT_TRUE(prefixes.add(dir + "/a/b/=https://inner.example/"));
  ASSERT_TRUE(prefixes.add(dir + "/a=https://middle.example/?p="));
  EXPECT_EQ(prefixes.url_of(dir + "/x.md"), "https://outer.example/x.md");
  EXPECT_EQ(prefixes.url_of(dir + "/a/x.md"), "https://middle.example/?p=x.md");
  EXPECT_EQ(prefixes.url_of(dir + "/a/b/x.md"), "https://inner.example/x.md");
}

TEST(UrlPrefixesTest, SeesThroughLinkedFoldersAndRelativePaths) {
  const TemporaryFolder folder;
  folder.write("real/x.md", "x");
  std::filesystem::create_directory_symlink(folder.path() / "real", folder.path() / "link");
  UrlPrefixes prefixes;
  ASSERT_TRUE(prefixes.add((folder.path() / "link").string() + "=https://example.org"));
  EXPECT_EQ(prefixes.url_of(folder.path() / "real/x.md"), "https://example.org/x.md");
  const std::filesystem::path relative =
      std::filesystem::relative(folder.path() / "real/x.md", std::filesystem::current_path());
  EXPECT_EQ(prefixes.url_of(relative), "https://example.org/x.md");
}

TEST(UrlPrefixesTest, TellsTheFolderFromTheUrlWhereBothHoldEqualsSigns) {
  UrlPrefixes prefixes;
  ASSERT_TRUE(prefixes.add("/data/a=b=https://example.org/?a=b&p="));
  EXPECT_EQ(prefixes.url_of("/data/a=b/x.md"), "https://example.org/?a=b&p=x.md");
}

TEST(UrlPrefixesTest, RefusesWhatHasNoFolderOrNoUrl) {
  UrlPrefixes prefixes;
  for (const char* definition :
       {"", "dir", "dir=", "=https://example.org", "dir=example", "dir=://x"}) {
    const Status added = prefixes.add(definition);
    ASSERT_FALSE(added) << definition;
    EXPECT_EQ(added.error().code, ErrorCode::invalid_argument);
  }
  EXPECT_EQ(prefixes.url_of("dir/x"), "");
}

}  // namespace
}  // namespace palpate
