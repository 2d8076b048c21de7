// What options that take a count accept: digits, and nothing CLI11 would make one of.
#pragma once

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdint>
#include <limits>
#include <string>

namespace palpate {

inline CLI::Validator whole_number(std::uint64_t least,
                                   std::uint64_t most = std::numeric_limits<std::uint64_t>::max()) {
  const auto check = [least, most](const std::string& text) -> std::string {
    std::uint64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [read, failed] = std::from_chars(text.data(), end, value);
    if (failed == std::errc() && read == end && value >= least && value <= most) return {};
    const bool open = most == std::numeric_limits<std::uint64_t>::max();
    return "give a whole number, " + std::to_string(least) +
           (open ? std::string(" or more") : " to " + std::to_string(most)) + ", not \"" + text +
           "\"";
  };
  return {check, ""};
}

}  // namespace palpate
