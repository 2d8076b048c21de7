// palpate-index: reads articles, writes the index.
//
// Exit codes: 0 done, 2 an error (with --strict also when a file failed), 75 another writer is at
// work, 130 stopped by Ctrl-C (143 by SIGTERM) with what was read by then in the index; with
// --watch either of them ends it with 0.
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <variant>

#include "palpate/indexer.h"
#include "program/command_line.h"
#include "program/printable.h"
#include "program/program.h"
#include "program/report.h"
#include "program/show_files.h"
#include "program/uncaught.h"
#include "program/upkeep_commands.h"
#include "program/watch_command.h"

namespace {

constexpr const char* kProgram = "palpate-index";
constexpr int kExitSignal = 128;

std::atomic<bool> g_cancel = false;
std::atomic<int> g_signal = 0;  // that asked to stop
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free,
              "set from a signal handler");

// The first Ctrl-C lets the run end with what it has; the second kills it.
void stop_early(int signal) {
  g_signal = signal;
  g_cancel = true;
  std::signal(signal, SIG_DFL);
}

std::size_t terminal_width() {
  constexpr std::size_t kDefault = 80;
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kDefault;
}

int show(const palpate::IndexCommand& command) {
  int code = EXIT_SUCCESS;
  palpate::ShowListener listener;
  listener.problem = [&](const palpate::Problem& found) {
    std::cerr << kProgram << ": " << palpate::line_of({found.path, found.line, found.reason})
              << '\n';
    code = palpate::kExitFailed;
  };
  listener.note = [](const std::string& note) {
    std::cerr << "Note: " << palpate::printable(note) << '\n';
  };
  palpate::show_files({command.options.paths, command.json}, std::cout, listener);
  return code;
}

int list_failed(const std::string& directory) {
  const auto failed = palpate::failed_files(directory);
  if (!failed) return palpate::report(kProgram, failed.error());
  for (const palpate::FailedFile& file : *failed) std::cout << palpate::line_of(file) << '\n';
  return EXIT_SUCCESS;
}

bool has_bad_lines(const palpate::VocabularySummary& vocabulary) {
  return vocabulary.bad_lines != 0;
}

void listen_to_signals() {
  std::signal(SIGINT, stop_early);
  std::signal(SIGTERM, stop_early);
}

int watch(const palpate::IndexCommand& command) {
  listen_to_signals();
  return palpate::run_watch(kProgram, command, g_cancel);
}

int index(const palpate::IndexCommand& command) {
  const bool terminal = isatty(STDERR_FILENO) == 1;
  palpate::ProgressReport progress(std::cerr, terminal, terminal_width());
  palpate::IndexObserver observer;
  observer.cancel = &g_cancel;
  if (!command.quiet) {
    observer.progress = [&](const palpate::IndexProgress& now) { progress.update(now); };
    observer.note = [&](const std::string& note) {
      progress.line("Note: " + palpate::printable(note));
    };
  }
  observer.failed = [&](const palpate::FailedFile& failed) {
    progress.line("failed: " + palpate::line_of(failed));
  };
  if (command.verbose)
    observer.reading = [&](const std::string& path) {
      progress.line("reading " + palpate::printable(path));
    };
  listen_to_signals();
  const auto summary = palpate::index_articles(command.options, observer);
  progress.finish();
  if (!summary) return palpate::report(kProgram, summary.error());
  if (!command.quiet) std::cout << palpate::summary_text(*summary, command.options);
  if (summary->cancelled) return kExitSignal + g_signal;
  const bool failed =
      summary->failed != 0 || std::ranges::any_of(summary->vocabularies, has_bad_lines);
  return command.strict && failed ? palpate::kExitFailed : EXIT_SUCCESS;
}

int run(int argc, const char* const* argv) {
  const auto parsed = palpate::parse_index_command(argc, argv);
  if (const auto* exit = std::get_if<palpate::Exit>(&parsed)) return exit->code;
  const auto& command = std::get<palpate::IndexCommand>(parsed);
  if (command.show) return show(command);
  if (command.failed) return list_failed(command.options.directory);
  if (!command.check && command.export_file.empty())
    palpate::tidy_before_ending(command.options.directory);
  if (command.is_upkeep()) return palpate::run_upkeep(kProgram, command);
  return command.watch ? watch(command) : index(command);
}

}  // namespace

int main(int argc, char** argv) {
  // A write beyond the limit on file sizes is to fail and be told, not to kill.
  std::signal(SIGXFSZ, SIG_IGN);
  palpate::tell_uncaught_exceptions(kProgram);
  return palpate::guarded_main(kProgram, [&] { return run(argc, argv); });
}
