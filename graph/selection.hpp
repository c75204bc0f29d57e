// Which part of a graph a view, an export or a question is about.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "graph/actor.hpp"
#include "graph/relation.hpp"
#include "util/date.hpp"

namespace entente::graph {

/// What is empty does not select; the rest must all hold. Actors are named as a user
/// would: by id, name, or a name the articles use. store::select carries it out.
struct Selection {
  // Single relations.
  std::vector<RelationClass> classes;
  std::vector<Quad> quads;
  std::vector<Polarity> polarities;
  std::vector<Modality> modalities;
  bool facts = false;  ///< is_fact, as far as polarities and modalities do not say otherwise
  std::vector<ActorKind> kinds;        ///< both actors are of one of them
  std::vector<std::string> countries;  ///< an actor belongs to one: ISO alpha-3 or a country's name
  std::vector<std::string> documents;  ///< by name
  std::optional<util::Date> since;     ///< of the event, else of the article that tells it
  std::optional<util::Date> until;     ///< inclusive, to its own precision
  double min_confidence = 0.0;
  std::string where;  ///< an SQL condition on the columns of the view `triples`

  // Then where in the graph.
  std::vector<std::string> around;  ///< these, who is within `hops`, and what is among them
  std::size_t hops = 1;
  std::optional<std::array<std::string, 2>> between;  ///< what is directly between the two
  std::optional<std::array<std::string, 2>> path;     ///< all shortest chains from one to the other

  // Then by strength of the merged edge: same subject, class, object, polarity and modality.
  std::size_t min_weight = 0;  ///< at least so many relations
  std::size_t top = 0;         ///< the strongest edges; 0: all

  bool operator==(const Selection&) const = default;
};

}  // namespace entente::graph
