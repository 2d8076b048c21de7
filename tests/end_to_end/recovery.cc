#include "recovery.h"

#include <gmock/gmock.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <stdexcept>

#include "palpate/indexer.h"
#include "palpate/searcher.h"
#include "palpate/upkeep.h"
#include "store/generation.h"

namespace palpate {
namespace fs = std::filesystem;
namespace {

constexpr const char* kFolder = "@";

// So much padding that a run over it is no small change.
constexpr std::size_t kLargeBytes = 5 << 20;

std::string line_of(const std::string& id, const std::string& text, std::size_t padding) {
  return nlohmann::json{{"_id", id},
                        {"title", "Knee " + id},
                        {"text", text},
                        {"metadata", {{"language", "en"}, {"padding", std::string(padding, '.')}}}}
             .dump() +
         "\n";
}

std::string sentences(const std::string& word, int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += "On step " + std::to_string(i) + " the " + word + " was rested before it bore weight. ";
  return text;
}

// Every fifth about something else.
std::string knee_lines(const std::string& fifth) {
  std::string lines;
  for (int i = 0; i < 20; ++i)
    lines += line_of("line-" + std::to_string(i), sentences(i % 5 == 0 ? fifth : "knee", 10), 0);
  return lines;
}

std::string filled(std::string argument, const fs::path& folder) {
  const std::size_t at = argument.find(kFolder);
  return at == std::string::npos ? argument : argument.replace(at, 1, folder.string());
}

}  // namespace

std::vector<Journey> all_journeys() {
  return {{"NewIndex", false, {"-j1", "@/articles"}},
          {"Rebuild", true, {"-j1", "--rebuild", "@/articles", "@/few"}, 5},
          {"SmallChange", true, {"-j1", "@/few"}},
          {"Removal", true, {"-j1", "@/articles"}, 1, true},
          {"Merge", true, {"-j1", "@/large"}, 5},
          {"Compaction", true, {"--compact"}, 5}};
}

Recovery::Recovery(Journey journey) : journey_(std::move(journey)) {
  write_articles();
  fs::create_directory(folder_ / "before.db");
  if (journey_.indexed_before &&
      run("palpate-index", {"-q", "--db", folder_ / "before.db", folder_ / "articles"}).exit_code !=
          0)
    throw std::runtime_error("the articles cannot be indexed");
  if (journey_.changes) change_articles();
  reset();
  before_ = answers();
  const auto begin = std::chrono::steady_clock::now();
  const Outcome outcome = run("palpate-index", arguments());
  seconds_ = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  if (outcome.exit_code != 0) throw std::runtime_error(outcome.err);
  after_ = answers();
}

void Recovery::write_articles() const {
  for (const std::string word : {"ankle", "shoulder", "hip"})
    folder_.write("articles/" + word + ".md", "# The " + word + "\n\n" + sentences(word, 30));
  folder_.write("articles/knees.jsonl", knee_lines("knee"));
  folder_.write("few/wrist.md", "# The wrist\n\n" + sentences("wrist", 20));
  folder_.write("large/elbow.jsonl", line_of("elbow", sentences("elbow", 20), kLargeBytes));
}

void Recovery::change_articles() const {
  fs::remove(folder_ / "articles/hip.md");
  folder_.write("articles/ankle.md", "# The ankle\n\n" + sentences("ankle joint", 25));
  folder_.write("articles/knees.jsonl", knee_lines("kneecap"));
}

void Recovery::reset() const {
  fs::remove_all(db());
  fs::copy(folder_ / "before.db", db(), fs::copy_options::recursive);
}

std::vector<std::string> Recovery::arguments() const {
  std::vector<std::string> all{"-q", "--db", db()};
  for (const std::string& argument : journey_.arguments)
    all.push_back(filled(argument, folder_.path()));
  return all;
}

Recovery::Answers Recovery::answers() const {
  Result<Searcher> searcher = Searcher::open(db().string());
  if (!searcher) {
    EXPECT_EQ(searcher.error().code, ErrorCode::not_found) << searcher.error().message;
    return {};
  }
  Answers answers;
  for (const std::string question :
       {"ankle", "knee rested", "hip", "wrist", "elbow", "\"bore weight\""}) {
    const Result<Answer> answer = searcher->search({.question = question, .count = 50});
    EXPECT_TRUE(answer) << answer.error().message;
    if (!answer) continue;
    std::string told = question + ": " + std::to_string(answer->total);
    for (const Hit& hit : answer->hits) told += " " + hit.passage + "=" + hit.text;
    answers.push_back(told);
  }
  return answers;
}

void Recovery::expect_recovery(const std::string& how) const {
  SCOPED_TRACE(journey_.name + ", " + how);
  const Answers answered = answers();
  EXPECT_TRUE(answered == before_ || answered == after_) << "a state between";
  if (!answered.empty()) {
    const Result<CheckReport> report = check_index(db().string());
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_THAT(report->damages, testing::IsEmpty());
  }
  const Outcome next = run("palpate-index", arguments());
  EXPECT_EQ(next.exit_code, 0) << next.err;
  EXPECT_EQ(answers(), after_);
  expect_tidy(how);
}

void Recovery::expect_tidy(const std::string& how) const {
  std::set<std::string> left;
  for (const fs::directory_entry& entry : fs::directory_iterator(db()))
    left.insert(entry.path().filename().string());
  const Result<std::optional<fs::path>> current = current_generation(db());
  ASSERT_TRUE(current) << how;
  const fs::path generation_folder = current->value_or(fs::path());
  const std::string newest = generation_folder.filename().string();
  std::size_t generations = 0;
  for (const std::string& name : left) {
    const bool generation = name.starts_with("generation-");
    generations += generation ? 1U : 0U;
    EXPECT_TRUE(generation || name == "CURRENT" || name == "lock") << name << " is left over";
    EXPECT_LE(name, generation ? newest : name) << "newer than the current";
  }
  EXPECT_LE(generations, 2U);
  if (newest.empty()) return;
  for (const fs::directory_entry& entry : fs::directory_iterator(generation_folder)) {
    const std::string name = entry.path().filename().string();
    EXPECT_THAT(name, testing::AnyOf("postlist.glass", "iamglass", "flintlock")) << how;
  }
}

}  // namespace palpate
