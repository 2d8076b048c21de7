#include "indexing/vocabulary_files.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "article/files/file_bytes.h"
#include "vocabulary/equivalents.h"
#include "vocabulary/mesh_reader.h"

namespace palpate {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostVocabularyBytes = std::size_t{16} << 20U;
constexpr std::size_t kBlockBytes = std::size_t{256} << 10U;

Error about_file(const std::string& file, const Error& error) {
  return {error.code, "cannot read " + file + ": " + error.message, error.hint};
}

std::string absolute_name(const std::string& file) {
  std::error_code failed;
  const fs::path absolute = fs::absolute(file, failed);
  return failed ? file : absolute.lexically_normal().string();
}

Result<Vocabulary> read_clinic_file(const std::string& file) {
  const Result<std::string> text = read_whole_file(file, kMostVocabularyBytes);
  if (!text) return about_file(file, text.error());
  Vocabulary vocabulary = parse_vocabulary(*text);
  if (!vocabulary.groups.empty() || vocabulary.problems.empty()) return vocabulary;
  const VocabularyProblem& first = vocabulary.problems.front();
  return Error{ErrorCode::malformed,
               file + " holds no group of equivalents; line " + std::to_string(first.line) + ": " +
                   first.reason,
               "one group a line, its terms apart by commas; an empty file removes the list"};
}

Result<Vocabulary> read_mesh_file(const std::string& file, const IndexObserver& observer) {
  Result<FileBytes> bytes = FileBytes::open(file);
  if (!bytes) return about_file(file, bytes.error());
  Vocabulary vocabulary;
  MeshReader reader([&](EquivalentGroup group) { vocabulary.groups.push_back(std::move(group)); });
  std::vector<char> block(kBlockBytes);
  for (bool begun = false;; begun = true) {
    if (observer.cancel != nullptr && *observer.cancel)
      return Error{ErrorCode::cancelled, "stopped while reading " + file, {}};
    const Result<std::size_t> got = bytes->read(block);
    if (!got) return about_file(file, got.error());
    if (*got == 0 && !begun) return vocabulary;
    const Status done = *got == 0 ? reader.finish() : reader.feed({block.data(), *got});
    if (!done) return about_file(file, done.error());
    if (*got == 0) return vocabulary;
  }
}

class ChangeReader {
 public:
  ChangeReader(const IndexOptions& options, const Catalogue& catalogue,
               const IndexObserver& observer)
      : options_(options), catalogue_(catalogue), observer_(observer) {}

  Result<VocabularyChange> read() {
    consider_built_in();
    if (const Status done = consider(VocabularySource::clinic, options_.vocabulary_file); !done)
      return done.error();
    if (const Status done = consider(VocabularySource::mesh, options_.mesh_file); !done)
      return done.error();
    return std::move(change_);
  }

 private:
  const VocabularyRecord* recorded(VocabularySource source) const {
    const auto found =
        std::ranges::find(catalogue_.vocabularies, source, &VocabularyRecord::source);
    return found == catalogue_.vocabularies.end() ? nullptr : &*found;
  }

  // Whether the index does not hold this very list.
  bool differs(const VocabularyList& list) const {
    const VocabularyRecord* known = recorded(list.source);
    if (list.groups.empty()) return known != nullptr;
    return known == nullptr || *known != record_of(list);
  }

  void consider_built_in() {
    VocabularyList list{VocabularySource::palpate, {}, built_in_equivalents().groups};
    const VocabularyRecord* known = recorded(list.source);
    if (!differs(list) && !options_.rebuild) return;
    const bool outdated = !options_.rebuild && (known != nullptr || !catalogue_.roots.empty());
    if (outdated && observer_.note)
      observer_.note("the index gets palpate's present list of equivalents: " +
                     std::to_string(list.groups.size()) + " groups");
    change_.lists.push_back(std::move(list));
  }

  Status consider(VocabularySource source, const std::string& file) {
    if (file.empty()) {
      if (options_.rebuild) carry_over(source);
      return Done{};
    }
    Result<Vocabulary> read =
        source == VocabularySource::mesh ? read_mesh_file(file, observer_) : read_clinic_file(file);
    if (!read) return read.error();
    if (observer_.failed)
      for (const VocabularyProblem& problem : read->problems)
        observer_.failed({file, problem.line, problem.reason});
    VocabularyList list{source, absolute_name(file), std::move(read->groups)};
    const bool changed = differs(list);
    change_.named.push_back({file, list.groups.size(), read->problems.size(), changed});
    if (changed || (options_.rebuild && !list.groups.empty()))
      change_.lists.push_back(std::move(list));
    return Done{};
  }

  void carry_over(VocabularySource source) {
    const VocabularyRecord* known = recorded(source);
    if (known == nullptr) return;
    Result<VocabularyList> list = read_vocabulary(options_.directory, *known);
    if (list) {
      change_.lists.push_back(*std::move(list));
    } else if (observer_.note) {
      observer_.note("the list of " + known->file +
                     " is lost, give it again: " + list.error().message);
    }
  }

  const IndexOptions& options_;
  const Catalogue& catalogue_;
  const IndexObserver& observer_;
  VocabularyChange change_;
};

}  // namespace

bool only_vocabulary(const IndexOptions& options) {
  const bool given = !options.vocabulary_file.empty() || !options.mesh_file.empty();
  return given && options.paths.empty() && options.url_prefixes.empty() && !options.rebuild;
}

Result<VocabularyChange> read_vocabulary_change(const IndexOptions& options,
                                                const Catalogue& catalogue,
                                                const IndexObserver& observer) {
  return ChangeReader(options, catalogue, observer).read();
}

}  // namespace palpate
