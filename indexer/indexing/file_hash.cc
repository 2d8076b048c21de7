#include "indexing/file_hash.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <memory>
#include <vector>

namespace palpate {

std::string hash_of_file(const std::string& path) {
  constexpr std::size_t kBuffer = 1 << 18;
  // Not blocking: opening a pipe that nobody writes would wait for ever.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return {};
  struct stat status {};
  const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(),
                                                                              XXH3_freeState);
  ssize_t got = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && state ? 1 : -1;
  if (got > 0) XXH3_128bits_reset(state.get());
  std::vector<char> buffer(kBuffer);
  while (got > 0) {
    got = ::read(descriptor, buffer.data(), buffer.size());
    if (got > 0) XXH3_128bits_update(state.get(), buffer.data(), static_cast<std::size_t>(got));
  }
  ::close(descriptor);
  if (got < 0) return {};
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state.get()));
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

}  // namespace palpate
