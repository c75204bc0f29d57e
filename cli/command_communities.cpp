// entente communities: groups of actors that have most to do with each other.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <ostream>
#include <tuple>
#include <vector>

#include "cli/actor_words.hpp"
#include "cli/commands.hpp"
#include "cli/relation_text.hpp"
#include "cli/selection_options.hpp"
#include "cli/terminal.hpp"
#include "graph/algorithms.hpp"
#include "graph/communities.hpp"
#include "store/cell_row.hpp"
#include "store/database.hpp"
#include "store/load.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::string format = "text";
  double resolution = 1.0;
  bool components = false;
  std::size_t limit = 20;
  std::shared_ptr<graph::Selection> selection = std::make_shared<graph::Selection>();
};

constexpr std::size_t names_shown = 12;

/// Actors of each community, those with most partners in it first.
struct Member {
  graph::NodeIndex node = 0;
  std::uint32_t community = 0;
  std::int64_t inside = 0;  ///< partners within
};

std::vector<Member> members_of(const graph::LinkGraph& links, const graph::Communities& found) {
  std::vector<Member> members;
  for (graph::NodeIndex node = 0; node < links.nodes(); ++node) {
    Member member{node, found.of_node[node], 0};
    for (const auto& [other, link] : links.neighbours(node)) {
      member.inside += found.of_node[other] == member.community ? 1 : 0;
    }
    members.push_back(member);
  }
  std::sort(members.begin(), members.end(), [](const Member& one, const Member& other) {
    return std::tuple(one.community, other.inside, one.node) <
           std::tuple(other.community, one.inside, other.node);
  });
  return members;
}

void write_text(Session& session, const graph::KnowledgeGraph& graph,
                const graph::Communities& found, const std::vector<Member>& members,
                std::size_t limit, bool components) {
  char modularity[32];
  std::snprintf(modularity, sizeof modularity, "%.3f", found.modularity);
  session.out << found.count
              << (components ? (found.count == 1 ? " component" : " components")
                             : (found.count == 1 ? " community" : " communities"))
              << ", modularity " << modularity << '\n';
  auto at = members.begin();
  for (std::uint32_t community = 0; community < found.count && community < limit; ++community) {
    const auto end = std::find_if(
        at, members.end(), [&](const Member& member) { return member.community != community; });
    const auto size = static_cast<std::size_t>(end - at);
    std::string names;
    for (std::size_t i = 0; i < std::min(size, names_shown); ++i) {
      names += (i == 0 ? "" : ", ") + graph.actors()[at[static_cast<std::ptrdiff_t>(i)].node].name;
    }
    if (size > names_shown) names += " and " + std::to_string(size - names_shown) + " more";
    session.out << '\n' << community + 1 << ". " << size << (size == 1 ? " actor\n" : " actors\n");
    write_indented(session.out, names, 4, terminal_width(session));
    at = end;
  }
}

void write_members(RowWriter& writer, const graph::KnowledgeGraph& graph,
                   const std::vector<Member>& members, std::size_t limit) {
  constexpr std::array<std::string_view, 6> columns{"community",       "name", "kind", "country",
                                                    "partners_within", "key"};
  writer.columns(columns);
  for (const auto& member : members) {
    if (member.community >= limit) break;
    const auto& actor = graph.actors()[member.node];
    store::CellRow row;
    row.number(member.community + 1).text(actor.name).text(std::string(name_of(actor.kind)));
    row.text_or_null(actor.country).number(member.inside).text(actor.id);
    row.give({{}, [&](auto cells) { writer.row(cells); }});
  }
  writer.finish();
}

int run_communities(Session& session, const Options& options) {
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  const auto graph =
      store::load_graph(connection, select_part(session, connection, *options.selection));
  const graph::LinkGraph links(graph);
  const auto found = options.components ? graph::of_components(links, graph::components(graph))
                                        : graph::find_communities(links, options.resolution);
  const auto members = members_of(links, found);
  if (options.format == "text") {
    write_text(session, graph, found, members, options.limit, options.components);
  } else {
    write_members(*make_row_writer(options.format, session.out), graph, members, options.limit);
  }
  return exit_done;
}

}  // namespace

void add_communities(CLI::App& command, Session& session) {
  auto options = std::make_shared<Options>();
  command
      .add_option("--resolution", options->resolution,
                  "above 1 gives more and smaller communities, below 1 fewer")
      ->type_name("R")
      ->check(CLI::Range(0.01, 100.0))
      ->capture_default_str();
  command.add_flag("--components", options->components,
                   "all that hangs together by any chain of relations, instead");
  command.add_option("--limit", options->limit, "the largest N")
      ->type_name("N")
      ->capture_default_str();
  add_format_option(command, options->format);
  add_selection_options(command, options->selection, Relations::counted);
  add_database_option(command, session);
  command.callback([&session, options] {
    session.action = [&session, options] { return run_communities(session, *options); };
  });
}

}  // namespace entente::cli
