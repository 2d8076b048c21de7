#include "program/report.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <ostream>
#include <sstream>
#include <string_view>
#include <vector>

#include "program/printable.h"

namespace palpate {
namespace {

constexpr double kMegabyte = 1e6;
constexpr std::size_t kBarWidth = 20;
constexpr std::size_t kBarColumns = kBarWidth + 3;  // with its ends and a blank
constexpr auto kBetweenLines = std::chrono::seconds(5);

std::string time_left(double seconds) {
  if (seconds < 90) return decimal(seconds, 0) + " s left";
  return decimal(seconds / 60, 0) + " min left";
}

std::string bar(double share) {
  const auto full = static_cast<std::size_t>(share * kBarWidth);
  std::string text = "▕";
  for (std::size_t i = 0; i < kBarWidth; ++i) text += i < full ? "█" : " ";
  return text + "▏ ";
}

double megabytes_a_second(std::uint64_t bytes, double seconds) {
  return seconds > 0 ? static_cast<double>(bytes) / kMegabyte / seconds : 0;
}

// "vocabulary: 212 groups from clinic.txt, 3 lines left out".
std::string vocabulary_line(const VocabularySummary& vocabulary, bool dry_run) {
  const std::string file = printable(vocabulary.file);
  std::string line = "vocabulary: ";
  line += vocabulary.groups == 0 ? file + " is empty: " +
                                       (!vocabulary.changed ? "there is no list to remove"
                                        : dry_run           ? "its list would be removed"
                                                            : "its list is removed")
                                 : counted(vocabulary.groups, "group", "groups") + " from " + file +
                                       (vocabulary.changed ? "" : ", as before");
  if (vocabulary.bad_lines != 0)
    line += ", " + counted(vocabulary.bad_lines, "line", "lines") + " left out";
  return line + "\n";
}

std::string files_text(const IndexSummary& summary, bool dry_run) {
  std::ostringstream out;
  out << counted(summary.files_new, "file", "files") << (dry_run ? " would be" : "") << " new, "
      << grouped(summary.files_changed) << " changed, " << grouped(summary.files_removed)
      << " removed, " << grouped(summary.files_unchanged) << " unchanged";
  if (summary.failed != 0)
    out << ", " << grouped(summary.failed) << " failed (palpate-index --failed lists them)";
  out << '\n';
  if (summary.not_read.empty()) return out.str();
  out << "Not read, no reader for the format:";
  std::string_view separator = " ";
  for (const auto& [ending, count] : summary.not_read) {
    out << separator << grouped(count) << ' '
        << (ending.empty() ? "without an ending" : printable(ending));
    separator = ", ";
  }
  out << '\n';
  return out.str();
}

}  // namespace

std::string decimal(double value, int places) {
  std::array<char, 64> text{};
  const int size = std::snprintf(text.data(), text.size(), "%.*f", places, value);
  return {text.data(), static_cast<std::size_t>(std::max(size, 0))};
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, 1, ',');
  return digits;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return grouped(count) + " " + std::string(count == 1 ? one : many);
}

std::string megabytes(std::uint64_t bytes) {
  return decimal(static_cast<double>(bytes) / kMegabyte, 1);
}

std::string progress_line(const IndexProgress& progress, double seconds, std::size_t width) {
  if (progress.merging) return "joining and syncing the index …";
  const double share = progress.bytes_total == 0
                           ? 1
                           : std::min(1.0, static_cast<double>(progress.bytes_done) /
                                               static_cast<double>(progress.bytes_total));
  const std::string percent = decimal(share * 100, 0) + "% ";
  std::string rest =
      grouped(progress.files_done) + " of " + grouped(progress.files_total) + " files";
  const auto fits = [&](std::size_t more) {
    return width == 0 || percent.size() + rest.size() + more < width;
  };
  std::vector<std::string> parts{
      grouped(progress.documents_done) + " documents",
      decimal(megabytes_a_second(progress.bytes_done, seconds), 1) + " MB/s"};
  if (share > 0.01 && share < 1) parts.push_back(time_left(seconds / share - seconds));
  for (const std::string& part : parts)
    if (fits(part.size() + 2)) rest.append(", ").append(part);
  return width != 0 && fits(kBarColumns) ? percent + bar(share) + rest : percent + rest;
}

ProgressReport::ProgressReport(std::ostream& out, bool terminal, std::size_t width)
    : out_(out),
      terminal_(terminal),
      width_(width),
      begin_(std::chrono::steady_clock::now()),
      last_line_(begin_) {}

void ProgressReport::update(const IndexProgress& progress) {
  const std::lock_guard lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  const std::string text = progress_line(
      progress, std::chrono::duration<double>(now - begin_).count(), terminal_ ? width_ : 0);
  if (terminal_) {
    out_ << "\r\x1b[K" << text << std::flush;
    shown_ = true;
  } else if (now - last_line_ >= kBetweenLines) {
    out_ << text << '\n' << std::flush;
    last_line_ = now;
  }
}

void ProgressReport::line(const std::string& text) {
  const std::lock_guard lock(mutex_);
  take_away();
  out_ << text << '\n' << std::flush;
}

void ProgressReport::finish() {
  const std::lock_guard lock(mutex_);
  take_away();
}

void ProgressReport::take_away() {
  if (shown_) out_ << "\r\x1b[K" << std::flush;
  shown_ = false;
}

std::string line_of(const FailedFile& failed) {
  return printable(failed.path) +
         (failed.line != 0 ? ":" + std::to_string(failed.line) : std::string()) + ": " +
         printable(failed.reason);
}

std::string summary_text(const IndexSummary& summary, const IndexOptions& options) {
  std::ostringstream out;
  if (!only_vocabulary(options)) out << files_text(summary, options.dry_run);
  for (const VocabularySummary& vocabulary : summary.vocabularies)
    out << vocabulary_line(vocabulary, options.dry_run);
  if (options.dry_run) {
    out << "Nothing was written (--dry-run).\n";
    return out.str();
  }
  if (summary.cancelled)
    out << "Stopped early: what was read by then is in the index; run again for the rest.\n";
  out << printable(options.directory) << ": " << counted(summary.documents, "document", "documents")
      << ", " << counted(summary.passages, "passage", "passages") << ", "
      << megabytes(summary.bytes_on_disk) << " MB";
  if (summary.wrote && only_vocabulary(options)) {
    out << "; written in " << decimal(summary.seconds, 1) << " s\n";
  } else if (summary.wrote) {
    out << "; read " << megabytes(summary.bytes_read) << " MB in " << decimal(summary.seconds, 1)
        << " s (" << decimal(megabytes_a_second(summary.bytes_read, summary.seconds), 1)
        << " MB/s), " << (summary.in_place ? "changed in place\n" : "a new generation\n");
  } else {
    out << "; nothing changed, nothing written\n";
  }
  return out.str();
}

}  // namespace palpate
