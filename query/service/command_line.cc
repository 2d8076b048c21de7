#include "service/command_line.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "program/whole_number.h"

namespace palpate {
namespace {

constexpr const char* kProgram = "palpate-serve";
constexpr std::uint64_t kMostBytes = 1 << 20;
constexpr std::uint64_t kMostConnections = 1'000'000;
constexpr std::uint64_t kMostMilliseconds = 3'600'000;

struct Raw {
  std::string unix_mode = "660";
  std::string forwarded_header = "x-forwarded-for";
  bool no_access_log = false;
  std::uint64_t deadline = 0, shard = 0, reading = 0, sending = 0, idle = 0, draining = 0;
};

void add_addresses(CLI::App& app, ServiceOptions& options, Raw& raw) {
  app.add_option("--listen", options.listen,
                 "Where to listen: ADDRESS:PORT, [IPV6]:PORT or unix:FILE; may be repeated")
      ->capture_default_str()
      ->allow_extra_args(false)
      ->type_name("WHERE");
  app.add_option("--unix-mode", raw.unix_mode, "Permissions of a Unix socket's file, octal")
      ->capture_default_str()
      ->type_name("MODE");
  app.add_option("--base-path", options.base_path,
                 "What all addresses begin with, such as /suche (default: nothing)")
      ->type_name("PATH");
  app.add_option("--public-url", options.public_url,
                 "The address of the start page, for /opensearch.xml (default: as asked for)")
      ->type_name("URL");
  app.add_option("--cors-origin", options.cors_origins,
                 "Lets pages of this origin, or of any (*), read /api/v1/; may be repeated")
      ->allow_extra_args(false)
      ->type_name("ORIGIN");
}

void add_limits(CLI::App& app, ServiceLimits& limits, Raw& raw) {
  const auto bytes = [&](const char* name, std::size_t& value, const char* what) {
    app.add_option(name, value, what)
        ->check(whole_number(1, kMostBytes))
        ->capture_default_str()
        ->group("Limits")
        ->type_name("BYTES");
  };
  bytes("--max-request-line", limits.request_line, "Longest request line");
  bytes("--max-headers", limits.headers, "Most bytes of header fields");
  bytes("--max-question", limits.question, "Longest question");
  app.add_option("--max-connections", limits.connections, "Most connections at once")
      ->check(whole_number(1, kMostConnections))
      ->capture_default_str()
      ->group("Limits")
      ->type_name("N");
  const auto time = [&](const char* name, std::uint64_t& value, std::chrono::milliseconds usual,
                        const char* what) {
    value = static_cast<std::uint64_t>(usual.count());
    app.add_option(name, value, what)
        ->check(whole_number(1, kMostMilliseconds))
        ->capture_default_str()
        ->group("Limits")
        ->type_name("MS");
  };
  time("--deadline", raw.deadline, limits.deadline, "Longest time for a question");
  time("--shard-timeout", raw.shard, limits.shard,
       "Longest time for one of several shards, then it is left out");
  time("--read-timeout", raw.reading, limits.reading, "Longest time for a request to arrive");
  time("--send-timeout", raw.sending, limits.sending, "Longest time for a response to be taken");
  time("--idle-timeout", raw.idle, limits.idle, "Longest time between two requests");
  time("--drain-timeout", raw.draining, limits.draining, "Longest time to end, after SIGTERM");
  app.add_option("--rate", limits.rate, "Questions a second of one address; 0 for no limit")
      ->check(CLI::Range(0.0, 1e6).description(""))
      ->capture_default_str()
      ->group("Limits")
      ->type_name("N");
  app.add_option("--burst", limits.burst, "Questions at once before the rate counts")
      ->check(CLI::Range(1.0, 1e6).description(""))
      ->capture_default_str()
      ->group("Limits")
      ->type_name("N");
}

void add_proxies(CLI::App& app, ServiceOptions& options, Raw& raw) {
  app.add_option("--trusted-proxy", options.trusted_proxies,
                 "Believe who this proxy says has asked: ADDRESS, ADDRESS/BITS or unix")
      ->allow_extra_args(false)
      ->group("Behind a proxy")
      ->type_name("PROXY");
  app.add_option("--forwarded-header", raw.forwarded_header, "The header in which it says so")
      ->check(CLI::IsMember({"x-forwarded-for", "forwarded"}).description(""))
      ->capture_default_str()
      ->group("Behind a proxy")
      ->type_name("x-forwarded-for|forwarded");
}

void add_log(CLI::App& app, ServiceOptions& options, Raw& raw) {
  app.add_option("--access-log", options.access_log,
                 "A line a request, without who asked or what; - for standard output")
      ->capture_default_str()
      ->group("Log")
      ->type_name("FILE");
  app.add_flag("--no-access-log", raw.no_access_log, "No such lines")->group("Log");
  app.add_flag("--log-questions", options.log_questions, "Questions too. They may name patients")
      ->group("Log");
}

// "/suche" for "/suche/" and "suche/"; "" for "/".
bool tidy_base_path(std::string& path) {
  while (path.ends_with('/')) path.pop_back();
  if (!path.empty() && path.front() != '/') path.insert(0, 1, '/');
  return path.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/") ==
             std::string::npos &&
         path.find("//") == std::string::npos;
}

bool tidy_public_url(std::string& url) {
  while (url.ends_with('/')) url.pop_back();
  return url.empty() || ((url.starts_with("https://") || url.starts_with("http://")) &&
                         url.find_first_of(" \"<>?#") == std::string::npos);
}

bool read_mode(const std::string& text, unsigned& mode) {
  const char* const end = text.data() + text.size();
  const auto [read, failed] = std::from_chars(text.data(), end, mode, 8);
  return !text.empty() && failed == std::errc() && read == end && mode <= 0777U;
}

void take_times(const Raw& raw, ServiceLimits& limits) {
  limits.deadline = std::chrono::milliseconds(raw.deadline);
  limits.shard = std::chrono::milliseconds(raw.shard);
  limits.reading = std::chrono::milliseconds(raw.reading);
  limits.sending = std::chrono::milliseconds(raw.sending);
  limits.idle = std::chrono::milliseconds(raw.idle);
  limits.draining = std::chrono::milliseconds(raw.draining);
}

}  // namespace

std::variant<ServiceOptions, Exit> parse_serve_command(int argc, const char* const* argv) {
  ServiceOptions options;
  options.directory = default_directory();
  Raw raw;
  CLI::App app("Serves an index of health articles over HTTP: a search page, and JSON.", kProgram);
  app.set_version_flag("--version", std::string("palpate ") + PALPATE_VERSION);
  std::vector<std::string> indexes;
  app.add_option("--db", indexes,
                 "The index (default: $PALPATE_DB, else palpate.db); repeated: its shards")
      ->allow_extra_args(false)
      ->type_name("DIR");
  app.add_option("-j,--workers", options.workers, "Threads that answer (default: all cores)")
      ->check(whole_number(1, kMostJobs))
      ->type_name("N");
  add_addresses(app, options, raw);
  add_limits(app, options.limits, raw);
  add_proxies(app, options, raw);
  add_log(app, options, raw);
  if (const auto done = read_command_line(app, [&] { app.parse(argc, argv); })) return *done;

  for (const std::string& index : indexes)
    if (index.empty()) return usage_error(kProgram, "--db needs a DIR");
  if (!indexes.empty()) options.shards = std::move(indexes);
  if (!tidy_base_path(options.base_path))
    return usage_error(kProgram, "--base-path " + options.base_path +
                                     ": give a path such as /suche, of letters, digits and -._~/");
  if (!tidy_public_url(options.public_url))
    return usage_error(kProgram, "--public-url " + options.public_url +
                                     ": give an address such as https://intranet.example/suche");
  if (!read_mode(raw.unix_mode, options.unix_mode))
    return usage_error(kProgram, "--unix-mode " + raw.unix_mode + ": give a mode such as 660");
  if (raw.forwarded_header == "forwarded") options.forwarded_header = ForwardedHeader::forwarded;
  if (raw.no_access_log) options.access_log.clear();
  take_times(raw, options.limits);
  return options;
}

}  // namespace palpate
