#include "answer/page_of_hits.h"

#include <algorithm>
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
    with.deadline.keep();
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

constexpr std::size_t kMostNamed = 3;

// Leaves out the passages of documents whose ids an earlier one of several indexes holds.
void leave_out_superseded(const Answering& with, PageOfHits& found) {
  std::erase_if(found.matches.candidates, [&](const Candidate& candidate) {
    with.deadline.keep();
    if (!with.index.is_superseded(candidate.passage)) return false;
    std::string id = with.index.document_of(with.index.stored(candidate.passage));
    if (found.held_twice.size() < kMostNamed && std::ranges::count(found.held_twice, id) == 0)
      found.held_twice.push_back(std::move(id));
    return true;
  });
}

// What is shown of the candidates.
std::vector<Placed> placed(const Answering& with, const Request& request, PageOfHits& found) {
  std::vector<Candidate>& candidates = found.matches.candidates;
  std::vector<Xapian::docid> passages;
  passages.reserve(candidates.size());
  for (const Candidate& candidate : candidates) passages.push_back(candidate.passage);
  std::vector<std::string> groups = with.index.groups_of(passages);
  lift_warning(request.per_article, candidates, groups);
  const Fold fold(with.index, found.matches, groups);
  return page_of(groups, request.per_article, request.offset, request.count,
                 [&](std::size_t candidate, std::span<const std::size_t> listed) {
                   return fold.repeated(candidate, listed);
                 });
}

// That ids are held twice is an oversight: all candidates are looked at only when the page shows
// one.
bool shows_superseded(const Answering& with, const std::vector<Placed>& page,
                      const PageOfHits& found) {
  const auto superseded = [&](std::size_t candidate) {
    return with.index.is_superseded(found.matches.candidates[candidate].passage);
  };
  return std::ranges::any_of(page, [&](const Placed& one) {
    return superseded(one.candidate) || std::ranges::any_of(one.repeats, superseded);
  });
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
    with.deadline.keep();
    if (!found.held_twice.empty()) leave_out_superseded(with, found);
    page = placed(with, request, found);
    if (shows_superseded(with, page, found)) {
      leave_out_superseded(with, found);
      page = placed(with, request, found);
    }
    if (found.matches.complete || page.size() == request.count) break;
  }
  std::tie(found.matches.total, found.matches.exact) = *counted;
  found.hits = compose(with, words, found.matches.candidates, page);
  return found;
}

}  // namespace palpate
