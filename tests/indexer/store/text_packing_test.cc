#include "store/text_packing.h"

#include <gmock/gmock.h>

#include <string>
#include <thread>
#include <vector>

namespace palpate {
namespace {

std::string record(unsigned number) {
  std::string text = "Record " + std::to_string(number) + ": ";
  for (unsigned i = 0; i < 12; ++i) {
    text += "the shoulder, the hip and the knee move in direction ";
    text += std::to_string((number * 2654435761U) >> (i + 4U)) + "; ";
  }
  return text;
}

TextSample sample_of(unsigned count) {
  TextSample sample;
  for (unsigned i = 0; i < count; ++i) sample.add(record(i));
  return sample;
}

TEST(TextPacking, GivesBackWhatWasPacked) {
  const std::string dictionary = sample_of(500).train();
  ASSERT_FALSE(dictionary.empty());
  TextPacker packer(dictionary);
  const TextUnpacker unpacker(dictionary);
  const std::vector<std::string> records = {"", "a", std::string("\0\xff", 2), record(7'000),
                                            std::string(3'000'000, 'x')};
  for (const std::string& text : records) {
    std::string packed = "before";
    packer.append_packed(text, packed);
    ASSERT_TRUE(packed.starts_with("before"));
    EXPECT_EQ(unpacker.unpacked(std::string_view(packed).substr(6)), text);
  }
}

TEST(TextPacking, ADictionaryMakesRecordsShorter) {
  const std::string dictionary = sample_of(500).train();
  std::string with, without;
  TextPacker(dictionary).append_packed(record(9'000), with);
  TextPacker("").append_packed(record(9'000), without);
  EXPECT_LT(with.size(), without.size() * 3 / 4);
}

TEST(TextPacking, WhatWasPackedWithoutADictionaryIsReadWithOne) {
  std::string packed;
  TextPacker("").append_packed(record(1), packed);
  EXPECT_EQ(TextUnpacker(sample_of(500).train()).unpacked(packed), record(1));
}

TEST(TextPacking, DamagedBytesAreNoRecord) {
  const std::string dictionary = sample_of(500).train();
  const TextUnpacker unpacker(dictionary);
  std::string packed;
  TextPacker(dictionary).append_packed(record(1), packed);
  EXPECT_FALSE(unpacker.unpacked(""));
  EXPECT_FALSE(unpacker.unpacked("not packed"));
  EXPECT_FALSE(unpacker.unpacked(packed.substr(0, packed.size() / 2)));
  EXPECT_FALSE(TextUnpacker("").unpacked(packed)) << "its dictionary is missing";
}

TEST(TextPacking, TooSmallASampleTeachesNothing) {
  EXPECT_EQ(TextSample().train(), "");
  EXPECT_EQ(sample_of(10).train(), "");
}

TEST(TextPacking, ThreadsShareTheDictionaryOfTheFirst) {
  SharedDictionary dictionary("");
  std::vector<std::string> got(4);
  std::vector<std::thread> threads;
  for (std::string& mine : got)
    threads.emplace_back([&dictionary, &mine] { mine = dictionary.get_or_train(sample_of(500)); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_FALSE(got.front().empty());
  EXPECT_THAT(got, testing::Each(dictionary.get()));
  EXPECT_EQ(SharedDictionary("known").get_or_train(sample_of(500)), "known");
}

}  // namespace
}  // namespace palpate
