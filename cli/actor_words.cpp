#include "cli/actor_words.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/actors/phrase.hpp"
#include "store/actor_lookup.hpp"
#include "util/date.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

std::optional<util::Date> newest_day(const store::Connection& connection) {
  store::Statement row(connection, "SELECT max(date) FROM documents");
  return row.step() ? util::Date::parse(row.text(0)) : std::nullopt;
}

/// What the tables of actors make of the words.
struct Meaning {
  std::string id;  ///< empty if nothing
  std::string name;
  std::string reason;
};

Meaning meaning_of(const std::string& words, const std::optional<util::Date>& day) {
  const auto phrase = actors::resolve_phrase(actors::ActorTables::built_in(), words, day);
  if (!phrase.holder.empty()) {
    const std::string when = day ? " on " + day->iso() : "";
    return {phrase.holder, phrase.holder_name, phrase.reason + when};
  }
  return {phrase.id, phrase.name, phrase.reason};
}

bool is_code(const std::string& words) {
  return words.size() == 3 &&
         std::all_of(words.begin(), words.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

graph::Actor actor_meant(const Session& session, const store::Connection& connection,
                         const std::string& words) {
  auto found = store::find_actors(connection, words);
  if (!found.empty()) return std::move(found.front());
  const auto meaning = meaning_of(words, newest_day(connection));
  const bool says_more = !meaning.id.empty() && meaning.name != words;
  if (!meaning.id.empty()) found = store::find_actors(connection, meaning.id);
  if (found.empty() && says_more) {
    throw Error("no actor of " + connection.path() + " is named " + words + "; " + meaning.name +
                " would be meant (" + meaning.reason + "), of whom no article speaks");
  }
  if (found.empty()) return store::actor_named(connection, words);
  session.note(words + " is taken for " + found.front().name + " (" + meaning.reason + ")");
  return std::move(found.front());
}

void settle_names(const Session& session, const store::Connection& connection,
                  graph::Selection& selection) {
  const auto settle = [&](std::string& words) {
    words = actor_meant(session, connection, words).id;
  };
  for (auto& words : selection.around) settle(words);
  for (auto& words : selection.countries) {
    if (!is_code(words)) settle(words);
  }
  for (auto* pair : {&selection.between, &selection.path}) {
    if (!*pair) continue;
    for (auto& words : **pair) settle(words);
  }
}

store::Selected select_part(const Session& session, const store::Connection& connection,
                            graph::Selection selection) {
  settle_names(session, connection, selection);
  return store::select(connection, selection);
}

}  // namespace entente::cli
