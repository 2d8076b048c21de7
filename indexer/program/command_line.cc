#include "program/command_line.h"

#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

#include "program/whole_number.h"

namespace palpate {
namespace {

constexpr const char* kProgram = "palpate-index";
constexpr std::size_t kMostMemory = std::size_t{1} << 46U;

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
  for (const std::string& prefix : prefixes) {
    const std::size_t equals = prefix.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == prefix.size())
      return usage_error(kProgram, "--url-prefix needs DIR=URL, not \"" + prefix + "\"");
    command.options.url_prefixes.emplace_back(prefix.substr(0, equals), prefix.substr(equals + 1));
  }
  for (const auto& [name, file] : {std::pair("--vocabulary", command.options.vocabulary_file),
                                   std::pair("--mesh", command.options.mesh_file)})
    if (app.count(name) != 0 && file.empty())
      return usage_error(kProgram, std::string(name) + " needs a FILE");
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
