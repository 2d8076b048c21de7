// Names of documents that stand in one column of a run, in a URL and before "#n".
//
// The functions hold no state and may be called from any thread.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace palpate {

// The id of a file: its path relative to the folder it was found under, '/' kept. White space,
// control characters, '#', '%' and bytes that are not UTF-8 are percent-encoded, so that different
// paths have different ids: "back pain/50%.md" → "back%20pain/50%25.md".
std::string document_id(std::string_view relative);

// An id that a collection gives itself: only white space and control characters are encoded, so
// that it stays what the collection's judgments call it.
std::string encoded_id(std::string_view given);

// A path for a URL (RFC 3986): everything but unreserved characters and '/' is encoded.
std::string url_path(const std::filesystem::path& relative);

}  // namespace palpate
