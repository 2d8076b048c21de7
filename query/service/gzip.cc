#include "service/gzip.h"

#include <zlib.h>

#include <new>

namespace palpate {
namespace {

constexpr int kGzipWindow = 15 + 16;  // the largest window; 16 asks for a gzip header
constexpr int kMemoryLevel = 8;

// Making a stream takes longer than most texts do: each thread keeps one.
class Deflate {
 public:
  Deflate() {
    if (deflateInit2(&stream_, Z_BEST_SPEED, Z_DEFLATED, kGzipWindow, kMemoryLevel,
                     Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~Deflate() { deflateEnd(&stream_); }
  Deflate(const Deflate&) = delete;
  Deflate& operator=(const Deflate&) = delete;

  std::string run(std::string_view text) {
    deflateReset(&stream_);
    std::string packed(deflateBound(&stream_, static_cast<uLong>(text.size())), '\0');
    // zlib reads through a pointer to non-const, and does not write there.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream_.avail_in = static_cast<uInt>(text.size());
    stream_.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream_.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream_, Z_FINISH);
    packed.resize(stream_.total_out);
    return packed;
  }

 private:
  z_stream stream_{};
};

}  // namespace

std::string gzipped(std::string_view text) {
  thread_local Deflate deflate;
  return deflate.run(text);
}

}  // namespace palpate
