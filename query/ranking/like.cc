#include "ranking/like.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <unordered_map>

#include "analysis/analyser.h"
#include "store/fields.h"
#include "store/keys.h"
#include "store/record.h"
#include "store/stored_terms.h"
#include "vocabulary/stopwords.h"

namespace palpate {
namespace {

constexpr std::size_t kMostTerms = 25;

// Terms of fields begin with a capital letter; those of the text never do.
bool is_of_text(std::string_view term) {
  return !term.empty() && !(term.front() >= 'A' && term.front() <= 'Z');
}

std::optional<std::size_t> number_in(std::string_view text) {
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [read, failed] = std::from_chars(text.data(), end, number);
  return failed == std::errc() && read == end ? std::optional(number) : std::nullopt;
}

std::optional<Sample> sample_of(const Snapshot& index, const std::string& document) {
  Sample sample{document, {}, AnalyserSettings{}.language, index.passages_of(document)};
  const std::optional<DocumentRecord> record = index.document(document);
  if (!record || sample.passages.empty()) return std::nullopt;
  if (!record->language.empty()) sample.language = record->language;
  sample.group = index.group_of(index.stored(sample.passages.front()));
  return sample;
}

// What the passages of the sample are found by: worked out from the whole document.
template <class Use>
void for_each_passage(const Snapshot& index, const Sample& sample, Use&& use) {
  const std::optional<DocumentRecord> document = index.document(sample.document);
  Result<Analyser> analyser = Analyser::create({sample.language});
  if (!document || !analyser) return;
  const std::vector<Xapian::docid> numbers = index.passages_of(sample.document);
  std::vector<PassageRecord> records;
  records.reserve(numbers.size());
  for (const Xapian::docid number : numbers) records.push_back(index.passage(number));
  WordCounts ignored;
  for_each_entry(*document, records, "", *analyser, ignored,
                 [&](std::size_t i, const PassageEntry& entry) {
                   if (std::ranges::count(sample.passages, numbers[i]) != 0) use(entry);
                 });
}

}  // namespace

std::optional<Sample> find_sample(const Snapshot& index, const std::string& id) {
  if (std::optional<Sample> whole = sample_of(index, index.stored_id(id))) return whole;
  const std::size_t hash = id.rfind('#');
  if (hash == std::string::npos) return std::nullopt;
  const std::optional<std::size_t> number = number_in(std::string_view(id).substr(hash + 1));
  std::optional<Sample> sample = sample_of(index, index.stored_id(id.substr(0, hash)));
  if (!number || !sample) return std::nullopt;
  std::erase_if(sample->passages, [&](Xapian::docid passage) {
    return index.number_of(index.stored(passage)) != *number;
  });
  return sample->passages.empty() ? std::nullopt : sample;
}

std::vector<TellingTerm> telling_terms(const Snapshot& index, const Sample& sample) {
  struct Count {
    double occurrences = 0;
    Xapian::doccount here = 0;        // passages of the sample
    Xapian::doccount everywhere = 0;  // passages of the index
  };
  std::unordered_map<std::string, Count> counts;
  for_each_passage(index, sample, [&](const PassageEntry& passage) {
    for (const auto& [term, occurrences] : terms_of(passage)) {
      if (!is_of_text(term)) continue;
      Count& count = counts[std::string(term)];
      count.occurrences += occurrences;
      ++count.here;
    }
  });
  for (auto& [term, count] : counts)
    count.everywhere = static_cast<Xapian::doccount>(index.passages_with(term));
  const double passages = index.database().get_doccount();
  std::vector<TellingTerm> terms;
  for (const auto& [stem, count] : counts) {
    if (count.everywhere <= count.here || is_stopword(sample.language, stem)) continue;
    const double weight = (1 + std::log(count.occurrences)) * std::log(passages / count.everywhere);
    if (weight > 0) terms.push_back({stem, weight});
  }
  const auto better = [](const TellingTerm& a, const TellingTerm& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.stem < b.stem;
  };
  const auto kept = static_cast<std::ptrdiff_t>(std::min(kMostTerms, terms.size()));
  std::partial_sort(terms.begin(), terms.begin() + kept, terms.end(), better);
  terms.resize(static_cast<std::size_t>(kept));
  if (terms.empty()) return terms;
  const double best = terms.front().weight;
  for (TellingTerm& term : terms) term.weight /= best;
  return terms;
}

Xapian::Query like_query(const Sample& sample, const std::vector<TellingTerm>& terms) {
  std::vector<Xapian::Query> asked;
  asked.reserve(terms.size());
  for (const TellingTerm& term : terms)
    asked.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.stem), term.weight);
  // An article of several documents shares a group, which is a value; of one, it is the id.
  const std::vector<Xapian::Query> own{
      Xapian::Query(document_term(sample.document)), Xapian::Query(document_term(sample.group)),
      Xapian::Query(Xapian::Query::OP_VALUE_RANGE, static_cast<Xapian::valueno>(Slot::group),
                    sample.group, sample.group)};
  return {Xapian::Query::OP_AND_NOT,
          Xapian::Query(Xapian::Query::OP_OR, asked.begin(), asked.end()),
          Xapian::Query(Xapian::Query::OP_OR, own.begin(), own.end())};
}

}  // namespace palpate
