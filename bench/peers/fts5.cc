// SQLite FTS5 as its manual shows it: a virtual table with the columns title, heading and text,
// tokenised by "porter unicode61", filled in one transaction without waiting for the disk.
// A question becomes its words, without the stopwords below, joined by OR and each quoted; all of
// them stay when nothing else is left. Order is bm25() with every column at weight 1.
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string_view>

#include "peer.h"

namespace palpate::bench {
namespace {

constexpr auto kStopwords = std::to_array<std::string_view>(
    {"a",    "about", "an",  "and",   "any",   "are",  "as",   "at",  "be",   "by",
     "can",  "could", "do",  "does",  "for",   "from", "had",  "has", "have", "how",
     "i",    "if",    "in",  "is",    "it",    "me",   "my",   "not", "of",   "on",
     "or",   "that",  "the", "their", "there", "they", "this", "to",  "was",  "what",
     "when", "which", "who", "why",   "will",  "with", "you",  "your"});

struct Close {
  void operator()(sqlite3* db) const { sqlite3_close(db); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Connection = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

[[noreturn]] void fail(const Connection& db) {
  throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(db.get()));
}

Connection connect(const std::string& place, int flags) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(place.c_str(), &opened, flags, nullptr);
  Connection db(opened);
  if (code != SQLITE_OK) fail(db);
  return db;
}

void execute(const Connection& db, const char* sql) {
  if (sqlite3_exec(db.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(db);
}

Statement prepare(const Connection& db, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db.get(), sql, -1, &statement, nullptr) != SQLITE_OK) fail(db);
  return Statement(statement);
}

// The text must outlive the next step of the statement.
void bind(const Statement& statement, int place, const std::string& text) {
  sqlite3_bind_text64(statement.get(), place, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

std::string column(const Statement& statement, int place) {
  const unsigned char* text = sqlite3_column_text(statement.get(), place);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement.get(), place));
  return text == nullptr ? std::string() : std::string(text, text + size);
}

// Letters and digits of ASCII and every byte beyond it make words; all else divides them.
std::vector<std::string> words_of(const std::string& question) {
  std::vector<std::string> words(1);
  for (const char c : question) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0) {
      words.back() += static_cast<char>(std::tolower(byte));
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool is_stopword(const std::string& word) {
  return std::find(kStopwords.begin(), kStopwords.end(), word) != kStopwords.end();
}

std::string match_expression(const std::string& question) {
  std::vector<std::string> words = words_of(question);
  if (!std::all_of(words.begin(), words.end(), is_stopword)) std::erase_if(words, is_stopword);
  std::string expression;
  for (const std::string& word : words) {
    expression += (expression.empty() ? "\"" : " OR \"") + word + '"';
  }
  return expression;
}

class Fts5 : public Peer {
 public:
  [[nodiscard]] std::string name() const override { return "sqlite-fts5"; }

  std::size_t index(const std::string& place, CollectionReader& lines) override {
    std::filesystem::remove(place);
    const Connection db = connect(place, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    execute(db, "PRAGMA synchronous=OFF");
    execute(db,
            "CREATE VIRTUAL TABLE documents USING fts5(id UNINDEXED, title, heading, text, "
            "tokenize='porter unicode61')");
    execute(db, "BEGIN");
    insert_all(db, lines);
    execute(db, "COMMIT");
    const Statement count = prepare(db, "SELECT count(*) FROM documents");
    if (sqlite3_step(count.get()) != SQLITE_ROW) fail(db);
    return static_cast<std::size_t>(sqlite3_column_int64(count.get(), 0));
  }

  void open(const std::string& place) override {
    db_ = connect(place, SQLITE_OPEN_READONLY);
    select_ = prepare(db_,
                      "SELECT id, -bm25(documents), text FROM documents WHERE documents MATCH ? "
                      "ORDER BY rank LIMIT ?");
  }

  std::vector<Hit> search(const std::string& question, unsigned count) override {
    const std::string expression = match_expression(question);
    std::vector<Hit> hits;
    if (expression.empty()) return hits;
    sqlite3_reset(select_.get());
    bind(select_, 1, expression);
    sqlite3_bind_int64(select_.get(), 2, count);
    int code = sqlite3_step(select_.get());
    for (; code == SQLITE_ROW; code = sqlite3_step(select_.get())) {
      hits.push_back(
          {column(select_, 0), sqlite3_column_double(select_.get(), 1), column(select_, 2)});
    }
    if (code != SQLITE_DONE) fail(db_);
    return hits;
  }

 private:
  static void insert_all(const Connection& db, CollectionReader& lines) {
    const Statement insert = prepare(db, "INSERT INTO documents VALUES (?, ?, ?, ?)");
    for (Line line; lines.next(line);) {
      bind(insert, 1, line.id);
      bind(insert, 2, line.title);
      bind(insert, 3, line.heading);
      bind(insert, 4, line.text);
      if (sqlite3_step(insert.get()) != SQLITE_DONE) fail(db);
      sqlite3_reset(insert.get());
    }
  }

  Connection db_;
  Statement select_;  // after db_, so that it is finalised before the connection closes
};

}  // namespace
}  // namespace palpate::bench

int main(int argc, char** argv) {
  palpate::bench::Fts5 peer;
  return palpate::bench::run_peer(argc, argv, peer);
}
