#include "ranking/page.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::size_t> candidates(const std::vector<Placed>& page) {
  std::vector<std::size_t> places;
  for (const Placed& placed : page) places.push_back(placed.candidate);
  return places;
}

TEST(Page, PassagesOfAnArticleStandTogether) {
  EXPECT_THAT(candidates(page_of({"a", "b", "a", "c", "b"}, 0, 0, 10)), ElementsAre(0, 2, 1, 4, 3));
}

TEST(Page, AnArticleGivesAtMostSoMany) {
  EXPECT_THAT(candidates(page_of({"a", "a", "a", "b", "a", "b"}, 2, 0, 10)),
              ElementsAre(0, 1, 3, 5));
  EXPECT_THAT(candidates(page_of({"a", "a", "b"}, 1, 0, 10)), ElementsAre(0, 2));
}

TEST(Page, RanksCountOverAllPages) {
  const std::vector<Placed> page = page_of({"a", "b", "c", "d"}, 0, 2, 1);
  ASSERT_EQ(page.size(), 1U);
  EXPECT_EQ(page[0].candidate, 2U);
  EXPECT_EQ(page[0].rank, 3U);
}

TEST(Page, NothingBehindTheEnd) {
  EXPECT_THAT(page_of({"a"}, 0, 1, 10), IsEmpty());
  EXPECT_THAT(page_of({}, 2, 0, 10), IsEmpty());
  EXPECT_THAT(page_of({"a"}, 2, 0, 0), IsEmpty());
}

TEST(Page, BehindTheGroupedSetPassagesFollowInTheirOrder) {
  std::vector<std::string> groups(kGroupedCandidates, "a");
  groups.insert(groups.end(), {"b", "a", "b"});
  const std::vector<std::size_t> list = candidates(page_of(groups, 0, kGroupedCandidates, 10));
  EXPECT_THAT(list,
              ElementsAre(kGroupedCandidates, kGroupedCandidates + 1, kGroupedCandidates + 2));
}

std::vector<std::string> random_groups(std::mt19937& random) {
  const std::size_t articles = 1 + random() % 60;
  std::vector<std::string> groups;
  for (std::size_t i = random() % 700; i > 0; --i)
    groups.push_back(std::to_string(random() % articles));
  return groups;
}

// Any pages put together are the list: nothing twice, nothing missing, each article within its
// limit, its passages in order.
TEST(Page, PagesOfAnySizeMakeTheSameListAndNeverOverlap) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const std::vector<std::string> groups = random_groups(random);
    const std::size_t per_article = random() % 4;
    const std::vector<std::size_t> whole = candidates(page_of(groups, per_article, 0, 10'000));
    const std::size_t size = 1 + random() % 50;
    std::vector<std::size_t> pages;
    for (std::size_t offset = 0; offset < groups.size() + size; offset += size) {
      for (const Placed& placed : page_of(groups, per_article, offset, size)) {
        pages.push_back(placed.candidate);
        EXPECT_EQ(placed.rank, pages.size());
      }
    }
    ASSERT_EQ(pages, whole);
    std::map<std::string, std::size_t> given;
    std::map<std::string, std::size_t> there;
    for (const std::string& group : groups) ++there[group];
    for (const std::size_t place : whole) ++given[groups.at(place)];
    for (const auto& [group, count] : there)
      ASSERT_EQ(given[group], per_article == 0 ? count : std::min(count, per_article));
    ASSERT_EQ(std::set<std::size_t>(whole.begin(), whole.end()).size(), whole.size());
  }
}

// What is fetched grows with the page that is asked for; the list so far must not move.
TEST(Page, MoreCandidatesOnlyLengthenTheList) {
  std::mt19937 random(8);
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> groups = random_groups(random);
    if (groups.size() <= kGroupedCandidates) continue;
    const std::size_t per_article = random() % 4;
    const std::vector<std::size_t> more = candidates(page_of(groups, per_article, 0, 10'000));
    groups.resize(kGroupedCandidates + random() % (groups.size() - kGroupedCandidates));
    const std::vector<std::size_t> less = candidates(page_of(groups, per_article, 0, 10'000));
    ASSERT_LE(less.size(), more.size());
    ASSERT_TRUE(std::equal(less.begin(), less.end(), more.begin()));
  }
}

// Candidates of one saying, "" for none, repeat each other.
RepeatedBy by_saying(const std::vector<std::string>& sayings) {
  return [&](std::size_t candidate,
             std::span<const std::size_t> listed) -> std::optional<std::size_t> {
    for (const std::size_t other : listed)
      if (!sayings[candidate].empty() && sayings[other] == sayings[candidate]) return other;
    return std::nullopt;
  };
}

TEST(Page, WhatRepeatsABetterPassageIsFoldedIntoIt) {
  const std::vector<std::string> sayings{"x", "", "x", "y", "y"};
  const std::vector<Placed> page = page_of({"a", "b", "c", "c", "a"}, 0, 0, 10, by_saying(sayings));
  EXPECT_THAT(candidates(page), ElementsAre(0, 1, 3));
  EXPECT_THAT(page[0].repeats, ElementsAre(2));
  EXPECT_THAT(page[1].repeats, IsEmpty());
  EXPECT_THAT(page[2].repeats, ElementsAre(4));
}

// What an article's limit leaves out stands for nothing: its copy is a hit.
TEST(Page, NothingIsFoldedIntoWhatIsNotListed) {
  const std::vector<std::string> sayings{"", "x", "x"};
  EXPECT_THAT(candidates(page_of({"a", "a", "b"}, 1, 0, 10, by_saying(sayings))),
              ElementsAre(0, 2));
}

TEST(Page, AFoldedPassageDoesNotCountForItsArticle) {
  const std::vector<std::string> sayings{"x", "x", "", ""};
  EXPECT_THAT(candidates(page_of({"a", "a", "a", "a"}, 2, 0, 10, by_saying(sayings))),
              ElementsAre(0, 2));
}

// Without a limit every candidate is a hit or folded into one, once, on whatever pages.
TEST(Page, FoldingLosesNothingAndRepeatsNothing) {
  std::mt19937 random(9);
  for (int round = 0; round < 300; ++round) {
    const std::vector<std::string> groups = random_groups(random);
    std::vector<std::string> sayings;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const std::size_t one = random() % 40;
      sayings.push_back(one < 20 ? "" : std::to_string(one));
    }
    const std::size_t size = 1 + random() % 50;
    std::vector<std::size_t> seen;
    std::set<std::string> said;
    for (std::size_t offset = 0; offset < groups.size() + size; offset += size) {
      for (const Placed& placed : page_of(groups, 0, offset, size, by_saying(sayings))) {
        seen.push_back(placed.candidate);
        for (const std::size_t repeat : placed.repeats) {
          ASSERT_LT(repeat, kFoldedCandidates);
          ASSERT_GT(repeat, placed.candidate);
          ASSERT_EQ(sayings[repeat], sayings[placed.candidate]);
          seen.push_back(repeat);
        }
        const std::string& saying = sayings[placed.candidate];
        if (placed.candidate < kFoldedCandidates && !saying.empty()) {
          ASSERT_TRUE(said.insert(saying).second);
        }
      }
    }
    std::ranges::sort(seen);
    ASSERT_EQ(seen.size(), groups.size());
    for (std::size_t i = 0; i < seen.size(); ++i) ASSERT_EQ(seen[i], i);
  }
}

}  // namespace
}  // namespace palpate
