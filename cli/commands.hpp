// The commands that cli/commands.cpp lists; each adds its options and its action.
#pragma once

#include <span>
#include <string_view>

#include "cli/session.hpp"

namespace CLI {
class App;
}

namespace entente::pipeline {
struct PipelineOptions;
}

namespace entente::cli {

struct LineOptions;

/// One row; it feeds the help text and the tests.
struct CommandInfo {
  std::string_view name;
  std::string_view summary;
  std::string_view example;  ///< a command line that works, shown by --help
  void (*add)(CLI::App& command, Session& session);
};

std::span<const CommandInfo> commands();

void add_actor(CLI::App& command, Session& session);
void add_actors(CLI::App& command, Session& session);
void add_annotate(CLI::App& command, Session& session);
void add_between(CLI::App& command, Session& session);
void add_build(CLI::App& command, Session& session);
void add_check(CLI::App& command, Session& session);
void add_curation(CLI::App& command, Session& session);
void add_extract(CLI::App& command, Session& session);
void add_export(CLI::App& command, Session& session);
void add_merge_actors(CLI::App& command, Session& session);
void add_formats(CLI::App& command, Session& session);
void add_communities(CLI::App& command, Session& session);
void add_merge(CLI::App& command, Session& session);
void add_neighbours(CLI::App& command, Session& session);
void add_path(CLI::App& command, Session& session);
void add_plot(CLI::App& command, Session& session);
void add_query(CLI::App& command, Session& session);
void add_remove(CLI::App& command, Session& session);
void add_render(CLI::App& command, Session& session);
void add_report(CLI::App& command, Session& session);
void add_search(CLI::App& command, Session& session);
void add_rename(CLI::App& command, Session& session);
void add_split(CLI::App& command, Session& session);
void add_score(CLI::App& command, Session& session);
void add_undo(CLI::App& command, Session& session);
void add_stats(CLI::App& command, Session& session);
void add_timeline(CLI::App& command, Session& session);
void add_top(CLI::App& command, Session& session);
void add_serve(CLI::App& command, Session& session);
void add_version(CLI::App& command, Session& session);
void add_why(CLI::App& command, Session& session);

/// Adds --db to a command that reads or writes a graph.
void add_database_option(CLI::App& command, Session& session);

/// Adds what the commands share that take articles through the stages.
void add_stage_options(CLI::App& command, pipeline::PipelineOptions& options);
void add_line_options(CLI::App& command, LineOptions& options);

}  // namespace entente::cli
