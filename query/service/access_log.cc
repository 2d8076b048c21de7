#include "service/access_log.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <nlohmann/json.hpp>
#include <utility>

namespace palpate {
namespace {

constexpr std::size_t kMostWaiting = 1U << 20U;  // bytes
constexpr unsigned kFileMode = 0640;

Result<int> opened(const std::string& file) {
  if (file.empty()) return -1;
  if (file == "-") return STDOUT_FILENO;
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, kFileMode);
  if (descriptor >= 0) return descriptor;
  return Error{ErrorCode::storage,
               "the access log " + file + " cannot be written: " + std::strerror(errno),
               "name another with --access-log, or - for standard output"};
}

std::string now_text() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  tm utc{};
  gmtime_r(&now.tv_sec, &utc);
  std::array<char, 32> second{};
  std::strftime(second.data(), second.size(), "%Y-%m-%dT%H:%M:%S", &utc);
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%s.%03ldZ", second.data(), now.tv_nsec / 1'000'000);
  return text.data();
}

std::string line_of(const HttpRequest& request, const HttpResponse& response,
                    std::chrono::duration<double> took, const std::string* question) {
  std::array<char, 32> milliseconds{};
  std::snprintf(milliseconds.data(), milliseconds.size(), "%.2f", took.count() * 1000);
  std::string line = now_text();
  line.append(" id=").append(request.id).append(" route=").append(response.route);
  line.append(" status=").append(std::to_string(response.status));
  line.append(" ms=").append(milliseconds.data());
  if (response.hits) line.append(" hits=").append(std::to_string(*response.hits));
  if (question != nullptr)
    line.append(" question=")
        .append(nlohmann::json(*question).dump(-1, ' ', true,
                                               nlohmann::json::error_handler_t::replace));
  return line += '\n';
}

}  // namespace

Result<std::unique_ptr<AccessLog>> AccessLog::open(const std::string& file) {
  const Result<int> descriptor = opened(file);
  if (!descriptor) return descriptor.error();
  return std::unique_ptr<AccessLog>(new AccessLog(file, *descriptor));
}

AccessLog::AccessLog(std::string file, int descriptor)
    : file_(std::move(file)), descriptor_(descriptor) {
  if (descriptor_ >= 0) thread_ = std::thread([this] { run(); });
}

AccessLog::~AccessLog() {
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
  for (const int descriptor : {descriptor_, next_descriptor_})
    if (descriptor > STDERR_FILENO) ::close(descriptor);
}

void AccessLog::write(const HttpRequest& request, const HttpResponse& response,
                      std::chrono::duration<double> took, const std::string* question) {
  if (!thread_.joinable()) return;
  const std::string line = line_of(request, response, took, question);
  bool first = false;
  {
    const std::scoped_lock lock(mutex_);
    if (waiting_.size() + line.size() > kMostWaiting) {
      ++lost_;
      return;
    }
    first = waiting_.empty();
    waiting_ += line;
    ++waiting_lines_;
  }
  if (first) wake_.notify_one();
}

Status AccessLog::reopen() {
  if (file_.empty() || file_ == "-") return Done{};
  const Result<int> descriptor = opened(file_);
  if (!descriptor) return descriptor.error();
  int superseded = -1;
  {
    const std::scoped_lock lock(mutex_);
    superseded = std::exchange(next_descriptor_, *descriptor);
  }
  if (superseded >= 0) ::close(superseded);
  wake_.notify_one();
  return Done{};
}

std::uint64_t AccessLog::lost() const {
  const std::scoped_lock lock(mutex_);
  return lost_;
}

void AccessLog::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return ending_ || !waiting_.empty() || next_descriptor_ >= 0; });
    const std::string lines = std::exchange(waiting_, {});
    const std::size_t count = std::exchange(waiting_lines_, 0);
    const int next = std::exchange(next_descriptor_, -1);
    if (lines.empty() && next < 0) return;
    lock.unlock();
    const bool written = write_out(lines);
    if (next >= 0) {
      ::close(descriptor_);
      descriptor_ = next;
    }
    lock.lock();
    if (!written) lost_ += count;
  }
}

bool AccessLog::write_out(std::string_view lines) {
  while (!lines.empty()) {
    const ssize_t written = ::write(descriptor_, lines.data(), lines.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    lines.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace palpate
