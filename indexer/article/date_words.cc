#include "article/date_words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utypes.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace palpate {
namespace {

// Each line is one month; names are folded and stand between blanks.
constexpr std::array<std::string_view, 12> kMonths = {
    " jan january januar janner enero ene janvier janv gennaio gen januari styczen stycznia sty "
    "janeiro ",
    " feb february februar febrero fevrier fevr fev febbraio februari luty lutego lut fevereiro ",
    " mar march marz mrz marzo mars maart mrt marzec marca marco ",
    " apr april abril abr avril avr aprile kwiecien kwietnia kwi ",
    " may mai mayo maggio mag mei maj maja maio ",
    " jun june juni junio juin giugno giu czerwiec czerwca cze junho ",
    " jul july juli julio juillet juil juill luglio lug lipiec lipca lip julho ",
    " aug august agosto ago aout augustus sierpien sierpnia sie ",
    " sep sept september septiembre setiembre septembre settembre sett set wrzesien wrzesnia wrz "
    "setembro ",
    " oct october oktober okt octubre octobre ottobre ott pazdziernik pazdziernika paz outubro "
    "out ",
    " nov november noviembre novembre listopad listopada lis novembro ",
    " dec december dezember dez diciembre dic decembre dicembre grudzien grudnia gru dezembro ",
};

constexpr std::string_view kWeekdays =
    " mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday "
    "sun sunday mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend "
    "sonntag lunes martes miercoles jueves viernes sabado domingo lun mar mie jue vie sab dom "
    "lundi mardi mercredi jeudi vendredi samedi dimanche mer jeu ven sam dim lunedi martedi "
    "mercoledi giovedi venerdi sabato domenica gio ma wo vr za zo maandag dinsdag woensdag "
    "donderdag vrijdag zaterdag zondag poniedzialek wtorek sroda czwartek piatek sobota niedziela "
    "segunda terca quarta quinta sexta feira ";

bool holds_word(std::string_view names, std::string_view word) {
  if (word.empty() || word.find(' ') != std::string_view::npos) return false;
  return names.find(' ' + std::string(word) + ' ') != std::string_view::npos;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

icu::UnicodeString decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return wide;
  return nfkd->normalize(wide, status);
}

}  // namespace

std::string fold_date_words(std::string_view text) {
  std::string folded;
  if (is_ascii(text)) {
    folded.resize(text.size());
    std::transform(text.begin(), text.end(), folded.begin(), lower_ascii);
    return folded;
  }
  icu::UnicodeString bare;
  const icu::UnicodeString apart = decomposed(text);
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = u_tolower(apart.char32At(i));
    // Unicode does not take the stroke of the Polish l for an accent.
    if (u_charType(c) != U_NON_SPACING_MARK) bare.append(c == 0x142 ? UChar32{'l'} : c);
  }
  bare.toUTF8String(folded);
  return folded;
}

int month_number(std::string_view folded) {
  for (std::size_t month = 0; month < kMonths.size(); ++month) {
    if (holds_word(kMonths.at(month), folded)) return static_cast<int>(month) + 1;
  }
  return 0;
}

bool is_weekday(std::string_view folded) { return holds_word(kWeekdays, folded); }

}  // namespace palpate
