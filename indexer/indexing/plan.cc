#include "indexing/plan.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "indexing/file_hash.h"
#include "indexing/forgetting.h"
#include "indexing/moved_files.h"
#include "indexing/paths.h"

namespace palpate {
namespace {

class Planner {
 public:
  Planner(const IndexOptions& options, const Catalogue& catalogue)
      : options_(options), catalogue_(catalogue), seen_known_(catalogue.files.size()) {}

  Status check() {
    if (Status done = choose_roots(); !done) return done;
    return merge_prefixes();
  }

  Result<Plan> make() {
    if (const Status done = check(); !done) return done.error();
    for (const std::string& root : plan_.roots) walk(root);
    find_vanished();
    if (!options_.rebuild) forget_moved_roots(catalogue_, plan_);
    retry_taken_ids();
    for (const PlannedFile& file : plan_.read) plan_.bytes += file.found.size;
    return std::move(plan_);
  }

 private:
  bool is_recorded(const std::string& root) const {
    return std::find(catalogue_.roots.begin(), catalogue_.roots.end(), root) !=
           catalogue_.roots.end();
  }

  Status choose_roots() {
    for (const std::string& path : options_.paths) add_root(absolute_path(path));
    if (options_.paths.empty() || options_.rebuild)
      for (const std::string& root : catalogue_.roots) add_root(root);
    if (options_.rebuild) outer_roots_first();
    if (plan_.roots.empty())
      return Error{ErrorCode::invalid_argument,
                   "there is nothing to index: no PATH given, and none known from earlier runs",
                   "name files or folders: palpate-index --db " + options_.directory + " PATH..."};
    for (const std::string& root : plan_.roots) {
      if (!is_there(root) && !is_recorded(root))
        return Error{ErrorCode::not_found, "there is no file or folder " + root,
                     "check how it is spelt"};
    }
    return Done{};
  }

  void add_root(const std::string& root) {
    if (std::find(plan_.roots.begin(), plan_.roots.end(), root) == plan_.roots.end())
      plan_.roots.push_back(root);
  }

  // A rebuild gives files the ids that are theirs below the outermost root: there no two are alike.
  void outer_roots_first() {
    const std::vector<std::string> roots = plan_.roots;
    std::stable_partition(plan_.roots.begin(), plan_.roots.end(), [&](const std::string& root) {
      return std::none_of(roots.begin(), roots.end(), [&](const std::string& other) {
        return other != root && lies_below(root, other);
      });
    });
  }

  // Prefixes of earlier runs stay in force; one given now replaces that of the same folder.
  Status merge_prefixes() {
    for (const auto& [folder, url] : options_.url_prefixes)
      plan_.url_prefixes.emplace_back(absolute_path(folder), url);
    for (const auto& recorded : catalogue_.url_prefixes) {
      const auto same = [&](const auto& given) { return given.first == recorded.first; };
      if (std::none_of(plan_.url_prefixes.begin(), plan_.url_prefixes.end(), same))
        plan_.url_prefixes.push_back(recorded);
    }
    for (const auto& [folder, url] : plan_.url_prefixes)
      if (Status done = prefixes_.add(std::string(folder).append("=").append(url)); !done)
        return done;
    return Done{};
  }

  void walk(const std::string& root) {
    if (!is_there(root)) {
      keep(root, " is missing");
      return;
    }
    const bool is_canonical = absolute_path(root) == root;
    bool found_files = false;
    const std::vector<Problem> problems = walk_sources(root, [&](FoundFile found) {
      found_files = true;
      std::string path =
          is_canonical && !found.through_link ? found.path : absolute_path(found.path);
      consider(root, std::move(found), std::move(path));
    });
    const bool had_files =
        std::any_of(catalogue_.files.begin(), catalogue_.files.end(),
                    [&](const FileRecord& file) { return lies_below(file.path, root); });
    if (!found_files && had_files) {
      keep(root, " is suddenly empty");
      return;
    }
    for (const Problem& problem : problems) add_problem(root, problem);
  }

  // False when it was seen before.
  bool see(const std::string& path, const FileRecord* known) {
    if (known == nullptr) return seen_.insert(path).second;
    const std::size_t place = catalogue_.files.place_of(*known);
    const bool fresh = !seen_known_[place];
    seen_known_[place] = true;
    return fresh;
  }
  bool is_seen(const FileRecord& known) const {
    return seen_known_[catalogue_.files.place_of(known)];
  }

  void keep(const std::string& root, const std::string& why) {
    kept_.push_back(root);
    plan_.missing.push_back(root);
    plan_.notes.push_back(root + why + ": nothing of it is removed; to drop what it held: " +
                          way_to_forget(options_, root));
  }

  // A folder or file that the walk could not enter: remembered, and what was known below it stays.
  void add_problem(const std::string& root, const Problem& problem) {
    FileRecord record;
    record.path = absolute_path(problem.path);
    record.root = root;
    record.problems.emplace_back(problem.line, problem.reason);
    kept_.push_back(record.path);
    const FileRecord* const known = catalogue_.files.find(record.path);
    see(record.path, known);
    if (known == nullptr || known->problems != record.problems) plan_.records.push_back(record);
    plan_.problems.push_back({record.path, problem.line, problem.reason});
  }

  void consider(const std::string& root, FoundFile found, std::string path) {
    if (found.format == Format::unsupported) {
      ++plan_.not_read[std::filesystem::path(found.path).extension().string()];
      return;
    }
    const FileRecord* const known = catalogue_.files.find_behind(last_known_, path);
    if (known != nullptr) last_known_ = known;
    if (!see(path, known)) return;
    PlannedFile file;
    file.found = std::move(found);
    file.path = std::move(path);
    file.root = root;
    file.url = prefixes_.url_of(file.path);
    if (options_.rebuild || known == nullptr) {
      if (!options_.rebuild) take_over(file);
      ++plan_.files_new;
      plan_.read.push_back(std::move(file));
      return;
    }
    file.known = known;
    // Whichever root is named, a file stays what it was: its id does not depend on the run.
    file.root = file.known->root;
    if (file.found.format != Format::json_lines && file.known->documents.size() == 1)
      file.found.id = file.known->documents.front();
    if (!is_unchanged(file, *file.known) || may_have_its_id(file)) {
      ++(gave_something(file) ? plan_.files_changed : plan_.files_new);
      plan_.read.push_back(std::move(file));
      return;
    }
    if (!file.known->gave_nothing()) ++plan_.files_unchanged;
    if (file.known->id_taken) id_taken_.push_back(std::move(file));
  }

  // Its id was another file's, and under the root of this run it has one that is free: the folder
  // above both was named.
  bool may_have_its_id(const PlannedFile& file) {
    return file.known->id_taken && file.known->documents.empty() &&
           file.found.format != Format::json_lines && !is_known_document(file.found.id);
  }

  bool is_known_document(const std::string& id) {
    if (documents_.empty())
      for (const FileRecord& file : catalogue_.files)
        documents_.insert(file.documents.begin(), file.documents.end());
    return documents_.contains(id);
  }

  // A new file takes the place of the one that it was before it was moved.
  void take_over(const PlannedFile& file) {
    if (!moved_) moved_.emplace(catalogue_);
    const FileRecord* former =
        moved_->former(file, [&](const FileRecord& record) { return is_seen(record); });
    if (former == nullptr) return;
    see(former->path, former);
    plan_.remove.push_back(*former);
    if (!former->gave_nothing()) ++plan_.files_removed;
  }

  static bool is_unchanged(const PlannedFile& file, const FileRecord& known) {
    if (file.url != known.url) return false;
    if (file.found.size == known.size && file.found.mtime_ns == known.mtime_ns &&
        !known.hash.empty())
      return true;
    // It looks touched, or could not be read then: the bytes decide.
    const bool comparable =
        known.hash.empty() ? !known.problems.empty() : file.found.size == known.size;
    return comparable && hash_of_file(file.path) == known.hash;
  }

  void find_vanished() {
    if (options_.rebuild) return;
    for (const FileRecord& record : catalogue_.files) {
      if (is_seen(record)) continue;
      const bool named =
          std::any_of(plan_.roots.begin(), plan_.roots.end(), [&](const std::string& root) {
            return record.root == root || lies_below(record.path, root);
          });
      const bool kept = std::any_of(kept_.begin(), kept_.end(), [&](const std::string& folder) {
        return lies_below(record.path, folder);
      });
      if (!named || kept) continue;
      plan_.remove.push_back(record);
      if (!record.gave_nothing()) ++plan_.files_removed;
    }
    std::sort(plan_.remove.begin(), plan_.remove.end(),
              [](const FileRecord& a, const FileRecord& b) { return a.path < b.path; });
  }

  // When documents go, an id that was taken may be free: those files get another chance.
  void retry_taken_ids() {
    if (plan_.remove.empty() && plan_.files_changed == 0) return;
    for (PlannedFile& file : id_taken_) {
      ++(gave_something(file) ? plan_.files_changed : plan_.files_new);
      if (!file.known->gave_nothing()) --plan_.files_unchanged;
      plan_.read.push_back(std::move(file));
    }
    id_taken_.clear();
  }

  const IndexOptions& options_;
  const Catalogue& catalogue_;
  Plan plan_;
  UrlPrefixes prefixes_;
  std::vector<std::string> kept_;  // roots and folders below which nothing counts as vanished
  std::unordered_set<std::string> seen_;  // that the catalogue does not know
  std::vector<bool> seen_known_;          // of its files, by their places
  const FileRecord* last_known_ = nullptr;
  std::unordered_set<std::string_view> documents_;  // all of the catalogue, once it is asked for
  std::vector<PlannedFile> id_taken_;               // unchanged, but for that
  std::optional<MovedFiles> moved_;
};

}  // namespace

Status check_roots(const IndexOptions& options, const Catalogue& catalogue) {
  return Planner(options, catalogue).check();
}

Result<Plan> make_plan(const IndexOptions& options, const Catalogue& catalogue) {
  return Planner(options, catalogue).make();
}

}  // namespace palpate
