#include "article/furniture/author_note.h"

#include <algorithm>
#include <array>

#include "article/article_builder.h"
#include "article/characters.h"
#include "article/furniture/byline.h"
#include "article/furniture/phrases.h"

namespace palpate {
namespace {

// A note says early on what the person is.
constexpr std::size_t kOpeningBytes = 240;
constexpr std::size_t kFewestWords = 8;

constexpr std::array<std::string_view, 14> kIsNow = {
    " is ",  " has ",  " works ", " ist ", " arbeitet ", " es ",    " trabaja ",
    " est ", " jest ", " è ",     " é ",   " trabalha ", " werkt ", " owns "};
constexpr std::array<std::string_view, 16> kPronouns = {
    "She ",  "He ", "Her ",  "His ", "They ", "Sie ", "Er ",  "Ihre ",
    "Ella ", "Él ", "Elle ", "Il ",  "Ona ",  "Lei ", "Ela ", "Zij "};

bool says_what_person_is(std::string_view opening) {
  // The first verb decides: "was a physician who is …" is no note about someone who writes today.
  const std::string padded = " " + std::string(opening);
  std::size_t now = padded.size();
  for (const std::string_view verb : kIsNow) now = std::min(now, padded.find(verb));
  const std::size_t past = std::min(padded.find(" was "), padded.find(" war "));
  return now < padded.size() && now < past && has_phrase(Topic::profession, folded_words(opening));
}

}  // namespace

std::optional<AuthorNote> author_note(std::string_view paragraph) {
  if (count_words(paragraph.substr(0, kOpeningBytes)) < kFewestWords) return std::nullopt;
  const std::string_view opening = paragraph.substr(0, kOpeningBytes);
  const FoundPhrases found(folded_words(opening));
  const std::size_t reviewer = found.opening_words(Topic::reviewer_label);
  const std::size_t author = reviewer != 0 ? 0 : found.opening_words(Topic::author_label);
  const std::string_view rest = behind_words(opening, reviewer + author);
  const std::string_view name = opening_name(rest);
  if (name.empty()) return std::nullopt;
  const std::string_view behind = rest.substr(name.size());
  const bool labelled = reviewer + author != 0 && (reviewer != 0 || behind.starts_with(','));
  if (!labelled && !says_what_person_is(behind)) return std::nullopt;
  return AuthorNote{std::string(name), reviewer != 0, labelled};
}

bool continues_note(std::string_view paragraph, std::string_view name) {
  const std::string_view first = name.substr(0, name.find(' '));
  return (!first.empty() && paragraph.starts_with(first)) ||
         std::any_of(kPronouns.begin(), kPronouns.end(),
                     [&](std::string_view pronoun) { return paragraph.starts_with(pronoun); });
}

bool take_note(std::string_view paragraph, ArticleBuilder& builder, std::string& about) {
  Article& article = builder.article();
  if (const std::optional<AuthorNote> note = author_note(paragraph)) {
    std::vector<std::string>& names = note->reviewer ? article.reviewers : article.authors;
    const auto is_in = [&](const std::vector<std::string>& known_names) {
      return std::find(known_names.begin(), known_names.end(), note->name) != known_names.end();
    };
    const bool known = is_in(names) || (!note->labelled && is_in(article.reviewers));
    // Someone else than the byline's author is as likely to be spoken of as to write.
    if (!known && !note->labelled && !names.empty()) return false;
    if (!known) names.push_back(note->name);
    about = note->name;
  } else if (about.empty() || !continues_note(paragraph, about)) {
    return false;
  }
  builder.back_matter(SectionRole::about_author);
  builder.paragraph(paragraph);
  return true;
}

}  // namespace palpate
