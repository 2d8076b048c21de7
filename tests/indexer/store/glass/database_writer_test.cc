#include "store/glass/database_writer.h"

#include <gmock/gmock.h>
#include <xapian.h>

#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "../../article/temporary_folder.h"
#include "store/glass/pack.h"
#include "store/glass/term_lists.h"

namespace palpate::glass {
namespace {

constexpr unsigned kSlots = 300;

// Everything that Xapian gives of a database, for comparing two.
std::string contents(const Xapian::Database& database) {
  std::ostringstream all;
  all << database.get_doccount() << ' ' << database.get_lastdocid() << ' '
      << database.get_total_length() << ' ' << database.get_doclength_lower_bound() << '\n';
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    all << *term << ' ' << term.get_termfreq() << ' ' << database.get_collection_freq(*term) << ':';
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
      all << ' ' << *at << '/' << at.get_wdf() << '/' << at.get_doclength();
    all << '\n';
  }
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document document = database.get_document(*at);
    all << *at << ':';
    for (unsigned slot = 0; slot < kSlots; ++slot) all << ' ' << document.get_value(slot);
    all << '\n';
  }
  for (unsigned slot = 0; slot < kSlots; ++slot) {
    all << database.get_value_freq(slot) << ' ' << database.get_value_lower_bound(slot) << ' '
        << database.get_value_upper_bound(slot) << '\n';
  }
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    all << *key << '=' << database.get_metadata(*key) << '\n';
  return all.str();
}

std::size_t errors_in(const std::string& directory) {
  std::ostringstream said;
  const std::size_t errors = Xapian::Database::check(directory, 0, &said);
  EXPECT_EQ(errors, 0U) << said.str();
  return errors;
}

Xapian::Document xapian_document(const PassageEntry& entry) {
  Xapian::Document document;
  for (std::size_t i = 0; i < entry.terms(); ++i)
    document.add_term(std::string(entry.term(i).text), entry.term(i).count);
  for (std::size_t i = 0; i < entry.values(); ++i)
    document.add_value(entry.value(i).slot, std::string(entry.value(i).bytes));
  return document;
}

// The same documents written here and by Xapian itself.
class WrittenTwice : public testing::Test {
 protected:
  void add(const PassageEntry& entry) {
    writer_.add_document(entry);
    theirs_.add_document(xapian_document(entry));
  }
  void set_metadata(const std::string& key, const std::string& value) {
    writer_.set_metadata(key, value);
    theirs_.set_metadata(key, value);
  }
  void compare() {
    writer_.write(ours());
    theirs_.commit();
    ASSERT_EQ(errors_in(ours()), 0U);
    EXPECT_TRUE(writer_.empty());
    EXPECT_EQ(contents(Xapian::Database(ours())), contents(theirs_));
  }
  std::string ours() const { return (folder_.path() / "ours").string(); }

  TemporaryFolder folder_;
  DatabaseWriter writer_;
  Xapian::WritableDatabase theirs_{(folder_.path() / "theirs").string(),
                                   Xapian::DB_CREATE | Xapian::DB_NO_SYNC};
};

TEST_F(WrittenTwice, NothingAndMetadataAlone) {
  compare();
  DatabaseWriter keys;
  keys.set_metadata("one", "1");
  keys.set_metadata("gone", "2");
  keys.set_metadata("gone", "");
  const std::string directory = (folder_.path() / "keys").string();
  keys.write(directory);
  ASSERT_EQ(errors_in(directory), 0U);
  EXPECT_EQ(Xapian::Database(directory).get_metadata("one"), "1");
  EXPECT_EQ(Xapian::Database(directory).get_metadata("gone"), "");
}

TEST_F(WrittenTwice, TermsOfEveryShape) {
  PassageEntry entry;
  entry.add_term("S", "pain", 0);
  entry.add_term("", "pain", 1);
  entry.add_term("", std::string("nul\0inside", 10), 2);
  entry.add_term("", std::string("nul\0", 4), 2);
  entry.add_term("", "nul", 300);
  entry.add_term("", "pain", 126);
  entry.add_term("Q", std::string(244, 'q'), 0);
  entry.add_term("", "\xc3\xa9t\xc3\xa9", 127);
  entry.add_value(0, "a");
  entry.add_value(200, std::string(5'000, 'v'));
  add(entry);
  entry.clear();
  entry.add_term("", "only", 1);
  add(entry);
  set_metadata("long", std::string(50'000, 'm'));
  compare();
}

TEST_F(WrittenTwice, ManyRandomDocuments) {
  std::mt19937 random(20240601);
  const auto below = [&](unsigned limit) { return static_cast<unsigned>(random() % limit); };
  PassageEntry entry;
  for (unsigned i = 0; i < 3'000; ++i) {
    entry.clear();
    entry.add_term("", "everywhere", 1 + below(3));
    entry.add_term("Q", "id" + std::to_string(i), 0);
    for (unsigned k = below(60); k > 0; --k)
      entry.add_term("", std::to_string(below(1 + below(4'000))), below(3));
    if (below(3) != 0) entry.add_value(0, "doc" + std::to_string(i));
    entry.add_value(5, std::string(1 + below(900), static_cast<char>('a' + below(26))));
    add(entry);
    set_metadata("document:" + std::to_string(i), std::string(below(5'000), 'r'));
  }
  compare();
}

// Numbers beyond two bytes, posting lists of many chunks, three levels of blocks.
TEST_F(WrittenTwice, MoreDocumentsThanTwoBytesCount) {
  PassageEntry entry;
  for (unsigned i = 0; i < 40'000; ++i) {
    entry.clear();
    entry.add_term("", "common", 1 + i % 2);
    entry.add_term("Q", "a-rather-long-id-of-a-document-" + std::to_string(i * 7919U), 0);
    add(entry);
  }
  compare();
}

// What Xapian does with a segment: join it with others, then remove documents from what came of it.
TEST(DatabaseWriter, WhatItWroteIsMergedAndChangedByXapian) {
  const TemporaryFolder folder;
  const auto place = [&](const std::string& name) { return (folder.path() / name).string(); };
  Xapian::Database all;
  TermLists lists;
  std::uint32_t number = 0;
  for (const std::string name : {"one", "two"}) {
    DatabaseWriter writer;
    for (unsigned i = 0; i < 1'000; ++i) {
      PassageEntry entry;
      const std::string digits = std::to_string(i % 97);
      entry.add_term("", digits, 1);
      entry.add_term("", "both", 1);
      entry.add_term("", name, 2);
      entry.add_value(3, name + std::to_string(i));
      writer.add_document(entry);
      if (++number % 2 == 0) continue;
      const std::vector<ListedTerm> terms{{digits, 1}, {"both", 1}, {name, 2}};
      lists[number] = term_list(terms, std::vector<unsigned>{3});
    }
    writer.write(place(name));
    all.add_database(Xapian::Database(place(name)));
  }
  all.compact(place("merged"));
  const Xapian::Database reader(place("merged"));
  put_term_lists(place("merged"), lists);
  EXPECT_EQ(Xapian::Database(place("merged")).get_termfreq("both"), 2'000U);
  {
    Xapian::WritableDatabase merged(place("merged"), Xapian::DB_OPEN);
    EXPECT_EQ(merged.get_document(1'500).get_value(3), "two499");
    for (const auto& [document, list] : lists) merged.delete_document(document);
    merged.commit();
  }
  drop_term_lists(place("merged"));
  const Xapian::Database merged(place("merged"));
  EXPECT_EQ(merged.get_doccount(), 1'000U);
  EXPECT_EQ(merged.get_termfreq("both"), 1'000U);
  EXPECT_EQ(merged.get_termfreq("two"), 500U);
  EXPECT_EQ(merged.get_value_freq(3), 1'000U);
  EXPECT_EQ(errors_in(place("merged")), 0U);
  EXPECT_EQ(reader.get_termfreq("both"), 2'000U) << "as it was when it was opened";
}

TEST(DatabaseWriter, AFolderThatCannotBeMadeIsAnError) {
  const TemporaryFolder folder;
  folder.write("plain", "text");
  DatabaseWriter writer;
  writer.set_metadata("a", "b");
  EXPECT_THROW(writer.write((folder.path() / "plain").string()), Xapian::DatabaseError);
  EXPECT_THROW(writer.write((folder.path() / "plain" / "in").string()), Xapian::DatabaseError);
}

TEST(DatabaseWriter, RewritesTheValuesOfOneSlot) {
  const TemporaryFolder folder;
  const std::string directory = (folder.path() / "db").string();
  DatabaseWriter writer;
  for (const std::string text : {"one", "two"}) {
    PassageEntry entry;
    entry.add_term("", "word", 1);
    entry.add_value(1, "stays");
    entry.add_value(6, text);
    writer.add_document(entry);
  }
  EXPECT_EQ(writer.value_of(1, 6), "two");
  EXPECT_EQ(writer.value_of(1, 5), "");
  writer.rewrite_values(
      6, [](std::string_view value, std::string& to) { to.append("<").append(value).append(">"); });
  writer.write(directory);
  const Xapian::Database database(directory);
  EXPECT_EQ(database.get_document(2).get_value(6), "<two>");
  EXPECT_EQ(database.get_document(2).get_value(1), "stays");
}

}  // namespace
}  // namespace palpate::glass
