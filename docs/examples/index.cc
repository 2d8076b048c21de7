// Makes or updates an index from C++:
//
//   c++ -std=c++20 index.cc $(pkg-config --cflags --libs palpate) -o index && ./index palpate.db
//   articles
#include <csignal>
#include <iostream>

#include <palpate/indexer.h>

namespace {

palpate::Indexer* running = nullptr;

void stop(int) {
  if (running != nullptr) running->cancel();  // what was read by then is kept
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: index INDEX PATH...\n";
    return 2;
  }
  palpate::IndexOptions options;
  options.directory = argv[1];
  for (int i = 2; i < argc; ++i) options.paths.emplace_back(argv[i]);

  palpate::IndexObserver observer;
  observer.progress = [](const palpate::IndexProgress& progress) {
    std::cerr << progress.files_done << " of " << progress.files_total << " files\r";
  };
  observer.failed = [](const palpate::FailedFile& file) {
    std::cerr << file.path << ": " << file.reason << '\n';
  };

  palpate::Indexer indexer(options);
  running = &indexer;
  std::signal(SIGINT, stop);
  const auto summary = indexer.run(observer);
  if (!summary) {
    std::cerr << summary.error().message << '\n' << summary.error().hint << '\n';
    return 2;
  }
  std::cout << summary->documents << " documents, " << summary->passages << " passages\n";
  return 0;
}
