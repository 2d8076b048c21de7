#include "store/keys.h"

#include <gmock/gmock.h>

#include <set>
#include <string>
#include <vector>

#include "store/fields.h"

namespace palpate {
namespace {

constexpr std::size_t kXapiansLimit = 245;

TEST(Keys, ShortNamesStandAsTheyAre) {
  EXPECT_EQ(document_term("neck.md"), "Qneck.md");
  EXPECT_EQ(document_key("neck.md"), "document:neck.md");
  EXPECT_EQ(file_key("/a/neck.md"), "file:/a/neck.md");
  EXPECT_EQ(root_key("/a"), "root:/a");
  EXPECT_EQ(url_prefix_key("/a"), "url-prefix:/a");
}

TEST(Keys, LongNamesStayBelowXapiansLimitAndApart) {
  std::set<std::string> seen;
  std::vector<std::string> names;
  for (std::size_t size = 190; size < 260; ++size) names.push_back(std::string(size, 'a'));
  names.push_back(std::string(4'000, 'a') + "b");
  names.push_back(std::string(4'000, 'a') + "c");
  names.push_back("b" + std::string(4'000, 'a'));
  for (const std::string& name : names) {
    for (const std::string& key : {document_term(name), file_term(name), document_key(name),
                                   file_key(name), root_key(name), url_prefix_key(name)}) {
      EXPECT_LE(key.size(), kXapiansLimit) << name.size();
      EXPECT_TRUE(seen.insert(key).second) << name.size() << ' ' << key;
    }
  }
}

TEST(Keys, AFilesTermIsPlainTextWhateverItsPath) {
  const std::string term = file_term(std::string("/a\0b\xFF", 5));
  EXPECT_THAT(term, testing::MatchesRegex("XF[0-9a-f]+"));
  EXPECT_EQ(term.size(), prefix_of(Field::file).size() + 32);
}

TEST(Keys, ContentsAreToldApart) {
  EXPECT_EQ(content_hash("a").size(), 16U);
  EXPECT_EQ(content_hash("a"), content_hash("a"));
  EXPECT_NE(content_hash("a"), content_hash("b"));
  EXPECT_NE(content_hash(""), content_hash(std::string_view("\0", 1)));
}

}  // namespace
}  // namespace palpate
