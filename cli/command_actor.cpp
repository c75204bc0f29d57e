// entente actor: all about one actor, on one page.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <functional>
#include <memory>
#include <ostream>
#include <utility>
#include <vector>

#include "cli/actor_words.hpp"
#include "cli/commands.hpp"
#include "cli/relation_text.hpp"
#include "cli/terminal.hpp"
#include "store/actor_lookup.hpp"
#include "store/database.hpp"
#include "store/partners.hpp"
#include "store/profile.hpp"
#include "store/relation_list.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::string actor;
  std::string format = "text";
  std::int64_t limit = 10;
};

/// The rows of each part of a profile.
struct Profile {
  using Ask = std::function<void(const store::QuerySink&)>;

  Profile(const store::Connection& connection, std::int64_t actor, std::int64_t limit)
      : about([&connection, actor](const auto& sink) {
          store::describe_actor(connection, actor, sink);
        }),
        names([&connection, actor, limit](const auto& sink) {
          store::list_names(connection, actor, limit, sink);
        }),
        standing([&connection, actor, limit](const auto& sink) {
          store::list_standing(connection, actor, limit, sink);
        }),
        partners([&connection, actor, limit](const auto& sink) {
          graph::Selection facts;
          facts.facts = true;
          store::list_partners(connection, store::select(connection, facts), actor, limit, sink);
        }),
        events([&connection, actor, limit](const auto& sink) {
          store::RelationQuery query;
          query.actors = {actor};
          query.dated_events = true;
          query.limit = limit;
          store::list_relations(connection, {}, query, sink);
        }) {}

  Ask about, names, standing, partners, events;
};

using Row = std::vector<std::string>;

std::vector<Row> rows_of(const Profile::Ask& ask) {
  std::vector<Row> rows;
  ask({[](auto) {},
       [&](auto cells) {
         auto& row = rows.emplace_back();
         for (const auto& cell : cells) row.emplace_back(cell.text);
       }});
  return rows;
}

std::string joined(const Row& words, const std::string& between) {
  std::string text;
  for (const auto& word : words) {
    if (!word.empty()) text += (text.empty() ? "" : between) + word;
  }
  return text;
}

/// "2019-03 to 2021", or just the one.
std::string span_of(const std::string& first, const std::string& last) {
  return first == last ? first : joined({first, last}, " to ");
}

void write_head(const Profile& profile, std::ostream& out, std::size_t width) {
  const auto row = rows_of(profile.about).at(0);
  out << row[0] << '\n';
  write_indented(out,
                 joined({row[1], row[2], row[3], row[4]}, ", ") + "; " + row[5] + " mentions, " +
                     row[6] + " relations; id " + row[7],
                 2, width);
  std::string names;
  for (const auto& name : rows_of(profile.names)) {
    names += (names.empty() ? "Called " : ", ") + name[0] + " (" + name[1] + ")";
  }
  write_indented(out, names, 2, width);
}

void write_standing(const Profile& profile, std::ostream& out) {
  const auto rows = rows_of(profile.standing);
  if (rows.empty()) return;
  out << "\nOffices, memberships, places\n";
  for (const auto& row : rows) {
    out << "  " << row[0] << " | " << (row[4] == "negated" ? "not " : "") << row[1] << " | "
        << row[2];
    const std::string span = span_of(row[5], row[6]);
    out << "  (" << span << (span.empty() ? "" : "; ") << row[7]
        << (row[7] == "1" ? " document)" : " documents)") << '\n';
  }
}

void write_partners(const Profile& profile, std::ostream& out) {
  const auto rows = rows_of(profile.partners);
  if (rows.empty()) return;
  std::size_t widest = 8;
  for (const auto& row : rows) widest = std::max(widest, width_of(row[0]));
  const auto line = [&](const std::string& name, const Row& numbers, const std::string& when) {
    out << "  " << name << std::string(widest - width_of(name), ' ');
    for (const auto& number : numbers) {
      out << std::string(13 - std::min<std::size_t>(12, number.size()), ' ') << number;
    }
    out << (when.empty() ? "" : "  ") << when << '\n';
  };
  out << "\nPartners, by what is told as done\n";
  line("", {"relations", "cooperation", "conflict"}, "events");
  for (const auto& row : rows) line(row[0], {row[3], row[4], row[5]}, span_of(row[6], row[7]));
}

void write_events(const Profile& profile, const Session& session) {
  bool first = true;
  RelationText text(session, {true, 2});
  profile.events({[](auto) {},
                  [&](auto cells) {
                    if (std::exchange(first, false)) session.out << "\nLast dated events\n";
                    text.row(cells);
                  }});
}

void write_json(const Profile& profile, std::ostream& out) {
  const std::pair<const char*, const Profile::Ask&> parts[] = {{"actor", profile.about},
                                                               {"names", profile.names},
                                                               {"standing", profile.standing},
                                                               {"partners", profile.partners},
                                                               {"events", profile.events}};
  out << '{';
  for (const auto& [name, ask] : parts) {
    out << (&ask == &profile.about ? "" : ",") << '"' << name << "\":";
    const auto writer = make_row_writer("json", out);
    write_rows(*writer, ask);
  }
  out << "}\n";
}

int run_actor(Session& session, const Options& options) {
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  const auto found = store::find_actors(connection, options.actor);
  const auto actor =
      found.empty() ? actor_meant(session, connection, options.actor) : found.front();
  const Profile profile(connection, store::row_of(connection, actor), options.limit);
  if (options.format == "json") {
    write_json(profile, session.out);
    return exit_done;
  }
  write_head(profile, session.out, terminal_width(session));
  write_standing(profile, session.out);
  write_partners(profile, session.out);
  write_events(profile, session);
  if (found.size() > 1) {
    std::string others;
    for (std::size_t i = 1; i < found.size() && i < 4; ++i) {
      others += (i == 1 ? "" : ", ") + found[i].name + " (" + found[i].id + ")";
    }
    session.note("the name may also mean " + others + "; an id in its place says which");
  }
  return exit_done;
}

}  // namespace

void add_actor(CLI::App& command, Session& session) {
  auto options = std::make_shared<Options>();
  command.add_option("name", options->actor, "an actor, as articles name it, or its id")
      ->required();
  command.add_option("--limit", options->limit, "lines of each part; -1: all")
      ->type_name("N")
      ->capture_default_str();
  command.add_option("--format", options->format, "text for people, or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  add_database_option(command, session);
  command.callback([&session, options] {
    session.action = [&session, options] { return run_actor(session, *options); };
  });
}

}  // namespace entente::cli
