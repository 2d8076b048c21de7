#include "store/stored_terms.h"

#include "analysis/sentences.h"
#include "passage/passage.h"
#include "store/passage_terms.h"
#include "store/stored_article.h"

namespace palpate {

bool for_each_entry(const DocumentRecord& document, const std::vector<PassageRecord>& passages,
                    const std::string& file, Analyser& analyser, WordCounts& words,
                    const std::function<void(std::size_t, const PassageEntry&)>& use) {
  const Result<Article> article = article_of(document, passages);
  if (!article) return false;
  SentenceBreaker breaker;
  const std::vector<Passage> cut = split_passages(*article, PassageSettings{}, breaker);
  if (cut.size() != passages.size()) return false;
  PassageDocuments documents(*article, analyser, file, words);
  for (std::size_t i = 0; i < cut.size(); ++i) use(i, documents.entry(cut[i]));
  return true;
}

std::map<std::string_view, unsigned> terms_of(const PassageEntry& entry) {
  std::map<std::string_view, unsigned> terms;
  for (std::size_t i = 0; i < entry.terms(); ++i) terms[entry.term(i).text] += entry.term(i).count;
  return terms;
}

std::map<Xapian::docid, std::map<std::string, unsigned>> terms_in_postings(
    const Xapian::Database& database, const std::vector<Xapian::docid>& passages) {
  std::map<Xapian::docid, std::map<std::string, unsigned>> terms;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    auto at = database.postlist_begin(*term);
    const auto end = database.postlist_end(*term);
    for (const Xapian::docid passage : passages) {
      if (at == end) break;
      at.skip_to(passage);
      if (at != end && *at == passage) terms[passage].emplace(*term, at.get_wdf());
    }
  }
  return terms;
}

}  // namespace palpate
