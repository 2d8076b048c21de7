#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string>

#include "service/page/page.h"

namespace palpate {
namespace {

constexpr std::string_view kBlanks = " \t";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// "0.8" → 800; 1000 where nothing or nonsense is said.
int thousandths(std::string_view parameters) {
  const std::size_t at = parameters.find("q=");
  if (at == std::string_view::npos) return 1000;
  const std::string_view digits = trimmed(parameters.substr(at + 2));
  if (digits.empty() || (digits[0] != '0' && digits[0] != '1')) return 1000;
  int value = digits[0] == '1' ? 1000 : 0;
  int unit = 100;
  for (std::size_t i = 2; i < digits.size() && unit > 0; ++i, unit /= 10) {
    if (digits[1] != '.' || std::isdigit(static_cast<unsigned char>(digits[i])) == 0) break;
    value += (digits[i] - '0') * unit;
  }
  return std::min(value, 1000);
}

// "es-MX" → "es"; "" for one that the page does not speak.
std::string_view spoken(std::string_view tag) {
  std::string primary(tag.substr(0, tag.find('-')));
  std::ranges::transform(primary, primary.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto languages = interface_languages();
  const auto found = std::ranges::find(languages, primary);
  return found == languages.end() ? std::string_view{} : *found;
}

}  // namespace

std::string interface_language(std::string_view ui, std::string_view accept_language) {
  if (std::ranges::count(interface_languages(), ui) != 0) return std::string(ui);
  std::string_view best = interface_languages().front();
  int best_weight = 0;
  while (!accept_language.empty()) {
    const std::size_t comma = accept_language.find(',');
    const std::string_view one = accept_language.substr(0, comma);
    accept_language.remove_prefix(comma == std::string_view::npos ? accept_language.size()
                                                                  : comma + 1);
    const std::size_t semicolon = std::min(one.find(';'), one.size());
    const std::string_view language = spoken(trimmed(one.substr(0, semicolon)));
    const int weight = thousandths(one.substr(semicolon));
    if (language.empty() || weight <= best_weight) continue;
    best = language;
    best_weight = weight;
  }
  return std::string(best);
}

}  // namespace palpate
