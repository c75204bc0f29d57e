#include "render/diagram_groups.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "graph/communities.hpp"

namespace entente::render {
namespace {

/// What stands in the place of a country: PLOVER's codes for international bodies.
bool is_country(std::string_view code) {
  constexpr std::array<std::string_view, 4> bodies{"IGO", "NGO", "MNC", "IMG"};
  return !code.empty() && std::find(bodies.begin(), bodies.end(), code) == bodies.end();
}

/// What the graph calls the country of that code; else the code.
std::string name_of_country(const graph::KnowledgeGraph& graph, const std::string& code) {
  for (const auto& actor : graph.actors()) {
    if (actor.kind == graph::ActorKind::country && actor.country == code) return actor.name;
  }
  return code;
}

void add_countries(const graph::KnowledgeGraph& graph, Diagram& diagram) {
  std::map<std::string, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
    const auto& code = diagram.nodes[i].country;
    if (is_country(code)) members[code].push_back(i);
  }
  for (auto& [code, nodes] : members) {
    if (nodes.size() < 2) continue;
    diagram.groups.push_back({name_of_country(graph, code), std::move(nodes)});
  }
}

graph::LinkGraph links_of(const Diagram& diagram) {
  std::map<std::pair<graph::NodeIndex, graph::NodeIndex>, double> weights;
  for (const auto& link : diagram.links) {
    const auto ends = std::minmax(link.from, link.to);
    weights[{static_cast<graph::NodeIndex>(ends.first),
             static_cast<graph::NodeIndex>(ends.second)}] += link.weight;
  }
  std::vector<graph::Link> links;
  for (const auto& [ends, weight] : weights) {
    links.push_back({ends.first, ends.second, 0, 1, weight});
  }
  return {diagram.nodes.size(), std::move(links)};
}

/// A community bears the name of whoever has most to do with the others.
void add_communities(Diagram& diagram) {
  const auto links = links_of(diagram);
  const auto found = graph::find_communities(links);
  std::vector<double> strength(diagram.nodes.size());
  for (const auto& link : links.links()) {
    if (found.of_node[link.first] != found.of_node[link.second]) continue;
    strength[link.first] += link.weight;
    strength[link.second] += link.weight;
  }
  std::vector<DiagramGroup> groups(found.count);
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
    groups[found.of_node[i]].nodes.push_back(i);
  }
  for (auto& group : groups) {
    if (group.nodes.size() < 2) continue;
    const auto first = std::max_element(
        group.nodes.begin(), group.nodes.end(),
        [&](std::size_t one, std::size_t other) { return strength[one] < strength[other]; });
    group.name = "around " + diagram.nodes[*first].name;
    diagram.groups.push_back(std::move(group));
  }
}

}  // namespace

void add_groups(const graph::KnowledgeGraph& graph, Grouping grouping, Diagram& diagram) {
  switch (grouping) {
    case Grouping::none:
      break;
    case Grouping::country:
      add_countries(graph, diagram);
      break;
    case Grouping::community:
      add_communities(diagram);
      break;
  }
}

}  // namespace entente::render
