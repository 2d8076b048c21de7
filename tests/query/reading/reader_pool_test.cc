// Handles that are lent: how many there are, also when lending one fails.
#include "reading/reader_pool.h"

#include <gtest/gtest.h>

#include <chrono>
#include <new>
#include <optional>
#include <utility>

#include "indexer/article/temporary_folder.h"
#include "palpate/indexer.h"

namespace palpate {
namespace {

using std::chrono::milliseconds;

class LentHandles : public testing::Test {
 protected:
  static constexpr std::size_t kReaders = 2;

  LentHandles() {
    folder_.write("articles/knee.md", "A knee that is sore.\n");
    IndexOptions options;
    options.directory = (folder_.path() / "palpate.db").string();
    options.paths = {(folder_.path() / "articles").string()};
    options.jobs = 1;
    EXPECT_TRUE(index_articles(options, {}));
    auto pool = ReaderPool::open({options.directory}, {.readers = kReaders});
    EXPECT_TRUE(pool);
    if (pool) pool_ = *std::move(pool);
  }

  Result<ReaderPool::Lease> lend(const std::function<void()>& turn = {}) {
    return pool_->lend(Deadline(std::chrono::steady_clock::now() + milliseconds(300)), turn);
  }

  void expect_all_can_be_lent() {
    const Result<ReaderPool::Lease> one = lend();
    const Result<ReaderPool::Lease> another = lend();
    EXPECT_TRUE(one);
    EXPECT_TRUE(another);
    const Result<ReaderPool::Lease> too_many = lend();
    ASSERT_FALSE(too_many);
    EXPECT_EQ(too_many.error().code, ErrorCode::timed_out);
  }

  TemporaryFolder folder_;
  std::shared_ptr<ReaderPool> pool_;
};

void fail() { throw std::bad_alloc(); }

TEST_F(LentHandles, AreAsManyAsAreAllowed) {
  expect_all_can_be_lent();
  expect_all_can_be_lent();
}

TEST_F(LentHandles, AreAsManyAsBeforeWhenLendingOneThatIsOpenFails) {
  for (int i = 0; i < 3; ++i) EXPECT_THROW(static_cast<void>(lend(fail)), std::bad_alloc);
  expect_all_can_be_lent();
}

TEST_F(LentHandles, AreAsManyAsBeforeWhenOpeningAnotherFails) {
  {
    const Result<ReaderPool::Lease> one = lend();
    for (int i = 0; i < 3; ++i) EXPECT_THROW(static_cast<void>(lend(fail)), std::bad_alloc);
  }
  expect_all_can_be_lent();
}

}  // namespace
}  // namespace palpate
