// What each peer does, and the command line that all of them share:
//
//   PEER index --db PLACE CORPUS.jsonl[.gz]
//   PEER search --db PLACE --topics QUERIES.jsonl --run OUT [--timings OUT] [-n 10] [--warm-up N]
//
// index prints {"documents":N}. search answers every question, one at a time, writes a TREC run and
// one microsecond figure a question, and prints {"questions":N,"p50_us":…,"p95_us":…}.
// A question's time is from its words to the texts of its hits in memory.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "collection.h"

namespace palpate::bench {

struct Hit {
  std::string id;
  double score = 0;  // higher is better
  std::string text;
};

class Peer {
 public:
  Peer() = default;
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  virtual ~Peer() = default;

  [[nodiscard]] virtual std::string name() const = 0;
  // Makes a new index at `place`, durable when this returns; gives the number of documents in it,
  // asked of the index and not of the input.
  virtual std::size_t index(const std::string& place, CollectionReader& lines) = 0;
  virtual void open(const std::string& place) = 0;
  // The best `count` hits with their texts, best first.
  virtual std::vector<Hit> search(const std::string& question, unsigned count) = 0;
};

// The whole of main(): exit codes 0 done, 2 error.
int run_peer(int argc, char** argv, Peer& peer);

}  // namespace palpate::bench
