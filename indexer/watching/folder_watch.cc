#include "watching/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <set>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "article/reader.h"
#include "indexing/paths.h"

namespace palpate {
namespace fs = std::filesystem;
namespace {

constexpr std::uint32_t kWatched = IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO |
                                   IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB |
                                   IN_ONLYDIR | IN_EXCL_UNLINK;
constexpr std::string_view kIgnoreFile = ".palpateignore";
constexpr std::size_t kEventBytes = 64 << 10;

// What of a folder's events matters.
struct Watched {
  std::string path;
  bool all = false;                 // everything in it that an index may hold
  std::set<std::string> only = {};  // otherwise what has one of these names
};

// Whether a change of it can change what is indexed.
bool may_matter(const std::string& name, bool folder) {
  if (name == kIgnoreFile) return true;
  return !name.starts_with('.') && (folder || format_of(name) != Format::unsupported);
}

}  // namespace

class FolderWatch::Impl {
 public:
  Impl(int descriptor, std::string except) : descriptor_(descriptor), except_(std::move(except)) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { ::close(descriptor_); }

  void follow(const std::vector<std::string>& roots) {
    std::unordered_map<int, Watched> before = std::exchange(watched_, {});
    visited_.clear();
    limit_.clear();
    folders_ = 0;
    for (const std::string& root : roots) {
      watch_place(root);
      struct stat status = {};
      if (::stat(root.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) watch_tree(root, status);
    }
    for (const auto& [watch, folder] : before)
      if (!watched_.contains(watch)) ::inotify_rm_watch(descriptor_, watch);
  }

  bool wait(std::chrono::milliseconds longest) {
    const auto deadline = std::chrono::steady_clock::now() + longest;
    for (;;) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
          deadline - std::chrono::steady_clock::now());
      pollfd polled{descriptor_, POLLIN, 0};
      // A signal ends the wait: the caller may have been asked to stop.
      const int ready =
          ::poll(&polled, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
      if (ready <= 0) return false;
      if (read_events()) return true;
    }
  }

  std::size_t folders() const { return folders_; }
  const std::string& limit() const { return limit_; }

 private:
  // Where the root is, or will be when it comes back: in its folder, or the nearest one there is.
  void watch_place(const std::string& root) {
    fs::path name = fs::path(root).filename();
    fs::path above = fs::path(root).parent_path();
    std::error_code failed;
    while (!fs::is_directory(above, failed) && above.has_relative_path()) {
      name = above.filename();
      above = above.parent_path();
    }
    if (Watched* folder = watch(above.string()); folder != nullptr)
      folder->only.insert(name.string());
  }

  void watch_tree(const std::string& path, const struct stat& status) {
    if (path == except_ || !visited_.emplace(status.st_dev, status.st_ino).second) return;
    Watched* const folder = watch(path);
    if (folder == nullptr) return;
    folder->all = true;
    ++folders_;
    std::error_code failed;  // what cannot be listed is a problem of the run
    fs::directory_iterator entry(path, failed);
    for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
      struct stat inner = {};
      if (!entry->path().filename().string().starts_with('.') &&
          ::stat(entry->path().c_str(), &inner) == 0 && S_ISDIR(inner.st_mode))
        watch_tree(entry->path().string(), inner);
    }
  }

  // Nothing when the kernel refuses.
  Watched* watch(const std::string& path) {
    const int number = ::inotify_add_watch(descriptor_, path.c_str(), kWatched);
    if (number < 0) {
      if (errno == ENOSPC)
        limit_ = "the system watches no more folders: raise fs.inotify.max_user_watches (sysctl)";
      return nullptr;
    }
    Watched& folder = watched_[number];
    folder.path = path;
    return &folder;
  }

  bool read_events() {
    alignas(inotify_event) std::array<char, kEventBytes> bytes;
    const ssize_t size = ::read(descriptor_, bytes.data(), bytes.size());
    bool matters = false;
    for (ssize_t at = 0; at + static_cast<ssize_t>(sizeof(inotify_event)) <= size;) {
      inotify_event event = {};
      std::memcpy(&event, bytes.data() + at, sizeof(event));
      const char* const name = bytes.data() + at + sizeof(event);
      matters = concerns_us(event, event.len == 0 ? std::string() : std::string(name)) || matters;
      at += static_cast<ssize_t>(sizeof(event) + event.len);
    }
    return matters;
  }

  bool concerns_us(const inotify_event& event, const std::string& name) const {
    if ((event.mask & IN_Q_OVERFLOW) != 0) return true;
    if ((event.mask & IN_IGNORED) != 0) return false;
    const auto found = watched_.find(event.wd);
    if (found == watched_.end()) return false;
    const Watched& folder = found->second;
    if (folder.only.contains(name)) return true;
    if (!folder.all || folder.path + "/" + name == except_) return false;
    return name.empty() || may_matter(name, (event.mask & IN_ISDIR) != 0);
  }

  int descriptor_;
  std::string except_;
  std::unordered_map<int, Watched> watched_;   // by inotify's number
  std::set<std::pair<dev_t, ino_t>> visited_;  // by follow(), so that loops of links end
  std::size_t folders_ = 0;
  std::string limit_;
};

FolderWatch::FolderWatch(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FolderWatch::FolderWatch(FolderWatch&&) noexcept = default;
FolderWatch& FolderWatch::operator=(FolderWatch&&) noexcept = default;
FolderWatch::~FolderWatch() = default;

Result<FolderWatch> FolderWatch::create(const std::string& except) {
  const int descriptor = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (descriptor < 0)
    return Error{ErrorCode::unsupported,
                 "cannot watch folders: " + std::generic_category().message(errno),
                 "raise fs.inotify.max_user_instances (sysctl)"};
  return FolderWatch(std::make_unique<Impl>(descriptor, absolute_path(except)));
}

void FolderWatch::follow(const std::vector<std::string>& roots) { impl_->follow(roots); }
std::size_t FolderWatch::folders() const { return impl_->folders(); }
const std::string& FolderWatch::limit() const { return impl_->limit(); }
bool FolderWatch::wait(std::chrono::milliseconds longest) { return impl_->wait(longest); }

}  // namespace palpate
