#include <sys/random.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <span>

#include "store/glass/chunked_list.h"
#include "store/glass/deflater.h"
#include "store/glass/gathered.h"
#include "store/glass/pack.h"
#include "store/glass/table_writer.h"

namespace palpate::glass {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMetadataKeys("\0\xc0", 2);
constexpr std::string_view kValueBoundKeys("\0\xd0", 2);
constexpr std::string_view kValueChunkKeys("\0\xd8", 2);
constexpr std::string_view kLengthKeys("\0\xe0", 2);

// Of each term, how many come before it.
std::vector<std::uint32_t> places_of(const std::vector<std::string_view>& terms) {
  std::vector<std::uint32_t> sorted(terms.size());
  std::iota(sorted.begin(), sorted.end(), 0U);
  std::ranges::sort(sorted, {}, [&](std::uint32_t number) { return terms[number]; });
  std::vector<std::uint32_t> places(terms.size());
  for (std::uint32_t i = 0; i < sorted.size(); ++i) places[sorted[i]] = i;
  return places;
}

class DatabaseTables {
 public:
  DatabaseTables(Gathered& gathered, const std::string& directory)
      : gathered_(gathered), directory_(directory), place_(places_of(gathered.terms)) {}

  void write() {
    std::error_code failed;
    if (!fs::create_directory(directory_, failed))
      throw Xapian::DatabaseCreateError("cannot make " + directory_ + ": " +
                                        (failed ? failed.message() : "it is there already"));
    const TableRoot postings = write_postings();
    const TableRoot terms = write_term_lists();
    write_version(postings, terms);
  }

 private:
  TableRoot write_postings() {
    TableWriter table(directory_ + "/postlist.glass");
    for (const auto& [key, value] : gathered_.metadata)
      table.add(std::string(kMetadataKeys) + key_of_term(key), value);
    write_values(table);
    write_lengths(table);
    write_terms(table);
    return table.finish();
  }

  struct PlacedValue {
    std::uint32_t document;
    std::string_view bytes;
  };

  void write_values(TableWriter& table) const {
    std::map<unsigned, std::vector<PlacedValue>> slots;
    std::size_t value = 0;
    std::size_t begin = 0;
    for (std::uint32_t document = 0; document < gathered_.documents.size(); ++document) {
      for (; value < gathered_.documents[document].values_end; ++value) {
        const auto [slot, end] = gathered_.values[value];
        slots[slot].push_back(
            {document + 1, std::string_view(gathered_.value_bytes).substr(begin, end - begin)});
        begin = end;
      }
    }
    for (const auto& [slot, values] : slots) write_bounds(table, slot, values);
    for (const auto& [slot, values] : slots) write_slot(table, slot, values);
  }

  static void write_bounds(TableWriter& table, unsigned slot,
                           const std::vector<PlacedValue>& values) {
    const auto [least, most] = std::ranges::minmax(values, {}, &PlacedValue::bytes);
    std::string key(kValueBoundKeys);
    if (slot != 0) key += static_cast<char>(slot);
    std::string tag;
    pack_number(tag, values.size());
    pack_text(tag, least.bytes);
    if (most.bytes != least.bytes) tag += most.bytes;
    table.add(key, tag);
  }

  static void write_slot(TableWriter& table, unsigned slot,
                         const std::vector<PlacedValue>& values) {
    std::string chunk;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    const auto end_chunk = [&] {
      std::string key(kValueChunkKeys);
      pack_number(key, slot);
      pack_for_key(key, first);
      table.add(key, chunk);
      chunk.clear();
    };
    for (const auto& [document, bytes] : values) {
      if (!chunk.empty() && chunk.size() + bytes.size() > kChunkBytes) end_chunk();
      if (chunk.empty()) {
        first = document;
      } else {
        pack_number(chunk, document - last - 1);
      }
      pack_text(chunk, bytes);
      last = document;
    }
    end_chunk();
  }

  void write_lengths(TableWriter& table) {
    if (gathered_.documents.empty()) return;
    ChunkedList lengths(table, std::string(kLengthKeys), std::string(kLengthKeys));
    std::string totals;
    pack_number(totals, 0);
    pack_number(totals, 0);
    lengths.begin(std::move(totals));
    std::uint32_t number = 0;
    for (const GatheredDocument& document : gathered_.documents) {
      lengths.add(++number, document.length);
      total_length_ += document.length;
      most_length_ = std::max(most_length_, document.length);
      if (least_length_ == 0 || document.length < least_length_) least_length_ = document.length;
    }
    lengths.end();
  }

  void write_terms(TableWriter& table) {
    const std::vector<Posting> sorted = sorted_by_term();
    for (auto begin = sorted.begin(); begin != sorted.end();) {
      const auto end = std::find_if(
          begin, sorted.end(), [&](const Posting& posting) { return posting.term != begin->term; });
      write_term(table, gathered_.terms[begin->term], {begin, end});
      begin = end;
    }
    sort_by_document(sorted);
  }

  // Of terms in order, each with its documents in order.
  std::vector<Posting> sorted_by_term() const {
    std::vector<std::size_t> next(gathered_.terms.size() + 1, 0);
    for (const Posting& posting : gathered_.postings) ++next[place_[posting.term] + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<Posting> sorted(gathered_.postings.size());
    for (const Posting& posting : gathered_.postings)
      sorted[next[place_[posting.term]]++] = posting;
    return sorted;
  }

  // Back, so that each document has its terms in order.
  void sort_by_document(const std::vector<Posting>& sorted) {
    std::vector<std::size_t> next(gathered_.documents.size(), 0);
    for (std::size_t i = 1; i < next.size(); ++i) next[i] = gathered_.documents[i - 1].postings_end;
    for (const Posting& posting : sorted)
      gathered_.postings[next[posting.document - 1]++] = posting;
  }

  void write_term(TableWriter& table, std::string_view term, std::span<const Posting> postings) {
    const std::string key = key_of_term(term);
    ChunkedList list(table, key, key + '\0');
    std::uint64_t occurrences = 0;
    for (const Posting& posting : postings) {
      occurrences += posting.count;
      most_count_ = std::max(most_count_, posting.count);
    }
    std::string totals;
    pack_number(totals, postings.size());
    pack_number(totals, occurrences);
    list.begin(std::move(totals));
    for (const Posting& posting : postings) list.add(posting.document, posting.count);
    list.end();
  }

  // What each document holds: Xapian needs it to remove one.
  TableRoot write_term_lists() {
    TableWriter table(directory_ + "/termlist.glass");
    Deflater deflater;
    std::size_t posting = 0;
    std::size_t value = 0;
    std::uint32_t number = 0;
    for (const GatheredDocument& document : gathered_.documents) {
      std::string key;
      pack_for_key(key, ++number);
      std::string tag =
          term_list(std::span(gathered_.postings).subspan(posting, document.postings_end - posting),
                    document.length);
      const std::string_view deflated = deflater.deflate(tag);
      if (deflated.empty()) {
        table.add(key, tag);
      } else {
        table.add(key, deflated, TagForm::deflated);
      }
      std::string slots;
      for (unsigned next = 0; value < document.values_end; ++value) {
        pack_number(slots, gathered_.values[value].slot - next);
        next = gathered_.values[value].slot + 1;
      }
      if (!slots.empty()) table.add(key + '\0', slots);
      posting = document.postings_end;
    }
    return table.finish();
  }

  // Of each term, what it shares with the one before it is left out.
  std::string term_list(std::span<const Posting> terms, std::uint32_t length) const {
    constexpr unsigned kByte = 256;
    std::string list;
    pack_number(list, length);
    if (terms.empty()) return {};
    pack_number(list, terms.size());
    std::string_view before;
    for (const Posting& posting : terms) {
      const std::string_view term = gathered_.terms[posting.term];
      const auto [end, ignored] = std::ranges::mismatch(before, term);
      const auto shared = static_cast<std::size_t>(end - before.begin());
      const std::string_view rest = term.substr(shared);
      // A small count and the shared length go into one byte.
      const std::size_t both = (std::size_t{posting.count} + 1) * (before.size() + 1) + shared;
      const bool is_first = before.empty();
      if (!is_first) list += static_cast<char>(both < kByte ? both : shared);
      list += static_cast<char>(rest.size());
      list += rest;
      if (is_first || both >= kByte) pack_number(list, posting.count);
      before = term;
    }
    return list;
  }

  void write_version(const TableRoot& postings, const TableRoot& terms) const {
    constexpr std::string_view kMagic("\x0f\x0dXapian Glass\x04\x6e", 16);
    std::string bytes(kMagic);
    std::array<unsigned char, 16> identity{};
    if (::getrandom(identity.data(), identity.size(), 0) < 0)
      throw Xapian::DatabaseError("no random numbers", errno);
    bytes.append(reinterpret_cast<const char*>(identity.data()), identity.size());
    pack_number(bytes, 1);  // revision
    const TableRoot none;
    constexpr unsigned kDeflateFrom = 18;  // bytes of a tag, in the tables where Xapian deflates
    append_root(bytes, postings, 0);
    append_root(bytes, none, kDeflateFrom);  // documents' data
    append_root(bytes, terms, kDeflateFrom);
    append_root(bytes, none, 0);             // positions
    append_root(bytes, none, kDeflateFrom);  // spelling
    append_root(bytes, none, kDeflateFrom);  // synonyms
    append_statistics(bytes);
    std::ofstream out(directory_ + "/iamglass", std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) throw Xapian::DatabaseError("cannot write " + directory_ + "/iamglass", errno);
  }

  static void append_root(std::string& to, const TableRoot& root, unsigned deflate_from) {
    constexpr unsigned kNoTable = 1;
    constexpr unsigned kSequential = 2;
    const bool there = root.blocks != 0;
    pack_number(to, root.block);
    pack_number(to, (root.level << 2U) | kSequential | (there ? 0U : kNoTable));
    pack_number(to, root.entries);
    pack_number(to, kBlockBytes >> 11U);
    pack_number(to, deflate_from);
    std::string free_blocks;
    if (there) {
      pack_number(free_blocks, 1);  // revision
      pack_number(free_blocks, root.blocks);
      free_blocks.append(4, '\0');  // none
    }
    pack_text(to, free_blocks);
  }

  void append_statistics(std::string& to) const {
    pack_number(to, gathered_.documents.size());
    pack_number(to, 0);  // numbers that no document has
    pack_number(to, least_length_);
    pack_number(to, most_count_);
    pack_number(to, most_length_ - most_count_);
    pack_number(to, 0);  // changesets
    pack_number(to, total_length_);
    pack_number(to, 0);  // spelling
  }

  Gathered& gathered_;
  const std::string& directory_;
  std::vector<std::uint32_t> place_;
  std::uint64_t total_length_ = 0;
  std::uint32_t least_length_ = 0;
  std::uint32_t most_length_ = 0;
  std::uint32_t most_count_ = 0;
};

}  // namespace

void write_database(Gathered& gathered, const std::string& directory) {
  DatabaseTables(gathered, directory).write();
}

}  // namespace palpate::glass
