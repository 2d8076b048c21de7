#include "answer/page_of_hits.h"

#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "ranking/fold.h"
#include "ranking/page.h"
#include "ranking/warnings.h"
#include "store/record.h"

namespace palpate {
namespace {

DocumentRecord document_of(const Snapshot& index, Xapian::docid passage) {
  const std::string id = index.document_of(index.stored(passage));
  std::optional<DocumentRecord> document = index.document(id);
  if (!document)
    throw Xapian::DatabaseCorruptError("the record of document \"" + id + "\" is missing");
  return *std::move(document);
}

// The other articles that say it, each once.
std::vector<AlsoIn> also_in(const Snapshot& index, const std::vector<Candidate>& candidates,
                            const Placed& placed, const std::string& article) {
  std::vector<AlsoIn> others;
  std::set<std::string> seen{article};
  for (const std::size_t repeat : placed.repeats) {
    const Xapian::docid passage = candidates[repeat].passage;
    const Xapian::Document stored = index.stored(passage);
    if (!seen.insert(index.group_of(stored)).second) continue;
    const DocumentRecord document = document_of(index, passage);
    others.push_back({article_info(document), document.id,
                      document.id + "#" + std::to_string(index.number_of(stored))});
  }
  return others;
}

std::vector<Hit> compose(const Answering& with, const MarkedWords& words,
                         const std::vector<Candidate>& candidates,
                         const std::vector<Placed>& page) {
  std::vector<Hit> hits;
  for (const Placed& placed : page) {
    const Candidate& candidate = candidates[placed.candidate];
    const DocumentRecord document = document_of(with.index, candidate.passage);
    Hit hit =
        compose_hit(with.index.passage(candidate.passage), document, words, with.analyser,
                    with.analyser.analyser(document.language.empty() ? AnalyserSettings{}.language
                                                                     : document.language));
    hit.rank = placed.rank;
    hit.score = candidate.score;
    hit.also_in = also_in(with.index, candidates, placed, hit.article.id);
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace

PageOfHits page_of_hits(const Answering& with, const Request& request, const MarkedWords& words,
                        const RankBest& rank_best) {
  PageOfHits found;
  std::vector<Placed> page;
  // An estimate depends on how many were fetched; that of the first time is every page's.
  std::optional<std::pair<std::size_t, bool>> counted;
  for (std::size_t fetch = kGroupedCandidates;; fetch *= 4) {
    found.matches = rank_best(fetch);
    if (!counted) counted.emplace(found.matches.total, found.matches.exact);
    std::vector<Candidate>& candidates = found.matches.candidates;
    std::vector<Xapian::docid> passages;
    passages.reserve(candidates.size());
    for (const Candidate& candidate : candidates) passages.push_back(candidate.passage);
    std::vector<std::string> groups = with.index.groups_of(passages);
    lift_warning(request.per_article, candidates, groups);
    const Fold fold(with.index, found.matches, groups);
    page = page_of(groups, request.per_article, request.offset, request.count,
                   [&](std::size_t candidate, std::span<const std::size_t> listed) {
                     return fold.repeated(candidate, listed);
                   });
    if (found.matches.complete || page.size() == request.count) break;
  }
  std::tie(found.matches.total, found.matches.exact) = *counted;
  found.hits = compose(with, words, found.matches.candidates, page);
  return found;
}

}  // namespace palpate
