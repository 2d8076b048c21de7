#include "store/passage_terms.h"

#include <xapian.h>

#include <algorithm>
#include <cmath>

#include "store/completions.h"
#include "store/fields.h"
#include "store/keys.h"
#include "store/record.h"
#include "store/topic_names.h"
#include "vocabulary/abbreviations.h"
#include "vocabulary/intents.h"
#include "vocabulary/superseded.h"

namespace palpate {
namespace {

std::string prefixed(std::string_view prefix, std::string_view term) {
  return std::string(prefix).append(term);
}

std::string digits(int value, std::size_t width) {
  const std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

// Of both forms together, in bytes: a term has room for 245.
constexpr std::size_t kLongestAbbreviation = 200;

// The words as vocabulary/intents.h takes them.
std::vector<std::string_view> forms_of(std::span<const Token> tokens) {
  std::vector<std::string_view> forms;
  for (const Token& token : tokens)
    if (!is_whole(token.kind)) forms.push_back(token.form);
  return forms;
}

// The first or last day that a date can mean, "20240601". A month is taken to have 31 days: bounds
// are compared as text and no real day lies beyond.
std::string day_bound(const Date& date, bool last) {
  const int month = date.month != 0 ? date.month : (last ? 12 : 1);
  const int day = date.day != 0 ? date.day : (last ? 31 : 1);
  return digits(date.year, 4) + digits(month, 2) + digits(day, 2);
}

}  // namespace

PassageDocuments::PassageDocuments(const Article& article, Analyser& analyser,
                                   const std::string& file, WordCounts& words, WordNumbers* numbers)
    : article_(article), analyser_(analyser), words_(words), numbers_(numbers) {
  add_title();
  add_topic_names();
  note_superseded();
  std::vector<std::string> people = article.authors;
  people.insert(people.end(), article.reviewers.begin(), article.reviewers.end());
  add_names(prefix_of(Field::author), people, 1);
  add_names(prefix_of(Field::source), {article.source}, 0);
  add_names(prefix_of(Field::tag), article.tags, 0);
  if (!article.language.empty())
    shared_.push_back({prefixed(prefix_of(Field::language), article.language), 0});
  shared_.push_back({document_term(article.id), 0});
  shared_.push_back({file_term(file), 0});
  add_dates();
}

void PassageDocuments::add_title() {
  const auto tokens = analyser_.analyse(article_.title);
  for (const std::string_view form : forms_of(tokens)) title_.emplace_back(form);
  const auto content = std::count_if(tokens.begin(), tokens.end(), [&](const Token& token) {
    return !is_whole(token.kind) && !token.stopword;
  });
  const double share = std::round(kTermWeights.title_budget /
                                  static_cast<double>(std::max<std::ptrdiff_t>(content, 1)));
  const unsigned wdf =
      std::clamp(static_cast<unsigned>(share), kTermWeights.title_least, kTermWeights.title_most);
  for (const Token& token : tokens) {
    topic_.push_back({std::string(token.stem), wdf});
    topic_.push_back({prefixed(prefix_of(Field::title), token.stem), 0});
  }
  for (const std::string& synonym : article_.synonyms) {
    for (const Token& token : analyser_.analyse(synonym)) {
      topic_.push_back({std::string(token.stem), kTermWeights.synonyms});
      topic_.push_back({prefixed(prefix_of(Field::title), token.stem), 0});
    }
  }
}

void PassageDocuments::add_names(std::string_view prefix, const std::vector<std::string>& names,
                                 unsigned wdf) {
  for (const std::string& name : names) {
    for (const Token& token : analyser_.analyse(name))
      shared_.push_back({prefixed(prefix, token.form), wdf});
  }
}

void PassageDocuments::add_dates() {
  const Date& date = article_.updated.year != 0 ? article_.updated : article_.published;
  if (date.year == 0) return;
  date_first_ = day_bound(date, false);
  date_last_ = day_bound(date, true);
  shared_.push_back({std::string(prefix_of(Field::dated)), 0});
}

TokenCode PassageDocuments::code_of(const Token& token) {
  if (token.notes == nullptr) return token_code(token.stem, token.stopword);
  WordNote& note = token.notes->code;
  if (note.owner == 0) note = {1, token_code(token.stem, token.stopword)};
  return note.number;
}

void PassageDocuments::add_stem(std::string_view prefix, const Token& token, unsigned wdf) {
  if (numbers_ == nullptr || !prefix.empty() || token.notes == nullptr)
    return entry_.add_term(prefix, token.stem, wdf);
  entry_.add_numbered_term(numbers_->number_of(token.stem, &token.notes->stem), wdf);
}

void PassageDocuments::add_topic_names() {
  for (const std::string& name : topic_names(article_)) {
    for (const Token& token : analyser_.analyse(name))
      names_.add(code_of(token), is_whole(token.kind));
    names_.end_part();
    ++names_.names;
  }
}

void PassageDocuments::note_superseded() {
  const auto says_so = [&](const std::string& text) {
    return says_superseded(forms_of(analyser_.analyse(text)));
  };
  superseded_ = says_so(article_.title) || std::ranges::any_of(article_.tags, says_so);
}

// By the heading; the sentences are seen as the body is added.
void PassageDocuments::add_intents(const Passage& passage) {
  const std::string_view own =
      passage.heading_path.empty() ? std::string_view() : passage.heading_path.back();
  const std::vector<std::string_view> heading = forms_of(analyser_.analyse(own));
  const std::vector<std::string_view> title(title_.begin(), title_.end());
  stream_.intents = heading_intents(heading, title).bits();
  stream_.warning = is_warning_heading(heading);
}

// Sentence by sentence; what the analyser gives serves terms, stream and warnings alike.

void PassageDocuments::add_body(const Passage& passage, std::string_view prefix) {
  const std::string_view body = ByteRange{passage.body_begin, passage.range.end}.of(article_.text);
  auto sentence = passage.sentences.begin();
  std::vector<std::string_view> forms;  // of the sentence at hand
  const auto end_sentence = [&] {
    stream_.end_part();
    stream_.warning = stream_.warning || is_warning_sentence(forms);
    forms.clear();
    ++sentence;
  };
  for (const Token& token : analyser_.analyse(body)) {
    add_stem(prefix, token, kTermWeights.body);
    if (passage.role == SectionRole::body) words_.add(token, 1);
    while (sentence != passage.sentences.end() &&
           passage.body_begin + token.range.begin >= sentence->end)
      end_sentence();
    stream_.add(code_of(token), is_whole(token.kind));
    if (!stream_.warning && !is_whole(token.kind)) forms.push_back(token.form);
  }
  while (sentence != passage.sentences.end()) end_sentence();
}

// The title's once an article, a heading's once.
void PassageDocuments::add_completions(const Passage& passage) {
  const auto add = [&](const Completion& completion) {
    entry_.add_term(prefix_of(Field::completion), completion_term(completion), 0);
  };
  if (headings_.emplace().second)
    for (const Completion& one : completions_of_title(article_.title, analyser_)) add(one);
  if (passage.heading_path.empty() || !headings_.insert(passage.heading_path.back()).second) return;
  if (const auto one = completion_of_heading(passage.heading_path.back(), analyser_)) add(*one);
}

// As terms they are counted by Xapian itself, whatever is merged or removed.
void PassageDocuments::add_abbreviations(std::string_view body) {
  for (const Abbreviation& found : find_abbreviations(body)) {
    const std::string short_form = fold(found.short_form);
    std::string words;
    std::string stems;
    for (const Token& token : analyser_.analyse(found.long_form)) {
      if (is_whole(token.kind)) continue;
      words.append(words.empty() ? "" : " ").append(token.form);
      stems.append(stems.empty() ? "" : " ").append(token.stem);
    }
    if (words.empty() || short_form.find(' ') != std::string::npos ||
        words.size() + short_form.size() > kLongestAbbreviation)
      continue;
    entry_.add_term(prefix_of(Field::abbreviation),
                    std::string(short_form).append(" ").append(words), 0);
    entry_.add_term(prefix_of(Field::long_form), stems.append(1, kLongFormEnd).append(short_form),
                    0);
  }
}

void PassageDocuments::add_context(const Passage& passage) {
  for (const Token& token : analyser_.analyse(passage.context)) {
    if (passage.role == SectionRole::body) add_stem({}, token, kTermWeights.context);
    stream_.add(code_of(token), is_whole(token.kind));
  }
  stream_.end_part();
}

void PassageDocuments::add_headings(const Passage& passage) {
  for (std::size_t i = 0; i < passage.heading_path.size(); ++i) {
    const bool own = i + 1 == passage.heading_path.size();
    const unsigned wdf = own ? kTermWeights.heading : kTermWeights.heading_above;
    for (const Token& token : analyser_.analyse(passage.heading_path[i])) {
      stream_.add(code_of(token), is_whole(token.kind));
      if (passage.role != SectionRole::body) continue;
      words_.add(token, 1);
      add_stem({}, token, wdf);
      entry_.add_term(prefix_of(Field::heading), token.stem, 0);
    }
  }
  stream_.end_part();
}

const PassageEntry& PassageDocuments::entry(const Passage& passage) {
  entry_.clear();
  const bool answers = passage.role == SectionRole::body;
  stream_ = answers ? names_ : TokenStream{};
  stream_.back_matter = !answers;
  stream_.superseded = superseded_;
  add_intents(passage);
  add_headings(passage);
  add_context(passage);
  add_body(passage, answers ? "" : prefix_of(Field::back_matter));
  if (answers) {
    add_completions(passage);
    add_abbreviations(ByteRange{passage.body_begin, passage.range.end}.of(article_.text));
    for (const Weighted& term : topic_) entry_.add_term({}, term.term, term.wdf);
  } else {
    entry_.add_term(prefix_of(Field::back_matter), {}, 0);
  }
  for (const Weighted& term : shared_) entry_.add_term({}, term.term, term.wdf);
  add_values(passage);
  return entry_;
}

void PassageDocuments::add_values(const Passage& passage) {
  const auto add = [&](Slot where, std::string_view value) {
    if (!value.empty()) entry_.add_value(static_cast<unsigned>(where), value);
  };
  add(Slot::document, article_.id);
  if (article_.group != article_.id) add(Slot::group, article_.group);
  add(Slot::passage, Xapian::sortable_serialise(static_cast<double>(passage.number)));
  add(Slot::date_first, date_first_);
  add(Slot::date_last, date_last_);
  add(Slot::tokens, encode(stream_));
  add(Slot::record, encoded_record(article_, passage));
}

}  // namespace palpate
