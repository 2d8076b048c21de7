// palpate-serve: an index behind HTTP, with a search page.
//
// SIGHUP opens the index and the log anew; SIGTERM and SIGINT answer what has been asked, then end.
// Exit codes: 0 ended as told, 2 an error, requests left unanswered at the end among them.
#include <pthread.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "program/printable.h"
#include "program/program.h"
#include "service/command_line.h"
#include "service/service.h"
#include "service/service_manager.h"

namespace {

constexpr const char* kProgram = "palpate-serve";

// Blocked in all threads, and waited for in this one.
sigset_t block_signals() {
  std::signal(SIGPIPE, SIG_IGN);
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGHUP, SIGTERM, SIGINT}) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

void say(const std::string& message) { std::cerr << kProgram << ": " << message << '\n'; }

void reopen(palpate::Service& service) {
  palpate::tell_service_manager("RELOADING=1");
  if (const palpate::Status reopened = service.reopen(); reopened)
    say("opened the index anew");
  else
    palpate::report(kProgram, reopened.error());
  palpate::tell_service_manager("READY=1");
}

// What several shards there are, and which of them are left out.
void tell_shards(const std::vector<palpate::ShardState>& shards) {
  if (shards.size() < 2) return;
  std::size_t answering = 0;
  std::string missing;
  for (const palpate::ShardState& shard : shards) {
    answering += shard.answers ? 1 : 0;
    if (!shard.answers)
      missing += "; left out: " + palpate::printable(shard.name) + " (" +
                 palpate::printable(shard.reason) + ")";
  }
  say(std::to_string(answering) + " of " + std::to_string(shards.size()) + " shards answer" +
      missing);
}

// What may have been put into several shards by mistake.
void tell_held_twice(const palpate::IndexDescription& index) {
  if (index.held_twice == 0) return;
  std::string some;
  for (const std::string& id : index.held_twice_ids)
    some.append(some.empty() ? "" : ", ").append(palpate::printable(id));
  say("warning: ids that more than one shard holds, of which only the first shard's are shown: " +
      std::to_string(index.held_twice) + ", such as " + some);
}

int run(int argc, const char* const* argv) {
  const auto parsed = palpate::parse_serve_command(argc, argv);
  if (const auto* exit = std::get_if<palpate::Exit>(&parsed)) return exit->code;
  const auto& options = std::get<palpate::ServiceOptions>(parsed);
  const sigset_t signals = block_signals();
  const auto service = palpate::Service::start(options);
  if (!service) return palpate::report(kProgram, service.error());
  for (const std::string& address : (*service)->addresses()) say("listening on " + address);
  tell_shards((*service)->shards());
  if (const auto index = (*service)->index()) tell_held_twice(*index);
  if (options.log_questions) say("questions are logged, as --log-questions says");
  palpate::tell_service_manager("READY=1");
  int signal = 0;
  while (sigwait(&signals, &signal) == 0 && signal == SIGHUP) reopen(**service);
  palpate::tell_service_manager("STOPPING=1");
  say("ending: answering what has been asked");
  if ((*service)->drain()) return EXIT_SUCCESS;
  say("some requests were left unanswered");
  return palpate::kExitFailed;
}

}  // namespace

int main(int argc, char** argv) {
  return palpate::guarded_main(kProgram, [&] { return run(argc, argv); });
}
