// Reading articles from files: one reader a format, one door for all of them.
//
// A reader takes bytes as they lie on disk and gives Articles; it drops furniture and says what it
// dropped. What it cannot read becomes a Problem that names file, line and reason, and the rest
// goes on. Readers hold no state and may be called from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "article/article.h"
#include "palpate/error.h"

namespace palpate {

// A file as the walk found it.
struct SourceFile {
  std::filesystem::path path;  // to open it
  std::string id;              // the document's id when the file is one document; see document_id()
  std::string url;             // from --url-prefix; may be empty
};

// A file, or a line of one, that could not be read.
struct Problem {
  std::string path;
  std::size_t line = 0;  // 1 is the first; 0: the file as a whole
  std::string reason;
};

struct ReadLimits {
  std::size_t file_bytes = std::size_t{64} << 20;  // of a file that is one document, decompressed
  // Of one line of a .jsonl. Parsing takes up to 13 times as much memory, for a line of nothing but
  // numbers.
  std::size_t line_bytes = std::size_t{16} << 20;
};

enum class Format : unsigned char { text, html, markdown, json_lines, unsupported };

// By name: .txt .text, .html .htm .xhtml, .md .markdown, .jsonl .ndjson (+ .gz for all of these).
Format format_of(std::string_view path);

using ArticleSink = std::function<void(Article)>;
using ProblemSink = std::function<void(Problem)>;
using BytesSink = std::function<void(std::uint64_t)>;

// Reads every article of the file, in order. The error is for the caller's programming mistakes;
// what is wrong with the file goes to `problems`. Calls the sinks in the calling thread.
// `bytes_read` hears with each line of a .jsonl how many bytes of the file were read by then.
void read_articles(const SourceFile& file, const ReadLimits& limits, const ArticleSink& articles,
                   const ProblemSink& problems, const BytesSink& bytes_read = {});

// The readers. `bytes` is the whole file. They fill id, path and url from `file`.
Result<Article> read_text(std::string_view bytes, const SourceFile& file);
Result<Article> read_html(std::string_view bytes, const SourceFile& file);
Result<Article> read_markdown(std::string_view bytes, const SourceFile& file);
// Streams: never holds more than one line. One article a line.
void read_json_lines(const SourceFile& file, const ReadLimits& limits, const ArticleSink& articles,
                     const ProblemSink& problems, const BytesSink& bytes_read = {});

}  // namespace palpate
