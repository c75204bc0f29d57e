#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>
#include <span>
#include <string_view>

#include "cli/assembly_line.hpp"
#include "cli/commands.hpp"
#include "cli/version.hpp"

namespace {

using entente::cli::Session;

/// Those that the command line may mean; if it does not begin with one, all by name, for help.
/// Making them all, or all their options, takes longer than many an answer.
void add_commands(CLI::App& app, Session& session, std::span<char* const> words) {
  const auto all = entente::cli::commands();
  const auto rest = words.subspan(std::min<std::size_t>(1, words.size()));
  const auto first = std::find_if(rest.begin(), rest.end(),
                                  [](std::string_view word) { return !word.starts_with('-'); });
  const bool begins = first != rest.end() && std::any_of(all.begin(), all.end(), [&](auto& info) {
                        return info.name == *first;
                      });
  for (const auto& info : all) {
    const bool meant = std::any_of(words.begin(), words.end(),
                                   [&](std::string_view word) { return word == info.name; });
    if (begins && !meant) continue;
    auto* command = app.add_subcommand(std::string(info.name), std::string(info.summary));
    command->footer("Example:\n  " + std::string(info.example));
    command->fallthrough();
    if (meant) info.add(*command, session);
  }
}

/// The first word that is neither an option nor a command; empty if there is none.
std::string unknown_command(const CLI::App& app, int argc, char** argv) {
  const std::string word = argc > 1 ? argv[1] : "";
  const bool known = word.empty() || word[0] == '-' || !app.get_subcommands().empty();
  return known ? std::string{} : word;
}

/// Help is asked for and goes to stdout; what is wrong goes to stderr with the remedy.
int tell_usage(const CLI::App& app, const CLI::ParseError& error, const std::string& unknown,
               Session& session) {
  if (error.get_exit_code() == 0) return app.exit(error, session.out, session.err);
  if (!unknown.empty()) {
    session.complain("there is no command named " + unknown + "; see entente --help");
    return entente::cli::exit_usage;
  }
  std::string command = "entente";
  for (const auto* chosen : app.get_subcommands()) command += " " + chosen->get_name();
  session.complain(std::string(error.what()) + "; see " + command + " --help");
  return entente::cli::exit_usage;
}

int run(int argc, char** argv, Session& session) {
  CLI::App app(
      "Reads news articles and builds a knowledge graph of world politics: who did what "
      "to whom, each edge traceable to a sentence.",
      "entente");
  app.set_version_flag("--version", entente::cli::version_text());
  app.add_flag("-q,--quiet", session.quiet, "print results and errors only");
  app.require_subcommand(1);
  app.footer("entente COMMAND --help says more about a command.");
  add_commands(app, session, {argv, static_cast<std::size_t>(argc)});
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return tell_usage(app, error, unknown_command(app, argc, argv), session);
  }
  return session.action();
}

int answer(int argc, char** argv, Session& session) {
  try {
    const int code = run(argc, argv, session);
    session.out.flush();
    if (!session.out) {
      session.complain("the output cannot be written; is the disk full?");
      return entente::cli::exit_failed;
    }
    return code;
  } catch (const std::bad_alloc&) {
    session.complain("out of memory; read smaller documents or fewer at a time");
  } catch (const std::exception& error) {
    session.out.flush();
    session.complain(error.what());
  }
  return entente::cli::exit_failed;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  // A reader that closes the pipe early (head) is no failure worth a message.
  std::signal(SIGPIPE, SIG_DFL);
  Session session(std::cin, std::cout, std::cerr);
  const int code = answer(argc, argv, session);
  if (entente::cli::left_a_reader()) {
    session.out.flush();
    session.err.flush();
    std::_Exit(code);
  }
  return code;
}
