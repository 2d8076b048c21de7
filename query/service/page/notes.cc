#include "service/page/notes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace palpate::html {
namespace {

// In the order of the kinds; `one` is said when the count among the words is 1.
struct NoteTexts {
  struct Row {
    std::string_view english, spanish;
  };
  NoteKind kind;
  Row many;
  Row one = {};
};

constexpr auto kNoteTexts = std::to_array<NoteTexts>({
    {NoteKind::part_left_out,
     {"A part of the articles cannot be searched just now ({0}). What is shown is from the others.",
      "Una parte de los artículos no se puede consultar ahora ({0}). Lo que se muestra es de los "
      "demás."}},
    {NoteKind::held_twice,
     {"More than one part of the index holds {0}: what is shown is from the first.",
      "Más de una parte del índice contiene {0}: lo que se muestra es de la primera."}},
    {NoteKind::nothing_asked, {"Nothing was asked.", "No se preguntó nada."}},
    {NoteKind::only_exclusions,
     {"Only what to leave out was named; name something to look for as well.",
      "Solo se dijo qué omitir; escriba también algo que buscar."}},
    {NoteKind::no_word,
     {"There is no word to look for in the question.",
      "En la pregunta no hay ninguna palabra que buscar."}},
    {NoteKind::undated,
     {"{0} articles without a date are left out.", "Se omiten {0} artículos sin fecha."},
     {"1 article without a date is left out.", "Se omite 1 artículo sin fecha."}},
    {NoteKind::spelling,
     {"No article holds “{0}”: it was read as “{1}”.",
      "Ningún artículo contiene «{0}»: se leyó como «{1}»."}},
    {NoteKind::unknown_words, {"No article holds {0}.", "Ningún artículo contiene {0}."}},
    {NoteKind::closest,
     {"Nothing here is about {0}. These come closest:",
      "Nada aquí trata de {0}. Esto es lo más parecido:"}},
    {NoteKind::language_missing,
     {"No article here is in “{0}”. Languages here: {1}.",
      "Ningún artículo está en «{0}». Idiomas que hay: {1}."},
     {"No article here is in “{0}”; of none the language is known.",
      "Ningún artículo está en «{0}»; de ninguno se conoce el idioma."}},
    {NoteKind::title_missing,
     {"No article has this in its title: “{0}”.",
      "Ningún artículo tiene esto en el título: «{0}»."}},
    {NoteKind::author_missing, {"No article is by “{0}”.", "Ningún artículo es de «{0}»."}},
    {NoteKind::source_missing, {"No article is from “{0}”.", "Ningún artículo procede de «{0}»."}},
    {NoteKind::tag_missing,
     {"No article has the tag “{0}”.", "Ningún artículo tiene la etiqueta «{0}»."}},
    {NoteKind::id_missing,
     {"Nothing here has the id “{0}”.", "Nada aquí tiene el identificador «{0}»."}},
    {NoteKind::without_part,
     {"Without {0} there are {1} passages.", "Sin {0} hay {1} pasajes."},
     {"Without {0} there is 1 passage.", "Sin {0} hay 1 pasaje."}},
    {NoteKind::without_quotes,
     {"Without the quotes around “{0}” there are {1} passages.",
      "Sin las comillas de «{0}» hay {1} pasajes."},
     {"Without the quotes around “{0}” there is 1 passage.",
      "Sin las comillas de «{0}» hay 1 pasaje."}},
    {NoteKind::without_field_quotes,
     {"Without the quotes behind {0} there are {1} passages.",
      "Sin las comillas tras {0} hay {1} pasajes."},
     {"Without the quotes behind {0} there is 1 passage.",
      "Sin las comillas tras {0} hay 1 pasaje."}},
    {NoteKind::nothing_alike,
     {"No other article is like this one.", "Ningún otro artículo se parece a este."}},
    {NoteKind::long_message,
     {"In a long message words in quotes count like others.",
      "En un mensaje largo, las palabras entre comillas cuentan como las demás."}},
    {NoteKind::question_cut,
     {"The question is very long: only its beginning was used.",
      "La pregunta es muy larga: solo se usó el comienzo."}},
    {NoteKind::words_cut,
     {"The question is very long: only its {0} weightiest words were asked.",
      "La pregunta es muy larga: solo se usaron las {0} palabras de más peso."}},
    {NoteKind::quoted_words_cut,
     {"Of what stands in quotes only the first {0} words were asked.",
      "De lo que está entre comillas solo se usaron las primeras {0} palabras."}},
    {NoteKind::conditions_cut,
     {"The question has very many conditions: only the first {0} of a kind were used.",
      "La pregunta tiene muchas condiciones: solo se usaron las primeras {0} de cada clase."}},
    {NoteKind::not_text,
     {"The question held bytes that are not text; they were taken as blanks.",
      "La pregunta contenía bytes que no son texto; se tomaron como espacios."}},
    {NoteKind::lone_quote,
     {"A quotation mark has no partner; the words at it were taken as plain words.",
      "Unas comillas no tienen pareja; sus palabras se tomaron como palabras sueltas."}},
    {NoteKind::no_such_dates,
     {"No date lies from {0} to {1}: nothing can match.",
      "Ninguna fecha está entre {0} y {1}: nada puede coincidir."}},
    {NoteKind::unknown_field,
     {"There is no field “{0}”; it was taken as words. The fields are title, heading, author, "
      "source, lang, tag, id, after and before.",
      "No existe el campo «{0}»; se tomó como palabras. Los campos son title, heading, author, "
      "source, lang, tag, id, after y before."}},
    {NoteKind::empty_field,
     {"“{0}” is followed by nothing; it was taken as a word.",
      "Tras «{0}» no hay nada; se tomó como una palabra."}},
    {NoteKind::not_to_be_left_out,
     {"“{0}” cannot be left out; it was taken as words.",
      "«{0}» no se puede omitir; se tomó como palabras."}},
    {NoteKind::no_language_code,
     {"“{0}” names no language by its code, as lang:en does; it was taken as words.",
      "«{0}» no nombra ningún idioma por su código, como lang:es; se tomó como palabras."}},
    {NoteKind::impossible_date,
     {"“{0}” names a date that does not exist; it was taken as words.",
      "«{0}» nombra una fecha que no existe; se tomó como palabras."}},
    {NoteKind::no_date,
     {"“{0}” is no date as 2020, 2020-06 or 2020-06-15 are; it was taken as words.",
      "«{0}» no es una fecha como 2020, 2020-06 o 2020-06-15; se tomó como palabras."}},
    {NoteKind::misplaced_or,
     {"OR stands between two words or phrases, or two values of one field; here it was taken as "
      "the word “or”.",
      "OR va entre dos palabras o dos valores de un campo; aquí se tomó como la palabra «or»."}},
});

constexpr bool in_order() {
  for (std::size_t i = 0; i < kNoteTexts.size(); ++i)
    if (kNoteTexts.at(i).kind != static_cast<NoteKind>(i)) return false;
  return kNoteTexts.size() == static_cast<std::size_t>(NoteKind::misplaced_or) + 1;
}
static_assert(in_order(), "one row a kind, in their order");

// "“a”, “b” or “c”", "«a», «b» o «c»"
std::string listed(const std::vector<std::string>& words, std::string_view last, bool spanish) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 < words.size() ? ", " : last;
    list.append(spanish ? "«" : "“").append(words[i]).append(spanish ? "»" : "”");
  }
  return list;
}

// "German (3), English (120)" of the tags and numbers behind the language that was asked for.
std::string languages_of(const Note& note, const InterfaceTexts& say) {
  std::string list;
  for (std::size_t i = 1; i + 1 < note.words.size(); i += 2)
    list.append(i == 1 ? "" : ", ")
        .append(say.language_name(note.words[i]))
        .append(" (")
        .append(note.words[i + 1])
        .append(")");
  return list;
}

// Whether the number that the note tells is one, or there is none where a list would stand.
bool is_one(const Note& note) {
  switch (note.kind) {
    case NoteKind::undated:
    case NoteKind::without_part:
    case NoteKind::without_quotes:
    case NoteKind::without_field_quotes:
      return !note.words.empty() && note.words.back() == "1";
    case NoteKind::language_missing:
      return note.words.size() < 3;
    default:
      return false;
  }
}

}  // namespace

std::string note_text(const Note& note, const InterfaceTexts& say) {
  const bool spanish = say.language() == "es";
  const NoteTexts& texts =
      kNoteTexts.at(std::min(static_cast<std::size_t>(note.kind), kNoteTexts.size() - 1));
  const NoteTexts::Row& row = is_one(note) ? texts.one : texts.many;
  const auto word = [&](std::size_t place) {
    return place < note.words.size() ? note.words[place] : std::string();
  };
  std::string first = word(0);
  std::string second = word(1);
  if (note.kind == NoteKind::unknown_words || note.kind == NoteKind::closest)
    first = listed(note.words, spanish ? " o " : " or ", spanish);
  if (note.kind == NoteKind::held_twice)
    first = listed(note.words, spanish ? " y " : " and ", spanish);
  if (note.kind == NoteKind::language_missing) second = languages_of(note, say);
  return filled(spanish ? row.spanish : row.english, {first, second});
}

}  // namespace palpate::html
