#include "program/jsonl_file.h"

#include <unistd.h>

#include <cerrno>
#include <iostream>
#include <system_error>
#include <utility>

namespace palpate {

JsonlFile::JsonlFile(std::string name) : name_(std::move(name)), unfinished_(name_ + ".new") {}

JsonlFile::~JsonlFile() {
  if (file_ == nullptr) return;
  std::fclose(file_);
  std::error_code ignored;  // it is not called what was asked for
  std::filesystem::remove(unfinished_, ignored);
}

Error JsonlFile::failed(const char* what) const {
  return {
      ErrorCode::storage,
      std::string("cannot ") + what + " " + name_ + ": " + std::generic_category().message(errno),
      "name a file in a folder that can be written, on a disk with room"};
}

Status JsonlFile::open() {
  if (is_standard_output()) return Done{};
  file_ = std::fopen(unfinished_.c_str(), "wbe");
  return file_ != nullptr ? Status(Done{}) : failed("write");
}

Status JsonlFile::write(std::string_view line) {
  if (is_standard_output()) {
    // An error stays with the stream and is told when the program ends; no more need be read.
    if (std::cout.write(line.data(), static_cast<std::streamsize>(line.size()))) return Done{};
    return failed("write to");
  }
  return std::fwrite(line.data(), 1, line.size(), file_) == line.size() ? Status(Done{})
                                                                        : failed("write");
}

Status JsonlFile::finish() {
  if (is_standard_output()) return Done{};
  if (std::fflush(file_) != 0 || ::fsync(::fileno(file_)) != 0) return failed("write");
  std::error_code refused;
  std::filesystem::rename(unfinished_, name_, refused);
  errno = refused.value();
  if (refused) return failed("write");
  std::fclose(std::exchange(file_, nullptr));
  return Done{};
}

}  // namespace palpate
