#include "cli/commands.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <array>
#include <ostream>

namespace entente::cli {
namespace {

constexpr std::array rows{
    CommandInfo{"actors", "Look actors up and find them in phrases and texts",
                "entente actors resolve \"French foreign minister\" --date 2022-03-01",
                &add_actors},
    CommandInfo{"build", "Read articles into a graph",
                "entente build articles/ more.jsonl --db graph.db", &add_build},
    CommandInfo{"merge", "Unite graphs that were built apart",
                "entente merge spring.db summer.db -o year.db", &add_merge},
    CommandInfo{"remove", "Take articles out of a graph, with all that rests on them alone",
                "entente remove a-retracted-article --db graph.db", &add_remove},
    CommandInfo{"render", "Draw the graph, or write it as JSON",
                "entente render --db graph.db --format svg -o graph.svg", &add_render},
    CommandInfo{"report", "Write a page about an actor or a part of the graph, to be mailed",
                "entente report --around Iran -o iran.html", &add_report},
    CommandInfo{"plot", "Draw events over time, by class or by pair of actors as a chart",
                "entente plot activity --around Iran -o iran.svg", &add_plot},
    CommandInfo{"export", "Write the graph for other programs",
                "entente export graphml --db graph.db -o graph.graphml", &add_export},
    CommandInfo{"formats", "List what render and export write", "entente formats", &add_formats},
    CommandInfo{"extract", "Print the triples of articles, storing nothing",
                "entente extract articles.jsonl > triples.jsonl", &add_extract},
    CommandInfo{"query", "Ask the graph in SQL",
                "entente query \"SELECT subject, relation, object FROM triples LIMIT 10\"",
                &add_query},
    CommandInfo{"search", "Find sentences by their words",
                "entente search \"nuclear talks\" --actor Iran --since 2015", &add_search},
    CommandInfo{"actor", "Tell all about one actor on a page",
                "entente actor \"Wang Yi\" --db graph.db", &add_actor},
    CommandInfo{"between", "List all that two actors have to do with each other",
                "entente between Iran \"Saudi Arabia\" --since 2016", &add_between},
    CommandInfo{"path", "Say what connects two actors",
                "entente path Turkey \"Joe Biden\" --count 3", &add_path},
    CommandInfo{"why", "Show the words and reasons behind a relation",
                "entente why \"Saudi Arabia\" Iran --db graph.db", &add_why},
    CommandInfo{"merge-actors", "Say that two actors are one",
                "entente merge-actors \"Rosa Hentzau\" \"R. Hentzau\" --db graph.db",
                &add_merge_actors},
    CommandInfo{"split", "Say that one actor is two",
                "entente split Hentzau --into \"Rupert Hentzau\" --document \"court*\"",
                &add_split},
    CommandInfo{"rename", "Give an actor another name",
                "entente rename \"R. Hentzau\" \"Rosa Hentzau\" --db graph.db", &add_rename},
    CommandInfo{"undo", "Take back a merge, split or new name", "entente undo 3 --db graph.db",
                &add_undo},
    CommandInfo{"curation", "List what was changed by hand", "entente curation --db graph.db",
                &add_curation},
    CommandInfo{"neighbours", "List who an actor has to do with",
                "entente neighbours Iran --quad verbal-conflict", &add_neighbours},
    CommandInfo{"timeline", "List dated events in order",
                "entente timeline Iran --since 2015 --brief", &add_timeline},
    CommandInfo{"top", "Rank the actors on whom most turns",
                "entente top --by pagerank --kind person --limit 10", &add_top},
    CommandInfo{"communities", "Find groups of actors that have most to do with each other",
                "entente communities --quad verbal-cooperation,material-cooperation",
                &add_communities},
    CommandInfo{"stats", "Say how much is in a graph", "entente stats --db graph.db", &add_stats},
    CommandInfo{"check", "Say whether a graph's database is whole", "entente check --db graph.db",
                &add_check},
    CommandInfo{"score", "Measure a graph against triples that people marked",
                "entente score gold.jsonl --db graph.db --details", &add_score},
    CommandInfo{"annotate", "Print sentences, words, tags, trees and names",
                "entente annotate --format conllu article.txt", &add_annotate},
    CommandInfo{"serve", "Show the graph in a browser, however large it is",
                "entente serve --db graph.db --port 8765", &add_serve},
    CommandInfo{"version", "Print the program's version", "entente version", &add_version},
};

}  // namespace

std::span<const CommandInfo> commands() { return rows; }

void add_database_option(CLI::App& command, Session& session) {
  command.add_option("--db", session.database, "the graph's database")
      ->type_name("FILE")
      ->capture_default_str();
}

void Session::complain(const std::string& words) const { err << "entente: " << words << '\n'; }

void Session::note(const std::string& words) const {
  if (!quiet) complain(words);
}

}  // namespace entente::cli
