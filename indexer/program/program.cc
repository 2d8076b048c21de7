#include "program/program.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

#include "program/printable.h"

namespace palpate {

std::string default_directory() {
  const char* from_environment = std::getenv("PALPATE_DB");
  return from_environment != nullptr && *from_environment != '\0' ? from_environment : "palpate.db";
}

std::optional<Exit> read_command_line(CLI::App& app, const std::function<void()>& parse) {
  try {
    parse();
  } catch (const CLI::CallForHelp&) {
    std::cout << app.help();
    return Exit{0};
  } catch (const CLI::CallForVersion&) {
    std::cout << app.version() << '\n';
    return Exit{0};
  } catch (const CLI::ParseError& error) {
    return usage_error(app.get_name(), error.what());
  }
  return std::nullopt;
}

Exit usage_error(std::string_view program, const std::string& message) {
  std::cerr << program << ": " << printable(message, LineBreaks::kept) << "\nTry: " << program
            << " --help\n";
  return {kExitFailed};
}

int report(std::string_view program, const Error& error) {
  std::cerr << program << ": " << printable(error.message) << '\n';
  if (!error.hint.empty()) std::cerr << "  " << printable(error.hint) << '\n';
  return error.code == ErrorCode::locked ? kExitRetry : kExitFailed;
}

}  // namespace palpate
