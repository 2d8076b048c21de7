#include "article/furniture/share_bar.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace palpate {
namespace {

constexpr std::size_t kMostWords = 20;

// Where to, and what a bar offers besides.
constexpr auto kPlaces = std::to_array<std::string_view>(
    {"bluesky", "email",    "e",         "facebook",  "flipboard", "instagram", "linkedin",
     "mail",    "mastodon", "messenger", "pinterest", "pocket",    "reddit",    "signal",
     "skype",   "sms",      "telegram",  "threads",   "tiktok",    "tumblr",    "twitter",
     "viber",   "vk",       "whatsapp",  "x",         "xing",      "youtube",   "fb"});
constexpr auto kVerbs = std::to_array<std::string_view>(
    {"copy",        "like",         "link",       "pin",           "post",         "print",
     "save",        "send",         "share",      "shared",        "tweet",        "follow",
     "teilen",      "teile",        "twittern",   "posten",        "senden",       "versenden",
     "drucken",     "weiterleiten", "merken",     "pinnen",        "compartir",    "comparte",
     "compártelo",  "comparta",     "compártalo", "publicar",      "enviar",       "imprimir",
     "partager",    "partagez",     "partage",    "envoyer",       "tweeter",      "imprimer",
     "épingler",    "udostępnij",   "udostępnić", "udostępnienie", "podziel",      "się",
     "wyślij",      "tweetnij",     "drukuj",     "przypnij",      "condividi",    "condividere",
     "condividilo", "invia",        "twitta",     "stampa",        "compartilhar", "compartilhe",
     "partilhar",   "partilhe",     "tuitar",     "delen",         "deel",         "verstuur",
     "stuur",       "tweeten",      "afdrukken"});
constexpr auto kBetween = std::to_array<std::string_view>(
    {"on",   "to",      "via",     "with",    "by",  "in",      "it",  "this", "us",    "and",
     "or",   "article", "page",    "auf",     "bei", "über",    "per", "mit",  "als",   "und",
     "an",   "diesen",  "artikel", "beitrag", "en",  "por",     "con", "a",    "y",     "este",
     "esto", "sur",     "par",     "avec",    "cet", "et",      "à",   "na",   "przez", "w",
     "do",   "i",       "ten",     "wpis",    "su",  "tramite", "no",  "pelo", "pela",  "op",
     "naar", "dit",     "bericht", "e",       "le",  "la"});

// "na Facebooku", "w LinkedInie": Polish gives the names endings.
bool is_place(std::string_view word) {
  constexpr std::size_t kLongestEnding = 3;
  constexpr std::size_t kLongName = 6;
  return std::any_of(kPlaces.begin(), kPlaces.end(), [&](std::string_view place) {
    const bool ending = place.size() >= kLongName && word.size() <= place.size() + kLongestEnding;
    return word == place || (ending && word.starts_with(place));
  });
}

bool holds(std::span<const std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool is_share_bar(std::string_view folded) {
  std::size_t words = 0;
  std::size_t places = 0;
  std::size_t verbs = 0;
  std::size_t between = 0;
  for (std::size_t begin = 0; begin < folded.size() && words <= kMostWords; ++words) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string_view word = folded.substr(begin, end - begin);
    if (is_place(word))
      ++places;
    else if (holds(kVerbs, word))
      ++verbs;
    else if (holds(kBetween, word))
      ++between;
    else
      return false;
    begin = end + 1;
  }
  if (words > kMostWords) return false;
  // "Facebook Twitter Pinterest", or "Auf Facebook teilen".
  return between == 0 ? places + verbs >= 2 : places >= 1 && verbs >= 1;
}

}  // namespace palpate
