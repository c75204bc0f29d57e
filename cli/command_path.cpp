// entente path: what connects two actors.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "graph/algorithms.hpp"
#include "store/actor_lookup.hpp"
#include "store/database.hpp"
#include "store/evidence.hpp"
#include "store/load.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

struct PathOptions {
  std::string from;
  std::string to;
  double min_confidence = 0.0;
  bool facts_only = false;
};

graph::NodeIndex node_of(const store::Connection& connection, const graph::KnowledgeGraph& graph,
                         const std::string& words) {
  const auto actor = store::actor_named(connection, words);
  if (const auto node = graph.find(actor.id)) return *node;
  throw Error(actor.name + " is in no such relation of " + connection.path());
}

bool is_fact(const graph::Edge& edge) {
  return edge.modality == graph::Modality::actual && edge.polarity == graph::Polarity::affirmed;
}

void tell_step(const store::Connection& connection, const graph::KnowledgeGraph& graph,
               const graph::Edge& edge, std::ostream& out) {
  out << graph.actors()[edge.subject].name << " | ";
  if (edge.polarity == graph::Polarity::negated) out << "not ";
  out << graph.label(edge.label);
  if (edge.modality != graph::Modality::actual) out << " (" << name_of(edge.modality) << ')';
  out << " | " << graph.actors()[edge.object].name;
  if (const auto date = graph::unpack(edge.date)) out << " | " << date->iso();
  out << '\n';
  const auto evidence = store::evidence_of(connection, edge.relation);
  if (!evidence.empty()) {
    out << "    " << evidence[0].document << ": " << evidence[0].sentence << '\n';
  }
}

int run_path(Session& session, const PathOptions& options) {
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  graph::Selection selection;
  selection.min_confidence = options.min_confidence;
  const auto graph = store::load_graph(connection, store::select(connection, selection));
  const auto from = node_of(connection, graph, options.from);
  const auto to = node_of(connection, graph, options.to);
  const auto path =
      graph::shortest_path(graph, from, to, options.facts_only ? &is_fact : graph::EdgeFilter{});
  if (!path) {
    throw Error("nothing connects " + graph.actors()[from].name + " and " +
                graph.actors()[to].name + " in " + session.database);
  }
  for (const auto edge : *path) tell_step(connection, graph, graph.edges()[edge], session.out);
  return exit_done;
}

}  // namespace

void add_path(CLI::App& command, Session& session) {
  auto options = std::make_shared<PathOptions>();
  command.add_option("from", options->from, "an actor, as articles name it")->required();
  command.add_option("to", options->to, "another")->required();
  command.add_flag("--facts", options->facts_only,
                   "go only by what is told as done, not planned, demanded or denied");
  command
      .add_option("--min-confidence", options->min_confidence,
                  "go only by what is at least so certain, 0 to 1")
      ->type_name("P")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  add_database_option(command, session);
  command.callback([&session, options] {
    session.action = [&session, options] { return run_path(session, *options); };
  });
}

}  // namespace entente::cli
