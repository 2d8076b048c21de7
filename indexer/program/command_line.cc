#include "program/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "program/whole_number.h"

namespace palpate {
namespace {

constexpr const char* kProgram = "palpate-index";
constexpr std::size_t kMostMemory = std::size_t{1} << 46U;

void define_upkeep(CLI::App& app, IndexCommand& command) {
  app.add_flag("--watch", command.watch,
               "Keep the index in step with its files and folders until stopped");
  app.add_flag("--check", command.check,
               "Verify everything in the index; exit 2 when it is damaged");
  app.add_flag("--compact", command.compact, "Write the index anew without gaps");
  app.add_option("--backup", command.backup, "Write a copy of the index to a new or empty DIR")
      ->type_name("DIR");
  app.add_option("--export", command.export_file,
                 "Write all articles as JSON Lines (- for standard output), to be indexed again")
      ->type_name("FILE");
}

// What is wrong with the options beside those of upkeep; "" when nothing is.
std::string upkeep_conflict(const CLI::App& app) {
  constexpr std::array kAlone = {"--check", "--compact", "--backup", "--export", "--watch"};
  constexpr std::array kNever = {"--rebuild", "--dry-run",    "--forget", "--show",
                                 "--failed",  "--vocabulary", "--mesh",   "--strict"};
  constexpr std::array kOfRuns = {"paths", "--url-prefix", "--jobs", "--verbose"};
  for (const char* const name : kAlone) {
    if (app.count(name) == 0) continue;
    const auto conflict = [&](const char* other) {
      return std::string(name) + " does not go with " +
             (std::string_view(other) == "paths" ? "a PATH" : other);
    };
    for (const char* const other : kAlone)
      if (std::string_view(other) != name && app.count(other) != 0) return conflict(other);
    for (const char* const other : kNever)
      if (app.count(other) != 0) return conflict(other);
    if (std::string_view(name) == "--watch") continue;
    for (const char* const other : kOfRuns)
      if (app.count(other) != 0) return conflict(other);
  }
  return {};
}

void define(CLI::App& app, IndexCommand& command, std::vector<std::string>& prefixes) {
  IndexOptions& options = command.options;
  app.set_version_flag("--version", std::string("palpate ") + PALPATE_VERSION);
  app.add_option("--db", options.directory, "The index (default: $PALPATE_DB, else palpate.db)")
      ->type_name("DIR");
  app.add_option("paths", options.paths, "Files and folders; none: those of earlier runs")
      ->type_name("PATH...");
  app.add_option("--forget", options.forget,
                 "Drop a PATH of earlier runs and its documents; may be repeated")
      ->type_name("PATH")
      ->allow_extra_args(false);
  app.add_option("--url-prefix", prefixes,
                 "Files below DIR are found on the web below URL; may be repeated")
      ->type_name("DIR=URL")
      ->allow_extra_args(false);
  app.add_option(
         "--vocabulary", options.vocabulary_file,
         "Equivalents of your own, in place of those given before; alone it indexes nothing")
      ->type_name("FILE");
  app.add_option("--mesh", options.mesh_file,
                 "Equivalents of NLM's MeSH descriptors (descYYYY.xml or .gz), likewise")
      ->type_name("FILE");
  app.add_option("-j,--jobs", options.jobs, "Threads (default: one a core)")
      ->check(whole_number(1, kMostJobs))
      ->type_name("N");
  app.add_option("--memory", options.memory,
                 "Memory that a run may take, such as 512M or 4G (default: 1G)")
      ->transform(CLI::AsSizeValue(false))
      ->type_name("SIZE");
  app.add_flag("--rebuild", options.rebuild, "Read everything anew");
  app.add_flag("--dry-run", options.dry_run, "Say what would be done, write nothing");
  app.add_flag("--strict", command.strict, "Exit 2 when a file failed");
  auto* quiet = app.add_flag("-q,--quiet", command.quiet, "Print only what failed");
  app.add_flag("-v,--verbose", command.verbose, "Name every file that is read")->excludes(quiet);
  auto* show =
      app.add_flag("--show", command.show,
                   "Print what would be indexed of files and folders, and what was dropped");
  app.add_flag("--json", command.json, "With --show: one JSON object an article")->needs(show);
  app.add_flag("--failed", command.failed, "List the files that failed in earlier runs")
      ->excludes(show);
  define_upkeep(app, command);
}

}  // namespace

std::variant<IndexCommand, Exit> parse_index_command(int argc, const char* const* argv) {
  IndexCommand command;
  command.options.directory = default_directory();
  std::vector<std::string> prefixes;
  CLI::App app(
      "Reads health articles (text, HTML, Markdown, JSON Lines) into an index for palpate-query.",
      kProgram);
  define(app, command, prefixes);
  if (const auto done = read_command_line(app, [&] { app.parse(argc, argv); })) return *done;
  // A negative number wraps round to more than any machine has.
  if (command.options.memory < kLeastMemory || command.options.memory > kMostMemory)
    return usage_error(kProgram, "--memory needs a size from " +
                                     std::to_string(kLeastMemory >> 20U) + "M on, such as 512M");
  if (command.options.directory.empty()) return usage_error(kProgram, "--db needs a DIR");
  if (std::ranges::count(command.options.paths, "") != 0)
    return usage_error(kProgram, "a PATH is empty");
  for (const std::string& prefix : prefixes) {
    const std::size_t equals = prefix.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == prefix.size())
      return usage_error(kProgram, "--url-prefix needs DIR=URL, not \"" + prefix + "\"");
    command.options.url_prefixes.emplace_back(prefix.substr(0, equals), prefix.substr(equals + 1));
  }
  for (const auto& [name, file] :
       {std::pair("--vocabulary", command.options.vocabulary_file),
        std::pair("--mesh", command.options.mesh_file), std::pair("--export", command.export_file)})
    if (app.count(name) != 0 && file.empty())
      return usage_error(kProgram, std::string(name) + " needs a FILE");
  if (app.count("--backup") != 0 && command.backup.empty())
    return usage_error(kProgram, "--backup needs a DIR");
  if (const std::string conflict = upkeep_conflict(app); !conflict.empty())
    return usage_error(kProgram, conflict);
  if (!command.options.forget.empty() &&
      (!command.options.paths.empty() || command.options.rebuild || command.show ||
       command.failed || only_vocabulary(command.options)))
    return usage_error(kProgram,
                       "--forget goes with no PATH, --rebuild, --show, --failed, "
                       "--vocabulary or --mesh");
  if (command.show && command.options.paths.empty())
    return usage_error(kProgram, "--show needs a FILE or a folder");
  return command;
}

}  // namespace palpate
