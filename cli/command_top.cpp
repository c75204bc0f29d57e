// entente top: the actors on whom most turns.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <ostream>
#include <tuple>
#include <vector>

#include "cli/actor_words.hpp"
#include "cli/commands.hpp"
#include "cli/row_writer.hpp"
#include "cli/selection_options.hpp"
#include "graph/centrality.hpp"
#include "graph/quad.hpp"
#include "store/cell_row.hpp"
#include "store/database.hpp"
#include "store/load.hpp"

namespace entente::cli {
namespace {

/// What an actor has to do with others.
struct Balance {
  std::uint32_t relations = 0;
  std::uint32_t cooperation = 0;
  std::uint32_t conflict = 0;
  double weight = 0;

  /// -1: only conflict, 1: only cooperation.
  [[nodiscard]] double tone() const {
    const double sum = cooperation + conflict;
    return sum == 0 ? 0 : (static_cast<double>(cooperation) - conflict) / sum;
  }
};

struct Subject {
  const graph::KnowledgeGraph& graph;
  const graph::LinkGraph& links;
  const std::vector<Balance>& balances;
  std::size_t pivots;
};

using Values = std::vector<double>;

template <typename Value>
Values of_balance(const Subject& subject, Value value) {
  Values values;
  for (const auto& balance : subject.balances) values.push_back(value(balance));
  return values;
}

struct Measure {
  std::string_view name;
  std::string_view summary;
  int digits;  ///< behind the point; 0: the table has the number anyway
  Values (*of)(const Subject& subject);
};

constexpr std::array measures{
    Measure{"degree", "number of different partners", 0,
            [](const Subject& subject) {
              Values values;
              for (graph::NodeIndex node = 0; node < subject.links.nodes(); ++node) {
                values.push_back(static_cast<double>(subject.links.neighbours(node).size()));
              }
              return values;
            }},
    Measure{"weight", "sum of the relations' confidence", 2,
            [](const Subject& subject) {
              return of_balance(subject, [](const Balance& balance) { return balance.weight; });
            }},
    Measure{"cooperation", "relations of cooperation", 0,
            [](const Subject& subject) {
              return of_balance(subject,
                                [](const Balance& balance) { return balance.cooperation; });
            }},
    Measure{"conflict", "relations of conflict", 0,
            [](const Subject& subject) {
              return of_balance(subject, [](const Balance& balance) { return balance.conflict; });
            }},
    Measure{"pagerank", "towards whom most is done by those towards whom most is done", 5,
            [](const Subject& subject) { return graph::page_rank(subject.graph); }},
    Measure{
        "betweenness", "share of shortest paths between others that lead over the actor", 5,
        [](const Subject& subject) { return graph::betweenness(subject.links, subject.pivots); }},
    Measure{"core", "largest k such that it has k partners who all have k among themselves", 0,
            [](const Subject& subject) {
              const auto found = graph::core_numbers(subject.links);
              return Values(found.begin(), found.end());
            }},
    Measure{"cut", "1 if others would not be connected without it", 0,
            [](const Subject& subject) {
              Values values(subject.links.nodes());
              for (const auto node : graph::articulation_actors(subject.links)) values[node] = 1;
              return values;
            }},
};

constexpr double most_steps = 5e8;  ///< of an exact betweenness, some seconds

struct Options {
  std::string by = "degree";
  std::string format = "table";
  std::size_t limit = 20;
  std::size_t pivots = 0;
  std::shared_ptr<graph::Selection> selection = std::make_shared<graph::Selection>();
};

std::vector<Balance> balances_of(const graph::KnowledgeGraph& graph) {
  std::vector<Balance> balances(graph.actors().size());
  for (const auto& edge : graph.edges()) {
    const auto quad = graph::quad_of(edge.type);
    const bool both = edge.subject != edge.object;
    for (const auto node : {edge.subject, edge.object}) {
      auto& balance = balances[node];
      ++balance.relations;
      balance.weight += edge.confidence;
      balance.cooperation += graph::is_cooperation(quad) ? 1 : 0;
      balance.conflict += graph::is_conflict(quad) ? 1 : 0;
      if (!both) break;
    }
  }
  return balances;
}

/// As given, or all where that is a matter of seconds, else so many that it is.
std::size_t pivots_of(const Session& session, const Options& options,
                      const graph::LinkGraph& links) {
  if (options.by != "betweenness") return 0;
  const double arcs = 2.0 * static_cast<double>(links.links().size()) + 1;
  const auto fit = static_cast<std::size_t>(most_steps / arcs) + 1;
  const std::size_t chosen = options.pivots != 0 ? options.pivots : fit;
  if (chosen < links.nodes()) {
    session.note("estimated from the paths of " + std::to_string(chosen) + " of " +
                 std::to_string(links.nodes()) + " actors; --pivots sets how many");
  }
  return chosen;
}

int run_top(Session& session, const Options& options) {
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  const auto graph =
      store::load_graph(connection, select_part(session, connection, *options.selection));
  const graph::LinkGraph links(graph);
  const auto balances = balances_of(graph);
  const auto& measure = *std::find_if(measures.begin(), measures.end(), [&](const Measure& known) {
    return known.name == options.by;
  });
  const auto values = measure.of({graph, links, balances, pivots_of(session, options, links)});
  std::vector<graph::NodeIndex> order(links.nodes());
  std::iota(order.begin(), order.end(), graph::NodeIndex{0});
  std::sort(order.begin(), order.end(), [&](auto one, auto other) {
    return std::tuple(values[other], balances[other].relations, one) <
           std::tuple(values[one], balances[one].relations, other);
  });
  order.resize(std::min(order.size(), options.limit));

  const auto writer = make_row_writer(options.format, session.out);
  std::vector<std::string_view> columns{"name",      "kind",        "country",  "degree",
                                        "relations", "cooperation", "conflict", "tone"};
  const bool extra = std::find(columns.begin(), columns.end(), measure.name) == columns.end();
  if (extra) columns.insert(columns.begin() + 3, measure.name);
  columns.push_back("key");
  writer->columns(columns);
  for (const auto node : order) {
    const auto& actor = graph.actors()[node];
    const auto& balance = balances[node];
    store::CellRow row;
    row.text(actor.name).text(std::string(name_of(actor.kind))).text_or_null(actor.country);
    if (extra) row.real(values[node], measure.digits);
    row.number(static_cast<std::int64_t>(links.neighbours(node).size())).number(balance.relations);
    row.number(balance.cooperation).number(balance.conflict).real(balance.tone(), 2).text(actor.id);
    row.give({{}, [&](auto cells) { writer->row(cells); }});
  }
  writer->finish();
  return exit_done;
}

std::string measures_help() {
  std::string text = "what makes first:";
  for (const auto& measure : measures) {
    text += "\n" + std::string(measure.name) + ": " + std::string(measure.summary);
  }
  return text;
}

std::vector<std::string> measure_names() {
  std::vector<std::string> names;
  for (const auto& measure : measures) names.emplace_back(measure.name);
  return names;
}

}  // namespace

void add_top(CLI::App& command, Session& session) {
  auto options = std::make_shared<Options>();
  command.add_option("--by", options->by, measures_help())
      ->check(CLI::IsMember(measure_names()))
      ->capture_default_str();
  command.add_option("--limit", options->limit, "the first N")
      ->type_name("N")
      ->capture_default_str();
  command
      .add_option("--pivots", options->pivots,
                  "estimate betweenness from the paths of N actors; without it exactly, if that"
                  " takes seconds")
      ->type_name("N");
  command.add_option("--format", options->format, row_formats_help())
      ->check(CLI::IsMember(row_formats()))
      ->capture_default_str();
  add_selection_options(command, options->selection, Relations::counted, TopOption::own);
  add_database_option(command, session);
  command.callback([&session, options] {
    session.action = [&session, options] { return run_top(session, *options); };
  });
}

}  // namespace entente::cli
