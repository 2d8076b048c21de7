#include "article/files/document_id.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace palpate {
namespace {

TEST(DocumentIdTest, EncodesWhatWouldBreakALineOrAnId) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"back.md", "back.md"},
      {"low back/pain 50%.md", "low%20back/pain%2050%25.md"},
      {"a#2.md", "a%232.md"},
      {"tab\tand\nline", "tab%09and%0Aline"},
      {"Rücken.md", "Rücken.md"},
      {"no\u00a0break\u2028", "no%C2%A0break%E2%80%A8"},
      {"latin1-\xfc.md", "latin1-%FC.md"},
      {"\x7f", "%7F"},
  };
  for (const auto& [path, id] : cases) EXPECT_EQ(document_id(path), id);
}

TEST(DocumentIdTest, GivesDifferentPathsDifferentIds) {
  std::set<std::string> ids;
  const std::vector<std::string> paths = {"a b", "a%20b", "a%2520b", "\xff",
                                          "%FF", "ÿ",     "a#",      "a%23"};
  for (const std::string& path : paths) ids.insert(document_id(path));
  EXPECT_EQ(ids.size(), paths.size());
}

TEST(DocumentIdTest, LeavesACollectionsOwnIdsAsTheyAre) {
  EXPECT_EQ(encoded_id("PMC#12%"), "PMC#12%");
  EXPECT_EQ(encoded_id("two words"), "two%20words");
}

TEST(DocumentIdTest, EncodesAllButUnreservedCharactersForUrls) {
  EXPECT_EQ(url_path("low back/ä?#&.html"), "low%20back/%C3%A4%3F%23%26.html");
  EXPECT_EQ(url_path("A-z_0.~"), "A-z_0.~");
}

}  // namespace
}  // namespace palpate
