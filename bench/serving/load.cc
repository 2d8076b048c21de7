// Asks a service over HTTP, and says how long the answers took.
//
//   load --port N --questions FILE [--connections N] [--rate N] [--seconds N] [--idle N]
//
// With a rate, requests are due at fixed moments, shared out among the connections; a time is taken
// from the moment a request was due, so that a slow answer is not forgiven for what it held up.
// Without one, each connection asks as soon as it was answered. Prints one JSON object. Statuses
// other than 200, and answers that did not come, have failed.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <list>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "client.h"
#include "questions.h"
#include "service/target.h"

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

struct Load {
  std::uint16_t port = 0;
  std::string questions;
  std::string path = "/api/v1/search?q=";
  std::size_t connections = 1;
  double rate = 0;  // requests a second, of all connections together
  double seconds = 10;
  std::size_t idle = 0;  // connections that ask once and are then kept
};

struct Taken {
  std::vector<double> milliseconds;
  std::size_t failed = 0;
};

// The requests of one connection: the first, and then each `connections`th.
Taken ask(const Load& load, const std::vector<std::string>& targets, std::size_t first,
          Clock::time_point begin) {
  Taken taken;
  palpate::bench::Client client("127.0.0.1", load.port);
  const auto end = begin + std::chrono::duration<double>(load.seconds);
  for (std::size_t nth = first;; nth += load.connections) {
    auto due = Clock::now();
    if (load.rate > 0) {
      due = begin + std::chrono::duration_cast<Clock::duration>(
                        std::chrono::duration<double>(static_cast<double>(nth) / load.rate));
      if (due < end) std::this_thread::sleep_until(due);
    }
    if (due >= end) return taken;
    if (client.get(targets[nth % targets.size()]) != 200) ++taken.failed;
    taken.milliseconds.push_back(Milliseconds(Clock::now() - due).count());
  }
}

double percentile(const std::vector<double>& sorted, double percent) {
  if (sorted.empty()) return 0;
  const auto rank =
      static_cast<std::size_t>(std::lround(percent / 100 * static_cast<double>(sorted.size() - 1)));
  return sorted[rank];
}

nlohmann::ordered_json run(const Load& load, const std::vector<std::string>& targets) {
  std::vector<Taken> taken(load.connections);
  const auto begin = Clock::now();
  {
    std::vector<std::jthread> running;
    for (std::size_t i = 0; i < load.connections; ++i)
      running.emplace_back([&, i] { taken[i] = ask(load, targets, i, begin); });
  }
  const std::chrono::duration<double> seconds = Clock::now() - begin;
  Taken all;
  for (const Taken& one : taken) {
    all.failed += one.failed;
    all.milliseconds.insert(all.milliseconds.end(), one.milliseconds.begin(),
                            one.milliseconds.end());
  }
  std::ranges::sort(all.milliseconds);
  return {{"requests", all.milliseconds.size()},
          {"failed", all.failed},
          {"seconds", seconds.count()},
          {"per_second", static_cast<double>(all.milliseconds.size()) / seconds.count()},
          {"p50_ms", percentile(all.milliseconds, 50)},
          {"p95_ms", percentile(all.milliseconds, 95)},
          {"p99_ms", percentile(all.milliseconds, 99)},
          {"max_ms", percentile(all.milliseconds, 100)}};
}

int parse_and_run(int argc, char** argv) {
  Load load;
  CLI::App app("Asks a service over HTTP");
  app.add_option("--port", load.port)->required();
  app.add_option("--questions", load.questions)->required();
  app.add_option("--path", load.path);
  app.add_option("--connections", load.connections);
  app.add_option("--rate", load.rate);
  app.add_option("--seconds", load.seconds);
  app.add_option("--idle", load.idle);
  CLI11_PARSE(app, argc, argv);
  std::vector<std::string> targets;
  for (const std::string& question : palpate::bench::read_questions(load.questions))
    targets.push_back(load.path + palpate::percent_encoded(question, false));
  std::list<palpate::bench::Client> idle;
  for (std::size_t i = 0; i < load.idle; ++i)
    if (idle.emplace_back("127.0.0.1", load.port).get("/healthz") != 200)
      throw std::runtime_error("an idle connection could not be made");
  std::cout << run(load, targets) << '\n';
  return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return parse_and_run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "load: " << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
