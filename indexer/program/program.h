// What palpate's programs do alike: where they look for the index, how they read a command line and
// how they end.
#pragma once

#include <cstdio>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "palpate/error.h"

namespace CLI {
class App;
}

namespace palpate {

inline constexpr int kExitFailed = 2;
inline constexpr int kExitRetry = 75;

// The program is done: --help, --version (0) or a usage error (2).
struct Exit {
  int code = 0;
};

// $PALPATE_DB, else palpate.db in the current folder.
std::string default_directory();

// Calls `parse` for the app. An Exit when nothing is left to do: help, the version or what is wrong
// with the command line has been printed.
std::optional<Exit> read_command_line(CLI::App& app, const std::function<void()>& parse);

// Prints what is wrong with the command line.
Exit usage_error(std::string_view program, const std::string& message);

// Prints the error; the exit code that goes with it.
int report(std::string_view program, const Error& error);

// The exit code of `body`. When memory runs out a line says so, and the program does not abort.
template <class Body>
int guarded_main(const char* program, Body&& body) noexcept {
  try {
    return body();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", program, error.what());
    return kExitFailed;
  }
}

}  // namespace palpate
