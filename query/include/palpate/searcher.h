// Reading an index: questions in, answers out.
//
//   auto searcher = palpate::Searcher::open("palpate.db");
//   if (!searcher) return report(searcher.error());
//   auto answer = searcher->search({.question = "trigger point referred pain"});
//   for (const palpate::Hit& hit : answer->hits) show(hit);
//
// A question is never an error: what cannot be understood is taken as plain words and Answer::notes
// says so. A failed Result means that the index could not be read, that the deadline has passed, or
// that a filter makes no sense.
//
// Any number of threads may use one Searcher at once. Every answer is of one state of the index,
// whatever is written meanwhile.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "palpate/answer.h"
#include "palpate/error.h"
#include "palpate/export.h"

namespace palpate {

struct SearcherOptions {
  // Index directories. Several are asked as one: the answers are those of one index of all their
  // documents, of which no two should have one id: of those that do only the document of the first
  // index in this list is shown, and a note says so. One that cannot be read, or does not answer in
  // its time, is left out while that lasts, and Answer::partial and a note say so; only when none
  // can be read is there an Error. What may hang is asked by threads of their own, of which no more
  // than a handful are left behind at an index that hangs.
  std::vector<std::string> shards;
  // Of several, how long each may take: to be opened, and to answer. Of a request with a deadline
  // it is half the time that is left at most, and what does not answer in that is left out of this
  // answer. Of those that follow it is left out only when it had all its time, be it over several
  // requests: one with little time left takes no index away from others. Until it answers again, or
  // another index is put in its place.
  std::chrono::milliseconds shard_time{2000};
  // Move to a newer state of the index by itself, looked for before a question and at most every
  // 200 ms. Otherwise only by refresh(), or when the state that is read is overwritten.
  bool follow = true;
  // Handles on the index that are opened as threads ask at once; who asks beyond them waits for
  // one, but not past its deadline. Each takes a few MB. 0: two for each core.
  unsigned readers = 0;
};

// What a person would type as field:value, given apart from the question: {"source", "NIH"}. The
// fields are title, heading, author, source, lang, tag, id, after and before. Two values of source,
// lang or id are alternatives; all else must hold together.
struct Filter {
  std::string field, value;
};

struct Request {
  std::string question = {};
  std::size_t count = 10;       // hits on the page
  std::size_t offset = 0;       // hits to skip
  std::size_t per_article = 2;  // hits of one article at most; 0: no limit
  // Stem the question in this language only ("de", "de-AT"); "": in those the index holds.
  std::string language = {};
  // Words as typed: slips are not corrected, and what the vocabulary calls the same is not sought.
  bool exact = false;
  bool explain = false;
  // Beside those that the question itself holds. A field or value that is not understood is
  // ErrorCode::invalid_argument, which names it.
  std::vector<Filter> filters = {};
  // Past it the question is given up with ErrorCode::timed_out.
  std::optional<std::chrono::steady_clock::time_point> deadline = {};
};

struct RankedId {
  std::string id;
  double score = 0;
};

// What a run lists: each document once, by its best passage, or every passage.
enum class RunUnit : std::uint8_t { document, passage };

// What a person may be typing.
enum class SuggestionKind : std::uint8_t { title, heading, phrase };

struct Suggestion {
  std::string text;
  SuggestionKind kind = SuggestionKind::phrase;
};

struct FullText {
  ArticleInfo article;
  std::string text;                 // the kept text
  std::vector<ByteRange> passages;  // in order; together they are the text
  // Of a passage: the headings it stands under, outermost first, the context it is shown with
  // elsewhere, and where in the text its words begin, behind its own heading lines.
  struct Outline {
    std::vector<std::string> heading;
    std::string context;
    std::size_t body_begin = 0;
  };
  std::vector<Outline> outline;  // one a passage
};

struct IndexDescription {
  std::string directory;
  std::string generation;
  std::string made;  // ISO 8601, UTC, when it was last written
  std::size_t documents = 0;
  std::size_t passages = 0;
  std::size_t failed_files = 0;
  std::uint64_t bytes = 0;                                     // on disk
  std::vector<std::pair<std::string, std::size_t>> languages;  // with how many passages each has
  // Who publishes the articles, with how many passages each has: most first, at most 100.
  std::vector<std::pair<std::string, std::size_t>> sources;
  std::vector<std::pair<std::string, std::string>>
      settings;  // format and analyser settings, as recorded
  // Lists of equivalents: "clinic", "palpate", "mesh", and the file that it was read from, if any.
  struct Vocabulary {
    std::string source, file;
    std::size_t groups = 0;
  };
  std::vector<Vocabulary> vocabularies;
  struct Field {
    std::string name, prefix, description;
  };
  std::vector<Field> fields;
  // Of several indexes: how many ids more than one of them holds, and a few of these. Only the
  // first index's documents of them are shown.
  std::size_t held_twice = 0;
  std::vector<std::string> held_twice_ids;
};

// One of several indexes that are asked as one.
struct ShardState {
  std::string name;  // the end of its directory's path, as much of it as tells it from the others
  bool answers = true;
  std::string reason;  // why it does not, for who runs it: it may name the directory
};

// A number of the ranking, for measuring what it is worth. Views are static.
struct WeightInfo {
  std::string_view name;
  double value = 0;  // as it comes; 0 switches a part off
  std::string_view unit, meaning;
};

class PALPATE_EXPORT Searcher {
 public:
  // Past it a call is given up with ErrorCode::timed_out; without one it takes as long as it takes.
  using Until = std::optional<std::chrono::steady_clock::time_point>;

  static Result<Searcher> open(const std::string& directory);
  static Result<Searcher> open(const SearcherOptions& options);
  // A Searcher that was moved from may only be assigned to or destroyed.
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  // Moves to the newest state of the index; false when it is there already.
  Result<bool> refresh();
  // Opaque; changes when what is answered may change. The state that the next question is asked of,
  // unless a newer one is found before.
  std::string state() const;

  Result<Answer> search(const Request& request) const;
  // Passages of other articles that are about the same, marked with the words that they share:
  //
  //   auto similar = searcher->like("sciatica.md#3", {.count = 5});
  //
  // `id` is a passage's (DOCUMENT#n) or a document's, which stands for all its passages; otherwise
  // as full_text takes it. Words count as they are in the index, without corrections and
  // equivalents. Of `page` only count, offset, per_article, explain and deadline are used. Fails
  // with not_found for an id that the index lacks.
  Result<Answer> like(const std::string& id, const Request& page) const;
  // At most `count` (50) completions of what was typed so far, likeliest first, as they are written
  // in an article: titles, headings, and ends of titles that several articles share. Case, accents
  // and punctuation are as in a question; stopwords count.
  Result<std::vector<Suggestion>> suggest(std::string_view typed, std::size_t count,
                                          const Until& deadline = {}) const;
  // The first `count` in order, without texts: for evaluation.
  Result<std::vector<RankedId>> rank(const std::string& question, std::size_t count, RunUnit unit,
                                     const Until& deadline = {}) const;
  // A document by its id, or by its path before blanks and the like were percent-encoded; an id
  // with "#n" names the document of that passage. While a shard is left out, an id that the others
  // lack is ErrorCode::unreadable.
  Result<FullText> full_text(const std::string& id, const Until& deadline = {}) const;
  // Worked out once for a state of the index.
  Result<IndexDescription> describe(const Until& deadline = {}) const;
  // The indexes that are asked as one, as it was found last; does not look, and does not wait. One
  // for an index by itself.
  std::vector<ShardState> shards() const;
  // Changes the ranking of this Searcher, to measure it. Fails for a name that weights() lacks.
  Status set_weight(std::string_view name, double value);
  static std::vector<WeightInfo> weights();

 private:
  class Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace palpate
