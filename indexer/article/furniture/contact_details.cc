#include "article/furniture/contact_details.h"

#include <algorithm>
#include <cstddef>

namespace palpate {
namespace {

constexpr std::size_t kFewestDigits = 7;
constexpr std::size_t kMostDigits = 15;

bool is_digit(char character) { return character >= '0' && character <= '9'; }

bool may_be_in_number(char character) {
  return is_digit(character) ||
         std::string_view("+()-. /").find(character) != std::string_view::npos;
}

struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t digits = 0;
  std::size_t groups = 0;
  std::size_t longest = 0;  // digits of the longest group
};

// The next run of digits and what may part them, from `at` on; empty at the end.
Run next_run(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_digit(text[at]) && text[at] != '+' && text[at] != '(') ++at;
  Run run{at, at, 0, 0, 0};
  std::size_t group = 0;
  for (; at < text.size() && may_be_in_number(text[at]); ++at) {
    if (!is_digit(text[at])) {
      group = 0;
      continue;
    }
    if (group++ == 0) ++run.groups;
    run.longest = std::max(run.longest, group);
    ++run.digits;
    run.end = at + 1;
  }
  run.end = std::max(run.end, std::min(run.begin + 1, text.size()));
  return run;
}

// Grouped as people write numbers to dial: "1785-1796" is a page range, "20 2019" is not one
// either.
bool is_phone(std::string_view text, const Run& run) {
  if (run.digits < kFewestDigits || run.digits > kMostDigits) return false;
  const std::string_view number = text.substr(run.begin, run.end - run.begin);
  if (number.find(". ") != std::string_view::npos) return false;
  const bool marked = number.front() == '+' || number.front() == '(';
  if (marked) return run.groups >= 1;
  const bool pages = run.groups == 2 && run.digits == 8 && run.longest == 4;
  return run.groups >= 2 && !pages && (run.groups >= 3 || run.longest >= 4);
}

bool ends_word(char character) { return character == ' ' || character == ',' || character == ';'; }

// The word around `at`, as a range.
void erase_word(std::string& line, std::size_t at) {
  std::size_t begin = at;
  std::size_t end = at;
  while (begin > 0 && !ends_word(line[begin - 1])) --begin;
  while (end < line.size() && !ends_word(line[end])) ++end;
  line.erase(begin, end - begin);
}

}  // namespace

bool holds_phone_number(std::string_view text) {
  for (Run run = next_run(text, 0); run.begin < text.size(); run = next_run(text, run.end)) {
    if (is_phone(text, run)) return true;
  }
  return false;
}

bool holds_hours(std::string_view text) {
  std::size_t hours = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at - begin > 2) return false;
    const std::string_view rest = text.substr(at);
    const std::string_view unit = rest.substr(rest.starts_with(' ') ? 1 : 0, 2);
    const bool clock = rest.starts_with(':') || unit == "am" || unit == "pm" || unit == "AM" ||
                       unit == "PM" || unit == "Uh" || rest.starts_with('h');
    if (clock) ++hours;
  }
  return hours >= 1;
}

bool holds_link(std::string_view text) {
  return text.find("http://") != std::string_view::npos ||
         text.find("https://") != std::string_view::npos ||
         text.find("www.") != std::string_view::npos;
}

std::string without_contacts(std::string_view line) {
  std::string rest;
  std::size_t kept = 0;
  for (Run run = next_run(line, 0); run.begin < line.size(); run = next_run(line, run.end)) {
    if (!is_phone(line, run)) continue;
    rest += line.substr(kept, run.begin - kept);
    kept = run.end;
  }
  rest += line.substr(std::min(kept, line.size()));
  for (const std::string_view mark : {"@", "http://", "https://", "www."}) {
    for (std::size_t at = rest.find(mark); at != std::string::npos; at = rest.find(mark)) {
      erase_word(rest, at);
    }
  }
  return rest;
}

}  // namespace palpate
