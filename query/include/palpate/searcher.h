// Reading an index: questions in, answers out.
//
//   auto searcher = palpate::Searcher::open("palpate.db");
//   if (!searcher) return report(searcher.error());
//   auto answer = searcher->search({.question = "trigger point referred pain"});
//   for (const palpate::Hit& hit : answer->hits) ...
//
// A question is never an error: what cannot be understood is taken as plain words and Answer::notes
// says so. A failed Result means that the index could not be read.
//
// A Searcher is used by one thread at a time; open one a thread. It stays on the state of the index
// that it opened. Between questions it moves to a newer one when refresh() is called, or when the
// state it reads is overwritten under it: then the whole question is answered from the newest, so
// that no answer is ever of two states.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "palpate/answer.h"
#include "palpate/error.h"

namespace palpate {

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
};

struct RankedId {
  std::string id;
  double score = 0;
};

// What a run lists: each document once, by its best passage, or every passage.
enum class RunUnit : std::uint8_t { document, passage };

struct FullText {
  ArticleInfo article;
  std::string text;                 // the kept text
  std::vector<ByteRange> passages;  // in order; together they are the text
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
};

// A number of the ranking, for measuring what it is worth. Views are static.
struct WeightInfo {
  std::string_view name;
  double value = 0;  // as it comes; 0 switches a part off
  std::string_view unit, meaning;
};

class Searcher {
 public:
  static Result<Searcher> open(const std::string& directory);
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  // Moves to the newest state of the index; false when it is there already.
  Result<bool> refresh();
  Result<Answer> search(const Request& request);
  // Passages of other articles that are about the same, marked with the words that they share:
  //
  //   auto similar = searcher->like("sciatica.md#3", {.count = 5});
  //
  // `id` is a passage's (DOCUMENT#n) or a document's, which stands for all its passages; otherwise
  // as full_text takes it. Words count as they are in the index, without corrections and
  // equivalents. Of `page` only count, offset, per_article and explain are used. Fails with
  // not_found for an id that the index lacks.
  Result<Answer> like(const std::string& id, const Request& page);
  // The first `count` in order, without texts: for evaluation.
  Result<std::vector<RankedId>> rank(const std::string& question, std::size_t count, RunUnit unit);
  // A document by its id, or by its path before blanks and the like were percent-encoded; an id
  // with
  // "#n" names the document of that passage.
  Result<FullText> full_text(const std::string& id);
  Result<IndexDescription> describe();
  // Changes the ranking of this Searcher, to measure it. Fails for a name that weights() lacks.
  Status set_weight(std::string_view name, double value);
  static std::vector<WeightInfo> weights();

 private:
  class Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace palpate
