#include "service/page/notes.h"

#include <array>
#include <cstddef>
#include <optional>

namespace palpate::html {
namespace {

// "*" stands for a word, a number or a list; in order they fill "{0}" and "{1}".
struct KnownNote {
  NoteKind kind;
  std::string_view pattern;
  std::string_view english;  // "": as the pattern
  std::string_view spanish;
};

constexpr NoteKind kTold = NoteKind::told;
constexpr auto kKnownNotes = std::to_array<KnownNote>({
    {NoteKind::correction,
     "No article holds “*”; read as “*”. Quotes or --exact leave it as typed.",
     "No article holds “{0}”: it was read as “{1}”.",
     "Ningún artículo contiene «{0}»: se leyó como «{1}»."},
    {NoteKind::closest,
     "Nothing here is about *; closest:", "Nothing here is about {0}. These come closest:",
     "Nada aquí trata de {0}. Esto es lo más parecido:"},
    {kTold, "No article holds *.", "", "Ningún artículo contiene {0}."},
    {kTold, "Without the quotes around * 1 passage matches.",
     "Without the quotes around “{0}” there is 1 passage.",
     "Sin las comillas de «{0}» hay 1 pasaje."},
    {kTold, "Without the quotes around * * passages match.",
     "Without the quotes around “{0}” there are {1} passages.",
     "Sin las comillas de «{0}» hay {1} pasajes."},
    {kTold, "Without the quotes behind * 1 passage matches.",
     "Without the quotes behind {0} there is 1 passage.",
     "Sin las comillas tras {0} hay 1 pasaje."},
    {kTold, "Without the quotes behind * * passages match.",
     "Without the quotes behind {0} there are {1} passages.",
     "Sin las comillas tras {0} hay {1} pasajes."},
    {kTold, "Without * 1 passage matches.", "Without {0} there is 1 passage.",
     "Sin {0} hay 1 pasaje."},
    {kTold, "Without * * passages match.", "Without {0} there are {1} passages.",
     "Sin {0} hay {1} pasajes."},
    {kTold, "1 article without a date is left out.", "", "Se omite 1 artículo sin fecha."},
    {kTold, "* articles without a date are left out.", "", "Se omiten {0} artículos sin fecha."},
    {kTold, "Nothing was asked.", "", "No se preguntó nada."},
    {kTold, "Only what to leave out was named; name something to look for as well.", "",
     "Solo se dijo qué omitir; escriba también algo que buscar."},
    {kTold, "There is no word to look for in the question.", "",
     "En la pregunta no hay ninguna palabra que buscar."},
    {kTold, "No article here is in “*”; this index holds none whose language is known.", "",
     "Ningún artículo está en «{0}»; de ninguno se conoce el idioma."},
    {kTold, "No article here is in “*”; this index holds *.",
     "No article here is in “{0}”. Languages here: {1}.",
     "Ningún artículo está en «{0}». Idiomas que hay: {1}."},
    {kTold, "No article has this in its title: “*”.", "",
     "Ningún artículo tiene esto en el título: «{0}»."},
    {kTold, "No article is by “*”.", "", "Ningún artículo es de «{0}»."},
    {kTold, "No article is from “*”.", "", "Ningún artículo procede de «{0}»."},
    {kTold, "No article has the tag “*”.", "", "Ningún artículo tiene la etiqueta «{0}»."},
    {kTold, "Nothing here has the id “*”.", "", "Nada aquí tiene el identificador «{0}»."},
    {kTold, "No other article is like “*”.", "No other article is like this one.",
     "Ningún otro artículo se parece a este."},
    {kTold, "In a long message words in quotes count like others.", "",
     "En un mensaje largo, las palabras entre comillas cuentan como las demás."},
    {kTold, "The question is very long: only its first 10,000 bytes were used.",
     "The question is very long: only its beginning was used.",
     "La pregunta es muy larga: solo se usó el comienzo."},
    {kTold, "The question is very long: only its * weightiest words were asked.", "",
     "La pregunta es muy larga: solo se usaron las {0} palabras de más peso."},
    {kTold, "Of what stands in quotes only the first * words were asked.", "",
     "De lo que está entre comillas solo se usaron las primeras {0} palabras."},
    {kTold, "The question has very many conditions: only the first * of a kind were used.", "",
     "La pregunta tiene muchas condiciones: solo se usaron las primeras {0} de cada clase."},
    {kTold, "The question held bytes that are not text; they were taken as blanks.", "",
     "La pregunta contenía bytes que no son texto; se tomaron como espacios."},
    {kTold, "A quotation mark has no partner; the words at it were taken as plain words.", "",
     "Unas comillas no tienen pareja; sus palabras se tomaron como palabras sueltas."},
    {kTold, "No date lies from * to *: nothing can match.", "",
     "Ninguna fecha está entre {0} y {1}: nada puede coincidir."},
    {kTold,
     "There is no field *; it was taken as words. The fields are title, heading, author, source, "
     "lang, tag, id, after and before.",
     "",
     "No existe el campo {0}; se tomó como palabras. Los campos son title, heading, author, "
     "source, "
     "lang, tag, id, after y before."},
    {kTold, "* is followed by nothing; it was taken as a word.", "",
     "Tras {0} no hay nada; se tomó como una palabra."},
    {kTold, "* cannot be left out; it was taken as words.", "",
     "{0} no se puede omitir; se tomó como palabras."},
    {kTold, "* names no language by its code, as lang:en does; it was taken as words.", "",
     "{0} no nombra ningún idioma por su código, como lang:es; se tomó como palabras."},
    {kTold, "* names a date that does not exist; it was taken as words.", "",
     "{0} nombra una fecha que no existe; se tomó como palabras."},
    {kTold, "* is no date as 2020, 2020-06 or 2020-06-15 are; it was taken as words.", "",
     "{0} no es una fecha como 2020, 2020-06 o 2020-06-15; se tomó como palabras."},
    {kTold,
     "OR stands between two words or phrases, or two values of one field; here it was taken as the "
     R"(word "or".)",
     "", "OR va entre dos palabras o dos valores de un campo; aquí se tomó como la palabra «or»."},
});

using Values = std::array<std::string_view, 2>;

// What stands for the "*" of a pattern. One that two "*" hold is looked for from its end, so that
// words may be followed by a number.
std::optional<Values> matched(std::string_view note, std::string_view pattern) {
  const std::size_t first = pattern.find('*');
  if (first == std::string_view::npos)
    return note == pattern ? std::optional(Values{}) : std::nullopt;
  const std::size_t last = pattern.rfind('*');
  const std::string_view before = pattern.substr(0, first);
  const std::string_view after = pattern.substr(last + 1);
  if (note.size() < before.size() + after.size()) return std::nullopt;
  if (!note.starts_with(before) || !note.ends_with(after)) return std::nullopt;
  const std::string_view middle =
      note.substr(before.size(), note.size() - before.size() - after.size());
  if (first == last) return middle.empty() ? std::nullopt : std::optional(Values{middle, {}});
  const std::string_view between = pattern.substr(first + 1, last - first - 1);
  const std::size_t at = middle.rfind(between);
  if (at == std::string_view::npos || at == 0) return std::nullopt;
  return Values{middle.substr(0, at), middle.substr(at + between.size())};
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

// "“a”, “b” or “c”" → "«a», «b» o «c»"; "de (30 passages)" → "de (30 pasajes)".
std::string in_spanish(std::string_view value) {
  std::string text = replaced(std::string(value), "” or “", "» o «");
  text = replaced(replaced(std::move(text), "“", "«"), "”", "»");
  return replaced(replaced(std::move(text), " passages)", " pasajes)"), " passage)", " pasaje)");
}

// A pattern with its "*" numbered.
std::string numbered(std::string_view pattern) {
  std::string text;
  int next = 0;
  for (const char c : pattern)
    text += c == '*' ? "{" + std::to_string(next++) + "}" : std::string(1, c);
  return text;
}

}  // namespace

PageNote page_note(std::string_view note, const InterfaceTexts& say) {
  for (const KnownNote& known : kKnownNotes) {
    const std::optional<Values> values = matched(note, known.pattern);
    if (!values) continue;
    if (say.language() == "es") {
      return {known.kind,
              filled(known.spanish, {in_spanish((*values)[0]), in_spanish((*values)[1])})};
    }
    const std::string english =
        known.english.empty() ? numbered(known.pattern) : std::string(known.english);
    return {known.kind, filled(english, {(*values)[0], (*values)[1]})};
  }
  return {NoteKind::other, std::string(note)};
}

}  // namespace palpate::html
