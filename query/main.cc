// palpate-query: asks an index, prints what answers.
//
// Exit codes: 0 something was shown, 1 nothing found, 2 an error, 75 a retry may help.
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>
#include <variant>

#include "answer/render.h"
#include "palpate/searcher.h"
#include "program/command_line.h"
#include "program/open.h"
#include "program/printable.h"
#include "program/program.h"
#include "program/stats.h"
#include "program/topics.h"

namespace {

constexpr const char* kProgram = "palpate-query";
constexpr int kNothingFound = 1;
// Longer lines are hard to read, however wide the terminal is.
constexpr std::size_t kWidestLine = 100;

palpate::TerminalStyle style_of(palpate::Colour colour) {
  palpate::TerminalStyle style;
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  const char* no_colour = std::getenv("NO_COLOR");
  const bool refused = no_colour != nullptr && *no_colour != '\0';
  style.colour = colour == palpate::Colour::always ||
                 (colour == palpate::Colour::automatic && terminal && !refused);
  winsize size{};
  if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    style.width = std::min<std::size_t>(size.ws_col, kWidestLine);
  return style;
}

// For people a file below the current folder is shown as a person there would name it, its name in
// one line.
void shorten_paths(palpate::Answer& answer) {
  std::error_code failed;
  const std::string here = std::filesystem::current_path(failed).string() + "/";
  for (palpate::Hit& hit : answer.hits) {
    std::string& path = hit.article.path;
    if (!failed && path.starts_with(here)) path.erase(0, here.size());
    path = palpate::printable(path);
  }
}

// An id that is not in the index is nothing found.
int report_id(const palpate::Error& error) {
  const int code = palpate::report(kProgram, error);
  return error.code == palpate::ErrorCode::not_found ? kNothingFound : code;
}

int print_answer(palpate::Result<palpate::Answer> answer, const palpate::QueryCommand& command) {
  if (!answer)
    return command.like.empty() ? palpate::report(kProgram, answer.error())
                                : report_id(answer.error());
  if (command.json) {
    std::cout << palpate::render_json(*answer, "") << '\n';
  } else {
    shorten_paths(*answer);
    std::cout << palpate::render_terminal(*answer, style_of(command.colour));
  }
  return answer->hits.empty() ? kNothingFound : EXIT_SUCCESS;
}

int print_full(palpate::Searcher& searcher, const std::string& id) {
  const palpate::Result<palpate::FullText> full = searcher.full_text(id);
  if (!full) return report_id(full.error());
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  std::cout << (terminal ? palpate::printable(full->text, palpate::LineBreaks::kept) : full->text);
  return EXIT_SUCCESS;
}

int print_stats(palpate::Searcher& searcher, bool json) {
  const palpate::Result<palpate::IndexDescription> description = searcher.describe();
  if (!description) return palpate::report(kProgram, description.error());
  std::cout << (json ? palpate::render_stats_json(*description) + "\n"
                     : palpate::render_stats(*description));
  return EXIT_SUCCESS;
}

// One line a weight, its columns apart by tabs, for programs that measure them.
int print_weights() {
  for (const palpate::WeightInfo& weight : palpate::Searcher::weights())
    std::cout << weight.name << '\t' << weight.value << '\t' << weight.unit << '\t'
              << weight.meaning << '\n';
  return EXIT_SUCCESS;
}

int run(int argc, const char* const* argv) {
  const auto parsed = palpate::parse_query_command(argc, argv);
  if (const auto* exit = std::get_if<palpate::Exit>(&parsed)) return exit->code;
  const auto& command = std::get<palpate::QueryCommand>(parsed);
  if (!command.topics.empty()) {
    const palpate::Status done = palpate::answer_topics(command, std::cout);
    return done ? EXIT_SUCCESS : palpate::report(kProgram, done.error());
  }
  if (command.list_weights) return print_weights();
  palpate::Result<palpate::Searcher> searcher = palpate::open_searcher(command);
  if (!searcher) return palpate::report(kProgram, searcher.error());
  if (!command.full.empty()) return print_full(*searcher, command.full);
  if (command.stats) return print_stats(*searcher, command.json);
  if (!command.like.empty())
    return print_answer(searcher->like(command.like, command.request), command);
  return print_answer(searcher->search(command.request), command);
}

}  // namespace

int main(int argc, char** argv) {
  return palpate::guarded_main(kProgram, [&] { return run(argc, argv); });
}
