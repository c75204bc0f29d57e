// entente path: what connects two actors.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <ostream>
#include <vector>

#include "cli/actor_words.hpp"
#include "cli/commands.hpp"
#include "cli/relation_text.hpp"
#include "cli/selection_options.hpp"
#include "store/actor_lookup.hpp"
#include "store/database.hpp"
#include "store/paths.hpp"
#include "store/relation_list.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::string from;
  std::string to;
  std::string format = "text";
  graph::PathOptions path;
  bool all = false;
  bool brief = false;
  std::shared_ptr<graph::Selection> selection = std::make_shared<graph::Selection>();
};

/// Puts the numbers of the path and of the step before each relation.
class Steps {
 public:
  Steps(const Session& session, const Options& options, bool many)
      : out_(session.out),
        text_(options.format == "text"),
        many_(many),
        writer_(make_relation_writer(options.format, session,
                                     {!options.brief, many && text_ ? 2UL : 0UL})) {}

  void begin_path(const std::vector<std::string>& names) {
    ++path_;
    step_ = 0;
    if (!text_ || !many_) return;
    out_ << path_ << ".";
    for (std::size_t i = 0; i < names.size(); ++i) out_ << (i == 0 ? " " : " - ") << names[i];
    out_ << '\n';
  }

  store::QuerySink step() {
    ++step_;
    return {[this](auto names) { columns(names); }, [this](auto cells) { row(cells); }};
  }

  void finish() { writer_->finish(); }

 private:
  void columns(std::span<const std::string_view> names) {
    if (path_ != 1 || step_ != 1) return;
    std::vector<std::string_view> all{"path", "step"};
    all.insert(all.end(), names.begin(), names.end());
    writer_->columns(all);
  }
  void row(std::span<const store::Cell> cells) {
    if (text_) return writer_->row(cells);
    const std::string path = std::to_string(path_);
    const std::string step = std::to_string(step_);
    std::vector<store::Cell> all{{store::CellType::integer, path},
                                 {store::CellType::integer, step}};
    all.insert(all.end(), cells.begin(), cells.end());
    writer_->row(all);
  }

  std::ostream& out_;
  bool text_;
  bool many_;
  std::unique_ptr<RowWriter> writer_;
  int path_ = 0;
  int step_ = 0;
};

int run_path(Session& session, const Options& options) {
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  const auto from = actor_meant(session, connection, options.from);
  const auto to = actor_meant(session, connection, options.to);
  const auto selected = select_part(session, connection, *options.selection);
  const auto chains = store::find_chains(connection, selected, store::row_of(connection, from),
                                         store::row_of(connection, to), options.path);
  if (chains.empty()) {
    throw Error("nothing connects " + from.name + " and " + to.name + " within " +
                std::to_string(options.path.max_length) + " steps in " + session.database);
  }
  Steps steps(session, options, chains.size() > 1);
  store::RelationQuery best;
  best.order = store::RelationOrder::certainty;
  best.limit = 1;
  for (const auto& chain : chains) {
    steps.begin_path(store::names_of(connection, chain.actors));
    for (std::size_t i = 0; i + 1 < chain.actors.size(); ++i) {
      best.between = {chain.actors[i], chain.actors[i + 1]};
      store::list_relations(connection, selected, best, steps.step());
    }
  }
  steps.finish();
  return exit_done;
}

}  // namespace

void add_path(CLI::App& command, Session& session) {
  auto options = std::make_shared<Options>();
  command.add_option("from", options->from, "an actor, as articles name it")->required();
  command.add_option("to", options->to, "another")->required();
  command
      .add_option("--count", options->path.count,
                  "the N best paths: the shortest, and of them the best founded")
      ->type_name("N")
      ->check(CLI::Range(1, 100'000))
      ->capture_default_str();
  command.add_flag("--all", options->all, "every path that visits no actor twice");
  command.add_option("--max-length", options->path.max_length, "of so many steps at most")
      ->type_name("N")
      ->check(CLI::Range(1, 20))
      ->capture_default_str();
  command.add_flag("--brief", options->brief, "without the sentences");
  add_format_option(command, options->format);
  add_selection_options(command, options->selection);
  add_database_option(command, session);
  command.callback([&session, options] {
    if (options->all) options->path.count = graph::all_paths;
    session.action = [&session, options] { return run_path(session, *options); };
  });
}

}  // namespace entente::cli
