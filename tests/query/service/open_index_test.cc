// The thread that looks after shards, when the system has no memory for a while.
//
// This program takes the place of operator new.
#include "service/open_index.h"

#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <new>
#include <thread>

#include "indexer/article/temporary_folder.h"
#include "palpate/indexer.h"

namespace {

std::atomic<bool> memory_is_short = false;
const std::thread::id kTest = std::this_thread::get_id();

}  // namespace

#ifndef __clang_analyzer__  // which finds that what gtest keeps is malloc's and lost
// Not inlined: the compiler would find that what is freed was not allocated by malloc.
__attribute__((noinline)) void* operator new(std::size_t size) {
  if (memory_is_short && std::this_thread::get_id() != kTest) throw std::bad_alloc();
  void* const memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
// std::stable_sort asks so, and its memory is given back as all other is.
__attribute__((noinline)) void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return std::malloc(size == 0 ? 1 : size);
}
__attribute__((noinline)) void operator delete(void* memory) noexcept { std::free(memory); }
__attribute__((noinline)) void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
#endif

namespace palpate {
namespace {

TEST(OpenIndex, GoesOnLookingAfterShardsWhenMemoryWasShort) {
  const TemporaryFolder folder;
  SearcherOptions options;
  for (const std::string name : {"knee", "neck"}) {
    folder.write(std::filesystem::path(name) / "article.md", "A sore joint.\n");
    IndexOptions writing;
    writing.directory = (folder.path() / (name + ".db")).string();
    writing.paths = {(folder.path() / name).string()};
    writing.jobs = 1;
    ASSERT_TRUE(index_articles(writing, {}));
    options.shards.push_back(writing.directory);
  }
  const auto index = OpenIndex::open(options);
  ASSERT_TRUE(index);
  testing::internal::CaptureStderr();
  memory_is_short = true;
  std::this_thread::sleep_for(std::chrono::milliseconds(2500));
  memory_is_short = false;
  std::filesystem::remove_all(options.shards.back());
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while ((*index)->searcher()->shards().back().answers && std::chrono::steady_clock::now() < until)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_FALSE((*index)->searcher()->shards().back().answers);
  std::this_thread::sleep_for(std::chrono::milliseconds(1200));
  const std::string told = testing::internal::GetCapturedStderr();
  EXPECT_THAT(told, testing::HasSubstr("cannot look after the shards"));
  EXPECT_THAT(told, testing::HasSubstr("shard neck.db is left out"));
}

}  // namespace
}  // namespace palpate
