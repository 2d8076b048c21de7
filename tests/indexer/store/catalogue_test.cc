#include "store/catalogue.h"

#include <gmock/gmock.h>

#include <string>

#include "store/keys.h"
#include "stored_index.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;
using testing::UnorderedElementsAre;

class CatalogueTest : public StoredIndex {};

TEST_F(CatalogueTest, TheCatalogueKnowsFilesRootsAndPrefixes) {
  const std::string deep = "/" + std::string(3'000, 'd');
  commit([&](Segment& segment) {
    EXPECT_TRUE(segment.put_setting(root_key(deep), deep));
    EXPECT_TRUE(segment.put_setting(url_prefix_key(deep), deep + '\0' + "https://clinic.example/"));
  });
  const Result<Catalogue> catalogue = read_catalogue(directory_);
  ASSERT_TRUE(catalogue) << catalogue.error().message;
  EXPECT_EQ(catalogue->files.size(), 2U);
  const FileRecord* const known = catalogue->files.find("/articles/a.md");
  ASSERT_NE(known, nullptr);
  EXPECT_THAT(known->documents, ElementsAre("a.md"));
  EXPECT_EQ(catalogue->files.find("/articles/a"), nullptr);
  EXPECT_EQ(catalogue->documents(), 2U);
  EXPECT_THAT(catalogue->roots, UnorderedElementsAre("/articles", deep));
  EXPECT_THAT(catalogue->url_prefixes, ElementsAre(Pair(deep, "https://clinic.example/")));
  EXPECT_EQ(catalogue->passages, 6U);
}

TEST_F(CatalogueTest, NoIndexIsAnEmptyCatalogueAndADamagedOneAnError) {
  const Result<Catalogue> none = read_catalogue((folder_.path() / "none").string());
  ASSERT_TRUE(none);
  EXPECT_TRUE(none->files.empty());
  commit([](Segment& segment) {
    EXPECT_TRUE(segment.put_setting(file_key("/articles/a.md"), "Fdamaged"));
  });
  const Result<Catalogue> damaged = read_catalogue(directory_);
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().code, ErrorCode::malformed);
  EXPECT_THAT(damaged.error().message, HasSubstr("/articles/a.md"));
}

}  // namespace
}  // namespace palpate
