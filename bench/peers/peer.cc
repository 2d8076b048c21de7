#include "peer.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iostream>
#include <stdexcept>

namespace palpate::bench {
namespace {

struct SearchOptions {
  std::string db;
  std::string topics;
  std::string run;
  std::string timings;
  unsigned count = 10;
  unsigned warm_up = 0;  // passes over all questions that are not measured
};

struct Answered {
  std::vector<std::vector<Hit>> hits;  // by question
  std::vector<double> microseconds;    // by question
};

Answered answer_all(Peer& peer, const std::vector<Question>& questions, unsigned count) {
  using Clock = std::chrono::steady_clock;
  Answered answered;
  for (const Question& question : questions) {
    const auto begin = Clock::now();
    answered.hits.push_back(peer.search(question.text, count));
    const std::chrono::duration<double, std::micro> taken = Clock::now() - begin;
    answered.microseconds.push_back(taken.count());
  }
  return answered;
}

// The nearest-rank percentile; `figures` must not be empty.
double percentile(std::vector<double> figures, double percent) {
  std::sort(figures.begin(), figures.end());
  const double rank = std::ceil(percent / 100 * static_cast<double>(figures.size()));
  return figures[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

void write_run(const std::string& path, const std::vector<Question>& questions,
               const Answered& answered, const std::string& tag) {
  std::ofstream run(path);
  for (std::size_t i = 0; i < questions.size(); ++i) {
    std::size_t rank = 0;
    for (const Hit& hit : answered.hits[i]) {
      run << questions[i].id << " Q0 " << hit.id << ' ' << ++rank << ' ' << hit.score << ' ' << tag
          << '\n';
    }
  }
  if (!run.flush()) throw std::runtime_error(path + ": cannot be written");
}

void write_timings(const std::string& path, const std::vector<double>& microseconds) {
  std::ofstream timings(path);
  for (const double figure : microseconds) timings << figure << '\n';
  if (!timings.flush()) throw std::runtime_error(path + ": cannot be written");
}

void search(Peer& peer, const SearchOptions& options) {
  const std::vector<Question> questions = read_questions(options.topics);
  if (questions.empty()) throw std::runtime_error(options.topics + ": no questions");
  peer.open(options.db);
  for (unsigned pass = 0; pass < options.warm_up; ++pass) {
    answer_all(peer, questions, options.count);
  }
  const Answered answered = answer_all(peer, questions, options.count);
  write_run(options.run, questions, answered, peer.name());
  if (!options.timings.empty()) write_timings(options.timings, answered.microseconds);
  std::cout << "{\"questions\":" << questions.size()
            << ",\"p50_us\":" << percentile(answered.microseconds, 50)
            << ",\"p95_us\":" << percentile(answered.microseconds, 95) << "}\n";
}

void index(Peer& peer, const std::string& db, const std::string& corpus) {
  CollectionReader lines(corpus);
  std::cout << "{\"documents\":" << peer.index(db, lines) << "}\n";
}

}  // namespace

int run_peer(int argc, char** argv, Peer& peer) try {
  CLI::App app("A peer that palpate is measured beside: " + peer.name());
  app.require_subcommand(1);
  std::string corpus;
  SearchOptions options;

  CLI::App* index_command = app.add_subcommand("index", "make an index of a collection");
  index_command->add_option("--db", options.db, "where the index is made")->required();
  index_command->add_option("corpus", corpus, "corpus.jsonl or corpus.jsonl.gz")->required();

  CLI::App* search_command = app.add_subcommand("search", "answer the questions of a collection");
  search_command->add_option("--db", options.db, "the index")->required();
  search_command->add_option("--topics", options.topics, "queries.jsonl")->required();
  search_command->add_option("--run", options.run, "TREC run to write")->required();
  search_command->add_option("--timings", options.timings, "microseconds to write, a line each");
  search_command->add_option("-n", options.count, "hits a question");
  search_command->add_option("--warm-up", options.warm_up, "passes before the measured one");

  CLI11_PARSE(app, argc, argv);
  if (index_command->parsed()) {
    index(peer, options.db, corpus);
  } else {
    search(peer, options);
  }
  return 0;
} catch (const std::exception& error) {
  std::cerr << argv[0] << ": " << error.what() << '\n';
  return 2;
}

}  // namespace palpate::bench
