#include "palpate/indexer.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "indexing/exceptions.h"
#include "indexing/forgetting.h"
#include "indexing/pipeline.h"
#include "indexing/plan.h"
#include "indexing/plan_writing.h"
#include "indexing/vocabulary_files.h"
#include "store/catalogue.h"
#include "store/durability.h"
#include "store/generation.h"
#include "store/keys.h"
#include "store/recorded_roots.h"
#include "store/segment.h"
#include "store/writer_lock.h"
#include "store/writing.h"

namespace palpate {
namespace fs = std::filesystem;
namespace {

Status index_is_there(const std::string& directory) {
  const Result<fs::path> current = existing_generation(directory);
  return current ? Status(Done{}) : current.error();
}

// What the run takes besides its segments: the program, the analysers' caches, articles on their
// way, what is known of every file and document.
constexpr std::size_t kBesides = std::size_t{192} << 20U;
constexpr std::size_t kLeastSegment = std::size_t{16} << 20U;

std::size_t memory_of_segment(std::size_t memory, unsigned jobs) {
  return std::max(kLeastSegment, (memory - std::min(memory, kBesides)) / jobs);
}

class IndexRun {
 public:
  IndexRun(const IndexOptions& options, const IndexObserver& observer)
      : options_(options), observer_(observer) {}

  Result<IndexSummary> run() {
    if (const Status there = check_has_index(); !there)
      return unless_it_is_being_made(options_.directory, there.error());
    std::optional<Writing> writing;
    if (!options_.dry_run) {
      if (const Status sensible = check_first_run(); !sensible)
        return options_.paths.empty()
                   ? unless_it_is_being_made(options_.directory, sensible.error())
                   : sensible.error();
      Result<Writing> begun = Writing::begin(options_.directory);
      if (!begun) return begun.error();
      writing.emplace(std::move(*begun));
    }
    Result<Catalogue> catalogue = known();
    if (!catalogue) return catalogue.error();
    Result<Plan> plan = only_vocabulary(options_)  ? Plan{}
                        : !options_.forget.empty() ? plan_to_forget(options_, *catalogue)
                                                   : make_plan(options_, *catalogue);
    if (!plan) return plan.error();
    Result<VocabularyChange> vocabulary = read_vocabulary_change(options_, *catalogue, observer_);
    if (!vocabulary) return vocabulary.error();
    vocabulary_ = std::move(vocabulary->lists);
    tell(*plan);
    if (options_.rebuild)
      if (const Status safe = check_rebuild(*plan, *catalogue); !safe) return safe.error();
    IndexSummary summary = counted(*plan);
    summary.vocabularies = std::move(vocabulary->named);
    const bool nothing_to_do = plan->nothing_to_do() && vocabulary_.empty();
    if (!options_.dry_run && (options_.rebuild || !nothing_to_do)) {
      if (const Status done = write(*plan, *catalogue, summary); !done) return done.error();
    }
    const bool readable = !(options_.dry_run && options_.rebuild);
    if (readable && summary.wrote) catalogue = read_catalogue(options_.directory);
    if (!catalogue) return catalogue.error();
    if (const Status done = readable ? describe(*catalogue, summary) : Status(Done{}); !done)
      return done.error();
    summary.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
    return summary;
  }

 private:
  // A vocabulary alone makes no index, and there is none to forget a root of.
  Status check_has_index() const {
    const bool needed = only_vocabulary(options_) || !options_.forget.empty();
    return needed ? index_is_there(options_.directory) : Status(Done{});
  }

  // A first run that has nothing to read must not leave the folder of an index behind.
  Status check_first_run() const {
    const Result<std::optional<fs::path>> current = current_generation(options_.directory);
    return current && !*current ? check_roots(options_, Catalogue{}) : Status(Done{});
  }

  // What the index knows. When it cannot be read a rebuild needs nothing of it but its roots.
  Result<Catalogue> known() {
    Result<Catalogue> catalogue = read_catalogue(options_.directory);
    if (catalogue || !options_.rebuild) return catalogue;
    Result<RecordedRoots> recorded = recorded_roots(options_.directory);
    if (!recorded && options_.paths.empty())
      return Error{recorded.error().code,
                   catalogue.error().message + "; " + recorded.error().message,
                   recorded.error().hint};
    Catalogue only_roots;
    if (recorded) {
      only_roots.roots = std::move(recorded->roots);
      only_roots.url_prefixes = std::move(recorded->url_prefixes);
    }
    if (observer_.note)
      observer_.note(catalogue.error().message +
                     (recorded ? "; it is built anew from the roots it names"
                               : "; it is built anew from the paths given, and what else it held "
                                 "cannot be told") +
                     "; what --vocabulary and --mesh once gave it is to be given again");
    files_unknown_ = true;
    return only_roots;
  }

  void tell(const Plan& plan) const {
    if (observer_.note)
      for (const std::string& note : plan.notes) observer_.note(note);
    if (observer_.failed)
      for (const FailedFile& problem : plan.problems) observer_.failed(problem);
  }

  // A rebuild holds only what is there to be read: it must not lose a root that is missing just
  // now.
  Status check_rebuild(const Plan& plan, const Catalogue& catalogue) const {
    if (plan.missing.empty() || (catalogue.files.empty() && !files_unknown_)) return Done{};
    const std::string& root = plan.missing.front();
    return Error{
        ErrorCode::not_found, "a rebuild would lose documents: " + root + " is missing, or empty",
        files_unknown_
            ? "bring it back, or begin anew with: palpate-index --db NEW PATH..."
            : "bring it back, or drop its documents with: " + way_to_forget(options_, root)};
  }

  static IndexSummary counted(const Plan& plan) {
    IndexSummary summary;
    summary.files_new = plan.files_new;
    summary.files_changed = plan.files_changed;
    summary.files_removed = plan.files_removed;
    summary.files_unchanged = plan.files_unchanged;
    summary.not_read = plan.not_read;
    return summary;
  }

  Status write(const Plan& plan, const Catalogue& catalogue, IndexSummary& summary) {
    const Result<std::optional<fs::path>> current =
        options_.rebuild ? Result<std::optional<fs::path>>(std::nullopt)
                         : current_generation(options_.directory);
    if (!current) return current.error();
    summary.in_place = *current && is_small(catalogue, plan, options_.memory);
    Result<PipelineOutcome> outcome =
        summary.in_place ? update(plan, catalogue, current->value_or(fs::path()).string())
                         : build(plan, catalogue, current->has_value());
    if (!outcome) return outcome.error();
    count_read(plan, *outcome, summary);
    summary.documents_read = outcome->documents;
    summary.bytes_read = outcome->bytes;
    summary.cancelled = outcome->cancelled;
    summary.wrote = true;
    return Done{};
  }

  // Of what the plan was to read: only now it is known what failed, and how far the run came.
  static void count_read(const Plan& plan, const PipelineOutcome& outcome, IndexSummary& summary) {
    summary.files_new = 0;
    summary.files_changed = 0;
    for (std::size_t i = 0; i < outcome.files.size(); ++i) {
      if (outcome.files[i].gave_nothing()) continue;
      ++(gave_something(plan.read[i]) ? summary.files_changed : summary.files_new);
    }
  }

  // A small change: one transaction on the current generation.
  Result<PipelineOutcome> update(const Plan& plan, const Catalogue& catalogue,
                                 const std::string& generation) {
    Result<Segment> opened = Segment::open(generation);
    if (!opened) return opened.error();
    std::vector<Segment> segment;
    segment.push_back(std::move(*opened));
    Result<PipelineOutcome> outcome =
        run_pipeline(plan.read, segment, owners_after(catalogue, plan), observer_);
    if (!outcome) return outcome;
    tell_merging();
    if (const Status done = remove_old(segment.front(), plan, *outcome); !done) return done.error();
    if (const Status done = put_records(segment.front(), plan, *outcome, vocabulary_); !done)
      return done.error();
    if (const Status done = segment.front().add_words(segment.front().take_words()); !done)
      return done.error();
    if (const Status done = segment.front().commit(); !done) return done.error();
    if (const Status done = sync_folder(generation); !done) return done.error();
    return outcome;
  }

  // A large change or a new index: segments, joined into a new generation.
  Result<PipelineOutcome> build(const Plan& plan, const Catalogue& catalogue, bool on_current) {
    Result<fs::path> building = prepare_building(options_.directory);
    if (!building) return building.error();
    std::vector<std::string> parts;
    std::optional<Segment> base;
    if (on_current) {
      Result<Segment> copy = copy_of_current(parts);
      if (!copy) return copy.error();
      base = std::move(*copy);
    }
    SegmentSettings settings;
    if (base) settings.dictionary = std::make_shared<SharedDictionary>(base->dictionary());
    Result<std::vector<Segment>> segments = new_segments(*building, settings);
    if (!segments) return segments.error();
    DocumentOwners owners;
    if (!options_.rebuild) owners = owners_after(catalogue, plan);
    Result<PipelineOutcome> outcome =
        run_pipeline(plan.read, *segments, std::move(owners), observer_);
    if (!outcome) return outcome;
    tell_merging();
    if (base)
      if (const Status done = remove_old(*base, plan, *outcome); !done) return done.error();
    // Only one part may hold a key: merging keeps the first value and drops others without a word.
    Result<Segment> fresh = Segment::create((*building / "keys").string(), settings);
    if (!fresh) return fresh.error();
    Segment& keys = base ? *base : *fresh;
    if (const Status done = put_records(keys, plan, *outcome, vocabulary_); !done)
      return done.error();
    if (const Status done = keys.add_words(words_of(base, *segments)); !done) return done.error();
    if (const Status done = keys.put_setting(kDictionaryKey, settings.dictionary->get()); !done)
      return done.error();
    if (const Status done = keys.commit(); !done) return done.error();
    if (!base) segments->push_back(std::move(*fresh));
    for (const Segment& segment : *segments)
      for (std::string& directory : segment.directories()) parts.push_back(std::move(directory));
    base.reset();
    const std::string merged = (*building / "merged").string();
    if (const Status done = merge_segments(parts, merged); !done) return done.error();
    if (const Status done = publish_generation(options_.directory, merged); !done)
      return done.error();
    return outcome;
  }

  // One a worker, which share the memory that the run may take.
  Result<std::vector<Segment>> new_segments(const fs::path& building,
                                            SegmentSettings& settings) const {
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const unsigned jobs = options_.jobs != 0 ? options_.jobs : cores;
    settings.most_bytes = memory_of_segment(options_.memory, jobs);
    std::vector<Segment> segments;
    for (unsigned i = 0; i < jobs; ++i) {
      Result<Segment> segment =
          Segment::create((building / ("segment-" + std::to_string(i))).string(), settings);
      if (!segment) return segment.error();
      segments.push_back(std::move(*segment));
    }
    return segments;
  }

  static WordCounts words_of(std::optional<Segment>& base, std::vector<Segment>& segments) {
    WordCounts words;
    if (base) words.add(base->take_words());
    for (Segment& segment : segments) words.add(segment.take_words());
    return words;
  }

  Result<Segment> copy_of_current(std::vector<std::string>& parts) {
    const Result<fs::path> copied = copy_current(options_.directory);
    if (!copied) return copied.error();
    parts.push_back(copied->string());
    return Segment::open_copy(parts.back());
  }

  void tell_merging() const {
    if (!observer_.progress) return;
    IndexProgress progress;
    progress.merging = true;
    observer_.progress(progress);
  }

  // The state of the index after the run.
  Status describe(const Catalogue& catalogue, IndexSummary& summary) const {
    summary.documents = catalogue.documents();
    summary.passages = catalogue.passages;
    for (const FileRecord& file : catalogue.files) summary.failed += file.problems.size();
    const Result<std::optional<fs::path>> current = current_generation(options_.directory);
    if (!current) return Done{};
    const std::optional<fs::path>& named = *current;
    if (named) summary.bytes_on_disk = size_of(*named);
    return Done{};
  }

  const IndexOptions& options_;
  const IndexObserver& observer_;
  std::vector<VocabularyList> vocabulary_;  // to be written
  bool files_unknown_ = false;              // the old index is built anew without being read
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace

Result<IndexSummary> index_articles(const IndexOptions& options, const IndexObserver& observer) {
  return without_exceptions([&] { return IndexRun(options, observer).run(); });
}

Result<std::vector<FailedFile>> failed_files(const std::string& directory) {
  if (const Status there = index_is_there(directory); !there) return there.error();
  const Result<Catalogue> catalogue = read_catalogue(directory);
  if (!catalogue) return catalogue.error();
  std::vector<FailedFile> failed;
  for (const FileRecord& file : catalogue->files)
    for (const auto& [line, reason] : file.problems) failed.push_back({file.path, line, reason});
  std::sort(failed.begin(), failed.end(), [](const FailedFile& a, const FailedFile& b) {
    return a.path != b.path ? a.path < b.path : a.line < b.line;
  });
  return failed;
}

Indexer::Indexer(IndexOptions options) : options_(std::move(options)) {}

Result<IndexSummary> Indexer::run(const IndexObserver& observer) {
  IndexObserver watched = observer;
  watched.cancel = &cancel_;
  return index_articles(options_, watched);
}

}  // namespace palpate
