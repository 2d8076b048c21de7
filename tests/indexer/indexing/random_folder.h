// A folder of random articles, changed at random in every way that a run may meet.
#pragma once

#include <cstddef>
#include <filesystem>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "../article/temporary_folder.h"
#include "random_articles.h"

namespace palpate {

class RandomFolder {
 public:
  RandomFolder(const TemporaryFolder& folder, RandomArticles& random)
      : folder_(folder), random_(random) {
    write("always.md", random_.markdown());
  }

  void change() {
    switch (random_.below(8)) {
      case 0:
        return remove();
      case 1:
        return move_note();
      case 2:
        return move_line();
      case 3:
        return tell_otherwise();
      case 4:
        return tell_line_otherwise();
      case 5:
        return write_lines(random_line_file());
      default:
        return write_note(random_note());
    }
  }

 private:
  struct Note {
    std::string front_matter, sections;
  };
  struct Line {
    std::string body, metadata;
  };
  // Documents by their ids, of which none stands in two files.
  using Lines = std::map<std::string, Line>;

  // Names of one folder or another, so that a file may move into the place of one that is gone.
  std::string random_note() {
    return (random_.below(4) == 0 ? "sub/f" : "f") + std::to_string(random_.below(9)) + ".md";
  }
  std::string random_line_file() { return "l" + std::to_string(random_.below(3)) + ".jsonl"; }

  // Now and then another, by whose rules the same text gives other terms.
  std::string_view language() { return random_.below(6) == 0 ? "de" : "en"; }

  // A size that no version before had: two writes may fall into one tick of the clock.
  void write(const std::string& name, std::string text) {
    folder_.write("articles/" + name, text + std::string(++versions_, '\n'));
  }
  void unlink(const std::string& name) const {
    std::filesystem::remove(folder_.path() / "articles" / name);
  }

  void put(const std::string& name, Note note) {
    write(name, note.front_matter + note.sections);
    notes_[name] = std::move(note);
  }
  void write_note(const std::string& name) {
    put(name, {random_.front_matter(language()), random_.sections()});
  }
  void tell_otherwise() {
    const auto note = notes_.find(random_note());
    if (note != notes_.end())
      put(note->first, {random_.front_matter(language()), note->second.sections});
  }

  // With all its bytes, or changed on its way; in the place of another, or into none.
  void move_note() {
    const std::string from = random_note();
    const std::string to = random_note();
    const auto note = notes_.find(from);
    if (note == notes_.end() || from == to) return;
    const std::filesystem::path articles = folder_.path() / "articles";
    std::filesystem::create_directories((articles / to).parent_path());
    std::filesystem::rename(articles / from, articles / to);
    notes_[to] = std::exchange(note->second, {});
    notes_.erase(from);
    if (random_.below(3) == 0) put(to, {random_.front_matter(language()), notes_[to].sections});
  }

  void remove() {
    const bool of_lines = random_.below(3) == 0;
    const std::string name = of_lines ? random_line_file() : random_note();
    notes_.erase(name);
    lines_.erase(name);
    unlink(name);
  }

  std::string metadata() {
    std::string text = R"({"language":")" + std::string(language()) + R"(","tags":[")" +
                       std::string(random_.tag()) + R"("])";
    if (random_.below(2) == 0) text += R"(,"synonyms":[")" + random_.words(2) + R"("])";
    if (random_.below(2) == 0)
      text += R"(,"date":"20)" + std::to_string(10 + random_.below(14)) + R"(-04")";
    if (random_.below(2) == 0) text += R"(,"updated":"2024-05-01")";
    if (random_.below(2) == 0) text += R"(,"source":")" + std::string(random_.source()) + '"';
    if (random_.below(2) == 0) text += R"(,"authors":[")" + std::string(random_.author()) + R"("])";
    // Of its own: which of two like passages of one article is shown depends on their numbers.
    if (random_.below(3) == 0) text += R"(,"article":"page )" + std::to_string(++pages_) + '"';
    if (random_.below(3) == 0)
      text += R"(,"url":"https://clinic.example/)" + std::to_string(random_.below(9)) + '"';
    return R"("title":")" + random_.words(3) + R"(","metadata":)" + text + "}";
  }
  // Of one passage or of several.
  Line line() {
    return {random_.words(40) + ". " + random_.words(random_.below(400) + 1) + ".", metadata()};
  }

  // In any order: the order is no change of an article.
  void write_out(const std::string& name) {
    const Lines& lines = lines_[name];
    if (lines.empty()) return unlink(name);
    std::string text;
    const bool backwards = random_.below(2) == 0;
    for (const auto& [id, line] : lines) {
      const std::string one =
          R"({"_id":")" + id + R"(","text":")" + line.body + R"(",)" + line.metadata + "}\n";
      text = backwards ? one + text : text + one;
    }
    write(name, random_.below(4) == 0 ? text + "no json\n" : text);
  }

  // Some lines stay as they were, also where they change their places.
  void write_lines(const std::string& name) {
    Lines& lines = lines_[name];
    for (std::size_t changes = 1 + random_.below(4); changes > 0; --changes) {
      const std::string id = name.substr(0, 2) + "-" + std::to_string(random_.below(6));
      if (!stands_elsewhere(id, name)) lines[id] = line();
    }
    write_out(name);
  }
  bool stands_elsewhere(const std::string& id, const std::string& name) const {
    for (const auto& [file, lines] : lines_)
      if (file != name && lines.contains(id)) return true;
    return false;
  }

  Lines::iterator random_line(Lines& lines) {
    return std::next(lines.begin(), static_cast<std::ptrdiff_t>(random_.below(lines.size())));
  }
  void tell_line_otherwise() {
    const std::string name = random_line_file();
    if (lines_[name].empty()) return;
    random_line(lines_[name])->second.metadata = metadata();
    write_out(name);
  }
  void move_line() {
    const std::string from = random_line_file();
    const std::string to = random_line_file();
    if (from == to || lines_[from].empty()) return;
    lines_[to].insert(lines_[from].extract(random_line(lines_[from])));
    write_out(from);
    write_out(to);
  }

  const TemporaryFolder& folder_;
  RandomArticles& random_;
  std::map<std::string, Note> notes_;
  std::map<std::string, Lines> lines_;
  std::size_t versions_ = 0, pages_ = 0;
};

}  // namespace palpate
