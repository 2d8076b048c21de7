#include "store/generation.h"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <set>
#include <string>

#include "../article/temporary_folder.h"
#include "store/record.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    names.insert(entry.path().filename().string());
  return names;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Generation : public testing::Test {
 protected:
  // A "database" of one file, published.
  void publish(const std::string& content) {
    const Result<fs::path> building = prepare_building(index_);
    ASSERT_TRUE(building);
    fs::create_directory(*building / "merged");
    std::ofstream(*building / "merged" / "data") << content;
    const Status done = publish_generation(index_, *building / "merged");
    ASSERT_TRUE(done) << done.error().message;
  }

  std::string current_content() const {
    const Result<std::optional<fs::path>> current = current_generation(index_);
    return current && *current ? bytes_of(**current / "data") : "none";
  }

  TemporaryFolder folder_;
  fs::path index_ = folder_.path() / "new" / "palpate.db";
};

TEST_F(Generation, ThereIsNoneBeforeTheFirstIsPublished) {
  Result<std::optional<fs::path>> current = current_generation(index_);
  ASSERT_TRUE(current);
  EXPECT_FALSE(current->has_value());
  const Result<WriterLock> lock = WriterLock::acquire(index_);
  ASSERT_TRUE(lock);
  ASSERT_TRUE(prepare_building(index_));
  current = current_generation(index_);
  ASSERT_TRUE(current);
  EXPECT_FALSE(current->has_value());
}

TEST_F(Generation, TheOneBeforeIsKeptAndOlderOnesGo) {
  const Result<WriterLock> lock = WriterLock::acquire(index_);
  ASSERT_TRUE(lock);
  publish("one");
  EXPECT_EQ(current_content(), "one");
  EXPECT_THAT(names_in(index_), ElementsAre("CURRENT", "generation-000001", "lock"));
  publish("two");
  publish("three");
  EXPECT_EQ(current_content(), "three");
  EXPECT_THAT(names_in(index_),
              ElementsAre("CURRENT", "generation-000002", "generation-000003", "lock"));
}

// A run died between moving its generation into place and naming it.
TEST_F(Generation, OneThatWasNeverNamedIsNotTakenAndGoesLater) {
  const Result<WriterLock> lock = WriterLock::acquire(index_);
  ASSERT_TRUE(lock);
  publish("one");
  fs::create_directory(index_ / "generation-000009");
  EXPECT_EQ(current_content(), "one");
  publish("two");
  EXPECT_THAT(names_in(index_),
              ElementsAre("CURRENT", "generation-000001", "generation-000010", "lock"));
}

// What runs that died may leave, at whichever moment, is gone once the next begins.
TEST_F(Generation, LeftoversGoAndWhatIsKeptStays) {
  const Result<WriterLock> lock = WriterLock::acquire(index_);
  ASSERT_TRUE(lock);
  for (const std::string content : {"one", "two", "three"}) publish(content);
  fs::create_directory(index_ / "generation-000001");
  fs::create_directory(index_ / "generation-000004");
  std::ofstream(index_ / "CURRENT.new") << "palpate";
  std::ofstream(index_ / "generation-000003" / "v.tmp") << "x";
  fs::create_directories(index_ / "building" / "segment-0");
  remove_leftovers(index_);
  EXPECT_THAT(names_in(index_),
              ElementsAre("CURRENT", "generation-000002", "generation-000003", "lock"));
  EXPECT_THAT(names_in(index_ / "generation-000003"), ElementsAre("data"));
  EXPECT_EQ(current_content(), "three");
}

TEST_F(Generation, WithoutACurrentOneNoGenerationIsTakenForALeftover) {
  const Result<WriterLock> lock = WriterLock::acquire(index_);
  ASSERT_TRUE(lock);
  publish("one");
  std::ofstream(index_ / "CURRENT") << "palpate 99 generation-000001\n";
  remove_leftovers(index_);
  EXPECT_THAT(names_in(index_), ElementsAre("CURRENT", "generation-000001", "lock"));
}

TEST_F(Generation, OnlyNamesOfItsOwnFormAreEverRemoved) {
  const Result<WriterLock> lock = WriterLock::acquire(index_);
  ASSERT_TRUE(lock);
  publish("one");
  fs::create_directory(index_ / "generation-000001 saved by hand");
  publish("two");
  publish("three");
  EXPECT_TRUE(fs::exists(index_ / "generation-000001 saved by hand"));
}

TEST_F(Generation, BuildingIsEmptiedByWhoeverIsNext) {
  const Result<WriterLock> lock = WriterLock::acquire(index_);
  ASSERT_TRUE(lock);
  const Result<fs::path> building = prepare_building(index_);
  ASSERT_TRUE(building);
  std::ofstream(*building / "left over") << "x";
  ASSERT_TRUE(prepare_building(index_));
  EXPECT_TRUE(fs::is_empty(*building));
  discard_building(index_);
  EXPECT_FALSE(fs::exists(*building));
  discard_building(index_);
}

TEST_F(Generation, ACopyLeavesTheCurrentOneAlone) {
  const Result<WriterLock> lock = WriterLock::acquire(index_);
  ASSERT_TRUE(lock);
  ASSERT_TRUE(prepare_building(index_));
  const Result<fs::path> nothing = copy_current(index_);
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().code, ErrorCode::internal);
  publish("one");
  ASSERT_TRUE(prepare_building(index_));
  const Result<fs::path> copy = copy_current(index_);
  ASSERT_TRUE(copy) << copy.error().message;
  std::ofstream(*copy / "data") << "changed";
  EXPECT_EQ(current_content(), "one");
}

TEST_F(Generation, ACurrentOfAnotherFormatIsRefusedByName) {
  fs::create_directories(index_);
  std::ofstream(index_ / "CURRENT") << "palpate 7 generation-000001\n";
  const Result<std::optional<fs::path>> current = current_generation(index_);
  ASSERT_FALSE(current);
  EXPECT_EQ(current.error().code, ErrorCode::incompatible);
  EXPECT_THAT(current.error().message, HasSubstr("format 7"));
}

TEST_F(Generation, ADamagedCurrentIsMalformedAndCanBeWrittenAnew) {
  fs::create_directories(index_);
  const std::string ours = "palpate " + std::string(kFormatVersion) + " ";
  for (const std::string& line :
       {std::string(), std::string("palpate"), std::string("palpate "),
        std::string("palpate generation-000001"), std::string("generation-000001"),
        ours + "generation-000001", ours + "../elsewhere", ours}) {
    std::ofstream(index_ / "CURRENT") << line << "\n";
    const Result<std::optional<fs::path>> current = current_generation(index_);
    ASSERT_FALSE(current) << line;
    EXPECT_EQ(current.error().code, ErrorCode::malformed) << line;
    EXPECT_TRUE(WriterLock::acquire(index_)) << line;
  }
}

// A mistyped --db must neither write among someone's files nor call them an empty index.
// As when the folder may not be searched, which root always may.
TEST_F(Generation, ACurrentThatCannotBeLookedForIsNotTakenForNone) {
  fs::create_directories(index_);
  fs::create_symlink("CURRENT", index_ / "CURRENT");
  const auto current = current_generation(index_);
  ASSERT_FALSE(current);
  EXPECT_EQ(current.error().code, ErrorCode::storage);
  EXPECT_THAT(current.error().message, testing::HasSubstr("cannot look for"));
}

TEST_F(Generation, AFolderWithOtherThingsIsRefused) {
  for (const fs::path name : {"letters/holiday.txt", "store/CURRENT"}) {
    const fs::path place = folder_.write(name, "MANIFEST-000001\n").parent_path();
    folder_.write(place / "LOG", "x");
    const Result<WriterLock> lock = WriterLock::acquire(place);
    ASSERT_FALSE(lock) << name;
    EXPECT_EQ(lock.error().code, ErrorCode::invalid_argument);
    EXPECT_FALSE(fs::exists(place / "lock"));
    const Result<std::optional<fs::path>> current = current_generation(place);
    ASSERT_FALSE(current) << name;
    EXPECT_EQ(current.error().code, ErrorCode::invalid_argument);
  }
  const fs::path file = folder_.write("plain.txt", "x");
  const Result<WriterLock> lock = WriterLock::acquire(file);
  ASSERT_FALSE(lock);
  EXPECT_THAT(lock.error().message, HasSubstr("is a file"));
}

TEST_F(Generation, ASecondLockInTheSameProcessSaysWhoHoldsIt) {
  {
    const Result<WriterLock> first = WriterLock::acquire(index_);
    ASSERT_TRUE(first);
    const Result<WriterLock> second = WriterLock::acquire(index_);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::locked);
    EXPECT_THAT(second.error().message, HasSubstr("process " + std::to_string(getpid())));
  }
  EXPECT_TRUE(WriterLock::acquire(index_));
}

TEST_F(Generation, AProcessKnowsWhetherItHoldsTheLock) {
  EXPECT_FALSE(is_held_by_this_process(index_));
  {
    const Result<WriterLock> lock = WriterLock::acquire(index_);
    ASSERT_TRUE(lock);
    EXPECT_TRUE(is_held_by_this_process(index_));
    const pid_t child = fork();
    if (child == 0) _exit(is_held_by_this_process(index_) ? 1 : 0);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  EXPECT_FALSE(is_held_by_this_process(index_)) << "its number is still in the file";
}

TEST_F(Generation, ALockGoesWhereItIsMoved) {
  Result<WriterLock> first = WriterLock::acquire(index_);
  ASSERT_TRUE(first);
  {
    const WriterLock moved = std::move(*first);
    EXPECT_FALSE(WriterLock::acquire(index_));
  }
  EXPECT_TRUE(WriterLock::acquire(index_));
}

// The child tells by its exit what it met; it must not run the test's own cleaning up.
int exit_of_child(const std::function<int()>& work) {
  const pid_t child = fork();
  if (child == 0) _exit(work());
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_F(Generation, AChildIsToldWhichProcessHoldsTheLock) {
  const std::string parent = "process " + std::to_string(getpid());
  const Result<WriterLock> lock = WriterLock::acquire(index_);
  ASSERT_TRUE(lock);
  EXPECT_EQ(exit_of_child([&] {
              const Result<WriterLock> second = WriterLock::acquire(index_);
              if (second || second.error().code != ErrorCode::locked) return 1;
              return second.error().message.ends_with(parent) ? 0 : 2;
            }),
            0);
}

TEST_F(Generation, TheLockOfADeadProcessIsFree) {
  EXPECT_EQ(exit_of_child([&] {
              // Never released: the process ends with it.
              const auto* held = new Result<WriterLock>(WriterLock::acquire(index_));
              return *held ? 0 : 1;
            }),
            0);
  EXPECT_TRUE(WriterLock::acquire(index_));
}

}  // namespace
}  // namespace palpate
