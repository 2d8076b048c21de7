// Whatever is changed in an index behind palpate's back, a check says so.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "../indexing/index_run.h"
#include "../indexing/random_articles.h"
#include "../store/altered_database.h"
#include "palpate/upkeep.h"
#include "store/fields.h"
#include "store/generation.h"
#include "store/keys.h"
#include "store/text_packing.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using testing::AnyOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Check : public IndexArticles {
 protected:
  static constexpr Xapian::docid kPassage = 3;

  void SetUp() override {
    RandomArticles random(7);
    for (int i = 0; i < 6; ++i) write("f" + std::to_string(i) + ".md", random.markdown());
    write("lines.jsonl", R"({"_id":"one","title":"One knee","text":"The knee bends."})"
                         "\n"
                         R"({"_id":"two","text":"The hip turns."})"
                         "\n");
    options_.url_prefixes = {{root(), "https://clinic.example"}};
    run();
  }

  void run_rebuild() {
    options_.rebuild = true;
    run();
    options_.rebuild = false;
  }

  fs::path generation() const { return *existing_generation(options_.directory); }

  CheckReport check() const {
    const Result<CheckReport> report = check_index(options_.directory);
    EXPECT_TRUE(report) << report.error().message;
    return report ? *report : CheckReport{};
  }

  // Changes the database itself; kPassage may be replaced or removed.
  void alter(const std::function<void(Xapian::WritableDatabase&)>& change) const {
    alter_database(generation().string(), kPassage, change);
  }

  void alter_passage(const std::function<void(Xapian::Document&)>& change) const {
    alter([&](Xapian::WritableDatabase& database) {
      Xapian::Document passage = database.get_document(kPassage);
      change(passage);
      database.replace_document(kPassage, passage);
    });
  }

  void expect_damage(const std::string& words) const {
    const CheckReport report = check();
    EXPECT_THAT(report.damages, Contains(HasSubstr(words)));
    EXPECT_THAT(report.hint, HasSubstr("palpate-index --rebuild --db " + options_.directory));
  }
};

TEST_F(Check, FindsNothingInAWholeIndex) {
  const CheckReport report = check();
  EXPECT_THAT(report.damages, IsEmpty());
  EXPECT_THAT(report.notes, IsEmpty());
  EXPECT_EQ(report.documents, 8U);
  EXPECT_GE(report.passages, report.documents);
  EXPECT_GT(report.words, 20U);
  EXPECT_EQ(report.vocabularies, 1U);
}

TEST_F(Check, FindsNothingAfterChangesAndRemovals) {
  RandomArticles random(9);
  for (int i = 0; i < 12; ++i) {
    const std::string name = "f" + std::to_string(random.below(8)) + ".md";
    if (random.below(3) == 0) {
      remove(name);
    } else {
      write(name, random.markdown() + std::string(static_cast<std::size_t>(i), '\n'));
    }
    run();
    EXPECT_THAT(check().damages, IsEmpty()) << i;
  }
  ASSERT_TRUE(compact_index(options_.directory));
  EXPECT_THAT(check().damages, IsEmpty());
}

TEST_F(Check, FindsAPassageThatIsGone) {
  alter([](Xapian::WritableDatabase& database) { database.delete_document(kPassage); });
  expect_damage(" passages instead of ");
}

TEST_F(Check, FindsAPassageThatBelongsToNoDocument) {
  alter([](Xapian::WritableDatabase& database) {
    Xapian::Document stray;
    stray.add_term("knee");
    database.add_document(stray);
  });
  expect_damage("passages, its documents have");
}

TEST_F(Check, FindsATextThatIsAnother) {
  const std::string dictionary =
      Xapian::Database(generation().string()).get_metadata(std::string(kDictionaryKey));
  alter_passage([&](Xapian::Document& passage) {
    constexpr auto kRecord = static_cast<unsigned>(Slot::record);
    std::string record = TextUnpacker(dictionary).unpacked(passage.get_value(kRecord)).value();
    record[record.size() - 4] = record[record.size() - 4] == 'x' ? 'y' : 'x';
    std::string packed;
    TextPacker(dictionary).append_packed(record, packed);
    passage.add_value(kRecord, packed);
  });
  expect_damage("its checksum differs");
}

TEST_F(Check, FindsTermsAndValuesThatTheTextDoesNotGive) {
  alter_passage([](Xapian::Document& passage) { passage.add_term("elbow"); });
  expect_damage("has other terms than its text gives");
  run_rebuild();
  alter_passage([](Xapian::Document& passage) {
    passage.remove_term(std::string(prefix_of(Field::language)) + "en");
  });
  expect_damage("has other terms than its text gives");
  run_rebuild();
  alter_passage([](Xapian::Document& passage) {
    passage.add_value(static_cast<unsigned>(Slot::group), "elsewhere");
  });
  expect_damage("has other values than its text gives");
}

TEST_F(Check, FindsATokenStreamThatCannotBeRead) {
  alter_passage([](Xapian::Document& passage) {
    const unsigned slot = static_cast<unsigned>(Slot::tokens);
    passage.add_value(slot, passage.get_value(slot) + "x");
  });
  expect_damage("has a token stream that cannot be read");
}

TEST_F(Check, FindsMetadataThatIsNotWhatWasWritten) {
  const auto first_key = [](Xapian::WritableDatabase& database, const std::string& prefix) {
    return *database.metadata_keys_begin(prefix);
  };
  const fs::path current = generation();
  const fs::path whole = folder_.path() / "whole";
  for (const auto& [prefix, value, words] :
       {std::tuple("words:", std::string("\x05knees\x63", 7), "a word is counted wrongly"),
        std::tuple("words:", std::string("?"), "cannot be read"),
        std::tuple("file:", std::string("F"), "the record of the file"),
        std::tuple("file:", std::string(), "belongs to no file"),
        std::tuple("document:", std::string("D"), "the record of the document"),
        std::tuple("document:", std::string(), "is not in the index"),
        std::tuple("setting:", std::string(), "the setting analysis"),
        std::tuple("root:", std::string("/elsewhere"), "the record of the root"),
        std::tuple("url-prefix:", std::string("/elsewhere"), "the record of the URL prefix"),
        std::tuple("equivalents:", std::string("x"), "equivalents")}) {
    SCOPED_TRACE(std::string(prefix) + words);
    fs::copy(current, whole);
    alter([&](Xapian::WritableDatabase& database) {
      database.set_metadata(first_key(database, prefix), value);
    });
    EXPECT_THAT(check().damages, Contains(AnyOf(HasSubstr(words), HasSubstr("analyser unknown"))));
    fs::remove_all(current);
    fs::rename(whole, current);
  }
}

TEST_F(Check, FindsThatWhatCurrentNamesIsNotThere) {
  std::ofstream(fs::path(options_.directory) / "CURRENT") << "palpate\n";
  expect_damage("does not name a generation of an index");
}

TEST_F(Check, NoIndexAndOtherFormatsAreErrors) {
  const Result<CheckReport> none = check_index(options_.directory + ".none");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::not_found);
  EXPECT_FALSE(fs::exists(options_.directory + ".none"));
  std::ofstream(fs::path(options_.directory) / "CURRENT") << "palpate 99 generation-000001\n";
  const Result<CheckReport> newer = check_index(options_.directory);
  ASSERT_FALSE(newer);
  EXPECT_EQ(newer.error().code, ErrorCode::incompatible);
  EXPECT_THAT(newer.error().message, HasSubstr("has format 99, this program reads "));
}

TEST_F(Check, WaitsForNoWriter) {
  const Result<WriterLock> lock = WriterLock::acquire(options_.directory);
  ASSERT_TRUE(lock);
  const Result<CheckReport> report = check_index(options_.directory);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::locked);
}

// What runs that died have left is no damage, and not for a check to take away.
TEST_F(Check, TellsOfLeftoversAndLeavesThem) {
  glass::put_term_lists(generation().string(),
                        {{kPassage, list_of(generation().string(), kPassage)}});
  std::ofstream(generation() / "v.tmp") << "half";
  fs::create_directories(fs::path(options_.directory) / "building" / "segment-0");
  fs::create_directory(fs::path(options_.directory) / "generation-000009");
  std::ofstream(fs::path(options_.directory) / "CURRENT.new") << "palpate";
  const auto everything = [&] {
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(options_.directory))
      if (entry.path().filename() != "lock")
        all[entry.path().string()] = entry.is_regular_file() ? bytes_of(entry.path()) : "";
    return all;
  };
  const auto before = everything();
  const CheckReport report = check();
  EXPECT_THAT(report.damages, IsEmpty());
  EXPECT_EQ(everything(), before);
  ASSERT_EQ(report.notes.size(), 1U);
  EXPECT_EQ(report.notes.front(),
            "a run that died has left CURRENT.new, building, generation-000009, "
            "generation-000001/v.tmp, generation-000001/termlist.glass: the next run removes them");
  run();
  EXPECT_THAT(check().notes, IsEmpty());
}

TEST_F(Check, FindsADamagedTableBesideLeftovers) {
  std::ofstream(generation() / "termlist.glass") << "half";
  const fs::path table = generation() / "postlist.glass";
  fs::resize_file(table, fs::file_size(table) / 2);
  EXPECT_FALSE(check().damages.empty());
}

// As palpate-index does: Xapian does not survive every damage.
bool found_in_a_process_of_its_own(const std::string& directory) {
  constexpr unsigned kMostSeconds = 60;
  const pid_t child = fork();
  if (child == 0) {
    alarm(kMostSeconds);
    const Result<CheckReport> report = check_index(directory);
    _exit(report && report->damages.empty() ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_FALSE(WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM) << "the check does not end";
  return status != 0;
}

// A bit that flips anywhere is either found or changes nothing that can be read.
TEST_F(Check, FindsEveryFlippedBitThatMatters) {
  const IndexState whole = state();
  std::mt19937 random(20'240'611);
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(generation()))
    if (entry.file_size() > 0) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::map<fs::path, std::string> before;
  for (const fs::path& file : files) before[file] = bytes_of(file);
  int found = 0;
  for (int flip = 0; flip < 150 && !HasFailure(); ++flip) {
    const fs::path& file = files[random() % files.size()];
    std::string bytes = before[file];
    const std::size_t at = random() % bytes.size();
    bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1U << (random() % 8)));
    SCOPED_TRACE(file.filename().string() + " at " + std::to_string(at));
    std::ofstream(file, std::ios::binary) << bytes;
    if (found_in_a_process_of_its_own(options_.directory)) {
      ++found;
    } else {
      expect_same_state(state(), whole);
    }
    for (const auto& [one, held] : before)
      EXPECT_EQ(bytes_of(one), one == file ? bytes : held) << "a check writes nothing: " << one;
    std::ofstream(file, std::ios::binary) << before[file];
  }
  EXPECT_GT(found, 20);
  EXPECT_THAT(check().damages, IsEmpty());
}

}  // namespace
}  // namespace palpate
