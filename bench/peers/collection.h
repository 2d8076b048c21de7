// Reading a judged collection in the BEIR form, for the peers palpate is measured beside.
//
//   CollectionReader lines("corpus.jsonl.gz");
//   for (Line line; lines.next(line);) add(line);
//
// Throws std::runtime_error naming the file and the line when something cannot be read.
#pragma once

#include <zlib.h>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace palpate::bench {

// What every program of the bench indexes of a document: these fields and no others.
struct Line {
  std::string id;
  std::string title;
  std::string heading;  // metadata.heading
  std::string text;
};

struct Question {
  std::string id;
  std::string text;
};

// The lines of a plain or gzip file, one after the other; never the whole file in memory.
class JsonLines {
 public:
  explicit JsonLines(const std::string& path);
  bool next(std::string& json);  // false at the end of the file; blank lines are passed over
  [[nodiscard]] std::string where() const { return path_ + ":" + std::to_string(number_); }

 private:
  struct Close {
    void operator()(gzFile file) const { gzclose(file); }
  };

  bool append_piece(std::string& json);

  std::string path_;
  std::unique_ptr<gzFile_s, Close> file_;
  std::vector<char> piece_;
  std::size_t number_ = 0;
};

class CollectionReader {
 public:
  explicit CollectionReader(const std::string& path);
  ~CollectionReader();
  CollectionReader(const CollectionReader&) = delete;
  CollectionReader& operator=(const CollectionReader&) = delete;

  bool next(Line& line);

 private:
  struct Parser;
  JsonLines lines_;
  std::string json_;
  std::unique_ptr<Parser> parser_;
};

std::vector<Question> read_questions(const std::string& path);

}  // namespace palpate::bench
