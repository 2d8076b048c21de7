// How fast pages are read: bytes of HTML a second, from charset to kept text, on one core.
//
// The page is made here, like a page of a blog: a quarter of it is text, the rest scripts, menus,
// attributes and comments. Each round asserts that exactly the text was kept.
#include <benchmark/benchmark.h>

#include <string>

#include "article/reader.h"

namespace palpate {
namespace {

struct Page {
  std::string html;
  std::size_t kept_bytes = 0;
};

std::string repeated(const std::string& piece, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += piece;
  return all;
}

Page blog_page(int paragraphs) {
  const std::string sentence =
      "Slow loading makes a tendon stronger, week by week, and rest alone does not. ";
  const std::string words = repeated(sentence, 4).substr(0, 4 * sentence.size() - 1);
  Page page;
  page.html = R"(<!DOCTYPE html><html lang="en"><head><title>Tendons | Example</title>)" +
              repeated(R"(<meta property="og:image:alt" content="a tendon">)", 20) + "<script>" +
              repeated("function track(a, b) { if (a < b) return '<p>'; }\n", 20 * paragraphs) +
              "</script></head><body>" +
              repeated(R"(<nav><ul><li class="menu-item"><a href="/somewhere/else" )"
                       "data-toggle=\"menu\">Else</a></li></ul></nav>\n",
                       2 * paragraphs) +
              R"(<main><article class="post"><h1>Tendons</h1><div class="entry-content">)";
  for (int i = 0; i < paragraphs; ++i) {
    page.html += R"(<p class="wp-block-text" data-block="17" style="margin: 0">)" + words +
                 "</p>\n<!-- block ends -->\n";
    page.kept_bytes += words.size() + (i > 0 ? 2 : 0);  // paragraphs stand apart by an empty line
  }
  page.html += "</div></article></main><footer><p>All rights reserved.</p></footer></body></html>";
  return page;
}

void read_page(benchmark::State& state) {
  const Page page = blog_page(static_cast<int>(state.range(0)));
  while (state.KeepRunning()) {
    Result<Article> article = read_html(page.html, {"page.html", "page.html", ""});
    if (!article || article->text.size() != page.kept_bytes) {
      state.SkipWithError("the kept text is not what the page says");
      break;
    }
    benchmark::DoNotOptimize(article);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(page.html.size()));
  state.counters["page_bytes"] = static_cast<double>(page.html.size());
  state.counters["kept_bytes"] = static_cast<double>(page.kept_bytes);
}

BENCHMARK(read_page)->Arg(10)->Arg(100)->Arg(1000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace palpate
