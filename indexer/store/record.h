// What is kept with each passage and each document besides its terms, as bytes.
//
// Strings carry their length as a varint (7 bits a byte, low first), lists their count. The first
// byte of a record is its kind; the layout belongs to kFormatVersion and changes only with it. Pure
// functions, safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "passage/passage.h"

namespace palpate {

// The version of everything palpate writes: directory layout, terms, slots, records.
inline constexpr std::string_view kFormatVersion = "4";

// A passage with its text, as it is shown.
struct PassageRecord {
  std::size_t number = 0;
  ByteRange range;             // in the document's kept text
  std::size_t body_begin = 0;  // in text
  SectionRole role = SectionRole::body;
  std::vector<std::string> heading_path;
  std::string context;
  std::vector<ByteRange> sentences;  // in text
  std::string text;
};

// A document without its text, which its passages hold.
struct DocumentRecord {
  std::string id, group, title, url, path, source, language;
  std::vector<std::string> authors, reviewers, tags, synonyms;
  Date published, updated;
  std::size_t passages = 0;
  std::string checksum;  // see article_checksum.h
};

// A file as it was when it was last read: tells whether it changed, and remembers what was wrong
// with it.
struct FileRecord {
  std::string path;  // absolute
  std::string root;  // the absolute path named when it was indexed
  std::string url;   // that it is found under, from --url-prefix; may be empty
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::string hash;                                             // of its bytes, 16 bytes
  std::vector<std::string> documents;                           // ids
  std::vector<std::pair<std::uint64_t, std::string>> problems;  // line (0: the file), reason
  bool id_taken = false;  // one of the problems is an id that another file had: to be tried again
                          // when that changes

  // Nothing of it is indexed, and a problem says why.
  bool gave_nothing() const { return documents.empty() && !problems.empty(); }
};

PassageRecord record_of(const Article& article, const Passage& passage);
DocumentRecord record_of(const Article& article, std::size_t passages);

std::string encode(const PassageRecord& record);
// The same as of record_of(article, passage), without a copy of all that it holds.
std::string encoded_record(const Article& article, const Passage& passage);
std::string encode(const DocumentRecord& record);
std::string encode(const FileRecord& record);

// Nothing when the bytes are not such a record.
std::optional<PassageRecord> decode_passage(std::string_view bytes);
std::optional<DocumentRecord> decode_document(std::string_view bytes);
std::optional<FileRecord> decode_file(std::string_view bytes);

}  // namespace palpate
