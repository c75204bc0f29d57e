#include "graph/communities.hpp"

#include <algorithm>
#include <deque>
#include <numeric>
#include <utility>

namespace entente::graph {
namespace {

using Label = std::uint32_t;
using Labels = std::vector<Label>;

/// The graph at one level of the search: a node stands for one node or many.
struct Level {
  struct Arc {
    NodeIndex node = 0;
    double weight = 0;
  };
  std::vector<std::vector<Arc>> arcs;  ///< without loops
  std::vector<double> strength;        ///< of links to all nodes, twice those within itself
  double total = 0;                    ///< sum of strength

  [[nodiscard]] std::size_t size() const { return arcs.size(); }
};

Level level_of(const LinkGraph& graph) {
  Level level{std::vector<std::vector<Level::Arc>>(graph.nodes()),
              std::vector<double>(graph.nodes()), 0};
  for (NodeIndex node = 0; node < graph.nodes(); ++node) {
    for (const auto& [other, link] : graph.neighbours(node)) {
      const double weight = graph.links()[link].weight;
      level.arcs[node].push_back({other, weight});
      level.strength[node] += weight;
    }
    level.total += level.strength[node];
  }
  return level;
}

/// Numbers from 0 in order of first appearance; gives how many.
std::size_t renumber(Labels& labels) {
  std::vector<Label> names(labels.size(), static_cast<Label>(labels.size()));
  Label next = 0;
  for (auto& label : labels) {
    if (names[label] == labels.size()) names[label] = next++;
    label = names[label];
  }
  return next;
}

/// Weights from one node to the communities around it; cleared in time of its degree.
class Weights {
 public:
  explicit Weights(std::size_t count) : weight_(count), known_(count) {}
  void add(Label label, double weight) {
    if (!known_[label]) labels_.push_back(label);
    known_[label] = true;
    weight_[label] += weight;
  }
  [[nodiscard]] double of(Label label) const { return weight_[label]; }
  /// Ascending, so that the first of equals is the same in every run.
  const Labels& labels() {
    std::sort(labels_.begin(), labels_.end());
    return labels_;
  }
  void clear() {
    for (const auto label : labels_) {
      weight_[label] = 0;
      known_[label] = false;
    }
    labels_.clear();
  }

 private:
  std::vector<double> weight_;
  std::vector<bool> known_;
  Labels labels_;
};

constexpr double least_gain = 1e-9;

/// Moves nodes to the neighbouring community that gains most, until none gains.
class Mover {
 public:
  Mover(const Level& level, double resolution, Labels& labels)
      : level_(level),
        resolution_(resolution),
        labels_(labels),
        sums_(level.size()),
        weights_(level.size()) {
    for (NodeIndex node = 0; node < level.size(); ++node)
      sums_[labels[node]] += level.strength[node];
  }

  void run() {
    std::deque<NodeIndex> queue(level_.size());
    std::iota(queue.begin(), queue.end(), NodeIndex{0});
    std::vector<bool> waiting(level_.size(), true);
    while (!queue.empty()) {
      const NodeIndex node = queue.front();
      queue.pop_front();
      waiting[node] = false;
      if (!move(node)) continue;
      for (const auto& arc : level_.arcs[node]) {
        if (waiting[arc.node] || labels_[arc.node] == labels_[node]) continue;
        waiting[arc.node] = true;
        queue.push_back(arc.node);
      }
    }
  }

 private:
  bool move(NodeIndex node) {
    const Label own = labels_[node];
    sums_[own] -= level_.strength[node];
    weights_.clear();
    for (const auto& arc : level_.arcs[node]) weights_.add(labels_[arc.node], arc.weight);
    const auto gain = [&](Label label) {
      return weights_.of(label) - resolution_ * level_.strength[node] * sums_[label] / level_.total;
    };
    Label best = own;
    double most = gain(own);
    for (const auto label : weights_.labels()) {
      if (gain(label) > most + least_gain) {
        best = label;
        most = gain(label);
      }
    }
    sums_[best] += level_.strength[node];
    labels_[node] = best;
    return best != own;
  }

  const Level& level_;
  double resolution_;
  Labels& labels_;
  std::vector<double> sums_;  ///< strength of each community
  Weights weights_;
};

/// Leiden's second step: within each community nodes that stand alone join a part that
/// they are well connected with, so that what is merged for good is connected.
class Refiner {
 public:
  Refiner(const Level& level, double resolution, const Labels& communities)
      : level_(level),
        resolution_(resolution),
        communities_(communities),
        parts_(level.size()),
        sums_(level.strength),
        outward_(level.size()),
        alone_(level.size(), true),
        weights_(level.size()),
        community_sums_(level.size()) {
    std::iota(parts_.begin(), parts_.end(), Label{0});
    for (NodeIndex node = 0; node < level.size(); ++node) {
      community_sums_[communities[node]] += level.strength[node];
      for (const auto& arc : level.arcs[node]) {
        if (communities[arc.node] == communities[node]) outward_[node] += arc.weight;
      }
    }
  }

  Labels run() {
    for (NodeIndex node = 0; node < level_.size(); ++node) {
      if (alone_[node] && is_well_connected(parts_[node])) join(node);
    }
    return std::move(parts_);
  }

 private:
  /// Of a part with the rest of its community.
  [[nodiscard]] bool is_well_connected(Label part) const {
    const double rest = community_sums_[communities_[part]] - sums_[part];
    return outward_[part] >= resolution_ * sums_[part] * rest / level_.total;
  }

  void join(NodeIndex node) {
    weights_.clear();
    for (const auto& arc : level_.arcs[node]) {
      if (communities_[arc.node] == communities_[node]) weights_.add(parts_[arc.node], arc.weight);
    }
    Label best = parts_[node];
    double most = 0;
    for (const auto part : weights_.labels()) {
      if (part == parts_[node] || !is_well_connected(part)) continue;
      const double gain =
          weights_.of(part) - resolution_ * level_.strength[node] * sums_[part] / level_.total;
      if (gain > most + least_gain) {
        best = part;
        most = gain;
      }
    }
    if (best == parts_[node]) return;
    // Links between the two no longer lead outward.
    outward_[best] += outward_[node] - 2 * weights_.of(best);
    sums_[best] += level_.strength[node];
    alone_[best] = alone_[node] = false;
    parts_[node] = best;
  }

  const Level& level_;
  double resolution_;
  const Labels& communities_;
  Labels parts_;                 ///< a part is named after its first node
  std::vector<double> sums_;     ///< strength of each part
  std::vector<double> outward_;  ///< weight from each part to the rest of its community
  std::vector<bool> alone_;
  Weights weights_;
  std::vector<double> community_sums_;
};

/// Each part becomes a node.
Level gathered(const Level& level, const Labels& parts, std::size_t count) {
  Level next{std::vector<std::vector<Level::Arc>>(count), std::vector<double>(count), level.total};
  std::vector<std::vector<NodeIndex>> members(count);
  for (NodeIndex node = 0; node < level.size(); ++node) members[parts[node]].push_back(node);
  Weights weights(count);
  for (Label part = 0; part < count; ++part) {
    weights.clear();
    for (const NodeIndex node : members[part]) {
      next.strength[part] += level.strength[node];
      for (const auto& arc : level.arcs[node]) {
        if (parts[arc.node] != part) weights.add(parts[arc.node], arc.weight);
      }
    }
    for (const auto other : weights.labels()) next.arcs[part].push_back({other, weights.of(other)});
  }
  return next;
}

double modularity_of(const Level& level, const Labels& labels, double resolution) {
  if (level.total == 0) return 0;
  std::vector<double> sums(level.size());
  double within = 0;
  for (NodeIndex node = 0; node < level.size(); ++node) {
    sums[labels[node]] += level.strength[node];
    for (const auto& arc : level.arcs[node]) {
      if (labels[arc.node] == labels[node]) within += arc.weight;
    }
  }
  double expected = 0;
  for (const double sum : sums) expected += sum * sum / level.total;
  return (within - resolution * expected) / level.total;
}

/// The largest first.
void order_by_size(Labels& labels, std::size_t count) {
  std::vector<std::size_t> sizes(count);
  for (const auto label : labels) ++sizes[label];
  Labels order(count);
  std::iota(order.begin(), order.end(), Label{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](Label one, Label other) { return sizes[one] > sizes[other]; });
  Labels rank(count);
  for (Label i = 0; i < count; ++i) rank[order[i]] = i;
  for (auto& label : labels) label = rank[label];
}

}  // namespace

Communities find_communities(const LinkGraph& graph, double resolution) {
  const Level first = level_of(graph);
  Labels of_node(graph.nodes());  // the node of the level that stands for each
  std::iota(of_node.begin(), of_node.end(), Label{0});
  Level level = first;
  Labels communities = of_node;  // of the level's nodes
  while (first.total > 0) {
    Mover(level, resolution, communities).run();
    auto names = communities;
    if (renumber(names) == level.size()) break;
    auto parts = Refiner(level, resolution, communities).run();
    const auto count = renumber(parts);
    // Where refining holds all nodes apart, the communities themselves go up.
    if (count == level.size()) parts = names;
    const auto nodes = count == level.size() ? renumber(parts) : count;
    Labels above(nodes);
    for (NodeIndex node = 0; node < level.size(); ++node) above[parts[node]] = names[node];
    for (auto& node : of_node) node = parts[node];
    level = gathered(level, parts, nodes);
    communities = std::move(above);
  }
  Communities found;
  found.of_node.resize(graph.nodes());
  for (NodeIndex node = 0; node < graph.nodes(); ++node) {
    found.of_node[node] = communities[of_node[node]];
  }
  found.count = renumber(found.of_node);
  found.modularity = modularity_of(first, found.of_node, resolution);
  order_by_size(found.of_node, found.count);
  return found;
}

Communities of_components(const LinkGraph& graph, std::vector<std::uint32_t> components) {
  Communities found;
  found.modularity = modularity_of(level_of(graph), components, 1.0);
  for (const auto number : components) found.count = std::max<std::size_t>(found.count, number + 1);
  found.of_node = std::move(components);
  return found;
}

}  // namespace entente::graph
