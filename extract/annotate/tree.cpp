#include "extract/annotate/tree.hpp"

#include <algorithm>
#include <limits>

namespace entente::annotate {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
constexpr double forbidden = -1e30;

/// Dense maximum spanning arborescence of a graph that shrinks as cycles are
/// contracted into one of their nodes. The last node is the root.
class Arborescence {
 public:
  Arborescence(std::span<const float> scores, std::uint32_t n)
      : count_(n + 1),
        weight_(std::size_t{count_} * count_, forbidden),
        from_(weight_.size()),
        to_(weight_.size()),
        alive_(count_, true),
        heads_(count_, none) {
    double least = 0;
    double most = 0;
    for (const float score : scores) {
      least = std::min(least, static_cast<double>(score));
      most = std::max(most, static_cast<double>(score));
    }
    // Every root arc costs more than a whole tree can gain, so only one is used.
    const double root_cost = (most - least + 1.0) * (n + 1.0);
    for (std::uint32_t i = 0; i < n; ++i) {
      for (std::uint32_t j = 0; j <= n; ++j) {
        if (i == j) continue;
        const double score = static_cast<double>(scores[std::size_t{i} * count_ + j]);
        at(i, j) = j == n ? score - root_cost : score;
        from_[index(i, j)] = j;
        to_[index(i, j)] = i;
      }
    }
  }

  std::vector<std::uint32_t> solve() {
    contract_all();
    expand_all();
    heads_.pop_back();
    return std::move(heads_);
  }

 private:
  struct Contraction {
    std::uint32_t node;  ///< the member that stands for the cycle
    std::vector<std::uint32_t> members;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;  ///< the cycle's (word, head)
    std::vector<std::vector<std::uint32_t>> inside;             ///< words of each member
  };

  std::size_t index(std::uint32_t i, std::uint32_t j) const { return std::size_t{i} * count_ + j; }
  double& at(std::uint32_t i, std::uint32_t j) { return weight_[index(i, j)]; }

  std::uint32_t best_head(std::uint32_t i) {
    std::uint32_t best = none;
    for (std::uint32_t j = 0; j < count_; ++j) {
      if (j != i && alive_[j] && (best == none || at(i, j) > at(i, best))) best = j;
    }
    return best;
  }

  /// A cycle among the best heads, or empty.
  std::vector<std::uint32_t> find_cycle(const std::vector<std::uint32_t>& best) const {
    std::vector<std::uint32_t> mark(count_, none);
    for (std::uint32_t start = 0; start + 1 < count_; ++start) {
      if (!alive_[start]) continue;
      std::uint32_t node = start;
      while (node + 1 < count_ && mark[node] == none) {
        mark[node] = start;
        node = best[node];
      }
      if (node + 1 == count_ || mark[node] != start) continue;
      std::vector<std::uint32_t> cycle{node};
      for (std::uint32_t next = best[node]; next != node; next = best[next]) cycle.push_back(next);
      return cycle;
    }
    return {};
  }

  void contract_all() {
    groups_.resize(count_);
    for (std::uint32_t i = 0; i < count_; ++i) groups_[i] = {i};
    best_.assign(count_, none);
    for (std::uint32_t i = 0; i + 1 < count_; ++i) best_[i] = best_head(i);
    for (auto cycle = find_cycle(best_); !cycle.empty(); cycle = find_cycle(best_)) {
      contract(cycle);
    }
  }

  void contract(std::vector<std::uint32_t> cycle) {
    std::sort(cycle.begin(), cycle.end());
    const std::uint32_t node = cycle.front();
    Contraction record{node, cycle, {}, {}};
    for (const std::uint32_t member : cycle) {
      record.arcs.emplace_back(to_[index(member, best_[member])],
                               from_[index(member, best_[member])]);
      record.inside.push_back(groups_[member]);
    }
    std::vector<double> kept(count_, 0);
    for (const std::uint32_t member : cycle) kept[member] = at(member, best_[member]);
    for (const std::uint32_t member : cycle) alive_[member] = false;
    for (std::uint32_t j = 0; j < count_; ++j) {
      if (!alive_[j]) continue;
      std::uint32_t into = none;
      std::uint32_t out = none;
      for (const std::uint32_t member : cycle) {
        if (into == none || at(member, j) - kept[member] > at(into, j) - kept[into]) into = member;
        if (out == none || at(j, member) > at(j, out)) out = member;
      }
      const double in_weight = at(into, j) - kept[into];
      from_[index(node, j)] = from_[index(into, j)];
      to_[index(node, j)] = to_[index(into, j)];
      at(node, j) = in_weight;
      from_[index(j, node)] = from_[index(j, out)];
      to_[index(j, node)] = to_[index(j, out)];
      at(j, node) = at(j, out);
    }
    alive_[node] = true;
    for (std::size_t m = 1; m < cycle.size(); ++m) {
      auto& group = groups_[cycle[m]];
      groups_[node].insert(groups_[node].end(), group.begin(), group.end());
    }
    contractions_.push_back(std::move(record));
    refresh(cycle, node);
  }

  /// Best heads after a contraction: new for the cycle and for who hung on it.
  void refresh(const std::vector<std::uint32_t>& cycle, std::uint32_t node) {
    best_[node] = best_head(node);
    for (std::uint32_t i = 0; i + 1 < count_; ++i) {
      if (i == node || !alive_[i]) continue;
      if (std::binary_search(cycle.begin(), cycle.end(), best_[i])) best_[i] = best_head(i);
    }
  }

  void expand_all() {
    for (std::uint32_t i = 0; i + 1 < count_; ++i) {
      if (alive_[i]) heads_[to_[index(i, best_[i])]] = from_[index(i, best_[i])];
    }
    for (auto record = contractions_.rbegin(); record != contractions_.rend(); ++record) {
      for (std::size_t m = 0; m < record->members.size(); ++m) {
        const auto& words = record->inside[m];
        const bool entered = std::any_of(words.begin(), words.end(),
                                         [&](std::uint32_t word) { return heads_[word] != none; });
        if (!entered) heads_[record->arcs[m].first] = record->arcs[m].second;
      }
    }
  }

  std::uint32_t count_;
  std::vector<double> weight_;
  std::vector<std::uint32_t> from_, to_;  ///< the words behind an arc between nodes
  std::vector<bool> alive_;
  std::vector<std::uint32_t> heads_, best_;
  std::vector<std::vector<std::uint32_t>> groups_;
  std::vector<Contraction> contractions_;
};

}  // namespace

bool is_tree(std::span<const std::uint32_t> heads) {
  const auto n = static_cast<std::uint32_t>(heads.size());
  if (std::count(heads.begin(), heads.end(), n) != 1) return false;
  std::vector<std::uint32_t> mark(n, none);
  for (std::uint32_t start = 0; start < n; ++start) {
    std::uint32_t node = start;
    while (node < n && mark[node] == none) {
      mark[node] = start;
      node = heads[node];
    }
    if (node > n || (node < n && mark[node] == start)) return false;
  }
  return true;
}

std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::uint32_t n) {
  std::vector<std::uint32_t> heads(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    const auto row = scores.subspan(std::size_t{i} * (n + 1), n + 1);
    std::uint32_t best = n;
    for (std::uint32_t j = 0; j < n; ++j) {
      if (j != i && row[j] > row[best]) best = j;
    }
    heads[i] = best;
  }
  return is_tree(heads) ? heads : Arborescence(scores, n).solve();
}

}  // namespace entente::annotate
