#include "store/passage_terms.h"

#include <algorithm>
#include <cmath>

#include "store/fields.h"
#include "store/keys.h"
#include "store/record.h"
#include "vocabulary/stopwords.h"

namespace palpate {
namespace {

std::string prefixed(std::string_view prefix, std::string_view term) {
  std::string whole;
  whole.reserve(prefix.size() + term.size());
  return whole.append(prefix).append(term);
}

unsigned slot(Slot value) { return static_cast<unsigned>(value); }

std::string digits(int value, std::size_t width) {
  const std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
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
                                   const std::string& file)
    : article_(article), analyser_(analyser) {
  add_title();
  std::vector<std::string> people = article.authors;
  people.insert(people.end(), article.reviewers.begin(), article.reviewers.end());
  add_names(prefix_of(Field::author), people, 1);
  add_names(prefix_of(Field::source), {article.source}, 0);
  add_names(prefix_of(Field::tag), article.tags, 0);
  if (!article.language.empty())
    shared_.push_back({prefixed(prefix_of(Field::language), article.language), 0});
  shared_.push_back({document_term(article.id), 0});
  shared_.push_back({file_term(file), 0});
  values_.emplace_back(slot(Slot::document), article.id);
  if (article.group != article.id) values_.emplace_back(slot(Slot::group), article.group);
  add_dates();
}

void PassageDocuments::add_title() {
  const auto tokens = analyser_.analyse(article_.title);
  const auto content = std::count_if(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.kind != TokenKind::joined && !is_stopword(article_.language, token.form);
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
  values_.emplace_back(slot(Slot::date_first), day_bound(date, false));
  values_.emplace_back(slot(Slot::date_last), day_bound(date, true));
  shared_.push_back({std::string(prefix_of(Field::dated)), 0});
}

void PassageDocuments::add_text(Xapian::Document& to, std::string_view text, unsigned wdf,
                                std::string_view prefix) {
  for (const Token& token : analyser_.analyse(text)) to.add_term(prefixed(prefix, token.stem), wdf);
}

void PassageDocuments::add_headings(Xapian::Document& to, const Passage& passage) {
  for (std::size_t i = 0; i < passage.heading_path.size(); ++i) {
    const bool own = i + 1 == passage.heading_path.size();
    const unsigned wdf = own ? kTermWeights.heading : kTermWeights.heading_above;
    for (const Token& token : analyser_.analyse(passage.heading_path[i])) {
      to.add_term(std::string(token.stem), wdf);
      to.add_boolean_term(prefixed(prefix_of(Field::heading), token.stem));
    }
  }
}

Xapian::Document PassageDocuments::document(const Passage& passage) {
  Xapian::Document document;
  const std::string_view body = ByteRange{passage.body_begin, passage.range.end}.of(article_.text);
  if (passage.role == SectionRole::body) {
    add_text(document, body, kTermWeights.body, "");
    add_text(document, passage.context, kTermWeights.context, "");
    add_headings(document, passage);
    for (const Weighted& term : topic_) document.add_term(term.term, term.wdf);
  } else {
    add_text(document, body, kTermWeights.body, prefix_of(Field::back_matter));
    document.add_boolean_term(std::string(prefix_of(Field::back_matter)));
  }
  for (const Weighted& term : shared_) document.add_term(term.term, term.wdf);
  for (const auto& [number, value] : values_) document.add_value(number, value);
  document.add_value(slot(Slot::passage),
                     Xapian::sortable_serialise(static_cast<double>(passage.number)));
  document.set_data(encode(record_of(article_, passage)));
  return document;
}

}  // namespace palpate
