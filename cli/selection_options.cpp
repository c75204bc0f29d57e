#include "cli/selection_options.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "util/lower.hpp"

namespace entente::cli {
namespace {

using graph::Selection;
using SelectionPtr = std::shared_ptr<Selection>;
using Words = std::vector<std::string>;

constexpr const char* group = "Which part of the graph";

std::string joined(const Words& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// As a user may write a name of a vocabulary: "verbal-conflict", "consult".
std::string folded(std::string_view word) {
  std::string text;
  for (const char c : word) {
    text += c == '_' || c == '-' ? ' ' : util::lower(c);
  }
  return text;
}

/// An option whose values are names of an enumeration, several with commas.
template <typename Value>
void add_names(CLI::App& command, const SelectionPtr& selection, const char* flag,
               const std::string& help, std::vector<Value> Selection::*field,
               const std::vector<Value>& all) {
  Words names;
  for (const auto value : all) names.emplace_back(graph::name_of(value));
  const auto take = [selection, field, all, names, flag](const Words& given) {
    for (const auto& word : given) {
      const auto known = std::find_if(names.begin(), names.end(), [&](const auto& name) {
        return folded(name) == folded(word);
      });
      if (known == names.end()) {
        throw CLI::ValidationError(flag, word + " is none of " + joined(names));
      }
      ((*selection).*field).push_back(all[static_cast<std::size_t>(known - names.begin())]);
    }
  };
  command.add_option_function<Words>(flag, take, help)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("NAME,...")
      ->group(group);
}

void add_words(CLI::App& command, const SelectionPtr& selection, const char* flag,
               const std::string& help, const char* type, Words Selection::*field) {
  command
      .add_option_function<Words>(
          flag, [selection, field](const Words& given) { (*selection).*field = given; }, help)
      ->allow_extra_args(false)
      ->type_name(type)
      ->group(group);
}

void add_date(CLI::App& command, const SelectionPtr& selection, const char* flag,
              const std::string& help, std::optional<util::Date> Selection::*field) {
  command
      .add_option_function<std::string>(
          flag,
          [selection, field, flag](const std::string& given) {
            const auto date = util::Date::parse(given);
            if (!date) {
              throw CLI::ValidationError(flag, given +
                                                   " is no date; write it as 2022-02-24, "
                                                   "2022-02 or 2022");
            }
            (*selection).*field = date;
          },
          help)
      ->type_name("DATE")
      ->group(group);
}

void add_pair(CLI::App& command, const SelectionPtr& selection, const char* flag,
              const std::string& help,
              std::optional<std::array<std::string, 2>> Selection::*field) {
  command
      .add_option_function<Words>(
          flag,
          [selection, field](const Words& given) {
            (*selection).*field = {given.at(0), given.at(1)};
          },
          help)
      ->expected(2)
      ->type_name("ACTOR")
      ->group(group);
}

void add_names_of_relations(CLI::App& command, const SelectionPtr& selection) {
  using graph::Modality;
  using graph::Polarity;
  using graph::Quad;
  const auto classes = graph::relation_classes();
  add_names<graph::RelationClass>(command, selection, "--class",
                                  "relations of these classes, such as CONSULT,ASSAULT",
                                  &Selection::classes, {classes.begin(), classes.end()});
  add_names<Quad>(command, selection, "--quad",
                  "verbal-cooperation, material-cooperation, verbal-conflict, material-conflict"
                  " or none (standing relations)",
                  &Selection::quads,
                  {Quad::none, Quad::verbal_cooperation, Quad::material_cooperation,
                   Quad::verbal_conflict, Quad::material_conflict});
  add_names<Modality>(
      command, selection, "--modality", "actual, planned-future, hypothetical or demanded",
      &Selection::modalities,
      {Modality::actual, Modality::planned_future, Modality::hypothetical, Modality::demanded});
  add_names<Polarity>(command, selection, "--polarity", "affirmed or negated",
                      &Selection::polarities, {Polarity::affirmed, Polarity::negated});
}

void add_facts(CLI::App& command, const SelectionPtr& selection, Relations relations) {
  selection->facts = relations == Relations::counted;
  if (selection->facts) {
    command
        .add_flag_callback(
            "--told", [selection] { selection->facts = false; },
            "count all that is told, also what is denied, planned, supposed or demanded")
        ->group(group);
  } else {
    command
        .add_flag("--facts", selection->facts,
                  "only what is told as done, not what is denied, planned, supposed or demanded")
        ->group(group);
  }
}

void add_actors(CLI::App& command, const SelectionPtr& selection) {
  add_words(command, selection, "--around",
            "the actor, who is near it, and what is among them (may be given again)", "ACTOR",
            &Selection::around);
  command.add_option("--hops", selection->hops, "how near: steps from the actors of --around")
      ->type_name("N")
      ->check(CLI::Range(1, 20))
      ->capture_default_str()
      ->group(group);
  add_pair(command, selection, "--between", "what is directly between the two",
           &Selection::between);
  add_pair(command, selection, "--path", "all shortest chains from the one to the other",
           &Selection::path);
  add_names<graph::ActorKind>(
      command, selection, "--kind", "relations among actors of these kinds, such as country,person",
      &Selection::kinds,
      {graph::ActorKind::country, graph::ActorKind::person, graph::ActorKind::organisation,
       graph::ActorKind::armed_force, graph::ActorKind::group, graph::ActorKind::company,
       graph::ActorKind::place, graph::ActorKind::entity, graph::ActorKind::position});
  add_words(command, selection, "--country",
            "relations in which actors of the country take part (may be given again)", "COUNTRY",
            &Selection::countries);
}

}  // namespace

void add_selection_options(CLI::App& command, const SelectionPtr& selection, Relations relations,
                           TopOption top) {
  add_actors(command, selection);
  add_names_of_relations(command, selection);
  add_facts(command, selection, relations);
  add_date(command, selection, "--since",
           "events from this day, month or year on; where the event has no date, that of the"
           " article counts",
           &Selection::since);
  add_date(command, selection, "--until", "events up to and with it", &Selection::until);
  add_words(command, selection, "--document", "what this article says (may be given again)", "NAME",
            &Selection::documents);
  command
      .add_option("--min-confidence", selection->min_confidence,
                  "leave out what is less certain, 0 to 1")
      ->type_name("P")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str()
      ->group(group);
  command
      .add_option("--min-weight", selection->min_weight,
                  "edges on which at least N relations agree")
      ->type_name("N")
      ->group(group);
  if (top == TopOption::offered) {
    command.add_option("--top", selection->top, "the strongest N edges")
        ->type_name("N")
        ->group(group);
  }
  command
      .add_option("--where", selection->where,
                  "an SQL condition on the columns of the view triples")
      ->type_name("SQL")
      ->group(group);
}

}  // namespace entente::cli
