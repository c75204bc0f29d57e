#include "graph/paths.hpp"

#include <algorithm>
#include <queue>
#include <tuple>
#include <utility>

namespace entente::graph {
namespace {

constexpr auto unreached = std::numeric_limits<std::uint32_t>::max();

double cost_of(const Link& link) {
  constexpr double least = 1e-6;
  return 1 / std::max(least, link.weight);
}

/// Links and cost: of two the one with fewer links, then the cheaper is less.
struct Distance {
  std::uint32_t hops = unreached;
  double cost = 0;
  auto operator<=>(const Distance&) const = default;
};

/// From every node to the target; nodes further than `most` links stay unreached.
std::vector<Distance> distances_to(const LinkGraph& graph, NodeIndex target, std::size_t most) {
  std::vector<Distance> found(graph.nodes());
  std::vector<NodeIndex> layer{target};
  found[target] = {0, 0};
  for (std::uint32_t hops = 1; hops <= most && !layer.empty(); ++hops) {
    std::vector<NodeIndex> next;
    for (const NodeIndex node : layer) {
      for (const auto& [other, link] : graph.neighbours(node)) {
        const Distance reached{hops, found[node].cost + cost_of(graph.links()[link])};
        if (found[other].hops == unreached) next.push_back(other);
        found[other] = std::min(found[other], reached);
      }
    }
    layer = std::move(next);
  }
  return found;
}

/// A path that has not arrived yet, as a step after another.
struct Step {
  NodeIndex node = 0;
  LinkIndex link = 0;
  std::size_t before = 0;  ///< into the list of steps; the start is its own
  Distance walked;
};

class Search {
 public:
  Search(const LinkGraph& graph, NodeIndex from, NodeIndex to, const PathOptions& options)
      : graph_(graph),
        to_(to),
        options_(options),
        rest_(distances_to(graph, to, options.max_length)) {
    if (rest_[from].hops != unreached) push({from, 0, 0, {0, 0}});
  }

  std::vector<Path> run() {
    std::vector<Path> found;
    while (!open_.empty() && found.size() < options_.count) {
      const std::size_t index = open_.top().step;
      open_.pop();
      if (steps_[index].node == to_) {
        found.push_back(path_to(index));
      } else {
        extend(index);
      }
    }
    return found;
  }

 private:
  struct Candidate {
    Distance estimate;
    std::vector<NodeIndex> nodes;  ///< from the start on, to order equals
    std::size_t step = 0;
    bool operator>(const Candidate& other) const {
      return std::tie(estimate, nodes) > std::tie(other.estimate, other.nodes);
    }
  };

  void push(const Step& step) {
    const Distance& rest = rest_[step.node];
    Candidate candidate{
        {step.walked.hops + rest.hops, step.walked.cost + rest.cost}, {}, steps_.size()};
    if (!steps_.empty()) candidate.nodes = nodes_to(step.before);
    candidate.nodes.push_back(step.node);
    steps_.push_back(step);
    open_.push(std::move(candidate));
  }

  void extend(std::size_t index) {
    const Step step = steps_[index];
    const auto visited = nodes_to(index);
    for (const auto& [other, link] : graph_.neighbours(step.node)) {
      if (rest_[other].hops == unreached ||
          step.walked.hops + 1 + rest_[other].hops > options_.max_length ||
          std::find(visited.begin(), visited.end(), other) != visited.end()) {
        continue;
      }
      push({other,
            link,
            index,
            {step.walked.hops + 1, step.walked.cost + cost_of(graph_.links()[link])}});
    }
  }

  [[nodiscard]] std::vector<NodeIndex> nodes_to(std::size_t index) const {
    std::vector<NodeIndex> nodes{steps_[index].node};
    for (; index != 0; nodes.push_back(steps_[index].node)) index = steps_[index].before;
    std::reverse(nodes.begin(), nodes.end());
    return nodes;
  }

  [[nodiscard]] Path path_to(std::size_t index) const {
    Path path;
    path.cost = steps_[index].walked.cost;
    for (; index != 0; index = steps_[index].before) path.links.push_back(steps_[index].link);
    std::reverse(path.links.begin(), path.links.end());
    return path;
  }

  const LinkGraph& graph_;
  NodeIndex to_;
  PathOptions options_;
  std::vector<Distance> rest_;
  std::vector<Step> steps_;
  std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> open_;
};

}  // namespace

std::vector<Path> best_paths(const LinkGraph& graph, NodeIndex from, NodeIndex to,
                             const PathOptions& options) {
  return Search(graph, from, to, options).run();
}

std::vector<NodeIndex> ego_network(const LinkGraph& graph, NodeIndex centre, std::size_t hops) {
  std::vector<bool> seen(graph.nodes());
  std::vector<NodeIndex> found{centre};
  seen[centre] = true;
  std::size_t begin = 0;
  for (std::size_t hop = 0; hop < hops && begin < found.size(); ++hop) {
    const std::size_t end = found.size();
    for (; begin < end; ++begin) {
      for (const auto& [other, link] : graph.neighbours(found[begin])) {
        if (seen[other]) continue;
        seen[other] = true;
        found.push_back(other);
      }
    }
  }
  return found;
}

}  // namespace entente::graph
