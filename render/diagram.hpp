// What a picture shows: the strongest part of the graph, gathered and worded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace entente::render {

/// Which actors are drawn together, in a frame.
enum class Grouping {
  none,
  country,    ///< those of one country
  community,  ///< those who have most to do with each other: graph::find_communities
};

struct DiagramOptions {
  std::string title;
  std::size_t max_links = 60;       ///< the strongest are drawn
  bool positions_as_nodes = false;  ///< else an office is written under its holder's name
  bool statements = false;          ///< also relations without force: STATEMENT
  Grouping grouping = Grouping::none;
};

struct DiagramNode {
  std::string id;  ///< Actor::id
  std::string name;
  graph::ActorKind kind = graph::ActorKind::organisation;
  std::vector<std::string> offices;  ///< at most two
  std::string country;               ///< Actor::country
};

/// At least two of Diagram::nodes.
struct DiagramGroup {
  std::string name;
  std::vector<std::size_t> nodes;
};

/// All relations of one pair, one direction and one sort of cooperation or conflict.
struct DiagramLink {
  std::size_t from = 0;  ///< into Diagram::nodes
  std::size_t to = 0;
  graph::Quad quad = graph::Quad::none;
  std::vector<std::string> words;  ///< "sanction", "meet (2)", "not attack", "visit (planned)"
  double weight = 0;               ///< evidences times confidence
  bool symmetric = false;          ///< no arrow head
  bool fact = false;               ///< at least one of them is told as done
  bool negated = false;            ///< all of them are told as not done

  std::vector<std::int64_t> relations;  ///< the strongest, at most three: Edge::relation
  std::vector<std::string> evidence;    ///< what they rest on, in words; whoever can fills it in
  std::string url;                      ///< of the first; empty if there is none
};

struct Diagram {
  std::string title;
  std::vector<DiagramNode> nodes;
  std::vector<DiagramLink> links;  ///< the strongest first
  std::vector<DiagramGroup> groups;
  bool legend = true;           ///< what colours and dashes mean
  std::size_t left_out = 0;     ///< links too weak to be drawn
  std::size_t relations = 0;    ///< in the links that are drawn
  graph::PackedDate first = 0;  ///< of their dates; 0 if none has one
  graph::PackedDate last = 0;
};

/// The same graph and options give the same diagram.
Diagram make_diagram(const graph::KnowledgeGraph& graph, const DiagramOptions& options);

}  // namespace entente::render
