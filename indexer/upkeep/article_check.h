// Every article of an index, measured by what indexing it again would give.
//
// Includes Xapian, whose exceptions pass through. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/analysers.h"
#include "article/article.h"
#include "store/record.h"
#include "store/snapshot.h"
#include "store/word_counts.h"
#include "upkeep/damage_list.h"

namespace palpate {

class ArticleCheck {
 public:
  // `files` tells which file each document was read from. When `terms` is false the index was
  // analysed by other rules than this program's: texts are checked, terms are not. All references
  // must outlive this.
  ArticleCheck(const Snapshot& index, const std::unordered_map<std::string, std::string>& files,
               bool terms, DamageList& damages);

  void check(const std::string& id, const DocumentRecord& document);
  // Once all documents are checked: that there is nothing else in the index.
  void finish();

  std::size_t passages() const { return passages_; }
  std::size_t words() const { return words_.size(); }

 private:
  void compare(const Article& article, const std::vector<Xapian::docid>& numbers,
               const std::vector<PassageRecord>& records);
  void check_words();
  void check_postings();
  void check_lengths(const std::unordered_map<Xapian::docid, std::uint64_t>& by_postings);
  std::string name_of(Xapian::docid passage) const;
  Analyser& analyser(const std::string& language);

  const Snapshot& index_;
  const std::unordered_map<std::string, std::string>& files_;
  bool terms_;
  DamageList& damages_;
  Analysers analysers_;
  WordCounts words_;
  std::size_t passages_ = 0;
  // Of each passage, sums over its terms: what the text gives less what the postings hold.
  std::unordered_map<Xapian::docid, std::uint64_t> difference_;
};

}  // namespace palpate
