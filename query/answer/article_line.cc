#include "answer/article_line.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "answer/columns.h"

namespace palpate {
namespace {

constexpr std::size_t kMostAuthors = 3;
constexpr std::size_t kMostOthers = 5;
constexpr std::size_t kMostQuestionBytes = 200;

std::string authors_of(const std::vector<std::string>& authors) {
  const std::size_t named = authors.size() > kMostAuthors ? kMostAuthors - 1 : authors.size();
  std::string line;
  for (std::size_t i = 0; i < named; ++i) {
    if (i > 0) line += ", ";
    line += authors[i];
  }
  if (named < authors.size()) line += " and " + std::to_string(authors.size() - named) + " more";
  return line;
}

// "1,234"
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

// An estimate pretends to no more than two figures.
std::size_t rounded(std::size_t number) {
  std::size_t unit = 1;
  while (number / unit >= 100) unit *= 10;
  return (number + unit / 2) / unit * unit;
}

std::string nothing_found(const Answer& answer) {
  const std::string_view question = answer.question;
  if (question.find_first_not_of(" \t\r\n") == std::string_view::npos) return "Nothing was asked.";
  const bool cut = question.size() > kMostQuestionBytes;
  const std::size_t shown = cut ? character_begin(question, kMostQuestionBytes) : question.size();
  std::string line = "Nothing found for: " + std::string(question.substr(0, shown));
  if (cut) line += "…";
  if (answer.notes.empty()) line += "\nTry fewer words, or other words for the same thing.";
  return line;
}

std::string shown_ranks(const std::vector<Hit>& hits) {
  const auto [first, last] = std::ranges::minmax(hits, {}, &Hit::rank);
  if (first.rank == last.rank) return grouped(first.rank);
  return grouped(first.rank) + "–" + grouped(last.rank);
}

}  // namespace

std::string readable_date(std::string_view iso) {
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto is_digit = [&](std::size_t at) { return iso[at] >= '0' && iso[at] <= '9'; };
  if (!iso.starts_with("--") || iso.size() < 4 || !is_digit(2) || !is_digit(3)) {
    return std::string(iso);
  }
  const auto month =
      static_cast<std::size_t>(iso[2] - '0') * 10 + static_cast<std::size_t>(iso[3] - '0');
  if (month < 1 || month > kMonths.size()) return std::string(iso);
  std::string date(kMonths[month - 1]);
  if (iso.size() != 7 || iso[4] != '-') return date;
  return date.append(" ").append(iso.substr(iso[5] == '0' ? 6 : 5));
}

std::vector<std::string> origin_of(const ArticleInfo& article) {
  std::vector<std::string> parts;
  if (!article.source.empty()) parts.push_back(article.source);
  if (!article.updated.empty()) {
    parts.push_back("updated " + readable_date(article.updated));
  } else if (!article.published.empty()) {
    parts.push_back("published " + readable_date(article.published));
  }
  if (!article.authors.empty()) parts.push_back(authors_of(article.authors));
  const std::string& link = article.url.empty() ? article.path : article.url;
  if (!link.empty()) parts.push_back(link);
  return parts;
}

std::string also_in_line(const Hit& hit) {
  const std::size_t count = hit.also_in.size();
  const std::size_t named = count > kMostOthers ? kMostOthers - 1 : count;
  std::string line = "also in: ";
  for (std::size_t i = 0; i < named; ++i) {
    const AlsoIn& other = hit.also_in[i];
    if (i > 0) line += ", ";
    line += other.article.title.empty() ? other.document : other.article.title;
    if (!other.article.source.empty()) line += " (" + other.article.source + ")";
  }
  if (named < count) line += " and " + std::to_string(count - named) + " more";
  return line;
}

std::string summary(const Answer& answer) {
  if (answer.total == 0 && answer.hits.empty()) return nothing_found(answer);
  const std::size_t total = answer.exact ? answer.total : rounded(answer.total);
  std::string line = (answer.exact ? "" : "About ") + grouped(total);
  line += total == 1 ? " passage matches" : " passages match";
  if (answer.hits.empty()) return line + "; none is left to show.";
  if (answer.exact && answer.hits.size() == answer.total) return line + ".";
  return line + ", showing " + shown_ranks(answer.hits) + ".";
}

}  // namespace palpate
