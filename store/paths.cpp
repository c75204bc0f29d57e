#include "store/paths.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "store/partners.hpp"

namespace entente::store {
namespace {

using RowId = std::int64_t;

/// Grows from both ends, a layer at a time, and keeps every link it has seen. When the
/// layers scanned from the two ends are L together, it has seen every link of every path
/// of up to L links.
class Corridor {
 public:
  Corridor(const Connection& connection, const Selected& selected, RowId from, RowId to)
      : connection_(connection), partners_(connection, selected) {
    sides_[0].add(from);
    sides_[1].add(to);
  }

  /// Scans a layer more. False if one end has no further: then all that is connected
  /// with it has been seen.
  bool grow() {
    auto& side = sides_[sides_[1].border.size() < sides_[0].border.size() ? 1 : 0];
    if (side.border.empty()) return false;
    std::vector<RowId> next;
    for (const RowId actor : side.border) {
      if (!scanned_.insert(actor).second) {
        revisit(side, actor, next);
        continue;
      }
      auto& links = links_of_[actor];
      links = partners_.of(actor);
      for (const auto& partner : links) {
        if (side.known.insert(partner.actor).second) next.push_back(partner.actor);
      }
    }
    side.border = std::move(next);
    return true;
  }

  [[nodiscard]] bool meets() const {
    const auto& [one, other] = sides_;
    const auto& few = one.known.size() < other.known.size() ? one.known : other.known;
    const auto& many = &few == &one.known ? other.known : one.known;
    return std::any_of(few.begin(), few.end(), [&](RowId actor) { return many.count(actor) != 0; });
  }

  /// The best paths over what has been seen.
  std::vector<Chain> chains(RowId from, RowId to, const graph::PathOptions& options) const {
    const auto links = trimmed(from, to);
    const auto rows = rows_by_key(links);
    std::unordered_map<RowId, graph::NodeIndex> nodes;
    for (const RowId row : rows) nodes.emplace(row, static_cast<graph::NodeIndex>(nodes.size()));
    if (nodes.count(from) == 0 || nodes.count(to) == 0) return {};
    std::vector<graph::Link> all;
    for (const auto& [ends, partner] : links) {
      const auto [low, high] = std::minmax(nodes.at(ends.first), nodes.at(ends.second));
      all.push_back({low, high, 0, partner.relations, partner.weight});
    }
    std::sort(all.begin(), all.end(), [](const graph::Link& one, const graph::Link& other) {
      return std::pair(one.first, one.second) < std::pair(other.first, other.second);
    });
    const graph::LinkGraph graph(rows.size(), std::move(all));
    std::vector<Chain> found;
    for (const auto& path : graph::best_paths(graph, nodes.at(from), nodes.at(to), options)) {
      Chain chain{{from}, path.cost};
      for (const auto link : path.links) {
        const auto& [one, other] =
            std::pair(rows[graph.links()[link].first], rows[graph.links()[link].second]);
        chain.actors.push_back(chain.actors.back() == one ? other : one);
      }
      found.push_back(std::move(chain));
    }
    return found;
  }

 private:
  struct Side {
    std::vector<RowId> border;  ///< known, but their partners not yet
    std::unordered_set<RowId> known;
    void add(RowId actor) {
      border.push_back(actor);
      known.insert(actor);
    }
  };
  using Ends = std::pair<RowId, RowId>;
  using Links = std::map<Ends, Partner>;

  /// The other side has scanned it already.
  void revisit(Side& side, RowId actor, std::vector<RowId>& next) const {
    for (const auto& partner : links_of_.at(actor)) {
      if (side.known.insert(partner.actor).second) next.push_back(partner.actor);
    }
  }

  /// Without actors that have one link only, for no path leads over them.
  [[nodiscard]] Links trimmed(RowId from, RowId to) const {
    std::unordered_map<RowId, std::vector<RowId>> around;
    Links links;
    for (const auto& [actor, partners] : links_of_) {
      for (const auto& partner : partners) {
        const auto [low, high] = std::minmax(actor, partner.actor);
        if (!links.try_emplace({low, high}, partner).second) continue;
        around[low].push_back(high);
        around[high].push_back(low);
      }
    }
    std::vector<RowId> loose;
    std::unordered_map<RowId, std::size_t> degree;
    for (const auto& [actor, others] : around) {
      degree[actor] = others.size();
      if (others.size() == 1) loose.push_back(actor);
    }
    while (!loose.empty()) {
      const RowId actor = loose.back();
      loose.pop_back();
      if (actor == from || actor == to) continue;
      for (const RowId other : around[actor]) {
        const auto [low, high] = std::minmax(actor, other);
        if (links.erase({low, high}) != 0 && --degree[other] == 1) loose.push_back(other);
      }
    }
    return links;
  }

  [[nodiscard]] std::vector<RowId> rows_by_key(const Links& links) const {
    std::vector<RowId> rows;
    for (const auto& [ends, partner] : links) {
      rows.push_back(ends.first);
      rows.push_back(ends.second);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    Statement key(connection_, "SELECT key FROM actors WHERE id = ?");
    std::vector<std::pair<std::string, RowId>> keyed;
    for (const RowId row : rows) {
      key.bind(1, row);
      keyed.emplace_back(key.step() ? std::string(key.text(0)) : std::string{}, row);
      key.reset();
    }
    std::sort(keyed.begin(), keyed.end());
    std::transform(keyed.begin(), keyed.end(), rows.begin(),
                   [](const auto& pair) { return pair.second; });
    return rows;
  }

  const Connection& connection_;
  PartnerReader partners_;
  Side sides_[2];
  std::unordered_set<RowId> scanned_;
  std::unordered_map<RowId, std::vector<Partner>> links_of_;
};

}  // namespace

std::vector<Chain> find_chains(const Connection& connection, const Selected& selected, RowId from,
                               RowId to, const graph::PathOptions& options) {
  if (from == to) return {{{from}, 0}};
  Corridor corridor(connection, selected, from, to);
  for (std::size_t length = 1; length <= options.max_length; ++length) {
    if (!corridor.grow()) return corridor.chains(from, to, options);
    if (!corridor.meets()) continue;
    auto found = corridor.chains(from, to, {length, options.count});
    if (found.size() >= options.count || length == options.max_length) return found;
  }
  return {};
}

}  // namespace entente::store
