#include "question/question.h"

#include <algorithm>
#include <utility>

#include "question/field_value.h"
#include "question/lexer.h"

namespace palpate {
namespace {

// One more tells a person nothing new.
constexpr std::size_t kMaxNotes = 8;
constexpr std::size_t kMaxQuotedBytes = 40;

// A token whose field has been looked at: a term of the question, of a field, or the operator.
struct Item {
  Term term;
  std::optional<QuestionField> field = std::nullopt;
  bool excluded = false;
  bool says_or = false;
};

std::string quoted(std::string_view text) {
  bool replaced = false;
  const std::string cut = clean_question(text, kMaxQuotedBytes, &replaced);
  return "\"" + cut + (cut.size() < text.size() ? "…" : "") + "\"";
}

class Parser {
 public:
  explicit Parser(std::string_view words) {
    bool replaced = false;
    question_.text = clean_question(words, kMaxQuestionBytes, &replaced);
    if (words.size() > kMaxQuestionBytes) {
      note("The question is very long: only its first 10,000 bytes were used.");
    }
    if (replaced) note("The question held bytes that are not text; they were taken as blanks.");
  }

  Question run() {
    const LexedTokens lexed = lex_question(question_.text);
    if (lexed.unbalanced_quote) {
      note("A quotation mark has no partner; the words at it were taken as plain words.");
    }
    for (const LexedToken& token : lexed.tokens) resolve(token);
    for (std::size_t at = 0; at < items_.size(); ++at) place(at);
    check_dates();
    return std::move(question_);
  }

 private:
  Filters& filters() { return question_.filters; }

  void check_dates() {
    const auto& after = filters().after;
    const auto& before = filters().before;
    if (!after || !before || *after <= *before) return;
    note("No date lies from " + to_string(*after) + " to " + to_string(*before) +
         ": nothing can match.");
  }

  std::string_view read(ByteRange range) const { return range.of(question_.text); }

  Term term(ByteRange range, bool phrase) const {
    return {.text = std::string(read(range)), .phrase = phrase, .range = range};
  }

  void note(std::string text) {
    auto& notes = question_.notes;
    if (notes.size() >= kMaxNotes || std::ranges::find(notes, text) != notes.end()) return;
    notes.push_back(std::move(text));
  }

  // From a token to items: looks at its field, and takes it as words where that makes no sense.
  void resolve(const LexedToken& token) {
    if (token.field.empty()) {
      const bool says_or = !token.phrase && !token.excluded && read(token.value) == "OR";
      items_.push_back({.term = term(token.value, token.phrase),
                        .excluded = token.excluded,
                        .says_or = says_or});
      return;
    }
    if (const std::string problem = take_field(token); !problem.empty()) {
      note(problem);
      take_as_words(token);
    }
  }

  // What is wrong with the field, or "" when it was understood.
  std::string take_field(const LexedToken& token) {
    const std::string_view name = read(token.field);
    if (const auto field = field_named(name)) return take_value(token, *field);
    const std::optional<DateEdge> edge = date_edge(name);
    if (edge) return take_date(token, *edge);
    return "There is no field " + quoted(std::string(name) + ":") +
           "; it was taken as words. The fields are title, heading, author, source, lang, tag, id, "
           "after and before.";
  }

  static std::optional<DateEdge> date_edge(std::string_view name) {
    std::string folded(name.substr(0, 7));
    for (char& c : folded) c = static_cast<char>(c | 0x20);
    if (folded == "after") return DateEdge::first_day;
    if (folded == "before") return DateEdge::last_day;
    return std::nullopt;
  }

  std::string take_value(const LexedToken& token, QuestionField field) {
    if (!has_substance(read(token.value))) {
      return quoted(read(token.field)) + " is followed by nothing; it was taken as a word.";
    }
    Term value = term(token.value, token.phrase);
    if (field == QuestionField::language) {
      const auto code = language_code(value.text);
      if (!code) {
        return quoted(read(token.whole)) +
               " names no language by its code, as lang:en does; it was taken as words.";
      }
      value.text = *code;
    }
    items_.push_back({.term = std::move(value), .field = field, .excluded = token.excluded});
    return "";
  }

  std::string take_date(const LexedToken& token, DateEdge edge) {
    const std::string_view value = read(token.value);
    if (value.empty())
      return quoted(read(token.field)) + " is followed by nothing; it was taken as a word.";
    if (token.excluded)
      return quoted(read(token.whole)) + " cannot be left out; it was taken as words.";
    const auto bound = date_bound(value, edge);
    if (!bound) {
      return quoted(read(token.whole)) +
             (looks_like_date(value) ? " names a date that does not exist"
                                     : " is no date as 2020, 2020-06 or 2020-06-15 are") +
             "; it was taken as words.";
    }
    // Of several, the narrower holds.
    if (edge == DateEdge::first_day) {
      filters().after = std::max(filters().after.value_or(*bound), *bound);
    } else {
      filters().before = std::min(filters().before.value_or(*bound), *bound);
    }
    return "";
  }

  // The name and the value are words of their own. Left out, they are so together only: leaving out
  // each word would leave out far more than was meant.
  void take_as_words(const LexedToken& token) {
    if (token.excluded) {
      items_.push_back(
          {.term = term({token.field.begin, token.whole.end}, true), .excluded = true});
      return;
    }
    items_.push_back({.term = term(token.field, false)});
    if (has_substance(read(token.value)))
      items_.push_back({.term = term(token.value, token.phrase)});
  }

  bool joins(std::size_t at) const {
    if (at == 0 || at + 1 >= items_.size()) return false;
    const Item& left = items_[at - 1];
    const Item& right = items_[at + 1];
    return !left.says_or && !right.says_or && !left.excluded && !right.excluded &&
           left.field == right.field;
  }

  void place(std::size_t at) {
    Item& item = items_[at];
    if (item.says_or && joins(at)) return;
    if (item.says_or) {
      note(
          "OR stands between two words or phrases, or two values of one field; here it was taken "
          "as the word \"or\".");
    }
    const bool alternative = at > 1 && items_[at - 1].says_or && joins(at - 1);
    if (item.excluded) {
      question_.exclusions.push_back({item.field, item.term});
    } else if (item.field) {
      filter_for(*item.field, alternative).any_of.push_back(item.term);
    } else {
      if (!alternative) question_.clauses.emplace_back();
      question_.clauses.back().alternatives.push_back(item.term);
    }
  }

  // The filter that a value joins: any of the field when an article has but one value of it, the
  // last one after OR, or a new one.
  FieldFilter& filter_for(QuestionField field, bool alternative) {
    auto& fields = filters().fields;
    const bool single = field == QuestionField::source || field == QuestionField::language ||
                        field == QuestionField::id;
    const auto same = std::ranges::find(fields, field, &FieldFilter::field);
    if (single && same != fields.end()) return *same;
    if (alternative) return fields.back();
    return fields.emplace_back(FieldFilter{.field = field, .any_of = {}});
  }

  Question question_;
  std::vector<Item> items_;
};

}  // namespace

Question parse_question(std::string_view words) { return Parser(words).run(); }

}  // namespace palpate
