#include "service/page/interface_texts.h"

#include <algorithm>
#include <array>

#include "service/page/page.h"

namespace palpate::html {
namespace {

constexpr std::array<std::string_view, 2> kLanguages = {"en", "es"};
using Row = std::array<std::string_view, kLanguages.size()>;

struct Said {
  Text text;
  Row row;
};
constexpr std::array<Said, static_cast<std::size_t>(Text::count_)> kTexts = {{
    {Text::page_title, {"Search the articles", "Buscar en los artículos"}},
    {Text::tagline,
     {"Answers in the articles’ own words", "Respuestas con las palabras de los artículos"}},
    {Text::skip_to_main, {"Skip to content", "Saltar al contenido"}},
    {Text::language_choice, {"Language of this page", "Idioma de esta página"}},
    {Text::question_label, {"What do you want to know?", "¿Qué quiere saber?"}},
    {Text::search_button, {"Search", "Buscar"}},
    {Text::examples_title, {"Ways to ask", "Formas de preguntar"}},
    {Text::example_words, {"how long should I hold a stretch", "ejercicio para el dolor lumbar"}},
    {Text::example_words_means,
     {"A question, in plain words", "Una pregunta, con palabras sencillas"}},
    {Text::example_phrase, {R"("frozen shoulder")", R"("dolor lumbar")"}},
    {Text::example_phrase_means, {"These words together", "Estas palabras juntas"}},
    {Text::example_without, {"shoulder pain -surgery", "dolor -masaje"}},
    {Text::example_without_means, {"Without a word", "Sin una palabra"}},
    {Text::holds_passages, {"{0} passages of {1} articles", "{0} pasajes de {1} artículos"}},
    {Text::language_itself, {"English", "Español"}},
    {Text::suggestions_title, {"Suggestions", "Sugerencias"}},
    {Text::suggestion_title, {"article", "artículo"}},
    {Text::suggestion_heading, {"heading", "apartado"}},
    {Text::suggestion_phrase, {"phrase", "expresión"}},
    {Text::suggestions_one,
     {"1 suggestion; arrow keys to choose", "1 sugerencia; elija con las flechas"}},
    {Text::suggestions_many,
     {"{0} suggestions; arrow keys to choose", "{0} sugerencias; elija con las flechas"}},
    {Text::suggestions_none, {"No suggestions", "Sin sugerencias"}},
    {Text::filters_title, {"Filters", "Filtros"}},
    {Text::filter_source, {"Source", "Fuente"}},
    {Text::filter_language, {"Language", "Idioma"}},
    {Text::filter_after, {"From year", "Desde el año"}},
    {Text::filter_before, {"To year", "Hasta el año"}},
    {Text::filter_tag, {"Tag", "Etiqueta"}},
    {Text::filter_author, {"Author", "Autor"}},
    {Text::filter_all_sources, {"All sources", "Todas las fuentes"}},
    {Text::filter_all_languages, {"All languages", "Todos los idiomas"}},
    {Text::filter_date_format,
     {"A year, or a date such as 2024-06 or 2024-06-15",
      "Un año, o una fecha como 2024-06 o 2024-06-15"}},
    {Text::filter_apply, {"Apply", "Aplicar"}},
    {Text::filters_chosen, {"Filters in use", "Filtros en uso"}},
    {Text::filter_remove, {"Remove filter:", "Quitar filtro:"}},
    {Text::results_for, {"Passages for “{0}”", "Pasajes sobre «{0}»"}},
    {Text::results_without_words, {"Passages", "Pasajes"}},
    {Text::count_one, {"1 passage", "1 pasaje"}},
    {Text::count_many, {"{0} passages", "{0} pasajes"}},
    {Text::count_about, {"About {0} passages", "Unos {0} pasajes"}},
    {Text::count_range, {"{0}, showing {1} to {2}", "{0}; se muestran del {1} al {2}"}},
    {Text::search_as_typed, {"Search exactly as typed", "Buscar tal como está escrito"}},
    {Text::asked_exactly, {"Searched exactly as typed.", "Se buscó tal como está escrito."}},
    {Text::search_with_corrections,
     {"Allow corrections and other names", "Permitir correcciones y otros nombres"}},
    {Text::other_names,
     {"Also found under other names:", "También se encontró con otros nombres:"}},
    {Text::other_names_one, {"“{0}” as {1}", "«{0}» como {1}"}},
    {Text::nothing_title, {"Nothing found", "No se encontró nada"}},
    {Text::nothing_advice_fewer, {"Try fewer words.", "Pruebe con menos palabras."}},
    {Text::nothing_advice_other_words,
     {"Try other words for the same thing.", "Pruebe con otras palabras para lo mismo."}},
    {Text::nothing_advice_filters, {"Search without the filters", "Buscar sin los filtros"}},
    {Text::nothing_on_this_page,
     {"There are no passages left for this page.", "No quedan pasajes para esta página."}},
    {Text::first_page, {"To the first page", "Ir a la primera página"}},
    {Text::heading_unknown, {"At the beginning", "Al comienzo"}},
    {Text::title_unknown, {"Untitled", "Sin título"}},
    {Text::published, {"Published {0}", "Publicado: {0}"}},
    {Text::updated, {"Updated {0}", "Actualizado: {0}"}},
    {Text::date_unknown, {"Date unknown", "Fecha desconocida"}},
    {Text::older_than_five_years, {"Older than 5 years", "Más de 5 años de antigüedad"}},
    {Text::by_authors, {"by {0}", "por {0}"}},
    {Text::and_more, {"{0} and {1} more", "{0} y {1} más"}},
    {Text::reviewed_by, {"Reviewed by {0}", "Revisado por {0}"}},
    {Text::source_page, {"Original page", "Página original"}},
    {Text::similar_passages, {"Similar passages", "Pasajes parecidos"}},
    {Text::also_in, {"Also in:", "También en:"}},
    {Text::more_from_article, {"More from this article", "Más de este artículo"}},
    {Text::table, {"Table", "Tabla"}},
    {Text::pages, {"Pages of results", "Páginas de resultados"}},
    {Text::previous_page, {"Previous", "Anterior"}},
    {Text::next_page, {"Next", "Siguiente"}},
    {Text::back_to_results, {"Back to the passages for “{0}”", "Volver a los pasajes sobre «{0}»"}},
    {Text::back_to_search, {"Back to the search", "Volver a la búsqueda"}},
    {Text::back_to_list, {"Back to the passages", "Volver a los pasajes"}},
    {Text::contents, {"In this article", "En este artículo"}},
    {Text::asked_passage, {"The passage you followed", "El pasaje que ha seguido"}},
    {Text::similar_title,
     {"Similar passages in other articles", "Pasajes parecidos en otros artículos"}},
    {Text::passage_they_are_like, {"To the passage they are like", "Al pasaje al que se parecen"}},
    {Text::print, {"Print", "Imprimir"}},
    {Text::handout_printed, {"Printed on {0}.", "Impreso el {0}."}},
    {Text::handout_disclaimer,
     {"Quoted word for word from the articles named. It does not replace the advice of your doctor "
      "or therapist.",
      "Citado palabra por palabra de los artículos nombrados. No sustituye el consejo de su médico "
      "o "
      "terapeuta."}},
    {Text::error_title, {"This did not work", "Esto no ha funcionado"}},
    {Text::error_not_found, {"There is no such page", "Esta página no existe"}},
    {Text::error_bad_request,
     {"This question cannot be asked that way", "Así no se puede preguntar"}},
    {Text::error_busy, {"The search is busy", "La búsqueda está ocupada"}},
    {Text::error_try_again,
     {"Please try again in a moment.", "Vuelva a intentarlo dentro de un momento."}},
    {Text::error_start_again, {"Start a new search", "Empezar una búsqueda nueva"}},
    {Text::full_date, {"{0} {1} {2}", "{0} de {1} de {2}"}},
    {Text::month_of_year, {"{0} {1}", "{0} de {1}"}},
    {Text::day_without_year, {"{0} {1}, year unknown", "{0} de {1}, año desconocido"}},
    {Text::month_without_year, {"{0}, year unknown", "{0}, año desconocido"}},
}};

constexpr bool all_said() {
  for (std::size_t i = 0; i < kTexts.size(); ++i) {
    if (static_cast<std::size_t>(kTexts[i].text) != i) return false;
    if (std::ranges::any_of(kTexts[i].row, &std::string_view::empty)) return false;
  }
  return true;
}
static_assert(all_said(), "a text of the page is out of order, or missing in a language");

constexpr std::array<Row, 12> kMonths = {{{"January", "enero"},
                                          {"February", "febrero"},
                                          {"March", "marzo"},
                                          {"April", "abril"},
                                          {"May", "mayo"},
                                          {"June", "junio"},
                                          {"July", "julio"},
                                          {"August", "agosto"},
                                          {"September", "septiembre"},
                                          {"October", "octubre"},
                                          {"November", "noviembre"},
                                          {"December", "diciembre"}}};

struct NamedLanguage {
  std::string_view tag;
  Row names;
};
constexpr std::array<NamedLanguage, 22> kLanguageNames = {
    {{"ar", {"Arabic", "árabe"}},        {"bg", {"Bulgarian", "búlgaro"}},
     {"ca", {"Catalan", "catalán"}},     {"cs", {"Czech", "checo"}},
     {"da", {"Danish", "danés"}},        {"de", {"German", "alemán"}},
     {"en", {"English", "inglés"}},      {"es", {"Spanish", "español"}},
     {"fa", {"Persian", "persa"}},       {"fr", {"French", "francés"}},
     {"he", {"Hebrew", "hebreo"}},       {"it", {"Italian", "italiano"}},
     {"ja", {"Japanese", "japonés"}},    {"nl", {"Dutch", "neerlandés"}},
     {"pl", {"Polish", "polaco"}},       {"pt", {"Portuguese", "portugués"}},
     {"ro", {"Romanian", "rumano"}},     {"ru", {"Russian", "ruso"}},
     {"sv", {"Swedish", "sueco"}},       {"tr", {"Turkish", "turco"}},
     {"uk", {"Ukrainian", "ucraniano"}}, {"zh", {"Chinese", "chino"}}}};

}  // namespace

std::string filled(std::string_view pattern, std::span<const std::string_view> values) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const std::size_t digit = at + 1;
    if (pattern[at] != '{' || digit >= pattern.size()) {
      text += pattern[at];
      continue;
    }
    const auto which = static_cast<std::size_t>(pattern[digit] - '0');
    if (which < values.size()) text += values[which];
    at += 2;
  }
  return text;
}

InterfaceTexts::InterfaceTexts(std::string_view language) {
  const auto found = std::ranges::find(kLanguages, language);
  if (found != kLanguages.end()) column_ = static_cast<std::size_t>(found - kLanguages.begin());
}

std::string_view InterfaceTexts::language() const { return kLanguages[column_]; }

std::string_view InterfaceTexts::operator[](Text text) const {
  return kTexts[static_cast<std::size_t>(text)].row[column_];
}

std::string InterfaceTexts::with(Text text, std::initializer_list<std::string_view> values) const {
  return filled((*this)[text], values);
}

std::string_view InterfaceTexts::month(int month) const {
  return kMonths.at(static_cast<std::size_t>(month - 1))[column_];
}

std::string_view InterfaceTexts::language_name(std::string_view tag) const {
  const auto found = std::ranges::find(kLanguageNames, tag, &NamedLanguage::tag);
  return found == kLanguageNames.end() ? tag : found->names[column_];
}

std::string InterfaceTexts::number(std::size_t number) const {
  const std::string_view group = column_ == 0 ? "," : "\u00A0";
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, group);
  }
  return digits;
}

}  // namespace palpate::html

namespace palpate {

std::span<const std::string_view> interface_languages() { return html::kLanguages; }

}  // namespace palpate
