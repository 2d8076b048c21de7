// An index opened for reading, as it was at one moment.
//
// For the rooms that speak Xapian (ranking, the store itself); includes Xapian, and its exceptions
// pass through: the caller's boundary turns them into Errors and repeats the whole request on
// DatabaseModifiedError (see guarded_read). One thread at a time.
#pragma once

#include <xapian.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "palpate/error.h"
#include "store/fields.h"
#include "store/record.h"
#include "store/settings.h"
#include "store/text_packing.h"
#include "store/xapian_error.h"

namespace palpate {

class Snapshot {
 public:
  // Opens the current generation. not_found when there is no index, incompatible when it is not for
  // this version.
  static Result<Snapshot> open(const std::string& directory);
  // Several indexes as one: counts, rarities and the order of passages are those of a single index
  // of all their documents, of which no two should have one id: where they do, the document of the
  // id is that of the first. At least one; `missing` says which are left out.
  static Snapshot together(std::vector<Snapshot> parts, std::vector<Error> missing);

  const Xapian::Database& database() const { return database_; }
  Xapian::Database& database() { return database_; }
  const std::filesystem::path& generation() const { return generation_; }
  const IndexSettings& settings() const { return settings_; }
  // The indexes that this one is made of; none when it is one by itself.
  const std::vector<Snapshot>& parts() const { return parts_; }
  // The indexes that are left out: each one's name as the message, the reason as the hint.
  const std::vector<Error>& missing() const { return missing_; }
  // Tells states of an index apart: the generation and how often it was written.
  const std::string& state() const { return state_; }

  std::optional<DocumentRecord> document(const std::string& id) const;
  // From what stands under a document's key.
  std::optional<DocumentRecord> unpacked_document(std::string_view packed) const;
  // The id that a document is stored by, for one that may be given as it was before blanks and the
  // like were percent-encoded: "my notes.md" → "my%20notes.md". As given when there is none.
  std::string stored_id(const std::string& given) const;
  // Whether an index that is named before the passage's own holds a document of this id as well:
  // that one's is the document of the id.
  bool is_superseded(Xapian::docid passage) const;
  // Xapian's numbers of a document's passages, in order of the passages.
  std::vector<Xapian::docid> passages_of(const std::string& id) const;
  PassageRecord passage(Xapian::docid number) const;
  // A passage whose number the index gave, to read its values; whether it exists is not looked up.
  Xapian::Document stored(Xapian::docid number) const {
    return database_.get_document(number, Xapian::DOC_ASSUME_VALID);
  }
  // The document that a passage belongs to, what it is grouped by, and its number, without fetching
  // its text.
  std::string document_of(const Xapian::Document& passage) const;
  std::string group_of(const Xapian::Document& passage) const;
  std::size_t number_of(const Xapian::Document& passage) const;
  // The values of many passages, in the order given, "" where there is none: one pass over the
  // slot.
  std::vector<std::string> values_of(const std::vector<Xapian::docid>& passages, Slot slot) const;
  // What many passages are grouped by, in the order given.
  std::vector<std::string> groups_of(const std::vector<Xapian::docid>& passages) const;
  // How many passages hold a term. What was asked once is remembered: a snapshot does not change.
  std::size_t passages_with(const std::string& term) const;
  // Remembers many, in the order of the index, which then reads each of its blocks once.
  void look_up(std::vector<std::string> terms) const;

  // The metadata of one key, "" when there is none; of several indexes the first that has it.
  std::string metadata_of(const std::string& key) const;
  // All keys of metadata with this prefix, the prefix taken off, with their values.
  void for_each_metadata(
      std::string_view prefix,
      const std::function<void(std::string_view key, std::string value)>& use) const;
  std::vector<std::pair<std::string, std::string>> metadata(std::string_view prefix) const;
  // Languages and how many passages each has, most first.
  std::vector<std::pair<std::string, std::size_t>> languages() const;
  std::size_t count_documents() const;

 private:
  Snapshot(Xapian::Database database, std::filesystem::path generation, IndexSettings settings);
  explicit Snapshot(std::vector<Snapshot> parts);
  static Result<Snapshot> open_generation(const std::string& directory,
                                          const std::filesystem::path& generation, bool& overtaken);

  Xapian::Database database_;
  std::filesystem::path generation_;
  IndexSettings settings_;
  TextUnpacker unpacker_;
  mutable std::unordered_map<std::string, std::size_t> passages_with_;
  std::string state_;
  std::vector<Snapshot> parts_;
  std::vector<Error> missing_;
};

// How long a reader tries to get ahead of writers.
inline constexpr std::chrono::seconds kOvertakenPatience{20};
Error overtaken_error(const std::string& directory);

// Runs `read(snapshot)`. When a writer overwrote what is being read, opens the index anew and
// repeats the whole of it, so that what was read is all of one state. Only an index that is
// rewritten without a pause for many seconds is an Error (locked: a retry may help). `reopen` gives
// the newest state.
template <class Read, class Reopen>
auto guarded_read(const std::string& directory, Snapshot& snapshot, Read&& read, Reopen&& reopen)
    -> decltype(read(snapshot)) {
  constexpr int kAttempts = 5;  // while nothing new comes
  const auto deadline = std::chrono::steady_clock::now() + kOvertakenPatience;
  for (int standing = 1;;) {
    bool overtaken = false;
    Error failed;
    try {
      return read(snapshot);
    } catch (const Xapian::DatabaseModifiedError&) {
      overtaken = true;
    } catch (const Xapian::Error& error) {
      failed = error_of(error, "read the index " + directory);
    }
    Result<Snapshot> fresh = reopen();
    // What looks like damage may be the work of a writer too, if there was one.
    const bool moved = fresh && fresh->state() != snapshot.state();
    if (!overtaken && !moved) return failed;
    if (!fresh) return fresh.error();
    standing = moved ? 1 : standing + 1;
    if (standing > kAttempts || std::chrono::steady_clock::now() > deadline)
      return overtaken_error(directory);
    snapshot = std::move(*fresh);
  }
}

template <class Read>
auto guarded_read(const std::string& directory, Snapshot& snapshot, Read&& read)
    -> decltype(read(snapshot)) {
  return guarded_read(directory, snapshot, std::forward<Read>(read),
                      [&] { return Snapshot::open(directory); });
}

}  // namespace palpate
