// What lies in the folder of an index, by name. Private to the store; see generation.h.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "palpate/error.h"

namespace palpate {

inline constexpr std::string_view kPointerFile = "CURRENT";
inline constexpr std::string_view kFreshPointerFile = "CURRENT.new";
inline constexpr std::string_view kBuildingFolder = "building";
inline constexpr std::string_view kLockFile = "lock";

// "generation-000007" ↔ 7. 0 for anything else.
unsigned long generation_number(const std::string& name);
std::string generation_name(unsigned long number);

// The generations that are there, oldest first.
std::vector<std::filesystem::path> generations_in(const std::filesystem::path& index);

// A folder that holds other things is not taken for an index: a mistyped --db must not write among
// someone's files.
Status check_ours(const std::filesystem::path& index);

// "" when it cannot be read.
std::string first_line(const std::filesystem::path& file);

}  // namespace palpate
