#include "store/glass/term_lists.h"

#include <gmock/gmock.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "../../article/temporary_folder.h"
#include "store/glass/database_writer.h"

namespace palpate::glass {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Terms and values of random documents, and a database of them.
class ListedDatabase : public testing::Test {
 protected:
  void SetUp() override {
    std::mt19937 random(20240601);
    DatabaseWriter writer;
    for (std::uint32_t number = 1; number <= kDocuments; ++number) {
      auto& terms = terms_[number];
      terms["Qdocument" + std::to_string(number)] = 0;
      terms[std::string("nul\0inside", 10)] = 1;
      for (auto k = random() % 40; k > 0; --k) {
        const std::string word = std::to_string(random() % 500);
        terms[word + std::string(random() % 3, 'x')] = static_cast<unsigned>(random() % 400);
      }
      PassageEntry entry;
      for (const auto& [term, count] : terms) entry.add_term("", term, count);
      entry.add_value(1, "value" + std::to_string(number));
      entry.add_value(6, std::string(random() % 900 + 1, 'v'));
      writer.add_document(entry);
    }
    writer.write(directory_);
  }

  TermList list_of(std::uint32_t number) const {
    std::vector<ListedTerm> terms;
    for (const auto& [term, count] : terms_.at(number)) terms.push_back({term, count});
    return term_list(terms, std::vector<unsigned>{1, 6});
  }

  // All postings, as text.
  std::string postings() const {
    const Xapian::Database database(directory_);
    std::ostringstream all;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      all << *term << ' ' << term.get_termfreq() << ' ' << database.get_collection_freq(*term);
      for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
        all << ' ' << *at << '/' << at.get_wdf() << '/' << at.get_doclength();
      all << '\n';
    }
    return all.str();
  }

  std::string expected_postings() const {
    std::map<std::string, std::map<std::uint32_t, unsigned>> by_term;
    std::map<std::uint32_t, std::uint64_t> lengths;
    for (const auto& [number, terms] : terms_) {
      for (const auto& [term, count] : terms) {
        by_term[term][number] = count;
        lengths[number] += count;
      }
    }
    std::ostringstream all;
    for (const auto& [term, documents] : by_term) {
      std::uint64_t occurrences = 0;
      for (const auto& [number, count] : documents) occurrences += count;
      all << term << ' ' << documents.size() << ' ' << occurrences;
      for (const auto& [number, count] : documents)
        all << ' ' << number << '/' << count << '/' << lengths[number];
      all << '\n';
    }
    return all.str();
  }

  void remove(const std::vector<std::uint32_t>& numbers) {
    TermLists lists;
    for (const std::uint32_t number : numbers) lists[number] = list_of(number);
    put_term_lists(directory_, lists);
    {
      Xapian::WritableDatabase database(directory_, Xapian::DB_OPEN);
      for (const std::uint32_t number : numbers) {
        database.delete_document(number);
        terms_.erase(number);
      }
      Xapian::Document fresh;
      fresh.add_term("fresh", 3);
      fresh.add_value(1, "fresh");
      terms_[database.add_document(fresh)] = {{"fresh", 3}};
      database.commit();
    }
    drop_term_lists(directory_);
  }

  std::size_t errors() const {
    std::ostringstream said;
    const std::size_t found = Xapian::Database::check(directory_, 0, &said);
    EXPECT_EQ(found, 0U) << said.str();
    return found;
  }

  static constexpr std::uint32_t kDocuments = 3'000;
  TemporaryFolder folder_;
  std::string directory_ = (folder_.path() / "db").string();
  std::map<std::uint32_t, std::map<std::string, unsigned>> terms_;
};

TEST_F(ListedDatabase, LetXapianRemoveTheDocumentsOfWhichThereAreLists) {
  ASSERT_EQ(postings(), expected_postings());
  std::vector<std::uint32_t> thirds;
  for (std::uint32_t number = 3; number <= kDocuments; number += 3) thirds.push_back(number);
  remove(thirds);
  EXPECT_EQ(postings(), expected_postings());
  EXPECT_EQ(errors(), 0U);
  remove({1, 2, kDocuments - 1});
  EXPECT_EQ(postings(), expected_postings());
  EXPECT_EQ(errors(), 0U);
  EXPECT_EQ(Xapian::Database(directory_).get_value_freq(6), kDocuments / 3 * 2 - 3);
}

TEST_F(ListedDatabase, AreAsIfTheyHadNotBeenThereOnceTheyAreDropped) {
  const std::string before = bytes_of(fs::path(directory_) / "iamglass");
  drop_term_lists(directory_);
  EXPECT_EQ(bytes_of(fs::path(directory_) / "iamglass"), before);
  put_term_lists(directory_, {{5, list_of(5)}});
  EXPECT_NE(bytes_of(fs::path(directory_) / "iamglass"), before);
  EXPECT_EQ(postings(), expected_postings()) << "for readers nothing changes";
  put_term_lists(directory_, {{7, list_of(7)}});
  drop_term_lists(directory_);
  EXPECT_EQ(bytes_of(fs::path(directory_) / "iamglass"), before);
  EXPECT_FALSE(fs::exists(fs::path(directory_) / "termlist.glass"));
  EXPECT_EQ(errors(), 0U);
}

// A full disk has room for the version file once the lists are gone; a run may die in between.
TEST_F(ListedDatabase, WhoseFileIsGoneAreDroppedAllTheSame) {
  const std::string before = bytes_of(fs::path(directory_) / "iamglass");
  EXPECT_FALSE(has_term_lists(directory_));
  put_term_lists(directory_, {{5, list_of(5)}});
  EXPECT_TRUE(has_term_lists(directory_));
  fs::remove(fs::path(directory_) / "termlist.glass");
  EXPECT_TRUE(has_term_lists(directory_));
  EXPECT_EQ(postings(), expected_postings());
  drop_term_lists(directory_);
  EXPECT_FALSE(has_term_lists(directory_));
  EXPECT_EQ(bytes_of(fs::path(directory_) / "iamglass"), before);
  std::ofstream(fs::path(directory_) / "termlist.glass") << "half of";
  EXPECT_TRUE(has_term_lists(directory_));
  drop_term_lists(directory_);
  EXPECT_FALSE(fs::exists(fs::path(directory_) / "termlist.glass"));
  EXPECT_EQ(errors(), 0U);
}

TEST_F(ListedDatabase, AVersionFileThatIsNoneIsAnError) {
  for (const std::string& bytes : {std::string(), std::string("palpate"),
                                   bytes_of(fs::path(directory_) / "iamglass").substr(0, 40)}) {
    std::ofstream(fs::path(directory_) / "iamglass", std::ios::binary) << bytes;
    EXPECT_THROW(put_term_lists(directory_, {{5, list_of(5)}}), Xapian::DatabaseCorruptError);
  }
}

}  // namespace
}  // namespace palpate::glass
