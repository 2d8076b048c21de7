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
constexpr const char* kMaxQuestionBytesSaid = "10,000";
static_assert(kMaxQuestionBytes == 10'000);

// A token whose field has been looked at: a term of the question, of a field, or the operator.
struct Item {
  Term term;
  std::optional<QuestionField> field = std::nullopt;
  bool excluded = false;
  bool says_or = false;
};

// Of what was typed, as much as a note shows.
Note note_of(NoteKind kind, std::string_view text) {
  bool replaced = false;
  const std::string cut = clean_question(text, kMaxQuotedBytes, &replaced);
  return {kind, {cut + (cut.size() < text.size() ? "…" : "")}};
}

class Parser {
 public:
  explicit Parser(std::string_view words) {
    bool replaced = false;
    question_.text = clean_question(words, kMaxQuestionBytes, &replaced);
    if (words.size() > kMaxQuestionBytes) {
      note({NoteKind::question_cut, {kMaxQuestionBytesSaid}});
    }
    if (replaced) note({NoteKind::not_text});
  }

  Question run() {
    const LexedTokens lexed = lex_question(question_.text);
    if (lexed.unbalanced_quote) {
      note({NoteKind::lone_quote});
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
    note({NoteKind::no_such_dates, {to_string(*after), to_string(*before)}});
  }

  std::string_view read(ByteRange range) const { return range.of(question_.text); }

  Term term(ByteRange range, bool phrase) const {
    return {.text = std::string(read(range)), .phrase = phrase, .range = range};
  }

  void note(Note one) {
    auto& notes = question_.notes;
    if (notes.size() >= kMaxNotes || std::ranges::find(notes, one) != notes.end()) return;
    notes.push_back(std::move(one));
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
    if (std::optional<Note> problem = take_field(token)) {
      note(*std::move(problem));
      take_as_words(token);
    }
  }

  // What is wrong with the field; nothing when it was understood.
  std::optional<Note> take_field(const LexedToken& token) {
    const std::string_view name = read(token.field);
    if (const auto field = field_named(name)) return take_value(token, *field);
    const std::optional<DateEdge> edge = date_edge(name);
    if (edge) return take_date(token, *edge);
    return note_of(NoteKind::unknown_field, std::string(name) + ":");
  }

  static std::optional<DateEdge> date_edge(std::string_view name) {
    std::string folded(name.substr(0, 7));
    for (char& c : folded) c = static_cast<char>(c | 0x20);
    if (folded == "after") return DateEdge::first_day;
    if (folded == "before") return DateEdge::last_day;
    return std::nullopt;
  }

  std::optional<Note> take_value(const LexedToken& token, QuestionField field) {
    if (!has_substance(read(token.value))) {
      return note_of(NoteKind::empty_field, read(token.field));
    }
    Term value = term(token.value, token.phrase);
    if (field == QuestionField::language) {
      const auto code = language_code(value.text);
      if (!code) {
        return note_of(NoteKind::no_language_code, read(token.whole));
      }
      value.text = *code;
    }
    items_.push_back({.term = std::move(value), .field = field, .excluded = token.excluded});
    return std::nullopt;
  }

  std::optional<Note> take_date(const LexedToken& token, DateEdge edge) {
    const std::string_view value = read(token.value);
    if (value.empty()) return note_of(NoteKind::empty_field, read(token.field));
    if (token.excluded) return note_of(NoteKind::not_to_be_left_out, read(token.whole));
    const auto bound = date_bound(value, edge);
    if (!bound) {
      return note_of(looks_like_date(value) ? NoteKind::impossible_date : NoteKind::no_date,
                     read(token.whole));
    }
    // Of several, the narrower holds.
    if (edge == DateEdge::first_day) {
      filters().after = std::max(filters().after.value_or(*bound), *bound);
    } else {
      filters().before = std::min(filters().before.value_or(*bound), *bound);
    }
    return std::nullopt;
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
      note({NoteKind::misplaced_or});
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
