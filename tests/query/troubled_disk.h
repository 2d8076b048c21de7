// A disk that hangs, fails or is slow, for the program that this is linked into: it takes the place
// of the system's pread, by which an index is read, and of stat, by which it is looked at.
#pragma once

#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace palpate {

enum class Trouble { none, hangs, fails, is_slow };

// What becomes of reads of the files of part1.db, or of all parts, or of what is said.
struct Disk {
  std::mutex mutex;
  std::condition_variable mended;
  bool holding = false;  // those that hang
  std::atomic<Trouble> trouble = Trouble::none;
  std::atomic<bool> of_all = false;
  std::atomic<bool> of_old = false;    // what was moved to part1.old, instead
  std::atomic<bool> of_looks = false;  // also looks at the directory
  std::atomic<int> hanging = 0;        // threads

  static Disk& instance() {
    static Disk disk;
    return disk;
  }

  bool holds(int file) const {
    std::array<char, 4096> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t size = readlink(link.c_str(), path.data(), path.size());
    const std::string_view name(path.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    const auto says = [&](std::string_view what) {
      return name.find(what) != std::string_view::npos;
    };
    return says(of_all ? ".db/" : of_old ? "/part1.old/" : "/part1.db/");
  }

  // Whether the read goes on.
  bool read(int file) {
    const Trouble now = trouble;
    if (now == Trouble::none || !holds(file)) return true;
    if (now == Trouble::fails) return false;
    if (now == Trouble::is_slow) {
      std::this_thread::sleep_for(std::chrono::milliseconds(60));
      return true;
    }
    hang();
    return true;
  }

  void look(std::string_view path) {
    if (of_looks && trouble == Trouble::hangs && path.ends_with("/part1.db")) hang();
  }

  void hang() {
    std::unique_lock lock(mutex);
    ++hanging;
    mended.wait(lock, [&] { return !holding; });
    --hanging;
  }

  void set(Trouble what) {
    {
      const std::scoped_lock lock(mutex);
      trouble = what;
      holding = what != Trouble::none;
    }
    mended.notify_all();
  }

  // Reads go on, but those that hang.
  void go_on() { trouble = Trouble::none; }
};

}  // namespace palpate
