// The state that a text is about at a word: whose "the government" is, whose "the minister".
#include <algorithm>
#include <map>
#include <string>

#include "extract/actors/coreference.hpp"
#include "extract/actors/salience.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {
namespace {

using graph::ActorKind;

/// A text may tell several stories: a state of which nothing is told for so many sentences
/// belongs to another.
constexpr std::uint32_t longest_silence = 6;

/// How much a word so many sentences before still counts.
double nearness(std::uint32_t back) {
  return back == 0 ? 1.8 : back == 1 ? 1.4 : back == 2 ? 1.0 : back <= 8 ? 0.5 : 0.25;
}

/// What states say to others and about them, from outside.
bool judges(std::string_view lemma) {
  return is_one_of(lemma,
                   {"accuse",  "applaud",      "appeal",    "back",      "blame",    "call",
                    "condemn", "congratulate", "criticise", "criticize", "demand",   "denounce",
                    "deplore", "hail",         "help",      "implore",   "oppose",   "praise",
                    "press",   "pressure",     "recognise", "recognize", "sanction", "support",
                    "thank",   "threaten",     "urge",      "warn",      "welcome"});
}

/// "the French ambassador", "Cuban doctors": who is abroad.
bool goes_abroad(std::string_view noun) {
  return is_one_of(
      noun, {"aid",      "ambassador", "assistance",   "company",   "counterpart", "delegation",
             "diplomat", "diplomats",  "embassy",      "envoy",     "envoys",      "firm",
             "firms",    "forces",     "gas",          "investors", "invasion",    "jets",
             "national", "nationals",  "peacekeepers", "sanctions", "soldiers",    "support",
             "tourists", "troops"});
}

}  // namespace

double Coreference::weight_of_state(std::uint32_t word) const {
  const auto& view = work_.view;
  const Deprel relation = view.token(word).deprel;
  const auto above = view.parent(word);
  // "Paris", "the Kremlin": governments that deal with others, in most texts
  if (work_.hit_at[word] >= 0) {
    const auto& aliases = work_.hits[static_cast<std::size_t>(work_.hit_at[word])].aliases;
    const auto used_as = [&](AliasUse use) {
      return std::any_of(aliases.begin(), aliases.end(), [&](const Alias& alias) {
        return alias.use == use && work_.index.entry(alias.entry).type == EntryType::state;
      });
    };
    if (!used_as(AliasUse::name) && (used_as(AliasUse::capital) || used_as(AliasUse::seat)))
      return 0.7;
  }
  if (view.case_of(word) == "in" || relation == Deprel::nmod_poss) return 1.5;
  if (is_subject(relation)) return above && judges(view.token(*above).lemma) ? 0.7 : 1.5;
  const bool modifier = relation == Deprel::amod || relation == Deprel::compound;
  return modifier && above && goes_abroad(view.key(*above)) ? 0.5 : 1.0;
}

std::optional<std::uint32_t> Coreference::context_country(std::uint32_t token, bool quotes,
                                                          const ActorTest& fits) const {
  const auto& view = work_.view;
  std::map<std::uint32_t, double> weight;
  std::map<std::uint32_t, double> bodies;        // of states that no other word names
  std::map<std::string, std::uint32_t> told_in;  // the last sentence on each country
  const std::uint32_t here = view.sentence_of(token);
  const auto add = [&](std::string_view country, double value) {
    const auto state = work_.index.state(country);
    if (!state) return;
    if (const auto known = work_.find_actor(work_.index.entry(*state).id)) {
      weight[*known] += value;
    } else {
      bodies[*state] += value;
    }
  };
  for (std::uint32_t t = 0; t < token; ++t) {
    const text::Mention* mention = work_.mention_at(t);
    if (mention == nullptr || mention->actors.size() != 1 || (!quotes && quote_[t] != 0)) continue;
    const std::uint32_t actor = mention->actors.front();
    const graph::Actor& who = work_.actor(actor);
    told_in[who.country] = view.sentence_of(t);
    const std::uint32_t back = here - view.sentence_of(t);
    const double near = nearness(back);
    if (who.kind == ActorKind::country) {
      weight[actor] += near * weight_of_state(t);
    } else if (who.kind == ActorKind::person && !serves_many_states(actor)) {
      add(who.country, 0.5 * near);
    } else if (who.kind == ActorKind::place) {
      add(who.country, (view.case_of(t) == "in" ? 1.0 : 0.5) * near);
    } else if (acts_for_state(who.sector)) {
      add(who.country, 0.7 * near);
    }
  }
  double unnamed = 0.0;
  if (weight.empty() && bodies.size() == 1) {
    weight[work_.add_entry(bodies.begin()->first)] = 1.0;
  } else {
    // "In Tigray the army ...": its state, which no word names, may be the one in question
    for (const auto& [state, value] : bodies) unnamed = std::max(unnamed, value);
  }
  std::optional<std::uint32_t> best;
  double first = 0.0;
  double second = 0.0;
  for (const auto& [actor, value] : weight) {
    if ((fits && !fits(actor)) || foreign_to(token, actor)) continue;
    if (value > first) {
      second = first;
      first = value;
      best = actor;
    } else {
      second = std::max(second, value);
    }
  }
  if (first < 1.0) {
    const auto home = only_state();
    return home && (!fits || fits(*home)) && !foreign_to(token, *home) ? home : std::nullopt;
  }
  if (first < 1.6 * std::max(second, unnamed)) return std::nullopt;
  const auto last = told_in.find(work_.actor(*best).country);
  const bool silent = last != told_in.end() && here - last->second > longest_silence;
  return silent ? std::nullopt : best;
}

bool Coreference::judges_from_outside(std::uint32_t subject, std::uint32_t actor,
                                      std::uint32_t token) const {
  const auto& view = work_.view;
  // "Norway and Chile urged the military"
  if (view.token(subject).deprel == Deprel::conj && view.parent(subject))
    return judges_from_outside(*view.parent(subject), actor, token);
  const auto verb = view.parent(subject);
  if (!verb || !is_subject(view.token(subject).deprel) || !judges(view.token(*verb).lemma) ||
      !view.governs(*verb, token) || view.subtree(subject).contains(token))
    return false;
  // "Norway condemned it, saying the military ...": what is said may be of its own
  for (std::uint32_t t = token; t != *verb; t = *view.parent(t)) {
    const Deprel relation = view.token(t).deprel;
    if (relation == Deprel::ccomp || relation == Deprel::advcl || relation == Deprel::conj)
      return false;
  }
  return faces_others(actor);
}

bool Coreference::faces_others(std::uint32_t actor) const {
  const graph::Actor& who = work_.actor(actor);
  if (who.kind == ActorKind::country) return true;
  if (who.sector != "GOV" && who.sector != "DIP") return false;
  const auto bears = [&](std::string_view word) {
    return who.name.find(word) != std::string::npos;
  };
  return bears("Foreign") || bears("Department of State") || bears("mbassy");
}

bool Coreference::foreign_to(std::uint32_t token, std::uint32_t state) const {
  for (std::uint32_t t = work_.view.sentence_around(token).first; t < token; ++t) {
    const auto actor = work_.actor_at(t);
    if (actor && judges_from_outside(t, *actor, token) && work_.state_of(*actor) == state)
      return true;
  }
  return judged_by(token, state);
}

bool Coreference::judged_by(std::uint32_t subject, std::uint32_t state) const {
  const auto& view = work_.view;
  const auto first = view.parent(subject);
  if (!first || !is_subject(view.token(subject).deprel)) return false;
  const std::uint32_t end = view.sentence_around(subject).last;
  for (std::uint32_t t = subject + 1; t < end; ++t) {
    const auto verb = view.parent(t);
    if (!verb || !judges(view.token(*verb).lemma) || work_.actor_at(t) != state) continue;
    const bool own =
        *verb == first || (view.token(*verb).deprel == Deprel::conj &&
                           view.parent(*verb) == first && !view.child(*verb, Deprel::nsubj));
    if (own && !is_subject(view.token(t).deprel)) return true;
  }
  return false;
}

std::optional<std::uint32_t> Coreference::scene(std::uint32_t token) {
  const auto& view = work_.view;
  const Range sentence = view.sentence_around(token);
  const auto state_at = [&](std::uint32_t t) -> std::optional<std::uint32_t> {
    const auto place = work_.actor_at(t);
    if (!place) return std::nullopt;
    const ActorKind kind = work_.actor(*place).kind;
    if (kind != ActorKind::place && kind != ActorKind::country) return std::nullopt;
    return work_.state_of(*place);
  };
  // "parliament in Islamabad", whatever a parser hangs the town on
  if (token + 2 < sentence.last && view.key(token + 1) == "in") {
    if (const auto state = state_at(token + 2)) return state;
  }
  // "In Ankara, the foreign ministry said"
  const std::uint32_t clause = view.clause_of(token);
  const auto subject = view.child(clause, Deprel::nsubj);
  const bool acts = subject && view.subtree(*subject).contains(token);
  if (!acts || view.key(sentence.first) != "in") return std::nullopt;
  for (std::uint32_t t = sentence.first; t < view.subtree(*subject).first; ++t) {
    if (view.case_of(t) != "in" || view.parent(t) != clause) continue;
    if (const auto state = state_at(t)) return state;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Coreference::home(std::uint32_t token, const ActorTest& fits) {
  const auto& view = work_.view;
  const auto is_state = [&](std::optional<std::uint32_t> actor) {
    return actor && work_.actor(*actor).kind == ActorKind::country && (!fits || fits(*actor)) &&
           !foreign_to(token, *actor);
  };
  if (const auto speaker = quote_[token] != 0 ? speaker_at(token) : std::nullopt) {
    if (const auto side = side_of_speaker(*speaker); is_state(side)) return side;
  }
  // "The prime minister told parliament"
  const auto told = view.parent(token);
  const bool addressed =
      told && (view.token(token).deprel == Deprel::obj || view.token(token).deprel == Deprel::iobj);
  if (addressed && (view.token(*told).lemma == "tell" || view.token(*told).lemma == "address" ||
                    view.token(*told).lemma == "inform" || view.token(*told).lemma == "brief")) {
    const auto subject = view.child(*told, Deprel::nsubj);
    const auto who = subject ? work_.actor_at(*subject) : std::nullopt;
    if (who && work_.actor(*who).kind == ActorKind::person && !serves_many_states(*who)) {
      if (const auto state = work_.state_of(*who); is_state(state)) return state;
    }
  }
  if (const auto where = scene(token); is_state(where)) return where;
  if (const auto context = context_country(token, quote_[token] != 0, fits)) return context;
  // "In Ankara, the foreign ministry said"
  const std::uint32_t here = view.sentence_of(token);
  for (std::uint32_t t = view.sentence(here).first; t < token; ++t) {
    const auto place = work_.actor_at(t);
    if (place && work_.actor(*place).kind == ActorKind::place && view.case_of(t) == "in") {
      if (const auto state = work_.state_of(*place); is_state(state)) return state;
    }
  }
  // "the lower house in Italy's elections"
  for (std::uint32_t t = token + 1; t < view.sentence(here).last; ++t) {
    const auto country = work_.actor_at(t);
    const auto above = view.parent(t);
    const bool within = view.case_of(t) == "in" || (view.token(t).deprel == Deprel::nmod_poss &&
                                                    above && view.case_of(*above) == "in");
    if (within && is_state(country)) return country;
  }
  // "X's minister accused the opposition", "his fighters joined the army": of who acts there
  std::optional<std::uint32_t> above = view.parent(token);
  for (int steps = 0; above && steps < 16; above = view.parent(*above), ++steps) {
    for (const std::uint32_t subject : view.children(*above)) {
      if (subject >= token || !is_subject(view.token(subject).deprel)) continue;
      const Range words = view.subtree(subject);
      for (std::uint32_t t = words.first; t < std::min(words.last, token); ++t) {
        const Deprel relation = view.token(t).deprel;
        const bool tells =
            t == subject || relation == Deprel::nmod_poss || relation == Deprel::amod;
        const auto actor = tells ? work_.actor_at(t) : std::nullopt;
        if (!actor || work_.actor(*actor).kind == ActorKind::group || serves_many_states(*actor))
          continue;
        // "Norway urged the military to step down": another's
        if (t == subject && work_.actor(*actor).kind == ActorKind::country) continue;
        if (const auto state = work_.state_of(*actor); is_state(state)) return state;
      }
    }
  }
  // Whose acts the sentences before tell, or else the first.
  const auto subject_of = [&](std::uint32_t sentence) -> std::optional<std::uint32_t> {
    const Range range = view.sentence(sentence);
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      const auto verb = view.parent(t);
      if (!is_subject(view.token(t).deprel) || !verb || view.parent(*verb)) continue;
      const auto actor = work_.actor_at(t);
      return actor && !serves_many_states(*actor) ? work_.state_of(*actor) : std::nullopt;
    }
    return std::nullopt;
  };
  for (std::uint32_t s = here; s-- > 0 && here - s <= 2;) {
    if (const auto state = subject_of(s); is_state(state)) return state;
  }
  const auto first = here > 0 ? subject_of(0) : std::nullopt;
  return is_state(first) ? first : std::nullopt;
}

std::optional<std::uint32_t> Coreference::only_state() const {
  std::map<std::string_view, int> named;
  int all = 0;
  for (const text::Mention& mention : work_.document.mentions) {
    if (mention.kind != text::MentionKind::name || mention.actors.size() != 1) continue;
    const std::uint32_t actor = mention.actors.front();
    const std::string& country = work_.actor(actor).country;
    if (country.empty() || body_code(country) || serves_many_states(actor)) continue;
    ++named[country];
    ++all;
  }
  for (const auto& [country, times] : named) {
    const auto state = work_.index.state(country);
    if (state && times >= 2 && times * 5 >= all * 4) return work_.add_entry(*state);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Coreference::context_part(std::uint32_t token,
                                                       std::string_view kind) const {
  const std::uint32_t reach = kind == "city" ? 1 : 3;  // sentences
  const auto& view = work_.view;
  const std::uint32_t here = view.sentence_of(token);
  const auto part_at = [&](std::uint32_t t) -> std::optional<std::uint32_t> {
    const auto actor = work_.actor_at(t);
    if (!actor || work_.actor(*actor).kind != ActorKind::place || !work_.facts[*actor].entry)
      return std::nullopt;
    if (work_.index.entry(*work_.facts[*actor].entry).place_kind != kind) return std::nullopt;
    return actor;
  };
  for (std::uint32_t t = token; t-- > 0 && here - view.sentence_of(t) <= reach;) {
    if (const auto part = part_at(t)) return part;
  }
  // A text may tell several stories: the part of the state that this one is about.
  const auto state = kind == "city" ? std::nullopt : context_country(token);
  if (!state) return std::nullopt;
  std::map<std::uint32_t, int> times;
  std::optional<std::uint32_t> first;
  for (std::uint32_t t = 0; t < view.size(); ++t) {
    const auto part = part_at(t);
    if (!part || work_.actor(*part).country != work_.actor(*state).country) continue;
    if (!first) first = part;
    ++times[*part];
  }
  const bool leads = first && std::all_of(times.begin(), times.end(), [&](const auto& each) {
                       return each.second <= times[*first];
                     });
  return leads ? first : std::nullopt;
}

std::optional<std::uint32_t> Coreference::context_body(std::uint32_t token,
                                                       std::string_view noun) const {
  for (std::uint32_t t = token; t-- > 0;) {
    const auto actor = work_.actor_at(t);
    if (actor && work_.actor(*actor).kind == ActorKind::organisation &&
        named_as_body(work_.actor(*actor).name, noun))
      return actor;
  }
  return std::nullopt;
}

}  // namespace entente::actors
