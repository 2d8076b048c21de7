#include "article/reader.h"

#include <algorithm>
#include <utility>

#include "article/file_article.h"
#include "article/files/document_id.h"
#include "article/files/file_bytes.h"
#include "article/language.h"
#include "article/markdown/front_matter.h"
#include "article/text/decode.h"

namespace palpate {
namespace {

// "https://www.example.org:8080/a" → "example.org"; "" where there is no host.
std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (!url.starts_with("http") || scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#\\"));
  if (const std::size_t at = url.rfind('@'); at != std::string_view::npos)
    url.remove_prefix(at + 1);
  if (!url.starts_with('[')) url = url.substr(0, url.find(':'));
  std::string host(url);
  std::transform(host.begin(), host.end(), host.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return host.starts_with("www.") ? host.substr(4) : host;
}

// What a reader leaves open, the same for all formats.
void complete(Article& article, const SourceFile& file) {
  if (article.id.empty()) {
    article.id = file.id.empty() ? document_id(file.path.filename().native()) : file.id;
  }
  if (article.group.empty()) article.group = article.id;
  if (article.path.empty()) article.path = file.path.string();
  article.language = language_tag(article.language);
  if (article.language.empty()) article.language = detect_language(article.text);
  if (article.source.empty()) article.source = host_of(article.url);
}

// Names the first line of a text that is not UTF-8: its bytes were replaced, or taken for another
// charset, which may be wrong. Pages say their charset, and UTF-16 shows.
void report_charset(const Article& article, Format format, const SourceFile& file,
                    std::string_view bytes, const ProblemSink& problems) {
  if (format == Format::html || utf16_of(bytes) != nullptr) return;
  const std::size_t line = line_of_invalid_utf8(bytes);
  if (line == 0) return;
  const bool replaced =
      std::any_of(article.dropped.begin(), article.dropped.end(),
                  [](const Dropped& piece) { return piece.reason == kInvalidUtf8; });
  problems({file.path.string(), line,
            replaced ? std::string(kInvalidUtf8) : "not UTF-8: read as windows-1252"});
}

// The keys that could be read are there all the same.
void report_front_matter(const Article& article, const SourceFile& file,
                         const ProblemSink& problems) {
  for (const Dropped& piece : article.dropped) {
    if (const std::size_t line = broken_line(piece); line != 0) {
      return problems({file.path.string(), line, piece.reason});
    }
  }
}

Result<Article> read_whole(Format format, const SourceFile& file, const ReadLimits& limits,
                           const ProblemSink& problems) {
  const Result<std::string> bytes = read_whole_file(file.path, limits.file_bytes);
  if (!bytes) return bytes.error();
  if (bytes->empty()) return Error{ErrorCode::malformed, "the file is empty", {}};
  Result<Article> article = format == Format::html       ? read_html(*bytes, file)
                            : format == Format::markdown ? read_markdown(*bytes, file)
                                                         : read_text(*bytes, file);
  if (!article) return article;
  if (article->text.empty()) return Error{ErrorCode::malformed, "no text", {}};
  if (article->url.empty()) article->url = file.url;
  report_charset(*article, format, file, *bytes, problems);
  if (format == Format::markdown) report_front_matter(*article, file, problems);
  return article;
}

std::string unsupported(const std::filesystem::path& path) {
  const std::string ending = path.extension().string();
  return ending.empty() ? "a file without an ending is not read"
                        : "files of type " + ending + " are not read yet";
}

}  // namespace

void read_articles(const SourceFile& file, const ReadLimits& limits, const ArticleSink& articles,
                   const ProblemSink& problems, const BytesSink& bytes_read) {
  const Format format = format_of(file.path.native());
  if (format == Format::unsupported) {
    return problems({file.path.string(), 0, unsupported(file.path)});
  }
  if (format == Format::json_lines) {
    const ArticleSink completed = [&](Article article) {
      complete(article, file);
      articles(std::move(article));
    };
    return read_json_lines(file, limits, completed, problems, bytes_read);
  }
  Result<Article> article = read_whole(format, file, limits, problems);
  if (!article) return problems({file.path.string(), 0, article.error().message});
  complete(*article, file);
  articles(*std::move(article));
}

}  // namespace palpate
