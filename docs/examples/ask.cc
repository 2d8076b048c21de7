// Asks an index from C++:
//
//   c++ -std=c++20 ask.cc $(pkg-config --cflags --libs palpate) -o ask && ./ask palpate.db sore
//   calves
#include <chrono>
#include <iostream>
#include <string>

#include <palpate/searcher.h>

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: ask INDEX WORDS...\n";
    return 2;
  }
  std::string question;
  for (int i = 2; i < argc; ++i) question += std::string(i > 2 ? " " : "") + argv[i];

  // Opened once and shared by all threads; a question takes a handle of its own from inside it.
  const auto searcher = palpate::Searcher::open(argv[1]);
  if (!searcher) {
    std::cerr << searcher.error().message << '\n' << searcher.error().hint << '\n';
    return 2;
  }
  const auto answer =
      searcher->search({.question = question,
                        .count = 5,
                        .deadline = std::chrono::steady_clock::now() + std::chrono::seconds(2)});
  if (!answer) {
    std::cerr << answer.error().message << '\n';
    return 2;
  }
  for (const palpate::Note& note : answer->notes) std::cout << text_of(note) << '\n';
  for (const palpate::Hit& hit : answer->hits) {
    std::cout << hit.rank << ". " << hit.article.title;
    for (const std::string& heading : hit.heading) std::cout << " > " << heading;
    std::cout << '\n' << hit.text << "\n\n";
  }
  return answer->hits.empty() ? 1 : 0;
}
