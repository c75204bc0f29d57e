// Several actors at once: the two or three last named, the two that a text is about.
#include <algorithm>
#include <map>

#include "extract/actors/coreference.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {
namespace {

using graph::ActorKind;

double least(const Coreference::Weights& told, const std::vector<std::uint32_t>& actors) {
  double value = 0.0;
  for (const auto& [actor, weight] : told) {
    if (std::find(actors.begin(), actors.end(), actor) != actors.end()) value = weight;
  }
  return value;
}

}  // namespace

std::vector<std::uint32_t> Coreference::pair(std::uint32_t token, const ActorTest& fits,
                                             std::uint32_t sentences) const {
  const auto itself = [&](std::uint32_t actor) -> std::optional<std::uint32_t> {
    if (!fits(actor)) return std::nullopt;
    return actor;
  };
  return pair(token, itself, itself, false, sentences);
}

std::vector<std::uint32_t> Coreference::pair_of_sides(std::uint32_t token, bool bodies) {
  const auto side = [&](std::uint32_t actor) -> std::optional<std::uint32_t> {
    const graph::Actor& who = work_.actor(actor);
    // The United Nations mediate, the European Union and NATO may be a side.
    const bool body =
        (who.kind == ActorKind::organisation && who.sector != "JRN" &&
         (who.country != "IGO" || who.id == "org/european-union" || who.id == "org/nato")) ||
        who.kind == ActorKind::armed_force;
    if (who.kind != ActorKind::country && !(bodies && body)) return std::nullopt;
    // A state and its ministry or army are one side.
    if (body && acts_for_state(who.sector)) {
      if (const auto state = work_.state_of(actor)) return state;
    }
    return actor;
  };
  const auto of_person = [&](std::uint32_t actor) -> std::optional<std::uint32_t> {
    const graph::Actor& who = work_.actor(actor);
    // Generals rule states, too.
    const bool leader =
        who.kind == ActorKind::person && (who.sector == "GOV" || who.sector == "MIL");
    const bool army = who.kind == ActorKind::armed_force && who.sector == "MIL";
    return leader || army ? work_.state_of(actor) : std::nullopt;
  };
  return pair(token, side, of_person, true, 6);
}

std::vector<std::uint32_t> Coreference::run_of_states(Range range, std::uint32_t end,
                                                      std::size_t number) const {
  const auto& view = work_.view;
  std::vector<std::uint32_t> run;
  std::vector<std::uint32_t> found;
  for (std::uint32_t t = range.first; t < std::min(end, range.last); ++t) {
    const auto actor = work_.actor_at(t);
    const bool state = actor && work_.actor(*actor).kind == ActorKind::country;
    const bool joint = view.form(t) == "-" || view.form(t) == "–" || view.form(t) == "," ||
                       view.key(t) == "and" || view.key(t) == "the";
    if (state && std::find(run.begin(), run.end(), *actor) == run.end()) run.push_back(*actor);
    if (!state && !joint && work_.hit_at[t] < 0) {
      if (run.size() == number) found = run;
      run.clear();
    }
  }
  return found;
}

std::vector<std::uint32_t> Coreference::several(std::uint32_t token, std::size_t number,
                                                bool states) {
  const auto& view = work_.view;
  const std::uint32_t here = view.sentence_of(token);
  for (std::uint32_t sentence = here + 1; sentence-- > 0 && here - sentence <= 2;) {
    std::vector<std::uint32_t> persons;
    std::vector<std::uint32_t> countries;
    const Range range = view.sentence(sentence);
    for (std::uint32_t t = range.first; t < std::min(token, range.last); ++t) {
      const text::Mention* mention = work_.mention_at(t);
      if (mention == nullptr || view.governs(t, token)) continue;
      for (const std::uint32_t actor : mention->actors) {
        const ActorKind kind = work_.actor(actor).kind;
        std::vector<std::uint32_t>& into = kind == ActorKind::person ? persons : countries;
        const bool counts = kind == ActorKind::person || kind == ActorKind::country;
        if (counts && std::find(into.begin(), into.end(), actor) == into.end())
          into.push_back(actor);
      }
    }
    if (!states) {
      if (persons.size() == number) return persons;
      continue;
    }
    if (countries.size() == number) return countries;
    if (auto joined = run_of_states(range, token, number); !joined.empty()) return joined;
    std::vector<std::uint32_t> theirs;
    for (const std::uint32_t person : persons) {
      const auto state = work_.state_of(person);
      if (state && std::find(theirs.begin(), theirs.end(), *state) == theirs.end())
        theirs.push_back(*state);
    }
    if (theirs.size() == number && persons.size() == number) return theirs;
  }
  return {};
}

std::vector<std::uint32_t> Coreference::pair(std::uint32_t token, const ActorMap& first_choice,
                                             const ActorMap& second_choice, bool sides,
                                             std::uint32_t sentences) const {
  const auto& view = work_.view;
  std::vector<std::uint32_t> found;
  const auto note = [&](std::vector<std::uint32_t>& into, std::optional<std::uint32_t> actor) {
    if (actor && std::find(into.begin(), into.end(), *actor) == into.end()) into.push_back(*actor);
  };
  const std::uint32_t here = view.sentence_of(token);
  bool at_once = false;  // named in the sentence itself
  // Who urges both sides, or has talks with them, is none of them.
  const Deprel relation = view.token(token).deprel;
  const bool object =
      relation == Deprel::obj || relation == Deprel::iobj || view.case_of(token) == "with";
  const auto subject = sides && object ? understood_subject(view.clause_of(token)) : std::nullopt;
  const Range aside = subject ? view.subtree(*subject) : Range{token, token};
  for (std::uint32_t sentence = here + 1; sentence-- > 0 && here - sentence <= sentences;) {
    std::vector<std::uint32_t> others;
    const Range range = view.sentence(sentence);
    for (std::uint32_t t = std::min(token, range.last); t-- > range.first;) {
      const text::Mention* mention = work_.mention_at(t);
      if (mention == nullptr || view.governs(t, token)) continue;
      // "the situation in Ukraine": where something is takes no side.
      if (sides && (view.case_of(t) == "in" || aside.contains(t))) continue;
      if (mention->actors.size() == 2) {
        for (const ActorMap* map : {&first_choice, &second_choice}) {
          const auto a = (*map)(mention->actors[0]);
          const auto b = (*map)(mention->actors[1]);
          if (a && b && *a != *b) return {*a, *b};
        }
      }
      for (const std::uint32_t actor : mention->actors) {
        note(found, first_choice(actor));
        note(others, second_choice(actor));
      }
    }
    for (std::size_t i = 0; i < others.size() && found.size() < 2; ++i) note(found, others[i]);
    if (found.size() < 2) continue;
    at_once = sentence == here;
    break;
  }
  // A state and its rebels
  const bool at_home = found.size() == 2 && !work_.actor(found[0]).country.empty() &&
                       work_.actor(found[0]).country == work_.actor(found[1]).country;
  const bool clear = found.size() == 2 && (at_once || at_home || joined(found, token));
  if (found.size() < 2 || clear) {
    std::sort(found.begin(), found.end());
    return found.size() == 2 ? found : std::vector<std::uint32_t>{};
  }
  const auto told = weights(token, aside, first_choice, second_choice);
  // Two that the whole text speaks of, and others in passing.
  if (told.size() == 2 || (told.size() > 2 && told[1].second >= 2.0 * told[2].second)) {
    found = {told[0].first, told[1].first};
  } else if (found.size() > 2 || (told.size() > 2 && told[2].second > 1.5 * least(told, found))) {
    return {};
  }
  std::sort(found.begin(), found.end());
  return found;
}

Coreference::Weights Coreference::weights(std::uint32_t token, Range aside,
                                          const ActorMap& first_choice,
                                          const ActorMap& second_choice) const {
  constexpr std::uint32_t passage = 8;  // sentences
  const std::uint32_t here = work_.view.sentence_of(token);
  std::map<std::uint32_t, double> weight;
  for (std::uint32_t t = work_.view.sentence(here - std::min(here, passage)).first; t < token;
       ++t) {
    const text::Mention* mention = work_.mention_at(t);
    if (mention == nullptr || aside.contains(t) || work_.view.governs(t, token)) continue;
    for (const std::uint32_t actor : mention->actors) {
      if (const auto one = first_choice(actor)) {
        weight[*one] += 1.0;
      } else if (const auto behind = second_choice(actor)) {
        weight[*behind] += 0.5;
      }
    }
  }
  Weights sorted(weight.begin(), weight.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return sorted;
}

bool Coreference::joined(const std::vector<std::uint32_t>& two, std::uint32_t token) const {
  const auto& view = work_.view;
  const std::uint32_t here = view.sentence_of(token);
  for (std::uint32_t t = view.sentence(here >= 2 ? here - 2 : 0).first; t < token; ++t) {
    const auto first = view.token(t).deprel == Deprel::conj ? view.parent(t) : std::nullopt;
    const auto a = work_.actor_at(t);
    if (!first) continue;
    const auto b = work_.actor_at(*first);
    if ((a == two[0] && b == two[1]) || (a == two[1] && b == two[0])) return true;
  }
  return false;
}

}  // namespace entente::actors
