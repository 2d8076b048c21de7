#include "article/reader.h"
#include "article/file_bytes.h"
#include "article/language.h"
namespace palpate {
#if 1
Result<Article> read_markdown(std::string_view b, const SourceFile& f) { return read_text(b, f); }
#endif
void read_articles(const SourceFile& file, const ReadLimits& limits, const ArticleSink& articles, const ProblemSink& problems) {
  const ArticleSink deliver = [&](Article a) { if (a.language.empty()) a.language = detect_language(a.text); if (a.group.empty()) a.group = a.id; articles(std::move(a)); };
  const Format f = format_of(file.path);
  if (f == Format::json_lines) return read_json_lines(file, limits, deliver, problems);
  Result<std::string> bytes = read_whole_file(file.path, limits.file_bytes);
  if (!bytes) return problems({file.path.string(), 0, bytes.error().message});
  Result<Article> a = f == Format::html ? read_html(*bytes, file) : f == Format::markdown ? read_markdown(*bytes, file) : read_text(*bytes, file);
  if (!a) return problems({file.path.string(), 0, a.error().message});
  deliver(std::move(*a));
}
}
