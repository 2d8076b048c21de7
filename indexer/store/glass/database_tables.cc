#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <span>

#include "store/glass/chunked_list.h"
#include "store/glass/gathered.h"
#include "store/glass/pack.h"
#include "store/glass/table_writer.h"
#include "store/glass/version_file.h"

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
  DatabaseTables(const Gathered& gathered, const std::string& directory)
      : gathered_(gathered), directory_(directory), place_(places_of(gathered.terms.words())) {}

  void write() {
    std::error_code failed;
    if (!fs::create_directory(directory_, failed))
      throw Xapian::DatabaseCreateError("cannot make " + directory_ + ": " +
                                        (failed ? failed.message() : "it is there already"));
    write_version(write_postings());
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
      if (!chunk.empty() && chunk.size() >= kChunkBytes) end_chunk();
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
    statistics_.documents = gathered_.documents.size();
    if (gathered_.documents.empty()) return;
    ChunkedList lengths(table, std::string(kLengthKeys), std::string(kLengthKeys));
    std::string totals;
    pack_number(totals, 0);
    pack_number(totals, 0);
    lengths.begin(std::move(totals));
    std::uint32_t number = 0;
    for (const GatheredDocument& document : gathered_.documents) {
      lengths.add(++number, document.length);
      statistics_.total_length += document.length;
      statistics_.most_length = std::max(statistics_.most_length, document.length);
      if (statistics_.least_length == 0 || document.length < statistics_.least_length)
        statistics_.least_length = document.length;
    }
    lengths.end();
  }

  void write_terms(TableWriter& table) {
    std::vector<std::size_t> ends;
    const std::vector<Occurrence> sorted = sorted_by_term(ends);
    std::vector<std::uint32_t> terms(place_.size());
    for (std::uint32_t term = 0; term < place_.size(); ++term) terms[place_[term]] = term;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      const std::span<const Occurrence> postings(sorted.data() + begin, ends[i] - begin);
      if (!postings.empty()) write_term(table, gathered_.terms.word(terms[i]), postings);
      begin = ends[i];
    }
  }

  struct Occurrence {
    std::uint32_t document;
    std::uint32_t count;
  };

  // Of terms in order, each with its documents in order; `ends` says where each term's end.
  std::vector<Occurrence> sorted_by_term(std::vector<std::size_t>& ends) const {
    ends.assign(gathered_.terms.size() + 1, 0);
    for (const Posting& posting : gathered_.postings) ++ends[place_[posting.term] + 1];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    std::vector<Occurrence> sorted(gathered_.postings.size());
    std::size_t at = 0;
    for (std::uint32_t document = 0; document < gathered_.documents.size(); ++document) {
      for (; at < gathered_.documents[document].postings_end; ++at) {
        const auto [term, count] = gathered_.postings[at];
        sorted[ends[place_[term]]++] = {document + 1, count};
      }
    }
    return sorted;
  }

  void write_term(TableWriter& table, std::string_view term, std::span<const Occurrence> postings) {
    const std::string key = key_of_term(term);
    ChunkedList list(table, key, key + '\0');
    std::uint64_t occurrences = 0;
    for (const Occurrence& posting : postings) {
      occurrences += posting.count;
      statistics_.most_count = std::max(statistics_.most_count, posting.count);
    }
    std::string totals;
    pack_number(totals, postings.size());
    pack_number(totals, occurrences);
    list.begin(std::move(totals));
    for (const Occurrence& posting : postings) list.add(posting.document, posting.count);
    list.end();
  }

  void write_version(const TableRoot& postings) const {
    const std::string bytes = version_of(postings, statistics_);
    std::ofstream out(directory_ + "/iamglass", std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) throw Xapian::DatabaseError("cannot write " + directory_ + "/iamglass", errno);
  }

  const Gathered& gathered_;
  const std::string& directory_;
  std::vector<std::uint32_t> place_;
  Statistics statistics_;
};

}  // namespace

void write_database(const Gathered& gathered, const std::string& directory) {
  DatabaseTables(gathered, directory).write();
}

}  // namespace palpate::glass
