#include "store/keys.h"

#include <xxhash.h>

#include <array>
#include <cstddef>

#include "store/fields.h"

namespace palpate {
namespace {

constexpr std::size_t kLongestName = 200;

std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += digits[byte >> 4U];
    text += digits[byte & 0xFU];
  }
  return text;
}

std::string bounded(std::string_view prefix, std::string_view name) {
  std::string key(prefix);
  if (name.size() <= kLongestName) return key.append(name);
  key.append(name.substr(0, kLongestName - 32));
  return key.append(hex(content_hash(name)));
}

}  // namespace

std::string content_hash(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

std::string document_term(std::string_view id) { return bounded(prefix_of(Field::document), id); }
std::string file_term(std::string_view path) {
  return std::string(prefix_of(Field::file)) + hex(content_hash(path));
}
std::string document_key(std::string_view id) { return bounded(kDocumentKeys, id); }
std::string file_key(std::string_view path) { return bounded(kFileKeys, path); }
std::string root_key(std::string_view path) { return bounded(kRootKeys, path); }
std::string url_prefix_key(std::string_view folder) { return bounded(kUrlPrefixKeys, folder); }

std::string vocabulary_keys(char source) { return std::string("equivalents:") + source + ':'; }
std::string vocabulary_key(char source) { return vocabulary_keys(source) + "list"; }
std::string vocabulary_group_key(char source, std::size_t number) {
  return vocabulary_keys(source) + "group:" + std::to_string(number);
}
std::string vocabulary_term_key(char source, std::string_view language, std::string_view stem) {
  return bounded(vocabulary_keys(source) + "term:", std::string(language).append(":").append(stem));
}
std::string vocabulary_term_key(char source, std::string_view language, std::string_view stem,
                                std::string_view second_stem) {
  // No stem holds a blank.
  return vocabulary_term_key(source, language, std::string(stem).append(" ").append(second_stem));
}

}  // namespace palpate
