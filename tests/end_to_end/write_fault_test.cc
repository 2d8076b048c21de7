// Every call that writes fails once, or from then on, or kills: the index stays whole each time.
#include <gmock/gmock.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <system_error>
#include <vector>

#include "program.h"
#include "recovery.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr int kFailed = 2;
constexpr int kKilled = 128 + SIGKILL;

struct Fault {
  std::string name;
  int number = 0;  // errno; 0: killed
  bool stays = false;
  bool room = false;  // only what takes more of the disk fails
};

std::map<std::string, std::string> environment(const Recovery& over, const Fault& fault, long at) {
  return {{"LD_PRELOAD", PALPATE_WRITE_FAULT},
          // The sanitizer's library need not come first; it is there.
          // As the preset has it: libxapian frees a checked database by another size.
          {"ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0:new_delete_type_mismatch=0"},
          {"PALPATE_FAULT_FOLDER", over.db().string()},
          {"PALPATE_FAULT_AT", std::to_string(at)},
          {"PALPATE_FAULT_ERRNO", std::to_string(fault.number)},
          {"PALPATE_FAULT_STAYS", fault.stays ? "1" : "0"},
          {"PALPATE_FAULT_ROOM", fault.room ? "1" : "0"}};
}

long writing_calls(const Recovery& over, const Fault& fault) {
  const TestFolder folder;
  over.reset();
  auto counting = environment(over, fault, 0);
  counting["PALPATE_FAULT_COUNT"] = (folder / "count").string();
  const Outcome outcome = run_with(counting, "palpate-index", over.arguments());
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  return std::strtol(read_file(folder / "count").c_str(), nullptr, 10);
}

class WriteFault : public testing::TestWithParam<Journey> {
 protected:
  // Lets each call that writes meet the fault, or every so many.
  void meet_everywhere(const Fault& fault) {
    const Recovery over(GetParam());
    const long step = std::getenv("PALPATE_EVERY_FAULT") != nullptr ? 1 : GetParam().step;
    const long calls = writing_calls(over, fault);
    ASSERT_GT(calls, fault.room ? 5 : 20) << "nothing is seen of what the program writes";
    long met = 0;
    for (long at = 1; at <= calls && !HasFailure(); at += step) {
      const std::string how = fault.name + " at call " + std::to_string(at);
      SCOPED_TRACE(how);
      over.reset();
      const Outcome outcome =
          run_with(environment(over, fault, at), "palpate-index", over.arguments());
      if (outcome.exit_code != 0) {
        ++met;
        EXPECT_EQ(outcome.exit_code, fault.number == 0 ? kKilled : kFailed) << outcome.err;
        if (fault.number != 0) expect_told(outcome.err, fault.number);
      }
      if (outcome.exit_code == kFailed && fault.room) expect_fine_without_room(over, fault, how);
      over.expect_recovery(how);
    }
    EXPECT_GT(2 * met, calls / step) << "most of these faults end a run";
  }

  // While the disk is still full: the run has tidied up, and a check says that all is well.
  static void expect_fine_without_room(const Recovery& over, const Fault& fault,
                                       const std::string& how) {
    over.expect_tidy(how);
    if (!over.journey().indexed_before) return;
    fs::resize_file(over.db() / "lock", 0);  // even to say who holds it there is no room
    const auto before = contents_of(over.db());
    const Outcome check = run_with(environment(over, fault, 1), "palpate-index",
                                   {"--db", over.db().string(), "--check"});
    EXPECT_EQ(check.exit_code, 0) << check.err;
    EXPECT_EQ(contents_of(over.db()), before) << "a check writes nothing";
  }

  // In words: what could not be done, where, and what to do.
  static void expect_told(const std::string& err, int number) {
    // What could not be read once may be taken for damage.
    if (number != EIO) {
      EXPECT_THAT(err, HasSubstr(std::generic_category().message(number)));
    }
    EXPECT_THAT(err, HasSubstr("palpate-index: cannot "));
    EXPECT_THAT(err, HasSubstr("\n  "));
    EXPECT_THAT(err, Not(HasSubstr("terminate called")));
  }
};

// A test of its own for each, so that they share the machine's cores.
TEST_P(WriteFault, DiskFullFromAnyCallOn) { meet_everywhere({"disk full", ENOSPC, true}); }
TEST_P(WriteFault, NoRoomOnTheDiskFromAnyCallOn) {
  meet_everywhere({"no room", ENOSPC, true, true});
}
TEST_P(WriteFault, OneCallRefusedByTheDisk) { meet_everywhere({"I/O error", EIO, false}); }
TEST_P(WriteFault, KilledAtAnyCall) { meet_everywhere({"killed", 0, false}); }

TEST_P(WriteFault, FolderThatCannotBeWritten) {
  const Recovery over(GetParam());
  over.reset();
  const Outcome outcome =
      run_with(environment(over, {"read-only", EROFS, true}, 1), "palpate-index", over.arguments());
  EXPECT_EQ(outcome.exit_code, kFailed);
  EXPECT_THAT(outcome.err,
              HasSubstr("Read-only file system\n  run it as someone who may read and write"));
  over.expect_recovery("read-only");
}

TEST_P(WriteFault, LimitOnTheSizeOfFiles) {
  const Recovery over(GetParam());
  bool refused = false;
  bool passed = false;
  // In blocks of 512 bytes.
  for (long blocks = 1; !passed && blocks < 1 << 15; blocks *= 2) {
    over.reset();
    std::vector<std::string> command{"-c", "ulimit -f " + std::to_string(blocks) + R"(; exec "$@")",
                                     "sh", fs::path(PALPATE_PROGRAMS) / "palpate-index"};
    for (const std::string& argument : over.arguments()) command.push_back(argument);
    const Outcome outcome = run("/bin/sh", command);
    passed = outcome.exit_code == 0;
    if (!passed) {
      refused = true;
      EXPECT_EQ(outcome.exit_code, kFailed) << outcome.err;
      expect_told(outcome.err, EFBIG);
    }
    over.expect_recovery("files of at most " + std::to_string(blocks) + " blocks");
  }
  EXPECT_TRUE(refused && passed);
}

INSTANTIATE_TEST_SUITE_P(Journeys, WriteFault, testing::ValuesIn(all_journeys()),
                         [](const auto& journey) { return journey.param.name; });

}  // namespace
}  // namespace palpate
