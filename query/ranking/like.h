// Passages like one that is in the index: what it is about, asked of all other articles.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "store/snapshot.h"

namespace palpate {

// A passage, or all passages of a document.
struct Sample {
  std::string document;
  std::string group;     // what its article is grouped by
  std::string language;  // that it is analysed in
  std::vector<Xapian::docid> passages;
};

// By a document's id, or by DOCUMENT#n; ids as Snapshot::stored_id takes them. Nothing when there
// is none.
std::optional<Sample> find_sample(const Snapshot& index, const std::string& id);

struct TellingTerm {
  std::string stem;
  double weight = 0;  // how often it stands there, dampened, times how rare it is; the best has 1
};

// What tells the sample from the rest of the index, best first. Stopwords are left out, and words
// that no other passage has, which find nothing; references and notes on authors have none.
std::vector<TellingTerm> telling_terms(const Snapshot& index, const Sample& sample);

// Any of the terms, by their weights, in passages of other articles.
Xapian::Query like_query(const Sample& sample, const std::vector<TellingTerm>& terms);

}  // namespace palpate
