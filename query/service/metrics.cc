#include "service/metrics.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace palpate {
namespace {

void head(std::ostream& out, std::string_view name, std::string_view type, std::string_view help) {
  out << "# HELP " << name << ' ' << help << "\n# TYPE " << name << ' ' << type << '\n';
}

void gauge(std::ostream& out, std::string_view name, std::string_view help, std::uint64_t value) {
  head(out, name, "gauge", help);
  out << name << ' ' << value << '\n';
}

std::uint64_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::uint64_t size = 0;
  std::uint64_t resident = 0;
  statm >> size >> resident;
  return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

void Metrics::answered(const HttpResponse& response, std::chrono::duration<double> took) {
  const auto slot =
      static_cast<std::size_t>(std::ranges::lower_bound(kBounds, took.count()) - kBounds.begin());
  const std::scoped_lock lock(mutex_);
  ++requests_[{response.route, response.status}];
  Durations& durations = durations_[response.route];
  ++durations.counts.at(slot);
  durations.sum += took.count();
  if (response.hits == std::optional<std::size_t>(0)) ++nothing_found_;
}

void Metrics::refused(std::string_view reason) {
  const std::scoped_lock lock(mutex_);
  ++refused_[reason];
}

std::string Metrics::text(const MetricsNow& now) const {
  std::ostringstream out;
  const std::scoped_lock lock(mutex_);
  head(out, "palpate_requests_total", "counter", "Requests answered.");
  for (const auto& [key, count] : requests_)
    out << "palpate_requests_total{route=\"" << key.first << "\",status=\"" << key.second << "\"} "
        << count << '\n';
  head(out, "palpate_request_seconds", "histogram", "From a request read to its answer made.");
  for (const auto& [route, durations] : durations_) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < durations.counts.size(); ++i) {
      sum += durations.counts.at(i);
      out << "palpate_request_seconds_bucket{route=\"" << route << "\",le=\"";
      if (i < kBounds.size())
        out << kBounds.at(i);
      else
        out << "+Inf";
      out << "\"} " << sum << '\n';
    }
    out << "palpate_request_seconds_sum{route=\"" << route << "\"} " << durations.sum << '\n'
        << "palpate_request_seconds_count{route=\"" << route << "\"} " << sum << '\n';
  }
  head(out, "palpate_refused_total", "counter", "Requests and connections without an answer.");
  for (const auto& [reason, count] : refused_)
    out << "palpate_refused_total{reason=\"" << reason << "\"} " << count << '\n';
  head(out, "palpate_nothing_found_total", "counter", "Questions without a hit.");
  out << "palpate_nothing_found_total " << nothing_found_ << '\n';
  head(out, "palpate_log_lines_lost_total", "counter", "Access log lines that were not written.");
  out << "palpate_log_lines_lost_total " << now.lost_log_lines << '\n';
  gauge(out, "palpate_connections", "Connections that are open.", now.connections);
  gauge(out, "palpate_questions_waiting", "Questions that wait for a worker.", now.waiting);
  gauge(out, "palpate_index_documents", "Documents of the index.", now.documents);
  gauge(out, "palpate_index_passages", "Passages of the index.", now.passages);
  head(out, "palpate_shards", "gauge", "Parts of the index, by whether they answer.");
  out << "palpate_shards{state=\"answering\"} " << now.shards_answering << '\n'
      << "palpate_shards{state=\"lost\"} " << now.shards_lost << '\n';
  gauge(out, "process_resident_memory_bytes", "Resident memory.", resident_bytes());
  return out.str();
}

}  // namespace palpate
