// palpate-index --vocabulary and --mesh, as a person or a script runs them.
#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "fixture_index.h"
#include "program.h"

namespace palpate {
namespace {

using ::testing::AnyOf;
using ::testing::Eq;
using ::testing::HasSubstr;
using ::testing::Not;

// "clinic", "palpate" or "mesh": how many groups --stats tells of.
std::size_t groups_of(const FixtureIndex& index, const std::string& source) {
  const Outcome stats = index.query({"--stats", "--json"});
  EXPECT_EQ(stats.exit_code, 0) << stats.err;
  const auto told = nlohmann::json::parse(stats.out);
  for (const auto& list : told.at("vocabularies"))
    if (list.at("source") == source) return list.at("groups");
  return 0;
}

TEST(VocabularyProgram, TakesAClinicsListAndNamesBadLines) {
  const FixtureIndex index;
  const auto file = index.folder().write("ours.txt", "shin, tibia\nalone\nheel, calcaneus\n");
  const Outcome outcome = index.index({"--vocabulary", "ours.txt"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("vocabulary: 2 groups from ours.txt, 1 line left out\n"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("files new")));
  EXPECT_EQ(outcome.err, "failed: ours.txt:2: a group needs two terms, with a comma between\n");
  EXPECT_EQ(index.index({"--vocabulary", "ours.txt", "--strict"}).exit_code, 2);
  EXPECT_THAT(index.query({"--stats"}).out,
              HasSubstr("vocabulary    clinic, 2 groups from " + file.string() + "\n"));

  index.folder().write("ours.txt", "");
  EXPECT_THAT(index.index({"--vocabulary", "ours.txt"}).out,
              HasSubstr("vocabulary: ours.txt is empty: its list is removed\n"));
  EXPECT_EQ(groups_of(index, "clinic"), 0U);
}

TEST(VocabularyProgram, RebuildKeepsWhatItWasGiven) {
  const FixtureIndex index;
  index.folder().write("ours.txt", "shin, tibia\n");
  const Outcome outcome = index.index({"--vocabulary", "ours.txt", "--mesh",
                                       std::string(PALPATE_FIXTURES) + "/mesh/descriptors.xml"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(index.index({"--rebuild"}).exit_code, 0);
  EXPECT_EQ(groups_of(index, "clinic"), 1U);
  EXPECT_EQ(groups_of(index, "mesh"), 2U);
  EXPECT_GT(groups_of(index, "palpate"), 0U);
}

TEST(VocabularyProgram, RefusesWhatIsNoList) {
  const FixtureIndex index;
  index.folder().write("mesh.xml", "<DescriptorRecordSet>\n</oops>\n");
  const Outcome broken = index.index({"--mesh", "mesh.xml"});
  EXPECT_EQ(broken.exit_code, 2);
  EXPECT_THAT(broken.err, HasSubstr("cannot read mesh.xml: line 2: mismatched tag"));
  EXPECT_EQ(index.index({"--vocabulary", "missing.txt"}).exit_code, 2);
  EXPECT_EQ(index.index({"--vocabulary", ""}).exit_code, 2);
}

std::string many_descriptors(int count) {
  std::string text = "<DescriptorRecordSet>\n";
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    text.append(
        "<DescriptorRecord><ConceptList><Concept PreferredConceptYN=\"Y\"><TermList><Term>"
        "<String>first");
    text.append(number).append(" name</String></Term><Term><String>second").append(number);
    text.append(" name</String></Term></TermList></Concept></ConceptList></DescriptorRecord>\n");
  }
  return text + "</DescriptorRecordSet>\n";
}

// One transaction: all of the new list, or the old one.
TEST(VocabularyProgram, KilledRunLeavesTheOldList) {
  constexpr int kMany = 20000;
  const FixtureIndex index;
  index.folder().write("few.xml", many_descriptors(3));
  index.folder().write("many.xml", many_descriptors(kMany));
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_EQ(index.index({"--mesh", "many.xml"}).exit_code, 0);
  const double whole =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  int killed = 0;
  for (const double share : {0.0, 0.2, 0.4, 0.6, 0.75, 0.85, 0.92, 0.98}) {
    SCOPED_TRACE("killed after " + std::to_string(share) + " of " + std::to_string(whole) + " s");
    ASSERT_EQ(index.index({"--mesh", "few.xml"}).exit_code, 0);
    Running running("palpate-index", {"--db", index.db(), "-q", "--mesh", "many.xml"},
                    index.folder().path());
    std::this_thread::sleep_for(std::chrono::duration<double>(share * whole));
    running.send(SIGKILL);
    const Outcome outcome = running.wait();
    if (outcome.exit_code != 0) ++killed;
    EXPECT_THAT(groups_of(index, "mesh"), AnyOf(Eq(3U), Eq(std::size_t{kMany})));
    EXPECT_EQ(index.query({"stiff neck"}).exit_code, 0);
    EXPECT_EQ(index.index({"--rebuild"}).exit_code, 0);  // which reads every group
  }
  EXPECT_GE(killed, 1);
}

}  // namespace
}  // namespace palpate
