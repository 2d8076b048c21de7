#include "palpate/searcher.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "answer/compose.h"
#include "answer/nothing_found.h"
#include "question/field_value.h"
#include "question/question.h"
#include "ranking/asked_terms.h"
#include "ranking/concept.h"
#include "ranking/explain.h"
#include "ranking/match.h"
#include "ranking/page.h"
#include "ranking/understand.h"
#include "store/fields.h"
#include "store/keys.h"
#include "store/record.h"
#include "store/snapshot.h"
#include "store/vocabulary_lookup.h"

namespace palpate {
namespace {

// A language is held in earnest when this share of the passages is in it.
constexpr double kEarnestShare = 0.02;
constexpr std::size_t kMostLanguages = 4;

// How many passages are analysed in each language, most first; those whose language is not known
// are analysed in the default one.
std::vector<std::pair<std::string, std::size_t>> analysed_languages(const Snapshot& index) {
  auto languages = index.languages();
  std::size_t unknown = index.database().get_doccount();
  for (const auto& [language, passages] : languages) unknown -= std::min(unknown, passages);
  if (unknown == 0) return languages;
  const std::string by_default = AnalyserSettings{}.language;
  const auto found =
      std::ranges::find(languages, by_default, [](const auto& one) { return one.first; });
  if (found == languages.end()) {
    languages.emplace_back(by_default, unknown);
  } else {
    found->second += unknown;
  }
  std::ranges::stable_sort(languages, std::ranges::greater(),
                           [](const auto& one) { return one.second; });
  return languages;
}

std::vector<std::string> earnest_languages(const Snapshot& index) {
  std::vector<std::string> languages;
  const auto all = static_cast<double>(index.database().get_doccount());
  for (const auto& [language, passages] : analysed_languages(index)) {
    if (languages.size() < kMostLanguages && static_cast<double>(passages) >= kEarnestShare * all)
      languages.push_back(language);
  }
  if (languages.empty()) languages.push_back(AnalyserSettings{}.language);
  return languages;
}

MarkedWords words_to_mark(const Snapshot& index, const std::vector<Concept>& concepts) {
  MarkedWords words;
  const std::size_t passages = index.database().get_doccount();
  for (const Concept& asked : concepts) {
    for (const Alternative& alternative : asked.alternatives) {
      if (alternative.phrase) words.phrases.push_back(alternative);
      for (const Wording& wording : alternative.wordings) {
        if (alternative.phrase) continue;
        for (const QuestionToken& token : wording.tokens) {
          const double weight =
              asked.emphasis * rarity(index.database().get_termfreq(token.stem), passages);
          words.stems.emplace(token.stem, MarkedWords::Word{token.form, weight});
        }
      }
    }
  }
  return words;
}

}  // namespace

class Searcher::Impl {
 public:
  Impl(std::string directory, Snapshot snapshot, QuestionAnalyser analyser)
      : directory_(std::move(directory)),
        snapshot_(std::move(snapshot)),
        analyser_(std::move(analyser)) {}

  // Runs `read` on the snapshot; repeats all of it on a newer one when a writer overwrote this.
  template <class Read>
  auto reading(Read&& read) {
    return guarded_read(directory_, snapshot_, std::forward<Read>(read));
  }

  Status set_weight(std::string_view name, double value) {
    const std::optional<Weight> weight = weight_named(name);
    if (!weight)
      return Error{ErrorCode::invalid_argument, "there is no weight \"" + std::string(name) + "\"",
                   "palpate-query --weights lists them"};
    weights_.set(*weight, value);
    return Done{};
  }

  Result<Answer> search(const Snapshot& index, const Request& request) {
    QuestionAnalyser* analyser = &analyser_;
    std::optional<QuestionAnalyser> asked_for;
    const std::string language = language_code(request.language).value_or(request.language);
    if (!language.empty()) {
      Result<QuestionAnalyser> made = QuestionAnalyser::create({language});
      if (!made) return made.error();
      asked_for = std::move(*made);
      analyser = &*asked_for;
    }
    Answer answer;
    answer.question = request.question;
    Understood asked =
        understand(index, *analyser, weights_, request.question, {.exact = request.exact});
    Matches matches = matches_for_page(index, *analyser, asked, request, answer.hits);
    if (matches.total == 0) {
      Understood again = understand(index, *analyser, weights_, request.question,
                                    {.back_matter = true, .exact = request.exact});
      matches = matches_for_page(index, *analyser, again, request, answer.hits);
      if (matches.total != 0) asked = std::move(again);
    }
    answer.total = matches.total;
    answer.exact = matches.exact;
    answer.notes = notes(index, *analyser, asked, matches);
    add_language_notes(index, language, asked.question, answer.notes);
    if (request.explain) answer.explain = explain_question(asked.question, asked.concepts, matches);
    if (request.explain) explain_hits(index, asked.concepts, answer.hits);
    return answer;
  }

  Result<std::vector<RankedId>> rank(const Snapshot& index, const std::string& question,
                                     std::size_t count, RunUnit unit) {
    const Understood asked = understand(index, analyser_, weights_, question, {});
    std::vector<RankedId> ranked;
    // Passages of one document crowd each other out: fetch more until there are documents enough.
    for (std::size_t fetch = 3 * count; ranked.size() < count; fetch *= 4) {
      const Matches matches = palpate::rank(index, analyser_, weights_, asked, fetch);
      ranked.clear();
      std::set<std::string> seen;
      for (const Candidate& candidate : matches.candidates) {
        const Xapian::Document passage = index.database().get_document(candidate.passage);
        std::string id = index.document_of(passage);
        if (unit == RunUnit::passage) id += "#" + std::to_string(index.number_of(passage));
        if (ranked.size() < count && seen.insert(id).second)
          ranked.push_back({id, candidate.score});
      }
      if (matches.complete) break;
    }
    return ranked;
  }

  Result<FullText> full_text(const Snapshot& index, const std::string& id) {
    std::string known = index.stored_id(id);
    std::optional<DocumentRecord> document = index.document(known);
    if (const std::size_t hash = id.rfind('#'); !document && hash != std::string::npos) {
      known = index.stored_id(id.substr(0, hash));
      document = index.document(known);
    }
    if (!document)
      return Error{ErrorCode::not_found, "there is no document \"" + id + "\" in " + directory_,
                   "an answer with --json shows the ids of documents"};
    FullText full{article_info(*document), {}, {}};
    for (const Xapian::docid number : index.passages_of(known)) {
      const PassageRecord passage = index.passage(number);
      full.passages.push_back(passage.range);
      full.text += passage.text;
    }
    return full;
  }

  Result<IndexDescription> describe(const Snapshot& index) {
    IndexDescription description;
    description.directory = directory_;
    description.generation = index.generation().filename().string();
    description.made = index.settings().written;
    description.documents = index.count_documents();
    description.passages = index.database().get_doccount();
    for (const auto& [path, record] : index.metadata(kFileKeys)) {
      const std::optional<FileRecord> file = decode_file(record);
      if (file && !file->problems.empty()) ++description.failed_files;
    }
    std::error_code ignored;  // a file that a writer removes meanwhile counts nothing
    for (const auto& entry : std::filesystem::directory_iterator(index.generation(), ignored))
      description.bytes += entry.file_size(ignored);
    description.languages = index.languages();
    description.settings = listed(index.settings());
    const VocabularyLookup vocabulary(index);
    for (const VocabularyRecord& list : vocabulary.lists())
      description.vocabularies.push_back(
          {std::string(name_of(list.source)), list.file, list.groups});
    for (const FieldDefinition& field : kFields)
      description.fields.push_back(
          {std::string(field.name), std::string(field.prefix), std::string(field.description)});
    return description;
  }

 private:
  // Fetches candidates until the page is full or there are no more, and composes its hits.
  Matches matches_for_page(const Snapshot& index, QuestionAnalyser& analyser,
                           const Understood& asked, const Request& request,
                           std::vector<Hit>& hits) const {
    Matches matches;
    std::vector<Placed> page;
    for (std::size_t fetch = kGroupedCandidates;; fetch *= 4) {
      matches = palpate::rank(index, analyser, weights_, asked, fetch);
      std::vector<Xapian::docid> passages;
      passages.reserve(matches.candidates.size());
      for (const Candidate& candidate : matches.candidates) passages.push_back(candidate.passage);
      page = page_of(index.groups_of(passages), request.per_article, request.offset, request.count);
      if (matches.complete || page.size() == request.count) break;
    }
    hits = compose(index, analyser, asked.concepts, matches, page);
    return matches;
  }

  std::vector<Hit> compose(const Snapshot& index, QuestionAnalyser& analyser,
                           const std::vector<Concept>& concepts, const Matches& matches,
                           const std::vector<Placed>& page) const {
    const MarkedWords words = words_to_mark(index, concepts);
    std::vector<Hit> hits;
    for (const Placed& placed : page) {
      const Candidate& candidate = matches.candidates[placed.candidate];
      const PassageRecord passage = index.passage(candidate.passage);
      const std::string id = index.document_of(index.database().get_document(candidate.passage));
      const std::optional<DocumentRecord> document = index.document(id);
      if (!document)
        throw Xapian::DatabaseCorruptError("the record of document \"" + id + "\" is missing");
      Hit hit =
          compose_hit(passage, *document, words, analyser,
                      analyser.analyser(document->language.empty() ? AnalyserSettings{}.language
                                                                   : document->language));
      hit.rank = placed.rank;
      hit.score = candidate.score;
      hits.push_back(std::move(hit));
    }
    return hits;
  }

  std::vector<std::string> notes(const Snapshot& index, QuestionAnalyser& analyser,
                                 const Understood& asked, const Matches& matches) const {
    std::vector<std::string> notes = asked.question.notes;
    const bool dated = asked.question.filters.after || asked.question.filters.before;
    if (dated) {
      const std::size_t undated =
          count_undated(index, analyser, asked.question, asked.concepts, weights_);
      if (undated != 0) notes.push_back(undated_note(undated));
    }
    for (const Correction& correction : asked.corrections)
      notes.push_back(correction_note(correction));
    if (!asked.query.unknown.empty()) notes.push_back(unknown_note(asked.query.unknown));
    if (matches.total == 0) {
      for (std::string& advice : what_to_drop(index, analyser, asked.question, weights_))
        notes.push_back(std::move(advice));
    }
    return notes;
  }

  // Says which language that was asked for no article is in.
  static void add_language_notes(const Snapshot& index, const std::string& asked_in,
                                 const Question& question, std::vector<std::string>& notes) {
    const auto held = index.languages();
    const auto check = [&](const std::string& asked, const auto& among) {
      const auto found = std::ranges::find(among, asked, [](const auto& one) { return one.first; });
      if (found == among.end()) notes.push_back(language_note(asked, held));
    };
    if (!asked_in.empty()) check(asked_in, analysed_languages(index));
    for (const FieldFilter& filter : question.filters.fields) {
      if (filter.field != QuestionField::language) continue;
      for (const Term& language : filter.any_of)
        if (language.text != asked_in) check(language.text, held);
    }
  }

  std::string directory_;
  Snapshot snapshot_;
  QuestionAnalyser analyser_;
  RankingWeights weights_;
};

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const std::string& directory) {
  Result<Snapshot> snapshot = Snapshot::open(directory);
  if (!snapshot) return snapshot.error();
  return guarded_read(directory, *snapshot, [&](Snapshot& index) -> Result<Searcher> {
    Result<QuestionAnalyser> analyser = QuestionAnalyser::create(earnest_languages(index));
    if (!analyser) return analyser.error();
    return Searcher(std::make_unique<Impl>(directory, std::move(index), std::move(*analyser)));
  });
}

Result<Answer> Searcher::search(const Request& request) {
  return impl_->reading([&](const Snapshot& index) { return impl_->search(index, request); });
}

Result<std::vector<RankedId>> Searcher::rank(const std::string& question, std::size_t count,
                                             RunUnit unit) {
  return impl_->reading(
      [&](const Snapshot& index) { return impl_->rank(index, question, count, unit); });
}

Result<FullText> Searcher::full_text(const std::string& id) {
  return impl_->reading([&](const Snapshot& index) { return impl_->full_text(index, id); });
}

Status Searcher::set_weight(std::string_view name, double value) {
  return impl_->set_weight(name, value);
}

std::vector<WeightInfo> Searcher::weights() {
  std::vector<WeightInfo> list;
  for (const WeightDefinition& one : kWeightTable)
    list.push_back({one.name, one.value, one.unit, one.meaning});
  return list;
}

Result<IndexDescription> Searcher::describe() {
  return impl_->reading([&](const Snapshot& index) { return impl_->describe(index); });
}

}  // namespace palpate
