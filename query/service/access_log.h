// One line a request: when, its random id, route, status, milliseconds, hits. Nothing of who asked
// or what, unless questions are to be logged.
//
//   2026-11-21T10:30:00.123Z id=5f0c… route=search status=200 ms=1.84 hits=10
//
// Lines are written by a thread of its own: a slow disk or pipe holds up no answer. When thousands
// wait to be written, further ones are dropped and counted.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "palpate/error.h"
#include "service/http.h"

namespace palpate {

// Any number of threads may use one.
class AccessLog {
 public:
  // "-" is standard output, "" no log.
  static Result<std::unique_ptr<AccessLog>> open(const std::string& file);
  ~AccessLog();  // writes what waits
  AccessLog(const AccessLog&) = delete;
  AccessLog& operator=(const AccessLog&) = delete;

  // `question` is logged when it is not null.
  void write(const HttpRequest& request, const HttpResponse& response,
             std::chrono::duration<double> took, const std::string* question);
  // Opens the file anew, after it was moved away.
  Status reopen();
  std::uint64_t lost() const;

 private:
  AccessLog(std::string file, int descriptor);
  void run();
  bool write_out(std::string_view lines);

  std::string file_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::string waiting_;
  std::size_t waiting_lines_ = 0;
  std::uint64_t lost_ = 0;
  bool ending_ = false;
  int descriptor_;
  int next_descriptor_ = -1;  // what reopen() opened, for the thread to take
  std::thread thread_;
};

}  // namespace palpate
