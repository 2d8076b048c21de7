// An index opened for reading, as it was at one moment.
//
// For the rooms that speak Xapian (ranking, the store itself); includes Xapian, and its exceptions
// pass through: the caller's boundary turns them into Errors and repeats the whole request on
// DatabaseModifiedError (see guarded_read). One thread at a time.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <optional>
#include <string>
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

  const Xapian::Database& database() const { return database_; }
  Xapian::Database& database() { return database_; }
  const std::filesystem::path& generation() const { return generation_; }
  const IndexSettings& settings() const { return settings_; }

  std::optional<DocumentRecord> document(const std::string& id) const;
  // The id that a document is stored by, for one that may be given as it was before blanks and the
  // like were percent-encoded: "my notes.md" → "my%20notes.md". As given when there is none.
  std::string stored_id(const std::string& given) const;
  // Xapian's numbers of a document's passages, in order of the passages.
  std::vector<Xapian::docid> passages_of(const std::string& id) const;
  PassageRecord passage(Xapian::docid number) const;
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

  // All keys of metadata with this prefix, the prefix taken off, with their values.
  std::vector<std::pair<std::string, std::string>> metadata(std::string_view prefix) const;
  // Languages and how many passages each has, most first.
  std::vector<std::pair<std::string, std::size_t>> languages() const;
  std::size_t count_documents() const;

 private:
  Snapshot(Xapian::Database database, std::filesystem::path generation, IndexSettings settings);

  Xapian::Database database_;
  std::filesystem::path generation_;
  IndexSettings settings_;
  TextUnpacker unpacker_;
};

// Runs `read(snapshot)`; when a writer overwrote what is being read, opens the index anew and
// repeats the whole of it.
template <class Read>
auto guarded_read(const std::string& directory, Snapshot& snapshot, Read&& read)
    -> decltype(read(snapshot)) {
  constexpr int kAttempts = 5;
  for (int attempt = 1;; ++attempt) {
    try {
      return read(snapshot);
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == kAttempts) return error_of(error, "read the index " + directory);
    } catch (const Xapian::Error& error) {
      return error_of(error, "read the index " + directory);
    }
    Result<Snapshot> fresh = Snapshot::open(directory);
    if (!fresh) return fresh.error();
    snapshot = std::move(*fresh);
  }
}

}  // namespace palpate
