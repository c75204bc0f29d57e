// Groups of actors that have more to do with each other than with the rest.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/link_graph.hpp"

namespace entente::graph {

struct Communities {
  std::vector<std::uint32_t> of_node;  ///< 0 is the largest; of equal ones that of the first node
  std::size_t count = 0;
  double modularity = 0;  ///< Newman and Girvan 2004, of Link::weight; -0.5 to 1
};

/// Modularity by the Leiden algorithm (Traag, Waltman and van Eck 2019), which keeps
/// every community connected. Where it draws lots, this one takes the best and then the
/// first, so that the same graph gives the same communities. `resolution` above 1 gives
/// smaller ones. Nodes without a link are communities of one.
Communities find_communities(const LinkGraph& graph, double resolution = 1.0);

/// Connected components, as graph::components numbers them, in the same form.
Communities of_components(const LinkGraph& graph, std::vector<std::uint32_t> components);

}  // namespace entente::graph
