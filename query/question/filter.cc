#include "question/filter.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "question/field_value.h"
#include "question/lexer.h"

namespace palpate {
namespace {

constexpr std::size_t kMaxShownBytes = 60;
constexpr const char* kFields =
    "the fields are title, heading, author, source, lang, tag, id, after and before";

// As a message shows it: one short line of text.
std::string shown(std::string_view text) {
  bool replaced = false;
  const std::string cut = clean_question(text, kMaxShownBytes, &replaced);
  return "\"" + cut + (cut.size() < text.size() ? "…" : "") + "\"";
}

Error not_understood(const Filter& filter, const std::string& why, std::string hint) {
  return {ErrorCode::invalid_argument,
          "filter " + shown(filter.field) + ": " + shown(filter.value) + " " + why,
          std::move(hint)};
}

std::optional<DateEdge> edge_of(const Filter& filter) {
  if (filter.field == "after") return DateEdge::first_day;
  if (filter.field == "before") return DateEdge::last_day;
  return std::nullopt;
}

Status check_date(const Filter& filter, DateEdge edge) {
  if (date_bound(filter.value, edge)) return Done{};
  return not_understood(
      filter, looks_like_date(filter.value) ? "names a date that does not exist" : "is no date",
      "dates are like 2020, 2020-06 and 2020-06-15");
}

Status check(const Filter& filter) {
  if (const std::optional<DateEdge> edge = edge_of(filter)) return check_date(filter, *edge);
  const std::optional<QuestionField> field = field_named(filter.field);
  if (!field)
    return Error{ErrorCode::invalid_argument, "there is no field " + shown(filter.field), kFields};
  if (filter.value.size() > kMaxQuestionBytes)
    return not_understood(filter, "is too long", "a value has at most 10,000 bytes");
  bool replaced = false;
  const std::string clean = clean_question(filter.value, kMaxQuestionBytes, &replaced);
  if (replaced) return not_understood(filter, "holds bytes that are not text", "use UTF-8");
  if (!has_substance(clean)) return not_understood(filter, "holds no word", "give a value");
  if (field == QuestionField::language && !language_code(filter.value))
    return not_understood(filter, "names no language by its code", "codes are like en, de and es");
  return Done{};
}

bool has_blank(std::string_view text) { return text.find_first_of(" \t\r\n") != text.npos; }

Term term_of(QuestionField field, const std::string& value) {
  if (field == QuestionField::language) return {language_code(value).value_or(value), false, {}};
  // A source is chosen from a list: "Lake Clinic" is not "Clinic at the Lake".
  const bool in_order = field == QuestionField::title || field == QuestionField::heading ||
                        field == QuestionField::source;
  return {value, in_order && has_blank(value), {}};
}

bool are_alternatives(QuestionField field) {
  return field == QuestionField::source || field == QuestionField::language ||
         field == QuestionField::id;
}

}  // namespace

Status check_filters(std::span<const Filter> filters) {
  for (const Filter& filter : filters)
    if (Status understood = check(filter); !understood) return understood;
  return Done{};
}

void add_filters(std::span<const Filter> filters, Question& question) {
  Filters& all = question.filters;
  const auto typed = static_cast<std::ptrdiff_t>(all.fields.size());
  for (const Filter& filter : filters) {
    if (!check(filter)) continue;
    if (const std::optional<DateEdge> edge = edge_of(filter)) {
      const std::chrono::year_month_day bound = *date_bound(filter.value, *edge);
      if (*edge == DateEdge::first_day) {
        all.after = std::max(all.after.value_or(bound), bound);
      } else {
        all.before = std::min(all.before.value_or(bound), bound);
      }
      continue;
    }
    const QuestionField field = *field_named(filter.field);
    const auto same = std::find_if(all.fields.begin() + typed, all.fields.end(),
                                   [&](const FieldFilter& one) { return one.field == field; });
    if (are_alternatives(field) && same != all.fields.end()) {
      same->any_of.push_back(term_of(field, filter.value));
    } else {
      all.fields.push_back({field, {term_of(field, filter.value)}});
    }
  }
}

}  // namespace palpate
