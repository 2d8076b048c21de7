// How many questions a second one Searcher answers that threads of this process share: what a
// service in front of it is measured against.
//
//   throughput INDEX QUESTIONS.jsonl [SECONDS] [JSON]
//
// Every thread asks all questions over and over, each from another place in the list, and renders
// each answer as JSON. A question's first hits must be the same whoever asks it. With JSON the
// figures are one object a line, else a Markdown table.
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "palpate/json.h"
#include "palpate/searcher.h"

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

std::vector<std::string> read_questions(const std::string& file) {
  std::ifstream in(file);
  std::vector<std::string> questions;
  for (std::string line; std::getline(in, line);) {
    const auto topic = nlohmann::json::parse(line, nullptr, false);
    if (topic.is_object() && topic.contains("text")) questions.push_back(topic["text"]);
  }
  return questions;
}

std::string first_hits(const palpate::Answer& answer) {
  std::string hits;
  for (const palpate::Hit& hit : answer.hits) hits += hit.passage + "\n";
  return hits;
}

// Of all threads of this process. On a machine that others use as well it tells more than a clock.
double cpu_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

struct Figures {
  unsigned threads = 0;
  double questions_a_second = 0;
  double questions_a_cpu_second = 0;
  double p50 = 0, p99 = 0, slowest = 0;  // ms
  std::size_t bytes = 0;                 // of JSON a question
};

class Round {
 public:
  Round(const palpate::Searcher& searcher, const std::vector<std::string>& questions)
      : searcher_(searcher), questions_(questions) {
    for (const std::string& question : questions) {
      const auto answer = searcher.search({.question = question});
      if (!answer) fail(answer.error().message);
      expected_.push_back(first_hits(*answer));
    }
  }

  Figures run(unsigned threads, std::chrono::duration<double> time) const {
    std::vector<std::vector<double>> took(threads);
    std::atomic<std::size_t> bytes = 0;
    std::vector<std::thread> running;
    const double cpu_before = cpu_seconds();
    const Clock::time_point begin = Clock::now();
    const Clock::time_point end = begin + std::chrono::duration_cast<Clock::duration>(time);
    for (unsigned i = 0; i < threads; ++i)
      running.emplace_back([&, i] { bytes += ask_until(end, i, took[i]); });
    for (std::thread& thread : running) thread.join();
    const std::chrono::duration<double> passed = Clock::now() - begin;
    const double cpu = cpu_seconds() - cpu_before;
    std::vector<double> all;
    for (const std::vector<double>& one : took) all.insert(all.end(), one.begin(), one.end());
    std::ranges::sort(all);
    const auto at = [&](double share) {
      return all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1))];
    };
    const auto count = static_cast<double>(all.size());
    return {threads,    count / passed.count(), count / cpu, at(0.5), at(0.99),
            all.back(), bytes / all.size()};
  }

  [[noreturn]] static void fail(const std::string& why) {
    std::cerr << "throughput: " << why << '\n';
    std::exit(2);
  }

 private:
  std::size_t ask_until(Clock::time_point end, unsigned thread, std::vector<double>& took) const {
    std::size_t bytes = 0;
    for (std::size_t i = std::size_t{7} * thread; Clock::now() < end; ++i) {
      const std::size_t place = i % questions_.size();
      const Clock::time_point begin = Clock::now();
      const auto answer = searcher_.search({.question = questions_[place]});
      if (!answer) fail(answer.error().message);
      bytes += palpate::render_json(*answer).size();
      took.push_back(Milliseconds(Clock::now() - begin).count());
      if (first_hits(*answer) != expected_[place]) fail("another answer to " + questions_[place]);
    }
    return bytes;
  }

  const palpate::Searcher& searcher_;
  const std::vector<std::string>& questions_;
  std::vector<std::string> expected_;
};

void print(const Figures& figures, bool json) {
  if (json) {
    std::cout << nlohmann::ordered_json{{"threads", figures.threads},
                                        {"questions_a_second", figures.questions_a_second},
                                        {"questions_a_cpu_second", figures.questions_a_cpu_second},
                                        {"p50_ms", figures.p50},
                                        {"p99_ms", figures.p99},
                                        {"slowest_ms", figures.slowest},
                                        {"json_bytes", figures.bytes}}
                     .dump()
              << '\n';
    return;
  }
  std::cout.precision(4);
  std::cout << "| " << figures.threads << " | " << figures.questions_a_second << " | "
            << figures.questions_a_cpu_second << " | " << figures.p50 << " | " << figures.p99
            << " | " << figures.slowest << " | " << figures.bytes << " |\n";
}

int run(int argc, char** argv) {
  if (argc < 3) Round::fail("usage: throughput INDEX QUESTIONS.jsonl [SECONDS] [JSON]");
  const std::vector<std::string> questions = read_questions(argv[2]);
  if (questions.empty()) Round::fail(std::string("no questions in ") + argv[2]);
  const double seconds = argc > 3 ? std::strtod(argv[3], nullptr) : 10;
  const bool json = argc > 4;
  const auto searcher = palpate::Searcher::open(argv[1]);
  if (!searcher) Round::fail(searcher.error().message);
  const Round round(*searcher, questions);
  if (!json)
    std::cout << "| threads | questions/s | questions/s of CPU | p50 ms | p99 ms | slowest ms | "
                 "bytes of JSON |\n"
                 "|---|---|---|---|---|---|---|\n";
  for (const unsigned threads : {1U, 2U, 4U, 8U, 50U})
    print(round.run(threads, std::chrono::duration<double>(seconds)), json);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "throughput: " << error.what() << '\n';
    return 2;
  }
}
