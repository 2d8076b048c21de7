// Copying the files of a database's folder, with the reason when that fails: the standard library's
// copy calls a full disk an I/O error.
#pragma once

#include <filesystem>

#include "palpate/error.h"

namespace palpate {

// Makes the folder `to`, with a copy of each file that lies in `from` itself. Nothing is synced.
Status copy_folder(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace palpate
