// entente merge-actors, split, rename, undo, curation: what people put right by hand.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <array>
#include <ctime>
#include <functional>
#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/row_writer.hpp"
#include "extract/actors/name_key.hpp"
#include "store/actor_lookup.hpp"
#include "store/curation.hpp"
#include "store/database.hpp"
#include "store/query.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

using store::CurationAct;
using store::CurationRule;

struct CurationOptions {
  std::string actor;
  std::string other;
  std::string name;
  std::string document;
  std::string words;
  std::string note;
  std::string from;
  std::string format = "table";
  std::int64_t id = 0;
};

std::string now() {
  const std::time_t seconds = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

store::Connection open_to_write(const Session& session) {
  return store::open_database(session.database, store::OpenMode::write);
}

void tell_done(const Session& session, std::int64_t id, const std::string& words) {
  session.out << words << "\nTo take it back: entente undo " << id << " --db " << session.database
              << '\n';
}

CurationRule rule_of(CurationAct act, const CurationOptions& options, const graph::Actor& actor) {
  CurationRule rule;
  rule.act = act;
  rule.actor = actor.id;
  rule.document = options.document;
  rule.words = options.words;
  rule.note = options.note;
  rule.made = now();
  return rule;
}

int run_merge(Session& session, const CurationOptions& options) {
  auto connection = open_to_write(session);
  const auto kept = store::actor_named(connection, options.actor);
  const auto gone = store::actor_named(connection, options.other);
  if (kept.id == gone.id) {
    throw Error(options.actor + " and " + options.other + " are one actor already: " + kept.name);
  }
  auto rule = rule_of(CurationAct::merge, options, gone);
  rule.other = kept.id;
  const auto id = store::add_curation(connection, rule);
  tell_done(session, id, "What was told of " + gone.name + " is told of " + kept.name + " now.");
  return exit_done;
}

int run_split(Session& session, const CurationOptions& options) {
  if (options.document.empty() && options.words.empty()) {
    throw Error("say where the other one is meant: --document PATTERN, --words WORDS, or both");
  }
  auto connection = open_to_write(session);
  const auto actor = store::actor_named(connection, options.actor);
  auto rule = rule_of(CurationAct::split, options, actor);
  rule.name = options.name;
  const auto known = store::find_actors(connection, options.name);
  rule.other = known.empty() ? "own/" + actors::slug(options.name) : known.front().id;
  if (rule.other == actor.id) throw Error(options.name + " is " + actor.name + " itself");
  const auto id = store::add_curation(connection, rule);
  tell_done(session, id, options.name + " is an actor of its own now, beside " + actor.name + ".");
  return exit_done;
}

int run_rename(Session& session, const CurationOptions& options) {
  if (options.name.empty()) throw Error("the new name is empty");
  auto connection = open_to_write(session);
  const auto actor = store::actor_named(connection, options.actor);
  auto rule = rule_of(CurationAct::rename, options, actor);
  rule.name = options.name;
  const auto id = store::add_curation(connection, rule);
  tell_done(session, id, actor.name + " is called " + options.name + " now.");
  return exit_done;
}

int run_undo(Session& session, const CurationOptions& options) {
  auto connection = open_to_write(session);
  store::undo_curation(connection, options.id, now());
  session.out << "Change " << options.id << " is taken back.\n";
  return exit_done;
}

/// The rules in force of another database, so that a graph built anew is curated as the old one.
int run_copy(Session& session, const std::string& from) {
  const auto source = store::open_database(from, store::OpenMode::read_only);
  auto connection = open_to_write(session);
  const auto copied = store::copy_curation(source, connection);
  session.out << copied << (copied == 1 ? " change" : " changes") << " of " << from
              << " applied.\n";
  return exit_done;
}

int run_list(Session& session, const CurationOptions& options) {
  if (!options.from.empty()) return run_copy(session, options.from);
  auto connection = store::open_database(session.database, store::OpenMode::read_only);
  const auto writer = make_row_writer(options.format, session.out);
  store::run_query(
      connection,
      "SELECT id, act, actor, becomes, document, words, note, made, undone FROM curation_log",
      false,
      {[&](auto columns) { writer->columns(columns); }, [&](auto cells) { writer->row(cells); }});
  writer->finish();
  return exit_done;
}

using Options = std::shared_ptr<CurationOptions>;

void finish(CLI::App& command, Session& session, const Options& options,
            int (*run)(Session&, const CurationOptions&)) {
  add_database_option(command, session);
  command.callback([&session, options, run] {
    session.action = [&session, options, run] { return run(session, *options); };
  });
}

void add_note(CLI::App& command, const Options& options) {
  command.add_option("--note", options->note, "why, for the log")->type_name("TEXT");
}

}  // namespace

void add_merge_actors(CLI::App& command, Session& session) {
  auto options = std::make_shared<CurationOptions>();
  command.add_option("actor", options->actor, "the actor that stays")->required();
  command.add_option("other", options->other, "the one that is the same and goes")->required();
  add_note(command, options);
  finish(command, session, options, &run_merge);
}

void add_split(CLI::App& command, Session& session) {
  auto options = std::make_shared<CurationOptions>();
  command.add_option("actor", options->actor, "the actor that is two")->required();
  command
      .add_option("--into", options->name, "name of the other: a new actor, or one that is there")
      ->required()
      ->type_name("NAME");
  command
      .add_option("--document", options->document,
                  "where it is meant: documents so named, with * and ?")
      ->type_name("PATTERN");
  command
      .add_option("--words", options->words, "where it is meant: only where these words are used")
      ->type_name("WORDS");
  add_note(command, options);
  finish(command, session, options, &run_split);
}

void add_rename(CLI::App& command, Session& session) {
  auto options = std::make_shared<CurationOptions>();
  command.add_option("actor", options->actor, "an actor, as articles name it, or its id")
      ->required();
  command.add_option("name", options->name, "the name it shall have")->required();
  add_note(command, options);
  finish(command, session, options, &run_rename);
}

void add_undo(CLI::App& command, Session& session) {
  auto options = std::make_shared<CurationOptions>();
  command.add_option("change", options->id, "its number, as entente curation lists them")
      ->required();
  finish(command, session, options, &run_undo);
}

void add_curation(CLI::App& command, Session& session) {
  auto options = std::make_shared<CurationOptions>();
  command.add_option("--format", options->format, row_formats_help())
      ->check(CLI::IsMember(row_formats()))
      ->capture_default_str();
  command.add_option("--from", options->from, "apply the changes of another database to this one")
      ->type_name("FILE");
  finish(command, session, options, &run_list);
}

}  // namespace entente::cli
