#include "store/glass/database_writer.h"

#include "store/glass/pack.h"

namespace palpate::glass {

void DatabaseWriter::add_document(const PassageEntry& passage) {
  const std::size_t first_posting = gathered_.postings.size();
  GatheredDocument document;
  for (std::size_t i = 0; i < passage.terms(); ++i) {
    const auto [text, count] = passage.term(i);
    add_term(gathered_.terms.number_of(text), count, first_posting);
    document.length += count;
  }
  for (const auto& [number, count] : passage.numbered_terms()) {
    add_term(number, count, first_posting);
    document.length += count;
  }
  for (std::size_t i = 0; i < passage.values(); ++i) {
    const auto [slot, bytes] = passage.value(i);
    if (bytes.empty()) continue;
    gathered_.value_bytes += bytes;
    gathered_.values.push_back({slot, gathered_.value_bytes.size()});
  }
  document.postings_end = gathered_.postings.size();
  document.values_end = gathered_.values.size();
  gathered_.documents.push_back(document);
}

void DatabaseWriter::add_term(std::uint32_t number, unsigned count, std::size_t first_posting) {
  if (number >= last_posting_.size()) last_posting_.resize(gathered_.terms.size(), 0);
  std::size_t& last = last_posting_[number];
  if (last > first_posting) {
    gathered_.postings[last - 1].count += count;
    return;
  }
  gathered_.postings.push_back({number, count});
  last = gathered_.postings.size();
}

void DatabaseWriter::set_metadata(const std::string& key, const std::string& value) {
  if (value.empty()) {
    gathered_.metadata.erase(key);
    return;
  }
  gathered_.metadata.insert_or_assign(key, value);
  metadata_bytes_ += key.size() + value.size();
}

bool DatabaseWriter::full() const { return gathered_.documents.size() + 1 >= kDocumentNumbers; }

std::size_t DatabaseWriter::bytes() const {
  constexpr std::size_t kNode = 64;  // of a map, with what the allocator adds
  // Postings are sorted into a copy, and a vector that grows holds up to twice its size.
  return 3 * gathered_.postings.size() * sizeof(Posting) + gathered_.terms.bytes() +
         last_posting_.capacity() * sizeof(std::size_t) +
         gathered_.documents.size() * sizeof(GatheredDocument) +
         gathered_.values.size() * sizeof(GatheredValue) + 2 * gathered_.value_bytes.size() +
         gathered_.metadata.size() * 2 * kNode + metadata_bytes_;
}

std::string_view DatabaseWriter::value_of(std::size_t nth, unsigned slot) const {
  const std::size_t first = nth == 0 ? 0 : gathered_.documents[nth - 1].values_end;
  for (std::size_t i = first; i < gathered_.documents[nth].values_end; ++i) {
    if (gathered_.values[i].slot != slot) continue;
    const std::size_t begin = i == 0 ? 0 : gathered_.values[i - 1].end;
    return std::string_view(gathered_.value_bytes).substr(begin, gathered_.values[i].end - begin);
  }
  return {};
}

void DatabaseWriter::rewrite_values(unsigned slot, const Rewrite& rewrite) {
  std::string rewritten;
  std::size_t begin = 0;
  for (GatheredValue& value : gathered_.values) {
    const std::string_view bytes =
        std::string_view(gathered_.value_bytes).substr(begin, value.end - begin);
    begin = value.end;
    if (value.slot == slot) {
      rewrite(bytes, rewritten);
    } else {
      rewritten += bytes;
    }
    value.end = rewritten.size();
  }
  gathered_.value_bytes = std::move(rewritten);
}

void DatabaseWriter::write(const std::string& directory) {
  write_database(gathered_, directory);
  *this = DatabaseWriter();
}

}  // namespace palpate::glass
