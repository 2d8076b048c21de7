#include "service/listener.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <utility>

namespace palpate {
namespace {

constexpr int kBacklog = 1024;
constexpr int kFirstPassed = 3;  // SD_LISTEN_FDS_START
constexpr std::string_view kUnixPrefix = "unix:";

Error cannot(const std::string& where) {
  const int reason = errno;
  Error error{ErrorCode::unreadable, "cannot listen on " + where + ": " + std::strerror(reason),
              "name another address with --listen"};
  if (reason == EADDRINUSE) error.hint = "another program listens there; name another address";
  return error;
}

std::string address_of(int descriptor) {
  sockaddr_storage name{};
  socklen_t size = sizeof name;
  if (getsockname(descriptor, reinterpret_cast<sockaddr*>(&name), &size) != 0) return "?";
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (name.ss_family == AF_INET) {
    const auto* ip = reinterpret_cast<const sockaddr_in*>(&name);
    inet_ntop(AF_INET, &ip->sin_addr, text.data(), text.size());
    return std::string("http://") + text.data() + ":" + std::to_string(ntohs(ip->sin_port)) + "/";
  }
  if (name.ss_family == AF_INET6) {
    const auto* ip = reinterpret_cast<const sockaddr_in6*>(&name);
    inet_ntop(AF_INET6, &ip->sin6_addr, text.data(), text.size());
    return std::string("http://[") + text.data() + "]:" + std::to_string(ntohs(ip->sin6_port)) +
           "/";
  }
  return std::string(kUnixPrefix) + reinterpret_cast<const sockaddr_un*>(&name)->sun_path;
}

struct IpName {
  sockaddr_storage name{};
  socklen_t size = 0;
};

// "127.0.0.1:8080" and "[::1]:8080".
std::optional<IpName> parse_ip(const std::string& where) {
  const std::size_t colon = where.rfind(':');
  if (colon == std::string::npos) return std::nullopt;
  std::uint16_t port = 0;
  const char* const end = where.data() + where.size();
  const auto [read, failed] = std::from_chars(where.data() + colon + 1, end, port);
  if (failed != std::errc() || read != end) return std::nullopt;
  const std::string host = where.substr(0, colon);
  IpName ip;
  if (host.starts_with('[') && host.ends_with(']')) {
    auto* name = reinterpret_cast<sockaddr_in6*>(&ip.name);
    *name = {.sin6_family = AF_INET6,
             .sin6_port = htons(port),
             .sin6_flowinfo = 0,
             .sin6_addr = {},
             .sin6_scope_id = 0};
    ip.size = sizeof *name;
    if (inet_pton(AF_INET6, host.substr(1, host.size() - 2).c_str(), &name->sin6_addr) == 1)
      return ip;
    return std::nullopt;
  }
  auto* name = reinterpret_cast<sockaddr_in*>(&ip.name);
  *name = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {}, .sin_zero = {}};
  ip.size = sizeof *name;
  if (inet_pton(AF_INET, host.c_str(), &name->sin_addr) == 1) return ip;
  return std::nullopt;
}

// Whether the file is a socket that nobody answers: left by a service that was killed.
bool is_left_over(const sockaddr_un& name) {
  struct stat status {};
  if (lstat(name.sun_path, &status) != 0 || !S_ISSOCK(status.st_mode)) return false;
  const int probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (probe < 0) return false;
  const int connected = connect(probe, reinterpret_cast<const sockaddr*>(&name), sizeof name);
  const bool refused = connected != 0 && errno == ECONNREFUSED;
  ::close(probe);
  return refused;
}

}  // namespace

Listener::Listener(int descriptor, std::string file)
    : descriptor_(descriptor), file_(std::move(file)), address_(address_of(descriptor)) {}

Listener::Listener(Listener&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      file_(std::exchange(other.file_, {})),
      address_(std::move(other.address_)) {}

Listener& Listener::operator=(Listener&& other) noexcept {
  if (this == &other) return *this;
  close();
  descriptor_ = std::exchange(other.descriptor_, -1);
  file_ = std::exchange(other.file_, {});
  address_ = std::move(other.address_);
  return *this;
}

Listener::~Listener() { close(); }

void Listener::close() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!file_.empty()) ::unlink(file_.c_str());
  descriptor_ = -1;
}

Result<Listener> Listener::open(const std::string& where, unsigned unix_mode) {
  return where.starts_with(kUnixPrefix) ? open_unix(where.substr(kUnixPrefix.size()), unix_mode)
                                        : open_ip(where);
}

Result<Listener> Listener::open_ip(const std::string& where) {
  const std::optional<IpName> ip = parse_ip(where);
  if (!ip)
    return Error{ErrorCode::invalid_argument, "cannot listen on \"" + where + "\"",
                 "give ADDRESS:PORT with a numeric address, [IPV6]:PORT, or unix:FILE"};
  const int descriptor =
      ::socket(ip->name.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (descriptor < 0) return cannot(where);
  Listener listener(descriptor, {});
  const int on = 1;
  setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(descriptor, reinterpret_cast<const sockaddr*>(&ip->name), ip->size) != 0 ||
      listen(descriptor, kBacklog) != 0)
    return cannot(where);
  listener.address_ = address_of(descriptor);
  return listener;
}

Result<Listener> Listener::open_unix(const std::string& file, unsigned mode) {
  sockaddr_un name{};
  name.sun_family = AF_UNIX;
  if (file.empty() || file.size() >= sizeof name.sun_path)
    return Error{ErrorCode::invalid_argument, "cannot listen on \"unix:" + file + "\"",
                 "the path of a Unix socket has 1 to 107 bytes"};
  file.copy(&name.sun_path[0], file.size());
  if (is_left_over(name)) ::unlink(file.c_str());
  const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (descriptor < 0) return cannot(file);
  Listener listener(descriptor, {});
  if (bind(descriptor, reinterpret_cast<const sockaddr*>(&name), sizeof name) != 0)
    return cannot(file);
  listener.file_ = file;
  if (::chmod(file.c_str(), mode) != 0 || listen(descriptor, kBacklog) != 0) return cannot(file);
  listener.address_ = address_of(descriptor);
  return listener;
}

Result<std::vector<Listener>> Listener::passed_by_systemd() {
  std::vector<Listener> listeners;
  const char* pid = std::getenv("LISTEN_PID");
  const char* count = std::getenv("LISTEN_FDS");
  if (pid == nullptr || count == nullptr || std::to_string(getpid()) != pid) return listeners;
  const int end = kFirstPassed + std::atoi(count);
  for (int descriptor = kFirstPassed; descriptor < end; ++descriptor) {
    int listening = 0;
    socklen_t size = sizeof listening;
    if (getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listening, &size) != 0 || listening == 0)
      return Error{ErrorCode::invalid_argument,
                   "descriptor " + std::to_string(descriptor) +
                       ", as passed by systemd, is no listening socket",
                   "the socket unit needs ListenStream="};
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    listeners.push_back(Listener(descriptor, {}));
  }
  for (const char* name : {"LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"}) unsetenv(name);
  return listeners;
}

}  // namespace palpate
