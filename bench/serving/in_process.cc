// How many questions a second threads of one process answer that share a Searcher.
//
//   in_process DB QUERIES.JSONL THREADS SECONDS
//
// Prints one JSON object. Each answer is rendered as JSON, as the service does, unless a fifth
// argument "answers" is given. An answer that fails ends the program.
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "palpate/json.h"
#include "palpate/searcher.h"
#include "questions.h"

namespace {

using Clock = std::chrono::steady_clock;

struct Asked {
  const palpate::Searcher& searcher;
  const std::vector<std::string>& questions;
  bool render = true;
};

// Bytes of the answer, so that none is left out of the program.
std::size_t ask(const Asked& asked, std::size_t nth) {
  const auto answer =
      asked.searcher.search({.question = asked.questions[nth % asked.questions.size()]});
  if (!answer) {
    std::cerr << "in_process: " << answer.error().message << '\n';
    std::exit(EXIT_FAILURE);
  }
  return asked.render ? palpate::render_json(*answer).size() : answer->hits.size();
}

int run(const std::vector<std::string>& arguments) {
  const auto questions = palpate::bench::read_questions(arguments.at(1));
  const auto searcher = palpate::Searcher::open(arguments.at(0));
  if (!searcher) throw std::runtime_error(searcher.error().message);
  const Asked asked{*searcher, questions, arguments.size() < 5 || arguments[4] != "answers"};
  const auto threads = static_cast<std::size_t>(std::stoul(arguments.at(2)));
  for (std::size_t i = 0; i < 2 * questions.size(); ++i) ask(asked, i);
  std::atomic<std::size_t> done = 0;
  std::atomic<std::size_t> bytes = 0;
  const auto begin = Clock::now();
  const auto end = begin + std::chrono::seconds(std::stoul(arguments.at(3)));
  {
    std::vector<std::jthread> running;
    for (std::size_t thread = 0; thread < threads; ++thread)
      running.emplace_back([&, nth = thread * 17]() mutable {
        for (; Clock::now() < end; ++nth, ++done) bytes += ask(asked, nth);
      });
  }
  const std::chrono::duration<double> seconds = Clock::now() - begin;
  std::cout << "{\"threads\":" << threads << ",\"questions\":" << done
            << ",\"per_second\":" << static_cast<double>(done) / seconds.count()
            << ",\"bytes\":" << bytes << "}\n";
  return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << "in_process: " << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
