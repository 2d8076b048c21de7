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
#include "program/standard_output.h"

namespace CLI {
class App;
}

namespace palpate {

inline constexpr int kExitFailed = 2;
inline constexpr int kExitRetry = 75;
inline constexpr unsigned kMostJobs = 256;  // threads

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

// The exit code of `body`, or that of an answer that could not be written. When memory runs out a
// line says so, and the program does not abort.
template <class Body>
int guarded_main(const char* program, Body&& body) noexcept {
  try {
    StandardOutput output;
    const int code = body();
    const Status written = output.finish();
    return written ? code : report(program, written.error());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", program, error.what());
    return kExitFailed;
  }
}

}  // namespace palpate
