#include "render/diagram.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "render/diagram_groups.hpp"

namespace entente::render {
namespace {

using graph::Edge;
using graph::KnowledgeGraph;
using graph::NodeIndex;
using graph::RelationClass;

constexpr std::size_t max_words = 3;  // lines on a link
constexpr std::size_t max_offices = 2;
constexpr std::size_t max_relations = 3;  // of a link, whose sentences are told

/// Of equal weight, an event says more than a standing relation, a deed more than words.
double interest_of(RelationClass type) {
  if (type == RelationClass::statement) return 0.2;
  return graph::is_event(type) ? 1.0 : 0.5;
}

std::string words_of(const KnowledgeGraph& graph, const Edge& edge) {
  std::string_view label = graph.label(edge.label);
  if (label.substr(0, 3) == "be " && label.size() > 3) label.remove_prefix(3);  // "member of"
  std::string words(label);
  if (edge.polarity == graph::Polarity::negated) words.insert(0, "not ");
  switch (edge.modality) {
    case graph::Modality::actual:
      break;
    case graph::Modality::planned_future:
      words += " (planned)";
      break;
    case graph::Modality::hypothetical:
      words += " (possible)";
      break;
    case graph::Modality::demanded:
      words += " (demanded)";
      break;
  }
  return words;
}

/// Relations that become one link.
struct Bundle {
  std::map<std::string, std::pair<double, std::size_t>> words;  ///< weight, number
  double weight = 0;
  bool fact = false;
  bool negated = true;
  std::vector<std::pair<double, graph::EdgeIndex>> edges;  ///< minus weight, index
};

/// Subject, object, sort, and whether it has no direction.
using BundleKey = std::tuple<NodeIndex, NodeIndex, graph::Quad, bool>;
using Bundles = std::map<BundleKey, Bundle>;
using Offices = std::map<NodeIndex, std::set<std::string>>;

void gather(const KnowledgeGraph& graph, graph::EdgeIndex index, Bundles& bundles) {
  const Edge& edge = graph.edges()[index];
  const auto quad = graph::quad_of(edge.type);
  BundleKey key{edge.subject, edge.object, quad, edge.symmetric};
  const BundleKey mirrored{edge.object, edge.subject, quad, true};
  if (edge.symmetric && bundles.count(mirrored) != 0) key = mirrored;
  auto& bundle = bundles[key];
  const double weight = edge.evidences * static_cast<double>(edge.confidence);
  auto& [words_weight, count] = bundle.words[words_of(graph, edge)];
  words_weight += weight;
  ++count;
  bundle.weight += weight * interest_of(edge.type);
  bundle.edges.emplace_back(-weight, index);
  bundle.negated = bundle.negated && edge.polarity == graph::Polarity::negated;
  bundle.fact = bundle.fact || (edge.modality == graph::Modality::actual &&
                                edge.polarity == graph::Polarity::affirmed);
}

Bundles bundles_of(const KnowledgeGraph& graph, const DiagramOptions& options, Offices& offices) {
  Bundles bundles;
  for (graph::EdgeIndex index = 0; index < graph.edges().size(); ++index) {
    const Edge& edge = graph.edges()[index];
    if (edge.subject == edge.object) continue;
    if (edge.type == RelationClass::statement && !options.statements) continue;
    if (edge.type == RelationClass::holds_position && !options.positions_as_nodes) {
      if (edge.polarity == graph::Polarity::affirmed) {
        offices[edge.subject].insert(graph.actors()[edge.object].name);
      }
      continue;
    }
    gather(graph, index, bundles);
  }
  return bundles;
}

std::vector<std::string> strongest_words(const Bundle& bundle) {
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& [words, score] : bundle.words) {
    const auto [weight, count] = score;
    ranked.emplace_back(-weight, count > 1 ? words + " \u00d7" + std::to_string(count) : words);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> lines;
  for (const auto& [weight, words] : ranked) {
    if (lines.size() == max_words && ranked.size() > max_words) {
      lines.push_back("+" + std::to_string(ranked.size() - max_words) + " more");
      break;
    }
    lines.push_back(words);
  }
  return lines;
}

struct RankedBundle {
  const BundleKey* key = nullptr;
  const Bundle* bundle = nullptr;
  double rank = 0;
};

/// The strongest first. Of two alike, that of actors who do more comes first: so what is
/// drawn hangs together, instead of being pairs that nothing joins.
std::vector<RankedBundle> ranked(const KnowledgeGraph& graph, const Bundles& bundles) {
  std::vector<double> activity(graph.actors().size());
  for (const auto& [key, bundle] : bundles) {
    activity[std::get<0>(key)] += bundle.weight;
    activity[std::get<1>(key)] += bundle.weight;
  }
  std::vector<RankedBundle> order;
  for (const auto& [key, bundle] : bundles) {
    const double both = activity[std::get<0>(key)] * activity[std::get<1>(key)];
    order.push_back({&key, &bundle, bundle.weight * std::cbrt(both)});
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& one, const auto& other) { return one.rank > other.rank; });
  return order;
}

class NodeTable {
 public:
  NodeTable(const KnowledgeGraph& graph, const Offices& offices, Diagram& diagram)
      : graph_(graph), offices_(offices), diagram_(diagram) {}

  std::size_t at(NodeIndex node) {
    const auto [known, fresh] = numbers_.try_emplace(node, diagram_.nodes.size());
    if (fresh) diagram_.nodes.push_back(made(node));
    return known->second;
  }

 private:
  DiagramNode made(NodeIndex node) const {
    const auto& actor = graph_.actors()[node];
    DiagramNode drawn{actor.id, actor.name, actor.kind, {}, actor.country};
    const auto held = offices_.find(node);
    if (held == offices_.end()) return drawn;
    for (const auto& office : held->second) {
      if (drawn.offices.size() < max_offices) drawn.offices.push_back(office);
    }
    return drawn;
  }

  const KnowledgeGraph& graph_;
  const Offices& offices_;
  Diagram& diagram_;
  std::map<NodeIndex, std::size_t> numbers_;
};

void describe(const KnowledgeGraph& graph, const Bundle& bundle, DiagramLink& link,
              Diagram& diagram) {
  auto edges = bundle.edges;
  std::sort(edges.begin(), edges.end());
  for (const auto& [rank, index] : edges) {
    const Edge& edge = graph.edges()[index];
    if (link.relations.size() < max_relations) link.relations.push_back(edge.relation);
    if (edge.date == 0) continue;
    if (diagram.first == 0 || edge.date < diagram.first) diagram.first = edge.date;
    diagram.last = std::max(diagram.last, edge.date);
  }
  diagram.relations += edges.size();
}

}  // namespace

Diagram make_diagram(const KnowledgeGraph& graph, const DiagramOptions& options) {
  Offices offices;
  const Bundles bundles = bundles_of(graph, options, offices);
  auto order = ranked(graph, bundles);
  Diagram diagram;
  diagram.title = options.title;
  if (order.size() > options.max_links) {
    diagram.left_out = order.size() - options.max_links;
    order.resize(options.max_links);
  }
  NodeTable nodes(graph, offices, diagram);
  for (const auto& [key, bundle, rank] : order) {
    DiagramLink link;
    link.from = nodes.at(std::get<0>(*key));
    link.to = nodes.at(std::get<1>(*key));
    link.quad = std::get<2>(*key);
    link.words = strongest_words(*bundle);
    link.weight = bundle->weight;
    link.symmetric = std::get<3>(*key);
    link.fact = bundle->fact;
    link.negated = bundle->negated;
    describe(graph, *bundle, link, diagram);
    diagram.links.push_back(std::move(link));
  }
  add_groups(graph, options.grouping, diagram);
  return diagram;
}

}  // namespace entente::render
