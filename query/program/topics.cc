#include "program/topics.h"

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <sstream>
#include <system_error>
#include <thread>
#include <unordered_set>
#include <utility>

#include "answer/render.h"
#include "program/open.h"

namespace palpate {
namespace {

using Json = nlohmann::json;

std::string system_reason() { return std::generic_category().message(errno); }

// An id as it may be a string or a number.
std::string id_of(const Json& line) {
  const auto id = line.find("_id");
  if (id == line.end()) return {};
  return id->is_string() ? id->get<std::string>() : id->dump();
}

Error malformed(const std::string& file, std::size_t line, const std::string& why) {
  return {ErrorCode::malformed, file + ":" + std::to_string(line) + ": " + why,
          R"(each line is like {"_id": "1", "text": "a question"})"};
}

// What answering one topic gave, in both forms that may be asked for.
struct Outcome {
  std::vector<RankedId> ranked;
  std::string json;
  std::chrono::microseconds time{0};  // of the whole answer, its texts and marks included
};

class Batch {
 public:
  Batch(const QueryCommand& command, const std::vector<AskedTopic>& topics,
        const Searcher& searcher)
      : command_(command), topics_(topics), searcher_(searcher), outcomes_(topics.size()) {}

  // One thread's share: topics until there are none left.
  void work() {
    for (std::size_t i = next_++; i < topics_.size(); i = next_++) {
      const Status done = answer(i);
      if (!done) return fail(done.error());
    }
  }

  const std::optional<Error>& error() const { return error_; }
  const std::vector<Outcome>& outcomes() const { return outcomes_; }

 private:
  Status answer(std::size_t i) {
    if (!command_.run.empty()) {
      Result<std::vector<RankedId>> ranked =
          searcher_.rank(topics_[i].question, command_.run_count, command_.run_unit);
      if (!ranked) return ranked.error();
      outcomes_[i].ranked = std::move(*ranked);
    }
    if (command_.json || !command_.timings.empty()) {
      Request request = command_.request;
      request.question = topics_[i].question;
      const auto begin = std::chrono::steady_clock::now();
      const Result<Answer> found = searcher_.search(request);
      if (!found) return found.error();
      outcomes_[i].time = std::chrono::duration_cast<std::chrono::microseconds>(
          std::chrono::steady_clock::now() - begin);
      if (command_.json) outcomes_[i].json = render_json(*found, topics_[i].id);
    }
    return Done{};
  }

  void fail(const Error& error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = error;
    next_ = topics_.size();
  }

  const QueryCommand& command_;
  const std::vector<AskedTopic>& topics_;
  const Searcher& searcher_;
  std::vector<Outcome> outcomes_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::optional<Error> error_;
};

Status write_file(const std::string& path, const std::string& text, std::ostream& standard) {
  if (path == kStandardOutput) {
    standard << text;
    return Done{};
  }
  std::ofstream out(path, std::ios::trunc | std::ios::binary);
  out << text;
  out.close();
  if (!out) return Error{ErrorCode::storage, "cannot write " + path + ": " + system_reason(), ""};
  return Done{};
}

// A run's columns are apart by blanks: they are percent-encoded, as in documents' ids.
std::string without_blanks(const std::string& id) {
  std::string encoded;
  for (const char c : id) encoded += c == ' ' ? "%20" : (c == '\t' ? "%09" : std::string(1, c));
  return encoded;
}

std::string run_text(const std::vector<AskedTopic>& topics, const std::vector<Outcome>& outcomes,
                     const std::string& tag) {
  std::ostringstream run;
  for (std::size_t i = 0; i < topics.size(); ++i) {
    std::size_t rank = 0;
    for (const RankedId& hit : outcomes[i].ranked)
      run << without_blanks(topics[i].id) << " Q0 " << hit.id << ' ' << ++rank << ' ' << hit.score
          << ' ' << tag << '\n';
  }
  return run.str();
}

}  // namespace

Result<std::vector<AskedTopic>> read_topics(const std::string& file,
                                            const std::vector<std::string>& fields) {
  std::ifstream in(file);
  if (!in) return Error{ErrorCode::unreadable, "cannot read " + file + ": " + system_reason(), ""};
  std::vector<AskedTopic> topics;
  std::unordered_set<std::string> ids;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const Json object = Json::parse(line, nullptr, false);
    if (!object.is_object()) return malformed(file, number, "not a JSON object");
    AskedTopic topic{id_of(object), {}};
    if (topic.id.empty()) return malformed(file, number, "no \"_id\"");
    if (!ids.insert(topic.id).second)
      return malformed(file, number, "the \"_id\" " + topic.id + " stands in an earlier line");
    for (const std::string& field : fields) {
      const auto text = object.find(field);
      if (text == object.end() || !text->is_string()) continue;
      if (!topic.question.empty()) topic.question += ' ';
      topic.question += text->get<std::string>();
    }
    topics.push_back(std::move(topic));
  }
  return topics;
}

Status answer_topics(const QueryCommand& command, std::ostream& out) {
  const Result<std::vector<AskedTopic>> topics = read_topics(command.topics, command.topics_fields);
  if (!topics) return topics.error();
  const Result<Searcher> searcher = open_searcher(command);
  if (!searcher) return searcher.error();
  Batch batch(command, *topics, *searcher);
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  // Timed answers do not share the machine with each other.
  const unsigned jobs = !command.timings.empty() ? 1 : (command.jobs != 0 ? command.jobs : cores);
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < jobs; ++i) threads.emplace_back([&batch] { batch.work(); });
  for (std::thread& thread : threads) thread.join();
  if (const auto& error = batch.error()) return *error;

  if (command.json)
    for (const Outcome& outcome : batch.outcomes()) out << outcome.json << '\n';
  if (!command.run.empty())
    if (Status done =
            write_file(command.run, run_text(*topics, batch.outcomes(), command.tag), out);
        !done)
      return done;
  if (!command.timings.empty()) {
    std::string lines;
    for (const Outcome& outcome : batch.outcomes())
      lines += std::to_string(outcome.time.count()) + "\n";
    return write_file(command.timings, lines, out);
  }
  return Done{};
}

}  // namespace palpate
