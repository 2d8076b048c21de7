// Runs palpate's real programs, as a person or a script would, and keeps what they print.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace palpate {

struct Outcome {
  int exit_code = -1;  // 128 + signal when it was killed
  std::string out;
  std::string err;
};

// `program` is "palpate-index" or "palpate-query". Standard input is empty; neither output is a
// terminal.
Outcome run(const std::string& program, const std::vector<std::string>& arguments,
            const std::filesystem::path& folder = ".");

// The same with variables added to its environment.
Outcome run_with(const std::map<std::string, std::string>& environment, const std::string& program,
                 const std::vector<std::string>& arguments);

// A folder of its own for one test, removed with it.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  // Writes a file, its folders made as needed.
  std::filesystem::path write(const std::string& name, const std::string& text) const;

 private:
  std::filesystem::path path_;
};

// A program that has been started and not yet ended; killed when nobody waits for it.
class Running {
 public:
  Running(const std::string& program, const std::vector<std::string>& arguments,
          const std::filesystem::path& folder = ".");
  // Standard output goes to `out`, which is not read: Outcome::out stays empty.
  Running(const std::string& program, const std::vector<std::string>& arguments,
          const std::filesystem::path& folder, const std::filesystem::path& out,
          const std::map<std::string, std::string>& environment = {});
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  void send(int signal) const;
  Outcome wait();
  // What it has printed by now.
  std::string out() const;
  std::string err() const;

 private:
  TestFolder outputs_;
  std::string name_;
  pid_t child_ = -1;
};

std::string read_file(const std::filesystem::path& file);

// Every file below a folder by its path there, with its bytes; without the lock, which names its
// last holder.
std::map<std::string, std::string> contents_of(const std::filesystem::path& folder);

}  // namespace palpate
