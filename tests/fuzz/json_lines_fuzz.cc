// The JSON Lines reader must take any bytes, as a file.
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "article/reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::filesystem::path file =
      std::filesystem::temp_directory_path() /
      ("palpate-fuzz-" + std::to_string(::getpid()) + ".jsonl");
  std::ofstream(file, std::ios::binary)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  palpate::read_json_lines(
      {file, "fuzz", ""}, {},
      [](const palpate::Article& article) {
        if (article.id.empty()) std::abort();
      },
      [](const palpate::Problem&) {});
  return 0;
}
