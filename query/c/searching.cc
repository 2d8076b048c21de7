// Asking, for C.
#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <vector>

#include "c/result.h"
#include "palpate/json.h"
#include "palpate/searcher.h"

struct palpate_searcher {
  palpate::Searcher searcher;
  std::uint32_t timeout_ms = 0;  // of calls without a request
};

namespace palpate {
namespace {

constexpr int kSchemaVersion = 1;

SearcherOptions options_of(const palpate_options& given) {
  SearcherOptions options;
  if (given.directory != nullptr) options.shards.emplace_back(given.directory);
  for (std::size_t i = 0; given.shards != nullptr && i < given.shard_count; ++i)
    options.shards.push_back(text_of(given.shards[i]));
  options.readers = given.readers;
  options.follow = given.stay == 0;
  return options;
}

Searcher::Until deadline_in(std::uint32_t timeout_ms) {
  if (timeout_ms == 0) return std::nullopt;
  return std::chrono::steady_clock::now() + std::chrono::milliseconds(timeout_ms);
}

Request request_of(const palpate_request* page) {
  const palpate_request given = known_part(page);
  Request request;
  request.question = text_of(given.question);
  if (given.count != 0) request.count = given.count;
  request.offset = given.offset;
  if (given.per_article == PALPATE_NO_LIMIT) {
    request.per_article = 0;
  } else if (given.per_article != 0) {
    request.per_article = given.per_article;
  }
  request.language = text_of(given.language);
  request.exact = given.exact != 0;
  request.explain = given.explain != 0;
  for (std::size_t i = 0; given.filters != nullptr && i < given.filter_count; ++i)
    request.filters.push_back({text_of(given.filters[i].field), text_of(given.filters[i].value)});
  request.deadline = deadline_in(given.timeout_ms);
  return request;
}

// {"version": 1, name: value}
template <class Value>
std::string json_of(const char* name, const Value& value) {
  return nlohmann::ordered_json{{"version", kSchemaVersion}, {name, value}}.dump(
      -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

// JSON of what `ask` gives for the searcher.
template <class Ask, class Render>
palpate_result* asked(const palpate_searcher* searcher, Ask&& ask, Render&& render) noexcept {
  return result_of([&]() -> Result<std::string> {
    if (searcher == nullptr) return missing("there is no searcher");
    auto found = ask(searcher->searcher);
    if (!found) return found.error();
    return render(*found);
  });
}

}  // namespace
}  // namespace palpate

using palpate::missing;
using palpate::render_json;
using palpate::Result;
using palpate::Searcher;
using palpate::text_of;

palpate_result* palpate_open(const palpate_options* options, palpate_searcher** searcher) {
  if (searcher != nullptr) *searcher = nullptr;
  return palpate::result_of([&]() -> Result<std::string> {
    if (searcher == nullptr) return missing("there is no place for the searcher");
    if (options == nullptr || options->size == 0) return missing("there are no options");
    const palpate_options given = palpate::known_part(options);
    Result<Searcher> opened = Searcher::open(palpate::options_of(given));
    if (!opened) return opened.error();
    std::string json = palpate::json_of("state", opened->state());
    *searcher = new palpate_searcher{std::move(*opened), given.timeout_ms};
    return json;
  });
}

void palpate_close(palpate_searcher* searcher) { delete searcher; }

palpate_result* palpate_search(const palpate_searcher* searcher, const palpate_request* request) {
  return palpate::asked(
      searcher,
      [&](const Searcher& index) -> Result<palpate::Answer> {
        if (request == nullptr || request->size == 0) return missing("there is no request");
        return index.search(palpate::request_of(request));
      },
      [](const palpate::Answer& answer) { return render_json(answer); });
}

palpate_result* palpate_similar(const palpate_searcher* searcher, const char* id,
                                const palpate_request* page) {
  return palpate::asked(
      searcher,
      [&](const Searcher& index) -> Result<palpate::Answer> {
        if (id == nullptr) return missing("there is no id");
        return index.like(id, palpate::request_of(page));
      },
      [](const palpate::Answer& answer) { return render_json(answer); });
}

palpate_result* palpate_article(const palpate_searcher* searcher, const char* id) {
  return palpate::asked(
      searcher,
      [&](const Searcher& index) -> Result<palpate::FullText> {
        if (id == nullptr) return missing("there is no id");
        return index.full_text(id, palpate::deadline_in(searcher->timeout_ms));
      },
      [&](const palpate::FullText& article) { return render_json(article, id); });
}

palpate_result* palpate_suggest(const palpate_searcher* searcher, const char* typed, size_t count) {
  return palpate::asked(
      searcher,
      [&](const Searcher& index) {
        return index.suggest(text_of(typed), count, palpate::deadline_in(searcher->timeout_ms));
      },
      [&](const std::vector<palpate::Suggestion>& found) {
        return render_json(found, text_of(typed));
      });
}

palpate_result* palpate_describe(const palpate_searcher* searcher) {
  return palpate::asked(
      searcher,
      [&](const Searcher& index) {
        return index.describe(palpate::deadline_in(searcher->timeout_ms));
      },
      [](const palpate::IndexDescription& description) { return render_json(description); });
}

palpate_result* palpate_state(const palpate_searcher* searcher) {
  return palpate::asked(
      searcher, [](const Searcher& index) { return Result<std::string>(index.state()); },
      [](const std::string& state) { return palpate::json_of("state", state); });
}

palpate_result* palpate_refresh(palpate_searcher* searcher) {
  return palpate::asked(
      searcher, [&](const Searcher&) { return searcher->searcher.refresh(); },
      [](bool moved) { return palpate::json_of("moved", moved); });
}
