#include "program/upkeep_commands.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>

#include "palpate/upkeep.h"
#include "program/jsonl_file.h"
#include "program/program.h"
#include "program/report.h"

namespace palpate {
namespace {

int check(const char* program, const IndexCommand& command) {
  const std::string& directory = command.options.directory;
  const Result<CheckReport> report = check_index(directory);
  if (!report) return palpate::report(program, report.error());
  if (!command.quiet)
    for (const std::string& note : report->notes) std::cerr << "Note: " << note << '\n';
  if (!report->damages.empty()) {
    std::cerr << program << ": " << directory << " is damaged:\n";
    for (const std::string& damage : report->damages) std::cerr << "  " << damage << '\n';
    if (report->more != 0) std::cerr << "  and " << grouped(report->more) << " more\n";
    std::cerr << "  " << report->hint << '\n';
    return kExitFailed;
  }
  if (!command.quiet)
    std::cout << directory << " is fine: " << counted(report->documents, "document", "documents")
              << ", " << counted(report->passages, "passage", "passages") << ", "
              << counted(report->words, "different word", "different words") << ", "
              << counted(report->vocabularies, "list of equivalents", "lists of equivalents")
              << " checked in " << decimal(report->seconds, 1) << " s\n";
  return EXIT_SUCCESS;
}

// In a process of its own: what is damaged badly kills Xapian as it reads it.
int check_apart(const char* program, const IndexCommand& command) {
  const pid_t child = ::fork();
  if (child < 0) return check(program, command);
  if (child == 0) {
    const int code = check(program, command);
    std::cout.flush();
    ::_exit(code);
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  const std::string& directory = command.options.directory;
  std::cerr << program << ": " << directory << " is damaged:\n  Xapian broke down reading it ("
            << ::strsignal(WTERMSIG(status)) << ")\n  rebuild it from its files with: "
            << "palpate-index --rebuild --db " << directory << ", or put a backup in its place\n";
  return kExitFailed;
}

int tell_copy(const char* program, const IndexCommand& command, const std::string& target,
              const Result<CopySummary>& copied) {
  if (!copied) return report(program, copied.error());
  if (!command.quiet)
    std::cout << target << ": " << counted(copied->documents, "document", "documents") << ", "
              << megabytes(copied->bytes_after)
              << " MB (before: " << megabytes(copied->bytes_before) << " MB), written in "
              << decimal(copied->seconds, 1) << " s\n";
  return EXIT_SUCCESS;
}

int export_to(const char* program, const IndexCommand& command) {
  JsonlFile file(command.export_file);
  if (const Status done = file.open(); !done) return report(program, done.error());
  const Result<ExportSummary> exported = export_articles(
      command.options.directory, [&](std::string_view line) { return file.write(line); });
  if (!exported) return report(program, exported.error());
  if (const Status done = file.finish(); !done) return report(program, done.error());
  // Of what goes to standard output nothing but the articles.
  if (!command.quiet && !file.is_standard_output())
    std::cout << command.export_file << ": "
              << counted(exported->documents, "document", "documents") << ", "
              << megabytes(exported->bytes) << " MB\n";
  return EXIT_SUCCESS;
}

}  // namespace

int run_upkeep(const char* program, const IndexCommand& command) {
  const std::string& directory = command.options.directory;
  if (command.check) return check_apart(program, command);
  if (command.compact) return tell_copy(program, command, directory, compact_index(directory));
  if (!command.backup.empty())
    return tell_copy(program, command, command.backup, back_up_index(directory, command.backup));
  return export_to(program, command);
}

}  // namespace palpate
