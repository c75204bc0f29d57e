// entente actors: the tables of actors, single phrases, and who is who in a text.
#include <rapidjson/document.h>
#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/writer.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cmath>
#include <istream>
#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "extract/actors/catalog.hpp"
#include "extract/actors/phrase.hpp"
#include "extract/actors/resolver.hpp"
#include "extract/actors/unnamed.hpp"
#include "extract/annotate/annotator.hpp"
#include "extract/pipeline/pipeline.hpp"
#include "extract/read/reader.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

using JsonLine = rapidjson::Writer<rapidjson::OStreamWrapper>;

struct ActorOptions {
  std::vector<std::filesystem::path> tables;
  std::filesystem::path model;
  std::string format = "text";
  std::string word;
  std::vector<std::string> paths;
  std::string date;
  std::string context;
};

void field(JsonLine& json, const char* name, std::string_view value) {
  json.Key(name);
  json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

actors::ActorTables load(const ActorOptions& options) {
  auto tables = actors::ActorTables::built_in();
  for (const auto& path : options.tables) tables.add(path);
  return tables;
}

std::optional<util::Date> read_date(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto date = util::Date::parse(text);
  if (!date) throw Error("\"" + text + "\" is no date; write YYYY-MM-DD, YYYY-MM or YYYY");
  return date;
}

// ---- list, show ----

int run_list(Session& session, const ActorOptions& options) {
  const auto tables = load(options);
  for (const auto& row : actors::search(tables, options.word)) {
    if (options.format == "json") {
      rapidjson::OStreamWrapper stream(session.out);
      JsonLine json(stream);
      json.StartObject();
      field(json, "id", row.id);
      field(json, "name", row.name);
      field(json, "kind", row.kind);
      field(json, "country", row.country);
      field(json, "sector", row.sector);
      json.EndObject();
      session.out << '\n';
    } else {
      session.out << row.id << '\t' << row.name << '\t' << row.kind << '\t' << row.country << '\t'
                  << row.sector << '\n';
    }
  }
  return exit_done;
}

int run_show(Session& session, const ActorOptions& options) {
  const auto tables = load(options);
  const auto found = actors::show(tables, options.word);
  if (found.empty()) throw Error("no actor is called \"" + options.word + "\"");
  for (const auto& actor : found) {
    session.out << actor.row.name << "\n  id       " << actor.row.id << "\n  kind     "
                << actor.row.kind << "\n  country  " << actor.row.country << "\n  sector   "
                << actor.row.sector << '\n';
    for (const auto& name : actor.names) session.out << "  name     " << name << '\n';
    for (const auto& office : actor.offices) session.out << "  office   " << office << '\n';
  }
  return exit_done;
}

// ---- resolve ----

void write_phrase(Session& session, const std::string& format, std::string_view id,
                  std::string_view text, const actors::PhraseActor& actor) {
  if (format == "text") {
    session.out << text << '\t'
                << (actor.resolved ? actor.name.empty() ? "(unnamed)" : actor.name : "(none)")
                << '\t' << actor.country << '\t' << actor.sector << '\t' << actor.sector2 << '\t'
                << actor.reason << '\n';
    return;
  }
  rapidjson::OStreamWrapper stream(session.out);
  JsonLine json(stream);
  json.StartObject();
  if (!id.empty()) field(json, "id", id);
  field(json, "text", text);
  json.Key("resolved");
  json.Bool(actor.resolved);
  field(json, "actor", actor.id);
  field(json, "name", actor.name);
  field(json, "kind", actor.kind);
  field(json, "country", actor.country);
  field(json, "code_1", actor.sector);
  field(json, "code_2", actor.sector2);
  field(json, "reason", actor.reason);
  json.EndObject();
  session.out << '\n';
}

std::string member(const rapidjson::Document& line, const char* name) {
  const auto at = line.FindMember(name);
  return at != line.MemberEnd() && at->value.IsString() ? at->value.GetString() : std::string{};
}

/// A line: {"text": ..., "date": ..., "context": ..., "id": ...}. What is no date is none.
int run_resolve_lines(Session& session, const ActorOptions& options) {
  const auto tables = load(options);
  std::string text;
  for (std::size_t number = 1; std::getline(session.in, text); ++number) {
    if (text.empty()) continue;
    rapidjson::Document line;
    line.Parse(text.c_str());
    if (line.HasParseError() || !line.IsObject() || member(line, "text").empty()) {
      throw InputError("-", number, "is no JSON object with a \"text\"");
    }
    const std::string phrase = member(line, "text");
    const auto actor = actors::resolve_phrase(
        tables, phrase, util::Date::parse(member(line, "date")), member(line, "context"));
    write_phrase(session, "json", member(line, "id"), phrase, actor);
  }
  return exit_done;
}

int run_resolve(Session& session, const ActorOptions& options) {
  if (options.word == "-") return run_resolve_lines(session, options);
  const auto tables = load(options);
  const auto actor =
      actors::resolve_phrase(tables, options.word, read_date(options.date), options.context);
  write_phrase(session, options.format, {}, options.word, actor);
  return exit_done;
}

// ---- mentions ----

void write_mention(Session& session, const text::Document& document, const text::Mention& mention) {
  rapidjson::OStreamWrapper stream(session.out);
  JsonLine json(stream);
  json.StartObject();
  field(json, "document", document.id);
  json.Key("sentence");
  json.Uint(mention.sentence);
  json.Key("begin");
  json.Uint(mention.span.begin);
  json.Key("end");
  json.Uint(mention.span.end);
  field(json, "mention", document.text_of(mention.span));
  field(json, "head", document.form(document.tokens[mention.head]));
  json.Key("head_begin");
  json.Uint(document.tokens[mention.head].span.begin);
  json.Key("actors");
  json.StartArray();
  for (const auto index : mention.actors) {
    const auto& actor = document.actors[index];
    json.StartObject();
    field(json, "name", actor.name);
    field(json, "id", actor.id);
    field(json, "kind", graph::name_of(actor.kind));
    field(json, "country", actor.country);
    field(json, "sector", actor.sector);
    json.EndObject();
  }
  json.EndArray();
  json.Key("confidence");
  json.Double(std::round(mention.confidence * 100.0) / 100.0);
  field(json, "reason", mention.reason);
  json.Key("unnamed");
  json.Bool(mention.unnamed);
  json.EndObject();
  session.out << '\n';
}

void write_position(Session& session, const text::Document& document,
                    const text::PositionClaim& claim) {
  rapidjson::OStreamWrapper stream(session.out);
  JsonLine json(stream);
  json.StartObject();
  field(json, "document", document.id);
  json.Key("sentence");
  json.Uint(claim.sentence);
  json.Key("begin");
  json.Uint(claim.span.begin);
  json.Key("end");
  json.Uint(claim.span.end);
  field(json, "title", document.text_of(claim.span));
  field(json, "position", document.actors[claim.position].name);
  const auto& holder = document.mentions[claim.holder];
  field(json, "holder",
        holder.actors.empty() ? std::string{} : document.actors[holder.actors[0]].name);
  json.Key("former");
  json.Bool(claim.former);
  json.EndObject();
  session.out << '\n';
}

int run_mentions(Session& session, const ActorOptions& options) {
  const annotate::Annotator annotator(pipeline::find_model(options.model));
  const auto tables = load(options);
  const actors::Resolver resolver(tables);
  read::Sink sink;
  sink.problem = [&](const InputError& error) { session.complain(error.what()); };
  sink.note = [&](const InputError& error) { session.note(error.what()); };
  sink.document = [&](text::Document&& document) {
    annotator.annotate(document);
    resolver.resolve(document);
    actors::add_unnamed(tables, document);
    for (const auto& mention : document.mentions) write_mention(session, document, mention);
    for (const auto& claim : document.positions) write_position(session, document, claim);
  };
  read::Options reading;
  reading.any_language = true;
  read::read_inputs(options.paths, session.in, reading, sink);
  return exit_done;
}

using Run = int (*)(Session&, const ActorOptions&);

void set_action(CLI::App* command, Session& session, const std::shared_ptr<ActorOptions>& options,
                Run run) {
  command->callback([&session, options, run] {
    session.action = [&session, options, run] { return run(session, *options); };
  });
}

void add_tables_option(CLI::App* command, ActorOptions& options) {
  command->add_option("--actors", options.tables, "a table of further actors (may be given again)")
      ->type_name("FILE");
}

void add_format_option(CLI::App* command, ActorOptions& options) {
  command->add_option("--format", options.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
}

}  // namespace

void add_actors(CLI::App& command, Session& session) {
  auto options = std::make_shared<ActorOptions>();
  command.require_subcommand(1);

  auto* list =
      command.add_subcommand("list", "Rows of the tables: id, name, kind, country, sector");
  list->add_option("word", options->word, "only those with a name that holds it");
  list->footer("Example:\n  entente actors list hezbollah");
  add_format_option(list, *options);
  add_tables_option(list, *options);
  set_action(list, session, options, &run_list);

  auto* show = command.add_subcommand("show", "One actor: its names and the offices held");
  show->add_option("name", options->word, "an id or a name")->required();
  show->footer("Example:\n  entente actors show \"Angela Merkel\"");
  add_tables_option(show, *options);
  set_action(show, session, options, &run_show);

  auto* resolve = command.add_subcommand("resolve", "Whom a single phrase stands for");
  resolve
      ->add_option("phrase", options->word,
                   "the phrase; - reads JSON Lines with \"text\" and \"date\"")
      ->required();
  resolve->footer(
      "Example:\n  entente actors resolve \"French foreign minister\" --date 2022-03-01");
  resolve->add_option("--date", options->date, "the day on which it was said")->type_name("DATE");
  resolve->add_option("--context", options->context, "words beside it, such as a country");
  add_format_option(resolve, *options);
  add_tables_option(resolve, *options);
  set_action(resolve, session, options, &run_resolve);

  auto* mentions = command.add_subcommand("mentions", "Who is who in texts, as JSON Lines");
  mentions->add_option("paths", options->paths, "articles, as for build")
      ->required()
      ->type_name("PATH");
  mentions->footer("Example:\n  entente actors mentions article.txt");
  mentions->add_option("--model", options->model, "the language model")->type_name("FILE");
  add_tables_option(mentions, *options);
  set_action(mentions, session, options, &run_mentions);
}

}  // namespace entente::cli
