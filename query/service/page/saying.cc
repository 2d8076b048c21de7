#include "service/page/saying.h"

#include <algorithm>
#include <array>

#include "service/page/interface_texts.h"

namespace palpate {
namespace {

struct Known {
  std::string_view english, spanish;
};

constexpr auto kKnown = std::to_array<Known>({
    {"There is no such page here.", "Aquí no hay ninguna página así."},
    {"Check the address.", "Compruebe la dirección."},
    {"There is no such article here.", "Aquí no hay ningún artículo así."},
    {"It may have been renamed or removed since the link was made.",
     "Puede que se haya retirado o que haya cambiado de nombre desde que se hizo el enlace."},
    {"The path is not percent-encoded UTF-8.",
     "La ruta no es UTF-8 con codificación por porcentaje."},
    {"Only GET and HEAD are understood here.", "Aquí solo se entienden GET y HEAD."},
    {"Too many questions came from this address.",
     "Han llegado demasiadas preguntas desde esta dirección."},
    {"Ask again in a moment.", "Vuelva a preguntar dentro de un momento."},
    {"The question took too long.", "La pregunta tardó demasiado."},
    {"Ask again in a moment, or in fewer words.",
     "Vuelva a preguntar dentro de un momento, o con menos palabras."},
    {"The index, or the part of it that was asked for, cannot be read now.",
     "El índice, o la parte que se ha pedido, no se puede leer ahora."},
    {"The question could not be answered.", "No se pudo responder a la pregunta."},
    {"The index could not be read.", "No se pudo leer el índice."},
    {"{0} is not percent-encoded UTF-8", "{0} no es UTF-8 con codificación por porcentaje"},
    {"{0} is given {1} times; give it once", "{0} aparece {1} veces; indíquelo una sola vez"},
    {"{0} is {1}; give a whole number from {2} to {3}",
     "{0} es {1}; indique un número entero de {2} a {3}"},
    {"{0} is {1}; give 1 or 0", "{0} es {1}; indique 1 o 0"},
    {"{0} is {1}; give one of: {2}", "{0} es {1}; indique uno de estos valores: {2}"},
    {"there is no parameter {0} here; there are: {1}",
     "aquí no hay ningún parámetro {0}; los que hay son: {1}"},
    {"there is no parameter {0} here; there are: none",
     "aquí no hay ningún parámetro {0}, ni ningún otro"},
    {"after is {0}, which is later than before, {1}",
     "after es {0}, que es posterior a before, {1}"},
    {"before is {0}, which is earlier than after, {1}",
     "before es {0}, que es anterior a after, {1}"},
    {"{0} cannot be {1}; dates are like 2020, 2020-06 and 2020-06-15",
     "{0} no puede ser {1}; las fechas son como 2020, 2020-06 y 2020-06-15"},
    {"{0} cannot be {1}; a value has at most 10,000 bytes",
     "{0} no puede ser {1}; un valor tiene 10\u00A0000 bytes como máximo"},
    {"{0} cannot be {1}; use UTF-8", "{0} no puede ser {1}; use UTF-8"},
    {"{0} cannot be {1}; give a value", "{0} no puede ser {1}; indique un valor"},
    {"{0} cannot be {1}; codes are like en, de and es",
     "{0} no puede ser {1}; los códigos son como en, de y es"},
    {"q has {0} bytes; at most {1} are answered", "q tiene {0} bytes; se admiten {1} como máximo"},
    {"id is missing: give a document's or a passage's",
     "falta id: indique el de un documento o de un pasaje"},
    {"passage is {0}; this article has {1}", "passage es {0}; este artículo tiene {1}"},
});

std::string with_words(std::string_view pattern, const std::vector<std::string>& words) {
  // What has no words may hold braces of its own.
  return words.empty()
             ? std::string(pattern)
             : html::filled(pattern, std::vector<std::string_view>(words.begin(), words.end()));
}

}  // namespace

std::string Saying::in_english() const { return with_words(pattern, words); }

std::optional<std::string> Saying::in(std::string_view language) const {
  if (language == "en") return in_english();
  const auto known = std::ranges::find(kKnown, pattern, &Known::english);
  if (language != "es" || known == kKnown.end()) return std::nullopt;
  return with_words(known->spanish, words);
}

}  // namespace palpate
