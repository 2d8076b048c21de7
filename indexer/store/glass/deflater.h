// zlib as Xapian uses it for the tags of some tables. Private to the room.
#pragma once

#include <zlib.h>

#include <new>
#include <string>
#include <string_view>

namespace palpate::glass {

class Deflater {
 public:
  Deflater() {
    constexpr int kRaw = -15;  // no header: what Xapian expects
    constexpr int kMemory = 9;
    if (deflateInit2(&stream_, Z_BEST_SPEED, Z_DEFLATED, kRaw, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater() { deflateEnd(&stream_); }

  // Empty when it would not be shorter.
  std::string_view deflate(std::string& bytes) {
    deflateReset(&stream_);
    deflated_.resize(bytes.size());
    stream_.next_in = reinterpret_cast<Bytef*>(bytes.data());
    stream_.avail_in = static_cast<uInt>(bytes.size());
    stream_.next_out = reinterpret_cast<Bytef*>(deflated_.data());
    stream_.avail_out = static_cast<uInt>(deflated_.size());
    if (::deflate(&stream_, Z_FINISH) != Z_STREAM_END) return {};
    return std::string_view(deflated_).substr(0, deflated_.size() - stream_.avail_out);
  }

 private:
  z_stream stream_{};
  std::string deflated_;
};

}  // namespace palpate::glass
