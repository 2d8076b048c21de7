#include "answer/answer_like.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "answer/page_of_hits.h"
#include "ranking/like.h"
#include "store/record.h"

namespace palpate {
namespace {

// A word of the sample for each stem, as it is written there.
std::map<std::string, std::string, std::less<>> forms_in(const Answering& with,
                                                         const Sample& sample) {
  const std::optional<DocumentRecord> document = with.index.document(sample.document);
  if (!document) return {};
  Analyser& analyser = with.analyser.analyser(sample.language);
  std::map<std::string, std::string, std::less<>> forms;
  const auto read = [&](std::string_view text) {
    for (const Token& token : analyser.analyse(text)) forms.emplace(token.stem, token.form);
  };
  read(document->title);
  for (const Xapian::docid number : sample.passages) {
    const PassageRecord passage = with.index.passage(number);
    read(passage.text);
    read(passage.context);
    for (const std::string& heading : passage.heading_path) read(heading);
  }
  return forms;
}

MarkedWords words_to_mark(const Answering& with, const Sample& sample,
                          const std::vector<TellingTerm>& terms) {
  const auto forms = forms_in(with, sample);
  MarkedWords words;
  for (const TellingTerm& term : terms) {
    const auto form = forms.find(term.stem);
    const std::string& word = form == forms.end() ? term.stem : form->second;
    words.stems.emplace(term.stem, MarkedWords::Word{word, word, term.weight, Via::word});
  }
  return words;
}

std::string explained(const std::vector<TellingTerm>& terms, const MarkedWords& words) {
  std::string line = "what it is about, most telling first:";
  for (const TellingTerm& term : terms) line += " " + words.stems.at(term.stem).form;
  return line;
}

}  // namespace

Result<Answer> answer_like(const Answering& with, const std::string& directory,
                           const std::string& id, const Request& request) {
  const std::optional<Sample> sample = find_sample(with.index, id);
  if (!sample)
    return Error{ErrorCode::not_found,
                 "there is no passage or document \"" + id + "\" in " + directory,
                 "an answer with --json shows the ids of passages and documents"};
  Answer answer;
  answer.question = id;
  const std::vector<TellingTerm> terms = telling_terms(with.index, *sample);
  if (!terms.empty()) {
    const MarkedWords words = words_to_mark(with, *sample, terms);
    MatchQuery query;
    query.query = like_query(*sample, terms);
    query.deadline = with.deadline;
    PageOfHits page = page_of_hits(with, request, words, [&](std::size_t count) {
      return find_matches(with.index, with.analyser, query, with.weights, count);
    });
    answer.hits = std::move(page.hits);
    answer.total = page.matches.total;
    answer.exact = page.matches.exact;
    if (!page.held_twice.empty())
      answer.notes.push_back({NoteKind::held_twice, std::move(page.held_twice)});
    if (request.explain) answer.explain.push_back(explained(terms, words));
  }
  if (answer.total == 0) answer.notes.push_back({NoteKind::nothing_alike, {id}});
  return answer;
}

}  // namespace palpate
