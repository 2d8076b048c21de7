// The terms and metadata keys that name things: documents, files, settings.
//
// Xapian limits a term to 245 bytes and a metadata key likewise; longer names keep their beginning
// and end in a 128-bit hash of the whole. Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace palpate {

std::string document_term(std::string_view id);  // Field::document
std::string file_term(std::string_view path);    // Field::file
std::string document_key(std::string_view id);   // metadata: DocumentRecord
std::string file_key(std::string_view path);     // metadata: FileRecord
std::string root_key(std::string_view path);     // metadata: the path
// Metadata: the folder, a NUL, the URL that its files are found under.
std::string url_prefix_key(std::string_view folder);
inline constexpr std::string_view kFileKeys = "file:";
inline constexpr std::string_view kDocumentKeys = "document:";
inline constexpr std::string_view kSettingKeys = "setting:";
inline constexpr std::string_view kRootKeys = "root:";
// Metadata: words of one first letter and length, with how often they occur; see word_counts.h.
inline constexpr std::string_view kWordKeys = "words:";
// Metadata: what records are packed with (text_packing.h), under one key.
inline constexpr std::string_view kDictionaryKey = "dictionary";
inline constexpr std::string_view kUrlPrefixKeys = "url-prefix:";

// Metadata of the lists of equivalents; `source` is a VocabularySource's letter.
std::string vocabulary_keys(char source);  // the beginning of all keys of that source
std::string vocabulary_key(char source);   // VocabularyRecord
std::string vocabulary_group_key(char source, std::size_t number);
// Entries of the terms that have this stem and no other, or begin with these two, in a language.
std::string vocabulary_term_key(char source, std::string_view language, std::string_view stem);
std::string vocabulary_term_key(char source, std::string_view language, std::string_view stem,
                                std::string_view second_stem);

// 16 bytes of XXH3-128, for telling contents apart; not for security.
std::string content_hash(std::string_view bytes);

}  // namespace palpate
