// Answers from the index: questions, articles, suggestions, as pages or JSON. What takes time is
// done here, by a worker.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "service/asked.h"
#include "service/open_index.h"
#include "service/options.h"
#include "service/visit.h"

namespace palpate {

// Any number of threads may use one.
class ReadingDesk {
 public:
  ReadingDesk(const ServiceOptions& options, OpenIndex& index) : options_(options), index_(index) {}

  // For routes that ask the index.
  Outcome answer(const Visit& visit) const;
  // How a person's page is to be shown.
  PageView page_view(const Visit& visit, const Request& request) const;

 private:
  Outcome start(const Visit& visit) const;
  Outcome search(const Visit& visit) const;
  Outcome similar(const Visit& visit) const;
  Outcome article(const Visit& visit) const;
  Outcome suggest(const Visit& visit) const;

  // That of a response made now: of the index's state, and of how it is shown. Taken before the
  // index is asked: should it move meanwhile, the tag is that of the past and is not met again.
  std::string etag(const Visit& visit) const;
  // What is answered without the index: parameters that are wrong, a tag that the client holds.
  std::optional<Outcome> settled(const Visit& visit, ParameterReader& parameters,
                                 const std::string& etag) const;
  // An answer as a page or as JSON; null, for pages only, is none yet.
  Outcome results(const Visit& visit, const PageView& view, const std::string& etag,
                  const Answer* answer) const;
  HttpResponse made(const Visit& visit, const std::string& etag, std::string body) const;
  std::chrono::steady_clock::time_point deadline(const Visit& visit) const;

  const ServiceOptions& options_;
  OpenIndex& index_;
};

}  // namespace palpate
