#include "reading/index_reader.h"

#include <optional>
#include <set>
#include <utility>

#include "answer/answer_like.h"
#include "answer/answering.h"
#include "answer/describe_index.h"
#include "answer/suggest.h"
#include "question/field_value.h"
#include "ranking/index_languages.h"
#include "ranking/match.h"
#include "ranking/understand.h"

namespace palpate {
namespace {

// Nobody asks in more; a program that does waits a little longer.
constexpr std::size_t kMostLanguagesKept = 8;
constexpr const char* kAskWhenBack = "ask again when that part is back";

}  // namespace

IndexReader::IndexReader(std::string directory, Snapshot snapshot, QuestionAnalyser analyser)
    : directory_(std::move(directory)),
      snapshot_(std::move(snapshot)),
      analyser_(std::move(analyser)),
      analysed_state_(snapshot_.state()) {}

Result<std::unique_ptr<IndexReader>> IndexReader::open(const std::string& directory,
                                                       Snapshot snapshot, const Reopen& reopen) {
  const auto read = [&](Snapshot& index) -> Result<std::unique_ptr<IndexReader>> {
    Result<QuestionAnalyser> analyser = QuestionAnalyser::create(earnest_languages(index));
    if (!analyser) return analyser.error();
    return std::unique_ptr<IndexReader>(
        new IndexReader(directory, std::move(index), std::move(*analyser)));
  };
  return guarded_read(directory, snapshot, read, reopen);
}

// A question is analysed in the languages of the state that answers it.
Status IndexReader::analyse_as(const Snapshot& index) {
  if (index.state() == analysed_state_) return Done{};
  std::vector<std::string> languages = earnest_languages(index);
  if (languages != analyser_.languages()) {
    Result<QuestionAnalyser> analyser = QuestionAnalyser::create(std::move(languages));
    if (!analyser) return analyser.error();
    analyser_ = std::move(*analyser);
  }
  analysed_state_ = index.state();
  return Done{};
}

Result<QuestionAnalyser*> IndexReader::analyser_for(const std::string& language) {
  if (language.empty()) return &analyser_;
  const auto known = by_language_.find(language);
  if (known != by_language_.end()) return &known->second;
  Result<QuestionAnalyser> analyser = QuestionAnalyser::create({language});
  if (!analyser) return analyser.error();
  if (by_language_.size() >= kMostLanguagesKept) by_language_.clear();
  return &by_language_.emplace(language, std::move(*analyser)).first->second;
}

Result<Answer> IndexReader::search(const Request& request, const RankingWeights& weights,
                                   const Deadline& deadline) {
  deadline.keep();
  const std::string language = language_code(request.language).value_or(request.language);
  const Result<QuestionAnalyser*> analyser = analyser_for(language);
  if (!analyser) return analyser.error();
  return with_what_is_missing(
      answer_question({snapshot_, **analyser, weights, language, deadline}, request));
}

Result<Answer> IndexReader::like(const std::string& id, const Request& page,
                                 const RankingWeights& weights, const Deadline& deadline) {
  deadline.keep();
  Result<Answer> answer =
      answer_like({snapshot_, analyser_, weights, {}, deadline}, directory_, id, page);
  if (!answer) return perhaps_missing(answer.error());
  return with_what_is_missing(std::move(*answer));
}

// A part of the index that cannot be read is no reason to say nothing.
Answer IndexReader::with_what_is_missing(Answer answer) const {
  answer.partial = !snapshot_.missing().empty();
  std::size_t place = 0;
  for (const Error& missing : snapshot_.missing())
    answer.notes.insert(answer.notes.begin() + static_cast<std::ptrdiff_t>(place++),
                        Note{NoteKind::part_left_out, {missing.message}});
  return answer;
}

Result<std::vector<RankedId>> IndexReader::rank(const std::string& question, std::size_t count,
                                                RunUnit unit, const RankingWeights& weights,
                                                const Deadline& deadline) {
  deadline.keep();
  const Understood asked =
      understand(snapshot_, analyser_, weights, question, {.deadline = deadline});
  std::vector<RankedId> ranked;
  // Passages of one document crowd each other out: fetch more until there are documents enough.
  for (std::size_t fetch = 3 * count; ranked.size() < count; fetch *= 4) {
    const Matches matches = palpate::rank(snapshot_, analyser_, weights, asked, fetch);
    deadline.keep();
    ranked.clear();
    std::set<std::string> seen;
    for (const Candidate& candidate : matches.candidates) {
      const Xapian::Document passage = snapshot_.stored(candidate.passage);
      std::string id = snapshot_.document_of(passage);
      if (unit == RunUnit::passage) id += "#" + std::to_string(snapshot_.number_of(passage));
      if (ranked.size() < count && seen.insert(id).second) ranked.push_back({id, candidate.score});
    }
    if (matches.complete) break;
  }
  return ranked;
}

Result<std::vector<Suggestion>> IndexReader::suggest(std::string_view typed, std::size_t count,
                                                     const Deadline& deadline) {
  deadline.keep();
  const std::string& main = analyser_.languages().front();
  return palpate::suggest(snapshot_, analyser_.analyser(main), typed, count, deadline);
}

Result<FullText> IndexReader::full_text(const std::string& id, const Deadline& deadline) const {
  deadline.keep();
  Result<FullText> found = palpate::full_text(snapshot_, directory_, id, deadline);
  if (!found) return perhaps_missing(found.error());
  return found;
}

// What the rest of the index lacks may be in the part that is left out.
Error IndexReader::perhaps_missing(Error error) const {
  if (error.code != ErrorCode::not_found || snapshot_.missing().empty()) return error;
  std::string names;
  for (const Error& missing : snapshot_.missing())
    names.append(names.empty() ? "" : ", ").append(missing.message);
  return {ErrorCode::unreadable, error.message + "; a part of the index is left out: " + names,
          kAskWhenBack};
}

bool IndexReader::is_perhaps_missing(const Error& error) {
  return error.code == ErrorCode::unreadable && error.hint == kAskWhenBack;
}

Result<IndexDescription> IndexReader::describe(const Deadline& deadline) const {
  deadline.keep();
  return describe_index(snapshot_, directory_, deadline);
}

Error IndexReader::timed_out_error() {
  return {ErrorCode::timed_out, "the question was not answered in the time given",
          "give it more time, or ask in fewer words"};
}

}  // namespace palpate
