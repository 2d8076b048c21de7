// What stored passages are found by. An index keeps no list of a passage's terms: they follow from
// what is kept of its article, and stand in the postings.
//
// Includes Xapian, whose exceptions pass through.
#pragma once

#include <xapian.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyser.h"
#include "store/passage_entry.h"
#include "store/record.h"
#include "store/word_counts.h"

namespace palpate {

// Works out what the passages of a document are stored with, by this program's rules, and hands
// each to `use` with its place among `passages`. `words` are counted as they were when it was
// added. False, with nothing used, when the passages are not those of the document.
bool for_each_entry(const DocumentRecord& document, const std::vector<PassageRecord>& passages,
                    const std::string& file, Analyser& analyser, WordCounts& words,
                    const std::function<void(std::size_t, const PassageEntry&)>& use);

// The terms of an entry with their counts, each once.
std::map<std::string_view, unsigned> terms_of(const PassageEntry& entry);

// The terms of passages (in ascending order) as the postings tell them: all of them are gone
// through, which takes as long as reading the index.
std::map<Xapian::docid, std::map<std::string, unsigned>> terms_in_postings(
    const Xapian::Database& database, const std::vector<Xapian::docid>& passages);

}  // namespace palpate
