#include "upkeep/article_check.h"

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>

#include "analysis/sentences.h"
#include "passage/passage.h"
#include "store/article_checksum.h"
#include "store/fields.h"
#include "store/passage_terms.h"
#include "store/stored_article.h"
#include "store/stored_terms.h"
#include "store/token_stream.h"

namespace palpate {
namespace {

constexpr std::size_t kMostWords = 5;
constexpr auto kRecordSlot = static_cast<unsigned>(Slot::record);

std::string counted(std::size_t number, const char* what) {
  return std::to_string(number) + " " + what;
}

// But for the record, which is packed.
bool same_values(const Xapian::Document& stored, const PassageEntry& expected) {
  std::array<std::string_view, kRecordSlot + 1> values{};
  for (std::size_t i = 0; i < expected.values(); ++i)
    values.at(expected.value(i).slot) = expected.value(i).bytes;
  for (unsigned slot = 0; slot < kRecordSlot; ++slot)
    if (stored.get_value(slot) != values.at(slot)) return false;
  return true;
}

std::string_view record_in(const PassageEntry& entry) {
  for (std::size_t i = 0; i < entry.values(); ++i)
    if (entry.value(i).slot == kRecordSlot) return entry.value(i).bytes;
  return {};
}

// A number for a term of a passage, to be summed in any order.
std::uint64_t mark_of(std::string_view term, std::uint64_t wdf) {
  std::uint64_t mark = std::hash<std::string_view>()(term) ^ wdf;
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
    for (const auto& [term, count] : terms_of(expected))
      difference_[numbers[i]] += mark_of(term, count);
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

// What Xapian holds by term is what it counts, and what the passages' texts give.
void ArticleCheck::check_postings() {
  const Xapian::Database& database = index_.database();
  std::unordered_map<Xapian::docid, std::uint64_t> lengths;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    std::size_t passages = 0;
    std::uint64_t times = 0;
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
      if (terms_) difference_[*at] -= mark_of(*term, at.get_wdf());
      lengths[*at] += at.get_wdf();
      times += at.get_wdf();
      ++passages;
    }
    if (passages != term.get_termfreq() || times != database.get_collection_freq(*term))
      damages_.add("the term " + *term + " is counted in " + std::to_string(term.get_termfreq()) +
                   " passages and stands in " + std::to_string(passages));
  }
  check_lengths(lengths);
  for (const auto& [passage, difference] : difference_)
    if (difference != 0) damages_.add(name_of(passage) + " has other terms than its text gives");
}

void ArticleCheck::check_lengths(
    const std::unordered_map<Xapian::docid, std::uint64_t>& by_postings) {
  const Xapian::Database& database = index_.database();
  std::uint64_t total = 0;
  bool same = true;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const auto found = by_postings.find(*at);
    const std::uint64_t length = found == by_postings.end() ? 0 : found->second;
    total += length;
    same = same && length == at.get_doclength() && length >= database.get_doclength_lower_bound() &&
           length <= database.get_doclength_upper_bound();
  }
  if (!same || total != database.get_total_length())
    damages_.add("the lengths of passages are not those of their terms");
}

std::string ArticleCheck::name_of(Xapian::docid passage) const {
  const Xapian::Document stored = index_.stored(passage);
  const std::string document = index_.document_of(stored);
  if (document.empty()) return "passage " + std::to_string(passage);
  return document + "#" + std::to_string(index_.number_of(stored));
}

Analyser& ArticleCheck::analyser(const std::string& language) {
  const Result<Analyser*> analyser = analysers_.of(language);
  if (!analyser) throw Xapian::InternalError(analyser.error().message);
  return **analyser;
}

}  // namespace palpate
