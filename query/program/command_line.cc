#include "program/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <sstream>
#include <utility>

#include "program/whole_number.h"

namespace palpate {
namespace {

constexpr const char* kProgram = "palpate-query";

// Stands in front of a question's token that CLI11 would take for an option; cannot be typed in a
// question.
constexpr char kEscape = '\x01';

constexpr const char* kBlanks = " \t\r\n\v\f";

struct Raw {
  std::vector<std::string> words;
  std::string fields;
  std::string colour = "auto";
  std::string run_unit = "document";
  std::vector<std::string> weights;
  std::map<std::string, std::vector<std::string>> filters;  // field → values
};

void add_answer_options(CLI::App& app, QueryCommand& command, Raw& raw) {
  app.add_option("-n,--count", command.request.count, "Passages to show")
      ->capture_default_str()
      ->check(whole_number(1, 1000))
      ->type_name("N");
  app.add_option("--offset", command.request.offset, "Passages to skip, for the next page")
      ->check(whole_number(0))
      ->type_name("N");
  app.add_option("--per-article", command.request.per_article,
                 "Passages of one article at most; 0 for no limit")
      ->check(whole_number(0))
      ->type_name("N")
      ->capture_default_str();
  app.add_option("--language", command.request.language,
                 "The question's language, such as de (default: any)");
  app.add_flag("--exact", command.request.exact, "Words as typed: no corrections, no equivalents");
  app.add_flag("--json", command.json, "Print JSON (docs/json.md)");
  app.add_flag("--explain", command.request.explain,
               "Say how the question was understood and scored");
  app.add_option("--color", raw.colour, "Colour the answer")
      ->check(CLI::IsMember({"auto", "always", "never"}).description(""))
      ->type_name("auto|always|never");
}

void add_filters(CLI::App& app, Raw& raw) {
  static constexpr std::array filters{std::pair{"title", "Words of the title"},
                                      std::pair{"heading", "Words of the heading"},
                                      std::pair{"author", "Author or reviewer"},
                                      std::pair{"source", "Who publishes it"},
                                      std::pair{"lang", "Language of the article"},
                                      std::pair{"tag", "Tag of the article"},
                                      std::pair{"after", "Dated then or later (2020, 2020-06)"},
                                      std::pair{"before", "Dated then or earlier"}};
  for (const auto& [name, description] : filters) {
    app.add_option(std::string("--") + name, raw.filters[name], description)
        ->group("Filters")
        ->type_name("VALUE")
        ->allow_extra_args(false);
  }
}

void add_other_modes(CLI::App& app, QueryCommand& command, Raw& raw) {
  app.add_option("--full", command.full, "Print the kept text of a document")->type_name("ID");
  app.add_option("--like", command.like, "Passages like this one (DOCUMENT#n) or this document")
      ->type_name("ID");
  app.add_flag("--stats", command.stats, "Describe the index");
  app.add_option("--topics", command.topics, "Answer many questions: a BEIR queries.jsonl")
      ->type_name("FILE");
  app.add_option("--topics-field", raw.fields, "What of a topic is asked, joined by blanks")
      ->type_name("NAME,...")
      ->default_str("text");
  app.add_option("--run", command.run, "Write a TREC run of the topics; - for standard output")
      ->type_name("FILE");
  app.add_option("--run-unit", raw.run_unit, "What a run lists")
      ->check(CLI::IsMember({"document", "passage"}).description(""))
      ->type_name("document|passage");
  app.add_option("--run-count", command.run_count, "Documents a question in a run")
      ->capture_default_str()
      ->check(whole_number(1, 10000))
      ->type_name("N");
  app.add_option("--run-tag", command.tag, "Name of the run")->capture_default_str();
  app.add_option("--timings", command.timings,
                 "Write the microseconds of each topic's answer, one question at a time")
      ->type_name("FILE");
  app.add_option("--weight", raw.weights, "Change a number of the ranking, to measure it")
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  app.add_flag("--weights", command.list_weights, "List the numbers of the ranking");
  app.add_option("-j,--jobs", command.jobs, "Threads that answer topics (default: all cores)")
      ->check(whole_number(1, kMostJobs))
      ->type_name("N");
}

// Whether the option takes a value that is an argument of its own.
bool takes_next(const CLI::App& app, const std::string& argument) {
  if (argument.find('=') != std::string::npos) return false;
  if (!argument.starts_with("--") && argument.size() > 2) return false;  // -n5
  const CLI::Option* option = app.get_option_no_throw(argument);
  return option != nullptr && option->get_items_expected_max() > 0;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "-n 3" and "-n3" are meant as options behind the question too: nobody asks for no "n".
bool is_counted_option(std::string_view argument, const char* next) {
  if (!argument.starts_with("-n") && !argument.starts_with("-j")) return false;
  return argument.size() > 2 ? is_number(argument.substr(2)) : next != nullptr && is_number(next);
}

// The arguments for CLI11, in its own (reversed) order, with the question's dashes escaped.
std::vector<std::string> escaped(const CLI::App& app, int argc, const char* const* argv) {
  std::vector<std::string> arguments;
  bool question = false;
  bool value = false;
  bool ended = false;
  for (int i = 1; i < argc; ++i) {
    std::string argument = argv[i];
    const bool dash = argument.size() > 1 && argument.front() == '-';
    if (value) {
      value = false;
    } else if (!ended && argument == "--") {
      ended = true;
      continue;
    } else if (!ended && dash &&
               (!question || argument.starts_with("--") ||
                is_counted_option(argument, i + 1 < argc ? argv[i + 1] : nullptr))) {
      value = takes_next(app, argument);
    } else {
      question = true;
      argument.insert(0, 1, kEscape);
    }
    arguments.push_back(std::move(argument));
  }
  std::reverse(arguments.begin(), arguments.end());
  return arguments;
}

std::vector<std::string> split(const std::string& list, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, separator);)
    if (!part.empty()) parts.push_back(part);
  return parts;
}

std::string question_of(const Raw& raw) {
  std::string question;
  for (const std::string& word : raw.words) {
    if (!question.empty()) question += ' ';
    question += word.front() == kEscape ? word.substr(1) : word;
  }
  for (const auto& [field, values] : raw.filters) {
    for (const std::string& value : values) {
      const bool phrase = value.find_first_of(" \t") != std::string::npos && value.front() != '"';
      question.append(" ").append(field).append(":");
      question += phrase ? "\"" + value + "\"" : value;
    }
  }
  return question;
}

std::optional<std::pair<std::string, double>> named_value(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) return std::nullopt;
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [read, failed] = std::from_chars(text.data() + equals + 1, end, value);
  if (failed != std::errc() || read != end || !std::isfinite(value)) return std::nullopt;
  return std::pair(text.substr(0, equals), value);
}

}  // namespace

std::variant<QueryCommand, Exit> parse_query_command(int argc, const char* const* argv) {
  QueryCommand command;
  command.directory = default_directory();
  Raw raw;
  CLI::App app("Answers questions from an index of health articles with the passages that say it.",
               kProgram);
  app.set_version_flag("--version", std::string("palpate ") + PALPATE_VERSION);
  app.add_option("--db", command.directory, "The index (default: $PALPATE_DB, else palpate.db)")
      ->type_name("DIR");
  app.add_option(
      "words", raw.words,
      "The question. \"exact phrase\", -word, OR, title:, after:2020 …: docs/questions.md");
  add_answer_options(app, command, raw);
  add_filters(app, raw);
  add_other_modes(app, command, raw);
  if (const auto done = read_command_line(app, [&] { app.parse(escaped(app, argc, argv)); }))
    return *done;
  if (command.directory.empty()) return usage_error(kProgram, "--db needs a DIR");
  command.request.question = question_of(raw);
  if (raw.colour != "auto")
    command.colour = raw.colour == "always" ? Colour::always : Colour::never;
  if (raw.run_unit == "passage") command.run_unit = RunUnit::passage;
  if (!raw.fields.empty()) command.topics_fields = split(raw.fields, ',');
  for (const std::string& weight : raw.weights) {
    const std::optional<std::pair<std::string, double>> named = named_value(weight);
    if (!named)
      return usage_error(kProgram, "--weight " + weight + ": give NAME=VALUE, such as topic=0.4");
    command.weights.push_back(*named);
  }
  const bool filters = std::any_of(raw.filters.begin(), raw.filters.end(),
                                   [](const auto& filter) { return !filter.second.empty(); });
  const bool asks = !raw.words.empty() || filters;
  if (asks + !command.full.empty() + !command.like.empty() + command.stats +
          !command.topics.empty() >
      1)
    return usage_error(kProgram, "give one of: a question, --topics, --full, --like, --stats");
  if (!asks && command.full.empty() && command.like.empty() && !command.stats &&
      command.topics.empty() && !command.list_weights)
    return usage_error(kProgram, "no question. Ask one: palpate-query trigger point referred pain");
  if (command.tag.empty() || command.tag.find_first_of(kBlanks) != std::string::npos)
    return usage_error(kProgram,
                       "--run-tag \"" + command.tag +
                           "\": a tag is one word, as a run's columns are apart by blanks");
  if ((command.run == kStandardOutput) + (command.timings == kStandardOutput) + command.json > 1)
    return usage_error(kProgram,
                       "only one of --json, --run - and --timings - fits standard output");
  if (!command.run.empty() && command.topics.empty())
    return usage_error(kProgram, "--run needs --topics FILE");
  if (!command.topics.empty() && command.run.empty() && !command.json)
    return usage_error(kProgram, "--topics needs --run FILE or --json");
  return command;
}

}  // namespace palpate
