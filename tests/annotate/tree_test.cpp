#include "extract/annotate/tree.hpp"

#include <random>
#include <vector>

#include "tests/catch.hpp"

namespace {

using entente::annotate::best_tree;
using entente::annotate::is_tree;

std::vector<float> random_scores(std::uint32_t n, std::mt19937& random) {
  std::uniform_int_distribution<int> score(-20, 20);
  std::vector<float> scores(std::size_t{n} * (n + 1));
  for (float& value : scores) value = static_cast<float>(score(random));
  return scores;
}

float total(const std::vector<float>& scores, const std::vector<std::uint32_t>& heads) {
  float sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += scores[i * (heads.size() + 1) + heads[i]];
  return sum;
}

/// The best total of all trees, by trying every assignment of heads.
float best_total(const std::vector<float>& scores, std::uint32_t n) {
  float best = -1e9F;
  std::vector<std::uint32_t> heads(n, 0);
  while (true) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::uint32_t digit = 0;
    while (digit < n && ++heads[digit] > n) heads[digit++] = 0;
    if (digit == n) return best;
  }
}

}  // namespace

TEST_CASE("the tree found is the best one", "[annotate]") {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    const auto n = static_cast<std::uint32_t>(1 + random() % 5);
    const auto scores = random_scores(n, random);
    const auto heads = best_tree(scores, n);
    REQUIRE(is_tree(heads));
    CHECK(total(scores, heads) == best_total(scores, n));
  }
}

TEST_CASE("any scores give a tree with one root", "[annotate]") {
  std::mt19937 random(12);
  for (int round = 0; round < 60; ++round) {
    const auto n = static_cast<std::uint32_t>(1 + random() % 120);
    CHECK(is_tree(best_tree(random_scores(n, random), n)));
  }
  CHECK(is_tree(best_tree(std::vector<float>(40 * 41, 0.0F), 40)));
}

TEST_CASE("cycles and second roots are no trees", "[annotate]") {
  const auto tree = [](std::vector<std::uint32_t> heads) { return is_tree(heads); };
  CHECK(tree({1, 2}));
  CHECK_FALSE(tree({1, 0}));
  CHECK_FALSE(tree({2, 2}));
  CHECK_FALSE(tree({0, 2}));
  CHECK_FALSE(tree({1, 3}));
}
