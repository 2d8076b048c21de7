#include "program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace palpate {
namespace fs = std::filesystem;
namespace {

// In the child: outputs go to files, then the program replaces it.
[[noreturn]] void become(const fs::path& program, const std::vector<std::string>& arguments,
                         const fs::path& folder, const fs::path& out, const fs::path& err,
                         const std::map<std::string, std::string>& environment) {
  for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
  std::vector<std::string> owned{program.string()};
  owned.insert(owned.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  argv.reserve(owned.size() + 1);
  for (std::string& argument : owned) argv.push_back(argument.data());
  argv.push_back(nullptr);
  const int nothing = ::open("/dev/null", O_RDONLY);
  const int to_out = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int to_err = ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (::chdir(folder.c_str()) == 0 && ::dup2(nothing, 0) == 0 && ::dup2(to_out, 1) == 1 &&
      ::dup2(to_err, 2) == 2)
    ::execv(program.c_str(), argv.data());
  ::_exit(127);
}

}  // namespace

Running::Running(const std::string& program, const std::vector<std::string>& arguments,
                 const fs::path& folder)
    : Running(program, arguments, folder, {}, {}) {}

Running::Running(const std::string& program, const std::vector<std::string>& arguments,
                 const fs::path& folder, const fs::path& other_out,
                 const std::map<std::string, std::string>& environment)
    : name_(program) {
  const fs::path out = other_out.empty() ? outputs_ / "out" : other_out;
  const fs::path err = outputs_ / "err";
  child_ = ::fork();
  if (child_ < 0) throw std::runtime_error("cannot fork");
  if (child_ == 0)
    become(fs::path(PALPATE_PROGRAMS) / program, arguments, folder, out, err, environment);
}

Running::~Running() {
  if (child_ < 0) return;
  ::kill(child_, SIGKILL);
  ::waitpid(child_, nullptr, 0);
}

void Running::send(int signal) const {
  if (::kill(child_, signal) != 0) throw std::runtime_error("cannot signal " + name_);
}

Outcome Running::wait() {
  int status = 0;
  if (::waitpid(child_, &status, 0) != child_) throw std::runtime_error("cannot wait for " + name_);
  child_ = -1;
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, read_file(outputs_ / "out"), read_file(outputs_ / "err")};
}

std::string Running::out() const { return read_file(outputs_ / "out"); }
std::string Running::err() const { return read_file(outputs_ / "err"); }

Outcome run_with(const std::map<std::string, std::string>& environment, const std::string& program,
                 const std::vector<std::string>& arguments) {
  return Running(program, arguments, ".", {}, environment).wait();
}

Outcome run(const std::string& program, const std::vector<std::string>& arguments,
            const fs::path& folder) {
  return Running(program, arguments, folder).wait();
}

TestFolder::TestFolder() {
  std::string pattern = (fs::temp_directory_path() / "palpate-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr)
    throw std::runtime_error("cannot make a folder for the test");
  path_ = pattern;
}

TestFolder::~TestFolder() {
  std::error_code ignored;  // left for the system to clean up
  fs::remove_all(path_, ignored);
}

fs::path TestFolder::write(const std::string& name, const std::string& text) const {
  fs::path file = path_ / name;
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

std::map<std::string, std::string> contents_of(const fs::path& folder) {
  std::map<std::string, std::string> contents;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().lexically_relative(folder).string();
    if (entry.is_regular_file() && name != "lock") contents[name] = read_file(entry.path());
  }
  return contents;
}

}  // namespace palpate
