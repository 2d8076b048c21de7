// palpate-serve itself: its options, signals and sockets.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <iterator>
#include <list>
#include <optional>
#include <thread>

#include "end_to_end/fixture_index.h"
#include "query/service/raw_client.h"
#include "service/listener.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using testing::HasSubstr;

class Program {
 public:
  explicit Program(std::vector<std::string> options, const FixtureIndex& index)
      : running_("palpate-serve", with_index(std::move(options), index)) {
    static const std::string told = "listening on ";
    for (int tries = 0; tries < 500 && address_.empty(); ++tries) {
      std::this_thread::sleep_for(milliseconds(10));
      const std::string said = running_.err();
      const std::size_t at = said.find(told);
      if (at != std::string::npos && said.find('\n', at) != std::string::npos)
        address_ = said.substr(at + told.size(), said.find('\n', at) - at - told.size());
    }
    if (address_.empty()) throw std::runtime_error("palpate-serve: " + running_.err());
  }

  const std::string& address() const { return address_; }
  Running& running() { return running_; }
  // Whether it has said so, within some seconds.
  bool says(const std::string& text) const {
    for (int tries = 0; tries < 500; ++tries) {
      if (running_.err().find(text) != std::string::npos) return true;
      std::this_thread::sleep_for(milliseconds(10));
    }
    return false;
  }

 private:
  static std::vector<std::string> with_index(std::vector<std::string> options,
                                             const FixtureIndex& index) {
    options.insert(options.end(), {"--db", index.db()});
    if (std::find(options.begin(), options.end(), "--listen") == options.end())
      options.insert(options.end(), {"--listen", "127.0.0.1:0"});
    return options;
  }

  Running running_;
  std::string address_;
};

TEST(ServingProgram, ServesAndEndsWhenItIsTold) {
  const FixtureIndex index;
  for (const int signal : {SIGTERM, SIGINT}) {
    Program program({}, index);
    EXPECT_THAT(program.address(), HasSubstr("http://127.0.0.1:"));
    EXPECT_EQ(RawClient(program.address()).ask("/api/v1/search?q=neck").status, 200);
    program.running().send(signal);
    const Outcome outcome = program.running().wait();
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("route=api_search status=200"));
  }
}

TEST(ServingProgram, AnswersWhatHasBeenAskedBeforeItEnds) {
  const FixtureIndex index;
  Program program({"--workers", "1"}, index);
  std::list<RawClient> clients;
  for (int i = 0; i < 50; ++i) clients.emplace_back(program.address());
  RawClient slow(program.address());
  slow.send("GET /healthz HTTP/1.1\r\nHo");
  std::this_thread::sleep_for(milliseconds(400));
  for (RawClient& client : clients)
    ASSERT_TRUE(client.send("GET /search?q=stiff+neck&n=100 HTTP/1.1\r\nHost: a\r\n\r\n"));
  // The worker takes them in turn: when it has answered the last but some, all have been read.
  const auto told = std::prev(clients.end(), 5);
  ASSERT_EQ(told->response().status, 200);
  program.running().send(SIGTERM);
  for (RawClient& client : clients) {
    if (&client != &*told) {
      EXPECT_EQ(client.response().status, 200);
    }
    EXPECT_TRUE(client.is_closed_within(std::chrono::seconds(5)));
  }
  ASSERT_TRUE(program.says("ending"));
  ASSERT_TRUE(slow.send("st: a\r\n\r\n"));
  const RawResponse response = slow.response();  // it had begun to ask
  EXPECT_EQ(response.header("connection"), "close");
  EXPECT_EQ(program.running().wait().exit_code, 0);
  EXPECT_THROW(RawClient(program.address()), std::runtime_error);
}

// Whether the request was still in the socket, or in the hands of the thread that reads.
TEST(ServingProgram, AnswersARequestThatHasComeWhenItIsTold) {
  const FixtureIndex index;
  for (int i = 0; i < 15; ++i) {
    Program program({}, index);
    RawClient client(program.address());
    ASSERT_EQ(client.ask("/healthz").status, 200);
    RawClient idle(program.address());
    ASSERT_EQ(idle.ask("/healthz").status, 200);
    program.running().send(SIGSTOP);
    ASSERT_TRUE(client.send("GET /api/v1/search?q=neck HTTP/1.1\r\nHost: a\r\n\r\n"));
    program.running().send(SIGTERM);
    program.running().send(SIGCONT);
    const std::optional<RawResponse> response = client.receive();
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 200);
    EXPECT_TRUE(client.is_closed_within(std::chrono::seconds(5)));
    EXPECT_TRUE(idle.is_closed_within(std::chrono::seconds(5)));
    EXPECT_EQ(program.running().wait().exit_code, 0);
  }
}

TEST(ServingProgram, SaysWhichShardsAreLeftOut) {
  const FixtureIndex index;
  const Program program({"--db", (index.folder() / "leaflets.db").string()}, index);
  ASSERT_TRUE(program.says("1 of 2 shards answer"));
  EXPECT_TRUE(program.says("left out: leaflets.db"));
}

TEST(ServingProgram, DoesNotWaitForEverWhenItEnds) {
  const FixtureIndex index;
  Program program({"--drain-timeout", "300"}, index);
  RawClient stuck(program.address());
  stuck.send("GET /healthz HTT");
  std::this_thread::sleep_for(milliseconds(600));
  program.running().send(SIGTERM);
  const Outcome outcome = program.running().wait();
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("left unanswered"));
}

TEST(ServingProgram, OpensTheIndexAndTheLogAnew) {
  const FixtureIndex index;
  const fs::path log = index.folder() / "access.log";
  Program program({"--access-log", log}, index);
  RawClient client(program.address());
  ASSERT_EQ(client.ask("/api/v1/search?q=neck").status, 200);
  fs::rename(log, index.folder() / "access.log.1");
  fs::rename(index.db(), index.folder() / "former.db");
  ASSERT_EQ(run("palpate-index",
                {"--db", index.db(),
                 index.folder().write("new/knee.txt", "Knees\n\nA knee rests on a towel.\n")})
                .exit_code,
            0);
  program.running().send(SIGHUP);
  ASSERT_TRUE(program.says("opened the index anew"));
  EXPECT_THAT(client.ask("/api/v1/search?q=towel").body, HasSubstr("knee.txt"));
  program.running().send(SIGTERM);
  EXPECT_EQ(program.running().wait().exit_code, 0);
  EXPECT_THAT(read_file(log), HasSubstr("route=api_search"));
  EXPECT_THAT(read_file(index.folder() / "access.log.1"), HasSubstr("route=api_search"));
}

TEST(ServingProgram, GoesOnWithTheFormerIndexWhenTheNewOneIsNoIndex) {
  const FixtureIndex index;
  Program program({}, index);
  fs::rename(index.db(), index.folder() / "former.db");
  program.running().send(SIGHUP);
  ASSERT_TRUE(program.says("index.db"));
  EXPECT_EQ(RawClient(program.address()).ask("/api/v1/search?q=neck").status, 200);
}

TEST(ServingProgram, FailsNoQuestionWhileTheIndexIsWritten) {
  const FixtureIndex index;
  Program program({}, index);
  std::atomic<bool> ended = false;
  std::atomic<int> asked = 0;
  std::atomic<int> failed = 0;
  std::list<std::jthread> clients;
  for (int i = 0; i < 3; ++i)
    clients.emplace_back([&] {
      RawClient client(program.address());
      while (!ended) {
        ++asked;
        if (!client.send("GET /api/v1/search?q=neck HTTP/1.1\r\nHost: a\r\n\r\n")) ++failed;
        const std::optional<RawResponse> response = client.receive();
        if (!response || response->status != 200) ++failed;
      }
    });
  for (int i = 0; i < 6; ++i) {
    index.folder().write("articles/more.txt",
                         "Knees " + std::to_string(i) + "\n\nA knee rests on a towel.\n");
    const std::vector<std::string> rebuild{"--rebuild", index.articles()};
    EXPECT_EQ(
        index.index(i % 2 == 0 ? rebuild : std::vector<std::string>{index.articles()}).exit_code,
        0);
  }
  ended = true;
  clients.clear();
  EXPECT_GT(asked, 100);
  EXPECT_EQ(failed, 0);
}

TEST(ServingProgram, ListensOnAUnixSocket) {
  const FixtureIndex index;
  const fs::path socket = index.folder() / "http.sock";
  {
    Program program({"--listen", "unix:" + socket.string(), "--unix-mode", "600"}, index);
    EXPECT_EQ(program.address(), "unix:" + socket.string());
    EXPECT_EQ(RawClient(program.address()).ask("/api/v1/search?q=neck").status, 200);
    struct stat status {};
    ASSERT_EQ(::stat(socket.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    const Outcome second =
        run("palpate-serve", {"--db", index.db(), "--listen", "unix:" + socket.string()});
    EXPECT_EQ(second.exit_code, 2);
    EXPECT_THAT(second.err, HasSubstr("another program listens"));
    program.running().send(SIGKILL);
    program.running().wait();
  }
  EXPECT_TRUE(fs::exists(socket)) << "left by the one that was killed";
  Program next({"--listen", "unix:" + socket.string()}, index);
  EXPECT_EQ(RawClient(next.address()).ask("/healthz").status, 200);
  next.running().send(SIGTERM);
  EXPECT_EQ(next.running().wait().exit_code, 0);
  EXPECT_FALSE(fs::exists(socket));
}

TEST(ServingProgram, ListensInSeveralPlaces) {
  const FixtureIndex index;
  const std::string socket = "unix:" + (index.folder() / "http.sock").string();
  const Program program({"--listen", "127.0.0.1:0", "--listen", socket}, index);
  ASSERT_TRUE(program.says("http.sock"));
  EXPECT_EQ(RawClient(program.address()).ask("/healthz").status, 200);
  EXPECT_EQ(RawClient(socket).ask("/healthz").status, 200);
}

// Becomes palpate-serve with the descriptor as systemd passes it.
pid_t start_activated(int listening, const FixtureIndex& index) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  ::dup2(listening, 3);
  ::setenv("LISTEN_PID", std::to_string(::getpid()).c_str(), 1);
  ::setenv("LISTEN_FDS", "1", 1);
  const std::string program = std::string(PALPATE_PROGRAMS) + "/palpate-serve";
  ::execl(program.c_str(), program.c_str(), "--db", index.db().c_str(), "--no-access-log", nullptr);
  ::_exit(127);
}

TEST(ServingProgram, TakesTheSocketThatSystemdPasses) {
  const FixtureIndex index;
  auto listener = Listener::open("127.0.0.1:0", 0);
  ASSERT_TRUE(listener);
  RawClient early(listener->address());
  early.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
  const pid_t child = start_activated(listener->descriptor(), index);
  const auto response = early.receive();
  EXPECT_TRUE(response) << "it came before the program did";
  ::kill(child, SIGTERM);
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

TEST(ServingProgram, TellsSystemdWhenItIsReady) {
  const FixtureIndex index;
  const std::string file = (index.folder() / "notify.sock").string();
  sockaddr_un name{};
  name.sun_family = AF_UNIX;
  file.copy(&name.sun_path[0], sizeof name.sun_path - 1);
  const int told = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  ASSERT_EQ(::bind(told, reinterpret_cast<const sockaddr*>(&name), sizeof name), 0);
  Running program("palpate-serve", {"--db", index.db(), "--listen", "127.0.0.1:0"}, ".",
                  index.folder() / "out", {{"NOTIFY_SOCKET", file}});
  const auto next = [told] {
    std::array<char, 64> message{};
    pollfd watched{told, POLLIN, 0};
    if (::poll(&watched, 1, 10000) <= 0) return std::string("nothing");
    const ssize_t size = ::recv(told, message.data(), message.size(), 0);
    return std::string(message.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  };
  EXPECT_EQ(next(), "READY=1");
  program.send(SIGTERM);
  EXPECT_EQ(next(), "STOPPING=1");
  EXPECT_EQ(program.wait().exit_code, 0);
  ::close(told);
}

TEST(ServingProgram, SaysWhatIsWrongWithItsOptions) {
  const FixtureIndex index;
  struct Case {
    std::vector<std::string> options;
    const char* message;
  };
  for (const Case& one :
       {Case{{"--listen", "8080"}, "cannot listen on \"8080\""},
        Case{{"--listen", "localhost:8080"}, "numeric address"},
        Case{{"--listen", "127.0.0.1:99999"}, "cannot listen"},
        Case{{"--deadline", "0"}, "--deadline"},
        Case{{"--max-connections", "x"}, "--max-connections"},
        Case{{"--base-path", "/a b"}, "--base-path"},
        Case{{"--public-url", "intranet"}, "--public-url"},
        Case{{"--unix-mode", "999"}, "--unix-mode"},
        Case{{"--trusted-proxy", "nginx"}, "\"nginx\""},
        Case{{"--forwarded-header", "via"}, "--forwarded-header"}, Case{{"--rate", "-1"}, "--rate"},
        Case{{"--access-log", "/no/such/folder/log"}, "/no/such/folder/log"},
        Case{{"--db", "/no/such/index"}, "/no/such/index"}, Case{{"words"}, "words"}}) {
    std::vector<std::string> options = one.options;
    if (options.front() != "--db") options.insert(options.end(), {"--db", index.db()});
    const Outcome outcome = run("palpate-serve", options);
    EXPECT_EQ(outcome.exit_code, 2) << one.message;
    EXPECT_THAT(outcome.err, HasSubstr(one.message));
  }
}

}  // namespace
}  // namespace palpate
