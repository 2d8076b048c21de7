// Getting what was written onto the disk, and saying what went wrong when it cannot be.
//
// Pure functions over the file system; any thread.
#pragma once

#include <filesystem>
#include <string>

#include "palpate/error.h"

namespace palpate {

// "cannot <what> <path>: <the system's reason>", with what to do about that reason.
Error storage_error(const std::string& what, const std::filesystem::path& path, int number);

// What a person can do about an errno of a failed write.
std::string storage_hint(int number);
// The same for a message that holds the reason as the system words it: Xapian keeps no number.
std::string storage_hint(const std::string& message);
// Whether it holds one.
bool is_storage_reason(const std::string& message);

// Returns once the disk has what the kernel still held of a file, or of a folder's list of names.
Status sync_file(const std::filesystem::path& file);
Status sync_folder(const std::filesystem::path& folder);
// All files of a database, then its folder.
Status sync_database(const std::filesystem::path& database);

}  // namespace palpate
