// The program that Xapian's manual would have you write: TermGenerator with a stemmer and
// positions, titles once more under the prefix S, replace_document by a unique term, and a
// QueryParser with its defaults. Nothing is tuned: it is what palpate's ratios are measured
// against.
#include <xapian.h>

#include <iostream>
#include <stdexcept>

#include "peer.h"

namespace palpate::bench {
namespace {

constexpr Xapian::valueno kIdSlot = 0;
constexpr std::size_t kLongestTerm = 245;

void index_line(Xapian::TermGenerator& generator, Xapian::WritableDatabase& db, const Line& line) {
  const std::string unique_term = "Q" + line.id;
  if (unique_term.size() > kLongestTerm) throw std::runtime_error(line.id + ": id too long");
  Xapian::Document document;
  generator.set_document(document);
  generator.index_text(line.title, 1, "S");
  generator.index_text(line.title);
  generator.increase_termpos();
  generator.index_text(line.heading);
  generator.increase_termpos();
  generator.index_text(line.text);
  document.set_data(line.text);
  document.add_value(kIdSlot, line.id);
  document.add_boolean_term(unique_term);
  db.replace_document(unique_term, document);
}

class ManualXapian : public Peer {
 public:
  [[nodiscard]] std::string name() const override { return "manual-xapian"; }

  std::size_t index(const std::string& place, CollectionReader& lines) override {
    Xapian::WritableDatabase db(place, Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("en"));
    for (Line line; lines.next(line);) index_line(generator, db, line);
    db.commit();
    return db.get_doccount();
  }

  void open(const std::string& place) override {
    db_ = Xapian::Database(place);
    parser_.set_database(db_);
    parser_.set_stemmer(Xapian::Stem("en"));
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.add_prefix("title", "S");
  }

  std::vector<Hit> search(const std::string& question, unsigned count) override {
    Xapian::Enquire enquire(db_);
    enquire.set_query(parse(question));
    const Xapian::MSet matches = enquire.get_mset(0, count);
    std::vector<Hit> hits;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      const Xapian::Document document = match.get_document();
      hits.push_back({document.get_value(kIdSlot), match.get_weight(), document.get_data()});
    }
    return hits;
  }

 private:
  // A question that its syntax rejects is asked again as plain words.
  Xapian::Query parse(const std::string& question) {
    try {
      return parser_.parse_query(question);
    } catch (const Xapian::QueryParserError&) {
      return parser_.parse_query(question, 0);
    }
  }

  Xapian::Database db_;
  Xapian::QueryParser parser_;
};

}  // namespace
}  // namespace palpate::bench

int main(int argc, char** argv) try {
  palpate::bench::ManualXapian peer;
  return palpate::bench::run_peer(argc, argv, peer);
} catch (const Xapian::Error& error) {
  std::cerr << argv[0] << ": " << error.get_description() << '\n';
  return 2;
}
