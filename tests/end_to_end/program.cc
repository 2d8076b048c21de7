#include "program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace palpate {
namespace fs = std::filesystem;
namespace {

// In the child: outputs go to files, then the program replaces it.
[[noreturn]] void become(const fs::path& program, const std::vector<std::string>& arguments, const fs::path& folder,
                         const fs::path& out, const fs::path& err) {
  std::vector<std::string> owned{program.string()};
  owned.insert(owned.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& argument : owned) argv.push_back(argument.data());
  argv.push_back(nullptr);
  const int nothing = ::open("/dev/null", O_RDONLY);
  const int to_out = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int to_err = ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (::chdir(folder.c_str()) == 0 && ::dup2(nothing, 0) == 0 && ::dup2(to_out, 1) == 1 && ::dup2(to_err, 2) == 2)
    ::execv(program.c_str(), argv.data());
  ::_exit(127);
}

}  // namespace

Outcome run(const std::string& program, const std::vector<std::string>& arguments, const fs::path& folder) {
  const TestFolder outputs;
  const fs::path out = outputs / "out";
  const fs::path err = outputs / "err";
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) become(fs::path(PALPATE_PROGRAMS) / program, arguments, folder, out, err);
  int status = 0;
  if (::waitpid(child, &status, 0) != child) throw std::runtime_error("cannot wait for " + program);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, read_file(out), read_file(err)};
}

TestFolder::TestFolder() {
  std::string pattern = (fs::temp_directory_path() / "palpate-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder for the test");
  path_ = pattern;
}

TestFolder::~TestFolder() {
  std::error_code ignored;  // left for the system to clean up
  fs::remove_all(path_, ignored);
}

fs::path TestFolder::write(const std::string& name, const std::string& text) const {
  const fs::path file = path_ / name;
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out << text;
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
  return file;
}

std::string read_file(const fs::path& file) {
  const std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace palpate
