#include <xapian.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "indexing/exceptions.h"
#include "palpate/upkeep.h"
#include "store/generation.h"
#include "store/keys.h"
#include "store/recorded_roots.h"
#include "store/settings.h"
#include "store/vocabulary_lookup.h"
#include "store/xapian_error.h"
#include "upkeep/article_check.h"
#include "upkeep/damage_list.h"
#include "upkeep/held_index.h"

namespace palpate {
namespace {

class IndexCheck {
 public:
  explicit IndexCheck(const std::string& directory) : directory_(directory) {}

  Result<CheckReport> run() {
    Result<std::optional<WriterLock>> lock = lock_if_writable(directory_);
    if (!lock) return lock.error();
    const Result<std::filesystem::path> generation = existing_generation(directory_);
    if (generation) {
      if (lock->has_value()) tell_leftovers();
      check_contents();
      if (damages_.empty()) check_tables(generation->string(), lock->has_value());
    } else {
      damages_.add(generation.error().message);
    }
    CheckReport report = std::move(report_);
    report.damages = damages_.damages();
    report.more = damages_.more();
    if (!damages_.empty()) report.hint = hint();
    report.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
    return report;
  }

 private:
  // What Xapian throws is damage too.
  template <class Part>
  void part(const std::string& what, Part&& check) {
    const Status done = guarded(what, [&]() -> Status {
      check();
      return Done{};
    });
    if (!done) damages_.add(done.error().message);
  }

  // They are no damage: readers pass them by. Without a lock they may be a run's that goes on.
  void tell_leftovers() {
    std::string names;
    for (const std::string& name : leftovers_in(directory_))
      names.append(names.empty() ? "" : ", ").append(name);
    if (!names.empty())
      report_.notes.push_back("a run that died has left " + names + ": the next run removes them");
  }

  // The tables' own structure. Only once all that can be read is fine: Xapian opens the tables for
  // writing, and empties one whose revision was damaged to be 0.
  void check_tables(const std::string& generation, bool writable) {
    if (!writable) {
      report_.notes.push_back("the folder cannot be written, which Xapian's own check needs: " +
                              std::string("only what can be read was checked"));
      return;
    }
    if (!has_term_lists(generation)) return check_by_xapian(generation);
    // Those that a run left are not of all passages, as Xapian takes them to be.
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(generation, failed)) {
      const std::filesystem::path name = entry.path().filename();
      if (name.extension() == ".glass" && name != "termlist.glass")
        check_by_xapian(entry.path().string());
    }
  }

  // A database, or a table of it.
  void check_by_xapian(const std::string& what) {
    part("check " + what, [&] {
      std::ostringstream told;
      const std::size_t errors = Xapian::Database::check(what, 0, &told);
      if (errors != 0)
        damages_.add("Xapian finds " + std::to_string(errors) + " errors in " + what +
                     first_words(told.str()));
    });
  }

  static std::string first_words(const std::string& told) {
    constexpr std::size_t kMost = 200;
    std::string line = told.substr(0, told.find('\n'));
    if (line.size() > kMost) line.resize(kMost);
    return line.empty() ? "" : ": " + line;
  }

  void check_contents() {
    const Result<Snapshot> opened = Snapshot::open(directory_);
    if (!opened) return damages_.add(opened.error().message);
    const Snapshot& index = *opened;
    part("read the settings", [&] { check_settings(index); });
    part("read the records of files", [&] { check_files(index); });
    part("read the roots", [&] { check_roots(index); });
    part("read the lists of equivalents", [&] { check_vocabularies(index); });
    ArticleCheck articles(index, document_files_, same_rules_, damages_);
    part("read the documents", [&] { check_documents(index, articles); });
    if (damages_.empty()) part("read the postings", [&] { articles.finish(); });
    report_.passages = articles.passages();
    report_.words = articles.words();
  }

  void check_settings(const Snapshot& index) {
    const IndexSettings ours = current_settings();
    const IndexSettings& theirs = index.settings();
    for (const auto& [name, value] : listed(theirs))
      if (value.empty()) damages_.add("the setting " + name + " is missing");
    same_rules_ = theirs.unicode == ours.unicode && theirs.stemmer == ours.stemmer;
    if (!same_rules_)
      report_.notes.push_back("it was analysed with ICU's Unicode " + theirs.unicode +
                              " and Xapian " + theirs.stemmer + ", this program has " +
                              ours.unicode + " and " + ours.stemmer +
                              ": its terms are not compared with its texts");
  }

  void check_files(const Snapshot& index) {
    for (const auto& [key, bytes] : index.metadata(kFileKeys)) {
      const std::optional<FileRecord> file = decode_file(bytes);
      if (!file || file_key(file->path) != std::string(kFileKeys) + key) {
        damages_.add("the record of the file " + key + " cannot be read");
        continue;
      }
      for (const std::string& id : file->documents)
        if (!document_files_.emplace(id, file->path).second)
          damages_.add(id + " belongs to two files");
    }
  }

  void check_roots(const Snapshot& index) {
    for (const auto& [key, path] : index.metadata(kRootKeys))
      if (root_key(path) != std::string(kRootKeys) + key)
        damages_.add("the record of the root " + key + " cannot be read");
    for (const auto& [key, value] : index.metadata(kUrlPrefixKeys))
      if (url_prefix_key(url_prefix_from(value).first) != std::string(kUrlPrefixKeys) + key)
        damages_.add("the record of the URL prefix " + key + " cannot be read");
  }

  // A list is whole when writing it again would write what is there.
  void check_vocabularies(const Snapshot& index) {
    const VocabularyLookup lookup(index);
    for (const VocabularyRecord& record : lookup.lists()) {
      ++report_.vocabularies;
      const std::string keys = vocabulary_keys(static_cast<char>(record.source));
      const auto expected = metadata_of({record.source, record.file, lookup.groups_of(record)});
      std::map<std::string, std::string> held;
      for (auto& [key, value] : index.metadata(keys))
        held.emplace(std::string(keys).append(key), std::move(value));
      if (!expected || *expected != held)
        damages_.add("the list of equivalents \"" + std::string(name_of(record.source)) +
                     "\" is not what was put into the index");
    }
  }

  void check_documents(const Snapshot& index, ArticleCheck& articles) {
    for (const auto& [key, packed] : index.metadata(kDocumentKeys)) {
      const std::optional<DocumentRecord> document = index.unpacked_document(packed);
      if (!document || document_key(document->id) != std::string(kDocumentKeys) + key) {
        damages_.add("the record of the document " + key + " cannot be read");
        continue;
      }
      part("read " + document->id, [&] { articles.check(document->id, *document); });
      ++report_.documents;
      document_files_.erase(document->id);
    }
    for (const auto& [id, path] : document_files_)
      damages_.add(std::string(id).append(" is said to be in ").append(path) +
                   " and is not in the index");
  }

  std::string hint() const {
    const Result<RecordedRoots> roots = recorded_roots(directory_);
    return std::string(roots ? "rebuild it from its files with" : "name what it was made from") +
           ": palpate-index --rebuild --db " + directory_ + (roots ? "" : " PATH...") +
           ", or put a backup in its place";
  }

  const std::string& directory_;
  CheckReport report_;
  DamageList damages_;
  std::unordered_map<std::string, std::string> document_files_;  // of those not yet seen
  bool same_rules_ = true;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace

Result<CheckReport> check_index(const std::string& directory) {
  return without_exceptions([&] { return IndexCheck(directory).run(); });
}

}  // namespace palpate
