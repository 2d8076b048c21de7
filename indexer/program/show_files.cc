#include "program/show_files.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <ostream>

#include "article/files/source_walk.h"
#include "passage/passage.h"
#include "program/show.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;

std::string no_reader(const std::string& ending) {
  return "no reader for this format (" + (ending.empty() ? "no ending" : ending) + ")";
}

}  // namespace

void show_files(const ShowFiles& files, std::ostream& out, const ShowListener& listener) {
  SentenceBreaker breaker;
  const auto show = [&](const Article& article) {
    const auto passages = split_passages(article, PassageSettings{}, breaker);
    if (files.json) {
      out << show_json(article, passages) << '\n';
    } else {
      out << show_text(article, passages);
    }
  };
  for (const std::string& path : files.paths) {
    const SourceWalk walk = walk_sources({path});
    for (const Problem& problem : walk.problems) listener.problem(problem);
    std::map<std::string, std::size_t> passed_over;
    for (const FoundFile& file : walk.files) {
      const std::string ending = fs::path(file.path).extension().string();
      if (file.format != Format::unsupported) {
        read_articles({file.path, file.id, ""}, ReadLimits{}, show, listener.problem);
      } else if (fs::path(file.path) == fs::path(path)) {
        listener.problem({path, 0, no_reader(ending)});
      } else {
        ++passed_over[ending];
      }
    }
    for (const auto& [ending, count] : passed_over)
      listener.note(path + ": " + std::to_string(count) + (count == 1 ? " file" : " files") +
                    " passed over, " + no_reader(ending));
    if (walk.files.empty() && walk.problems.empty())
      listener.problem({path, 0, "no file in this folder"});
  }
}

}  // namespace palpate
