// An index of two articles, made by the store's own means, for the tests of what reads it.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>

#include "../article/temporary_folder.h"
#include "sample_articles.h"
#include "store/generation.h"
#include "store/keys.h"
#include "store/segment.h"

namespace palpate {

class StoredIndex : public testing::Test {
 protected:
  void SetUp() override {
    publish([](Segment& segment) {
      EXPECT_TRUE(add_file(segment, sample_article("a.md", "It hurts to turn."), "/articles/a.md"));
      Article german = sample_article("b.md", "Es schmerzt beim Drehen.");
      german.language = "de";
      german.group = "shared";
      EXPECT_TRUE(add_file(segment, german, "/articles/b.md"));
      EXPECT_TRUE(segment.put_setting(root_key("/articles"), "/articles"));
      EXPECT_TRUE(segment.put(current_settings()));
    });
  }

  template <class Fill>
  void publish(Fill&& fill) {
    Result<WriterLock> lock = WriterLock::acquire(directory_);
    ASSERT_TRUE(lock) << lock.error().message;
    const Result<std::filesystem::path> building = prepare_building(directory_);
    ASSERT_TRUE(building);
    Result<Segment> segment = Segment::create((*building / "segment-0").string(), {});
    ASSERT_TRUE(segment);
    fill(*segment);
    ASSERT_TRUE(segment->commit());
    ASSERT_TRUE(merge_segments(segment->directories(), (*building / "merged").string()));
    const Status done = publish_generation(directory_, *building / "merged");
    ASSERT_TRUE(done) << done.error().message;
  }

  // One commit into the current generation.
  template <class Change>
  void commit(Change&& change) {
    const Result<std::optional<std::filesystem::path>> current = current_generation(directory_);
    ASSERT_TRUE(current && *current);
    Result<Segment> segment = Segment::open((*current)->string());
    ASSERT_TRUE(segment) << segment.error().message;
    change(*segment);
    ASSERT_TRUE(segment->commit());
  }

  TemporaryFolder folder_;
  std::string directory_ = (folder_.path() / "palpate.db").string();
};

}  // namespace palpate
