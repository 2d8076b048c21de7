#include "query/troubled_disk.h"

#include <dlfcn.h>
#include <sys/stat.h>

#include <cerrno>

extern "C" __attribute__((visibility("default"))) ssize_t pread(int file, void* bytes,
                                                                std::size_t size, off_t at) {
  using Pread = ssize_t (*)(int, void*, std::size_t, off_t);
  static const auto of_system = reinterpret_cast<Pread>(dlsym(RTLD_NEXT, "pread"));
  if (!palpate::Disk::instance().read(file)) {
    errno = EIO;
    return -1;
  }
  return of_system(file, bytes, size, at);
}

extern "C" __attribute__((visibility("default"))) int stat(const char* path,
                                                           struct stat* found) noexcept {
  using Stat = int (*)(const char*, struct stat*);
  static const auto of_system = reinterpret_cast<Stat>(dlsym(RTLD_NEXT, "stat"));
  palpate::Disk::instance().look(path);
  return of_system(path, found);
}
