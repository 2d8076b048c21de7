#include "upkeep/article_check.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

#include "analysis/sentences.h"
#include "passage/passage.h"
#include "store/article_checksum.h"
#include "store/fields.h"
#include "store/passage_terms.h"
#include "store/stored_article.h"
#include "store/token_stream.h"

namespace palpate {
namespace {

constexpr std::size_t kMostWords = 5;
constexpr auto kRecordSlot = static_cast<unsigned>(Slot::record);

std::string counted(std::size_t number, const char* what) {
  return std::to_string(number) + " " + what;
}

// As Xapian keeps them: in order, each once.
std::map<std::string_view, unsigned> terms_of(const PassageEntry& entry) {
  std::map<std::string_view, unsigned> terms;
  for (std::size_t i = 0; i < entry.terms(); ++i) terms[entry.term(i).text] += entry.term(i).count;
  return terms;
}

bool same_terms(const Xapian::Document& stored, const PassageEntry& expected) {
  auto at = stored.termlist_begin();
  for (const auto& [term, count] : terms_of(expected)) {
    if (at == stored.termlist_end() || *at != term || at.get_wdf() != count) return false;
    ++at;
  }
  return at == stored.termlist_end();
}

// But for the record, which is packed.
bool same_values(const Xapian::Document& stored, const PassageEntry& expected) {
  auto at = stored.values_begin();
  for (std::size_t i = 0; i < expected.values(); ++i, ++at) {
    const auto [slot, bytes] = expected.value(i);
    if (at == stored.values_end() || at.get_valueno() != slot) return false;
    if (slot != kRecordSlot && *at != bytes) return false;
  }
  return at == stored.values_end();
}

std::string_view record_in(const PassageEntry& entry) {
  for (std::size_t i = 0; i < entry.values(); ++i)
    if (entry.value(i).slot == kRecordSlot) return entry.value(i).bytes;
  return {};
}

// A number for a term standing in a passage, to be summed in any order.
std::uint64_t mark_of(const std::string& term, Xapian::docid passage, Xapian::termcount wdf) {
  std::uint64_t mark = std::hash<std::string>()(term) ^ (std::uint64_t{passage} << 32U) ^ wdf;
  // The finaliser of MurmurHash3, so that sums of marks do not cancel out.
  mark = (mark ^ (mark >> 33U)) * 0xff51afd7ed558ccdULL;
  mark = (mark ^ (mark >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
  return mark ^ (mark >> 33U);
}

}  // namespace

ArticleCheck::ArticleCheck(const Snapshot& index,
                           const std::unordered_map<std::string, std::string>& files, bool terms,
                           DamageList& damages)
    : index_(index), files_(files), terms_(terms), damages_(damages) {}

void ArticleCheck::check(const std::string& id, const DocumentRecord& document) {
  const std::vector<Xapian::docid> numbers = index_.passages_of(id);
  passages_ += numbers.size();
  std::vector<PassageRecord> passages;
  passages.reserve(numbers.size());
  for (const Xapian::docid number : numbers) passages.push_back(index_.passage(number));
  const Result<Article> article = article_of(document, passages);
  if (!article) return damages_.add(id + " " + article.error().message);
  SentenceBreaker breaker;
  const auto cut = split_passages(*article, PassageSettings{}, breaker);
  if (article_checksum(document, *article, cut) != document.checksum)
    return damages_.add(id + " is not what was put into the index: its checksum differs");
  compare(*article, numbers, passages);
  words_.add(document, analyser(document.language), 1);
}

void ArticleCheck::compare(const Article& article, const std::vector<Xapian::docid>& numbers,
                           const std::vector<PassageRecord>& records) {
  const auto file = files_.find(article.id);
  if (file == files_.end()) return damages_.add(article.id + " belongs to no file");
  SentenceBreaker breaker;
  const auto cut = split_passages(article, PassageSettings{}, breaker);
  PassageDocuments documents(article, analyser(article.language), file->second, words_);
  TokenStream stream;
  for (std::size_t i = 0; i < cut.size(); ++i) {
    const Xapian::Document stored = index_.database().get_document(numbers[i]);
    const PassageEntry& expected = documents.entry(cut[i]);
    const std::string passage = article.id + "#" + std::to_string(cut[i].number);
    if (!decode(stored.get_value(static_cast<unsigned>(Slot::tokens)), stream))
      damages_.add(passage + " has a token stream that cannot be read");
    if (encode(records[i]) != record_in(expected))
      damages_.add(passage + " is stored otherwise than it was written");
    if (!terms_) continue;
    if (!same_values(stored, expected))
      damages_.add(passage + " has other values than its text gives");
    if (!same_terms(stored, expected))
      damages_.add(passage + " has other terms than its text gives");
  }
}

void ArticleCheck::finish() {
  const std::size_t held = index_.database().get_doccount();
  if (held != passages_)
    damages_.add("the index holds " + counted(held, "passages, its documents have ") +
                 std::to_string(passages_));
  if (terms_ && damages_.empty()) check_words();
  check_postings();
}

void ArticleCheck::check_words() {
  for (const std::string& difference : words_.differences(index_.database(), kMostWords))
    damages_.add("a word is counted wrongly: " + difference);
}

// What Xapian holds by term, and sums up, is what it holds by passage.
void ArticleCheck::check_postings() {
  const Xapian::Database& database = index_.database();
  std::uint64_t by_passage = 0;
  std::uint64_t length = 0;
  bool bounded = true;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    std::uint64_t own = 0;
    for (auto term = database.termlist_begin(*at); term != database.termlist_end(*at); ++term) {
      by_passage += mark_of(*term, *at, term.get_wdf());
      own += term.get_wdf();
    }
    length += own;
    bounded = bounded && own == database.get_doclength(*at) &&
              own >= database.get_doclength_lower_bound() &&
              own <= database.get_doclength_upper_bound();
  }
  if (!bounded || length != database.get_total_length())
    damages_.add("the lengths of passages are not those of their terms");
  if (by_passage != sum_of_postings())
    damages_.add("what is found by words is not what the passages hold");
}

std::uint64_t ArticleCheck::sum_of_postings() {
  const Xapian::Database& database = index_.database();
  std::uint64_t sum = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    std::size_t passages = 0;
    std::uint64_t times = 0;
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
      sum += mark_of(*term, *at, at.get_wdf());
      times += at.get_wdf();
      ++passages;
    }
    if (passages != term.get_termfreq() || times != database.get_collection_freq(*term))
      damages_.add("the term " + *term + " is counted in " + std::to_string(term.get_termfreq()) +
                   " passages and stands in " + std::to_string(passages));
  }
  return sum;
}

Analyser& ArticleCheck::analyser(const std::string& language) {
  const auto found = analysers_.find(language);
  if (found != analysers_.end()) return found->second;
  Result<Analyser> made =
      Analyser::create({language.empty() ? AnalyserSettings{}.language : language});
  if (!made) throw Xapian::InternalError(made.error().message);
  return analysers_.emplace(language, std::move(*made)).first->second;
}

}  // namespace palpate
