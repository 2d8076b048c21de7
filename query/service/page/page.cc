#include "service/page/page.h"

#include <array>

namespace palpate {
namespace {

constexpr std::array<std::string_view, 2> kLanguages = {"en", "es"};

std::string document(std::string_view title) {
  return "<!DOCTYPE html>\n<title>" + std::string(title) + "</title>\n";
}

}  // namespace

std::span<const std::string_view> interface_languages() { return kLanguages; }

std::string interface_language(std::string_view ui, std::string_view) {
  return ui == "es" ? "es" : "en";
}

std::string search_page(const PageView&, const Answer*, const IndexDescription&) {
  return document("Search");
}

std::string article_page(const PageView&, const FullText&, std::optional<std::size_t>,
                         const Answer*) {
  return document("Article");
}

std::string error_page(const PageView&, int, const Error&) { return document("Error"); }

std::span<const Asset> assets() { return {}; }

}  // namespace palpate
