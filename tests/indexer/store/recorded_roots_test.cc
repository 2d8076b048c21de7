#include "store/recorded_roots.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "stored_index.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

class RecordedRootsTest : public StoredIndex {
 protected:
  void SetUp() override {
    StoredIndex::SetUp();
    commit([](Segment& segment) {
      std::string prefix = "/articles";
      prefix.append(1, '\0').append("https://clinic.example");
      EXPECT_TRUE(segment.put_setting(url_prefix_key("/articles"), prefix));
    });
  }

  void name_in_pointer(const std::string& line) const {
    std::ofstream(fs::path(directory_) / "CURRENT") << line << "\n";
  }

  void expect_roots() const {
    const Result<RecordedRoots> recorded = recorded_roots(directory_);
    ASSERT_TRUE(recorded) << recorded.error().message;
    EXPECT_THAT(recorded->roots, ElementsAre("/articles"));
    EXPECT_THAT(recorded->url_prefixes, ElementsAre(Pair("/articles", "https://clinic.example")));
  }
};

TEST_F(RecordedRootsTest, AreReadWhateverTheFormat) {
  for (const std::string format : {"1", "2", "99", "x y"}) {
    name_in_pointer("palpate " + format + " generation-000001");
    expect_roots();
  }
}

TEST_F(RecordedRootsTest, AreReadOfTheNewestGenerationWhenNoneIsNamed) {
  name_in_pointer("palpate");
  expect_roots();
  fs::create_directory(fs::path(directory_) / "generation-000009");
  expect_roots();
}

TEST_F(RecordedRootsTest, OfADatabaseThatCannotBeReadThePathsAreAskedFor) {
  for (const auto& entry : fs::directory_iterator(fs::path(directory_) / "generation-000001"))
    std::ofstream(entry.path()) << "x";
  const Result<RecordedRoots> recorded = recorded_roots(directory_);
  ASSERT_FALSE(recorded);
  EXPECT_THAT(recorded.error().hint, HasSubstr("name the paths: palpate-index --rebuild --db "));
}

TEST_F(RecordedRootsTest, OfNoIndexThereAreNone) {
  EXPECT_FALSE(recorded_roots((folder_.path() / "none").string()));
}

}  // namespace
}  // namespace palpate
