// What is left of an index when the run that writes it is stopped, at any moment.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "fixture_index.h"
#include "program.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using ::testing::AnyOf;
using ::testing::Eq;
using ::testing::HasSubstr;

constexpr int kKilled = 128 + SIGKILL;
constexpr int kRetry = 75;

// Enough articles that a run takes a while: `documents` lines in files of a hundred.
void write_many(const TestFolder& folder, const std::string& name, int documents) {
  std::string lines;
  for (int i = 1; i <= documents; ++i) {
    const std::string number = std::to_string(i);
    std::string text;
    for (int sentence = 0; sentence < 12; ++sentence) {
      text.append("Ankle ").append(number).append(" was turned on step ");
      text.append(std::to_string(sentence * i));
      text.append(" and rested for a week before it bore weight again. ");
    }
    lines += nlohmann::json{{"_id", "many-" + number}, {"title", "Ankle"}, {"text", text}}.dump();
    lines += '\n';
    if (i % 100 != 0) continue;
    std::string part = name;
    folder.write(part.append("/part-").append(number).append(".jsonl"), lines);
    lines.clear();
  }
}

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// How long `arguments` take on an index like `index`.
double seconds_for(const std::vector<std::string>& arguments) {
  const FixtureIndex index;
  std::vector<std::string> all{"--db", index.db(), "-q"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(run("palpate-index", all).exit_code, 0);
  return seconds_since(begin);
}

std::string answer_of(const FixtureIndex& index, const std::string& question) {
  const Outcome outcome = index.query({"--json", question});
  EXPECT_LE(outcome.exit_code, 1) << outcome.err;
  return outcome.out;
}

// Kills runs with `arguments` at several moments and says how many were still at work. The whole
// new state or the whole old one must answer; nothing between.
int kill_at_several_moments(const TestFolder& many, const std::vector<std::string>& arguments) {
  const double whole = seconds_for(arguments);
  int killed = 0;
  // The first is sent at once and always finds it at work; how many others do depends on the
  // machine.
  for (const double share : {0.0, 0.05, 0.2, 0.4, 0.6, 0.75, 0.85, 0.92, 0.98}) {
    SCOPED_TRACE("killed after " + std::to_string(share) + " of " + std::to_string(whole) + " s");
    const FixtureIndex index;
    const std::string before = answer_of(index, "stiff neck");
    std::vector<std::string> all{"--db", index.db(), "-q"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    Running running("palpate-index", all);
    std::this_thread::sleep_for(std::chrono::duration<double>(share * whole));
    running.send(SIGKILL);
    const Outcome outcome = running.wait();
    EXPECT_THAT(outcome.exit_code, AnyOf(Eq(0), Eq(kKilled)));
    if (outcome.exit_code == kKilled) ++killed;

    const bool done = index.query({"--full", "many-1"}).exit_code == 0;
    EXPECT_EQ(index.query({"--full", "many-100"}).exit_code, done ? 0 : 1);
    if (!done) {
      EXPECT_EQ(answer_of(index, "stiff neck"), before);
    }

    const Outcome next = index.index({many / "many"});
    EXPECT_EQ(next.exit_code, 0) << next.err;
    EXPECT_EQ(index.query({"--full", "many-1"}).exit_code, 0);
    EXPECT_EQ(index.query({"--full", "many-100"}).exit_code, 0);
    EXPECT_EQ(index.query({"pillow"}).exit_code, 0);
    EXPECT_FALSE(fs::exists(index.db() / "building"));
  }
  return killed;
}

TEST(Interruption, KilledRebuildLeavesTheOldStateAnswering) {
  const TestFolder many;
  write_many(many, "many", 600);
  EXPECT_GE(kill_at_several_moments(many, {"--rebuild", many / "many"}), 1);
}

TEST(Interruption, KilledSmallChangeLeavesTheOldStateAnswering) {
  const TestFolder many;
  write_many(many, "many", 400);
  EXPECT_GE(kill_at_several_moments(many, {many / "many"}), 1);
}

// The first Ctrl-C: what was read by then is committed, the next run reads the rest.
TEST(Interruption, InterruptedRunKeepsWhatItRead) {
  const TestFolder many;
  write_many(many, "many", 1000);
  const double whole = seconds_for({many / "many"});
  bool stopped_early = false;
  for (const double share : {0.4, 0.3, 0.2, 0.5}) {
    if (stopped_early) break;
    const FixtureIndex index;
    Running running("palpate-index", {"--db", index.db(), many / "many"});
    std::this_thread::sleep_for(std::chrono::duration<double>(share * whole));
    running.send(SIGINT);
    const Outcome outcome = running.wait();
    if (outcome.exit_code == 128 + SIGINT && outcome.out.empty()) continue;  // before it listened
    stopped_early = outcome.out.find("Stopped early: ") != std::string::npos;
    EXPECT_EQ(outcome.exit_code, stopped_early ? 128 + SIGINT : 0) << outcome.err;
    EXPECT_EQ(index.query({"pillow"}).exit_code, 0);
    const Outcome next = index.index({many / "many"});
    EXPECT_EQ(next.exit_code, 0) << next.err;
    EXPECT_THAT(next.out, HasSubstr(": 1,009 documents, "));
    EXPECT_THAT(next.out, ::testing::Not(HasSubstr("failed")));
  }
  EXPECT_TRUE(stopped_early);
}

TEST(Interruption, SecondWriterIsToldWhoHoldsTheLock) {
  const FixtureIndex index;
  const int lock = ::open((index.db() / "lock").c_str(), O_RDWR | O_CREAT, 0666);
  ASSERT_GE(lock, 0);
  ASSERT_EQ(::flock(lock, LOCK_EX | LOCK_NB), 0);
  const std::string holder = "process 946946";
  ASSERT_EQ(::ftruncate(lock, 0), 0);
  ASSERT_EQ(::pwrite(lock, holder.data(), holder.size(), 0), static_cast<ssize_t>(holder.size()));

  const Outcome outcome = index.index({index.articles()});
  EXPECT_EQ(outcome.exit_code, kRetry);
  EXPECT_THAT(outcome.err, HasSubstr(index.db().string() + " is being written by " + holder));
  EXPECT_EQ(index.index({"--rebuild"}).exit_code, kRetry);
  EXPECT_EQ(index.query({"pillow"}).exit_code, 0);
  EXPECT_EQ(index.index({"--failed"}).exit_code, 0);

  ::close(lock);
  EXPECT_EQ(index.index({index.articles()}).exit_code, 0);
}

// A lock file whose holder died is nobody's.
TEST(Interruption, LockOfADeadProcessIsFree) {
  const FixtureIndex index;
  index.folder().write("index.db/lock", "process 946946\n");
  EXPECT_EQ(index.index({index.articles()}).exit_code, 0);
}

}  // namespace
}  // namespace palpate
