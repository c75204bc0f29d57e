// Pronouns of the third person and relative pronouns.
#include <algorithm>
#include <array>
#include <set>

#include "extract/actors/coreference.hpp"
#include "extract/actors/salience.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {

using graph::ActorKind;
using text::MentionKind;

Coreference::Reading Coreference::reading_of(std::string_view key) {
  if (key == "he" || key == "him" || key == "his" || key == "himself") return Reading::he;
  if (key == "she" || key == "her" || key == "hers" || key == "herself") return Reading::she;
  if (key == "it" || key == "its" || key == "itself") return Reading::it;
  if (key == "they" || key == "them" || key == "their" || key == "theirs" || key == "themselves")
    return Reading::they;
  if (key == "we" || key == "us" || key == "our" || key == "ours" || key == "ourselves")
    return Reading::we;
  if (key == "i" || key == "me" || key == "my" || key == "mine" || key == "myself")
    return Reading::i;
  if (key == "who" || key == "which" || key == "that" || key == "whom" || key == "whose")
    return Reading::who;
  return Reading::other;
}

void Coreference::resolve_pronoun(std::uint32_t token) {
  const text::Token& word = work_.view.token(token);
  const Reading reading = reading_of(work_.view.key(token));
  switch (reading) {
    case Reading::i:
      return first_person(token, false);
    case Reading::we:
      return first_person(token, true);
    case Reading::he:
    case Reading::she:
    case Reading::it:
    case Reading::they:
      if (word.deprel == Deprel::expl) return;
      return third_person(token, reading);
    case Reading::who:
      return relative(token);
    case Reading::other:
      return;
  }
}

bool Coreference::impersonal(std::uint32_t token) const {
  static constexpr std::array<std::string_view, 14> empty{
      "seem", "appear", "take",  "happen", "matter", "turn",   "rain",
      "go",   "depend", "sound", "mean",   "look",   "become", "be"};
  const auto& view = work_.view;
  if (view.key(token) != "it") return false;
  const auto above = view.parent(token);
  if (!above) return false;
  const bool clause = view.child(*above, Deprel::ccomp) || view.child(*above, Deprel::csubj);
  switch (view.token(token).deprel) {
    case Deprel::nsubj:
    case Deprel::nsubj_outer: {
      const Upos tag = view.token(*above).upos;
      if (view.child(*above, Deprel::cop)) {
        if (tag == Upos::noun || tag == Upos::propn) return clause || !acting_noun(*above);
        return !is_attitude(view.key(*above));
      }
      return std::find(empty.begin(), empty.end(), view.token(*above).lemma) != empty.end();
    }
    case Deprel::nsubj_pass:
      return clause;
    case Deprel::obj:
      // "makes it easier"
      return view.child(*above, Deprel::xcomp).has_value() && !is_aimed(view.token(*above).lemma);
    default:
      return false;
  }
}

/// "it is a member": what a state or body can be.
bool Coreference::acting_noun(std::uint32_t token) const {
  return is_one_of(work_.view.key(token),
                   {"member", "ally", "country", "state", "party", "signatory", "nation", "partner",
                    "power", "side", "producer", "exporter"});
}

void Coreference::relative(std::uint32_t token) {
  const auto& view = work_.view;
  if (view.token(token).upos != Upos::pron) return;
  const std::uint32_t clause = view.clause_of(token);
  if (view.token(clause).deprel != Deprel::acl_relcl) return;
  const auto noun = view.parent(clause);
  if (!noun) return;
  if (const text::Mention* mention = work_.mention_at(*noun);
      mention != nullptr && !mention->actors.empty()) {
    auto actors = mention->actors;
    work_.add_mention(
        {token, token + 1}, MentionKind::pronoun, std::move(actors), 0.9 * mention->confidence,
        "relative pronoun of \"" + std::string(work_.document.text_of(mention->span)) + "\"");
  }
}

void Coreference::third_person(std::uint32_t token, Reading reading) {
  const auto& view = work_.view;
  const bool possessive = view.token(token).deprel == Deprel::nmod_poss;
  if (reading == Reading::they) return they(token, possessive);
  if (reading == Reading::it && impersonal(token)) return;
  const std::optional<std::uint32_t> speaker =
      quote_[token] != 0 ? speaker_at(token) : std::nullopt;
  ActorTest fits;
  if (reading == Reading::it) {
    fits = [&](std::uint32_t actor) {
      return is_body(work_.actor(actor).kind) && actor != speaker;
    };
  } else {
    const char wrong = reading == Reading::he ? 'f' : 'm';
    fits = [&, wrong](std::uint32_t actor) {
      const ActorFacts& facts = work_.facts[actor];
      return (work_.actor(actor).kind == ActorKind::person || facts.one_official) &&
             facts.gender != wrong && actor != speaker;
    };
  }
  if ((possessive && beside(token, fits)) || reflexive(token, fits) || accused(token, fits)) return;
  // "It" without a sign that somebody acts is as likely a thing.
  const bool acting = reading != Reading::it || actor_evidence(token, possessive) > 0.0;
  const std::uint32_t reach = reading != Reading::it ? 5 : acting ? 2 : 1;
  const double margin = reading != Reading::it ? 0.15 : acting ? 0.2 : 0.3;
  const auto found = find(token, reach, fits, possessive, margin);
  if (!found) return;
  char& gender = work_.facts[found->actor].gender;
  if (gender == 0 && reading != Reading::it) gender = reading == Reading::he ? 'm' : 'f';
  work_.add_mention({token, token + 1}, MentionKind::pronoun, {found->actor}, found->confidence,
                    text::inferred("pronoun for " + work_.actor(found->actor).name + ", named in " +
                                   work_.sentence_name(found->token)));
}

bool Coreference::influenced(std::uint32_t pronoun, std::uint32_t candidate) const {
  static constexpr std::array<std::string_view, 20> verbs{
      "threaten", "warn",  "urge",     "press",     "accuse",    "blame", "ask",
      "order",    "force", "pressure", "criticize", "criticise", "tell",  "praise",
      "punish",   "push",  "persuade", "convince",  "allow",     "help"};
  const auto& view = work_.view;
  const auto verb = view.parent(candidate);
  if (candidate > pronoun || view.token(candidate).deprel != Deprel::obj || !verb ||
      std::find(verbs.begin(), verbs.end(), view.token(*verb).lemma) == verbs.end())
    return false;
  const bool possessive = view.token(pronoun).deprel == Deprel::nmod_poss;
  const std::uint32_t below = view.clause_of(pronoun);
  const auto mark = view.child(below, Deprel::mark);
  if (!view.governs(*verb, below) || below == *verb || !mark) return false;
  // The condition is what the other must not do; what it is accused of, that it did.
  const std::string& word = view.key(*mark);
  const auto owned = possessive ? view.parent(pronoun) : pronoun;
  if (word == "if" || word == "unless") return owned && is_subject(view.token(*owned).deprel);
  return (word == "of" || word == "for" || word == "to") && possessive;
}

bool Coreference::prescribed(std::uint32_t pronoun, std::uint32_t actor) const {
  const auto& view = work_.view;
  const auto verb = view.parent(pronoun);
  if (!verb || !is_subject(view.token(pronoun).deprel) || view.token(*verb).deprel != Deprel::ccomp)
    return false;
  const bool duty =
      std::any_of(view.children(*verb).begin(), view.children(*verb).end(), [&](std::uint32_t c) {
        return view.token(c).deprel == Deprel::aux &&
               (view.key(c) == "should" || view.key(c) == "must" || view.key(c) == "ought");
      });
  const auto speech = view.parent(*verb);
  if (!duty || !speech || !is_speech(view.token(*speech).lemma)) return false;
  const auto speaker = understood_subject(*speech);
  return speaker && work_.actor_at(*speaker) == actor;
}

bool Coreference::reflexive(std::uint32_t token, const ActorTest& fits) {
  const auto& view = work_.view;
  const auto verb = view.parent(token);
  if (!view.key(token).ends_with("self") || !verb || view.token(token).deprel != Deprel::obj)
    return false;
  const auto subject = understood_subject(*verb);
  const auto actor = subject ? work_.actor_at(*subject) : std::nullopt;
  if (!actor || !fits(*actor)) return false;
  work_.add_mention({token, token + 1}, MentionKind::pronoun, {*actor}, 0.88,
                    text::inferred("pronoun for " + work_.actor(*actor).name + ", the subject"));
  return true;
}

/// "A denies B's accusations that it ...": what one denies is told of oneself.
bool Coreference::accused(std::uint32_t token, const ActorTest& fits) {
  const auto& view = work_.view;
  const auto clause = is_subject(view.token(token).deprel) ? view.parent(token) : std::nullopt;
  const auto charge = clause ? view.parent(*clause) : std::nullopt;
  if (!charge || view.token(*charge).deprel != Deprel::obj ||
      !is_one_of(view.token(*charge).lemma, {"accusation", "allegation", "assertion", "charge",
                                             "claim", "report", "suggestion", "suspicion"}))
    return false;
  const auto verb = view.parent(*charge);
  if (!verb || !is_one_of(view.token(*verb).lemma,
                          {"deny", "dismiss", "dispute", "rebut", "refute", "reject"}))
    return false;
  const auto denier = understood_subject(*verb);
  const auto actor = denier ? work_.actor_at(*denier) : std::nullopt;
  if (!actor || !fits(*actor)) return false;
  work_.add_mention({token, token + 1}, MentionKind::pronoun, {*actor}, 0.85,
                    text::inferred("pronoun for " + work_.actor(*actor).name + ", who denies it"));
  return true;
}

/// "the U.S. and its allies": the owner stands just before.
bool Coreference::beside(std::uint32_t token, const ActorTest& fits) {
  const auto& view = work_.view;
  if (token < view.sentence_around(token).first + 2 || view.key(token - 1) != "and") return false;
  const text::Mention* mention = work_.covering(token - 2);
  if (mention == nullptr || mention->actors.size() != 1 || mention->last != token - 1) return false;
  std::uint32_t actor = mention->actors.front();
  // "the Russian president and its central bank": the state whose president it is
  if (!fits(actor) && work_.actor(actor).kind == ActorKind::person) {
    const auto state = work_.state_of(actor);
    if (!state || work_.facts[*state].mentions == 0) return false;
    actor = *state;
  }
  if (!fits(actor)) return false;
  work_.add_mention(
      {token, token + 1}, MentionKind::pronoun, {actor}, 0.85,
      text::inferred("pronoun for " + work_.actor(actor).name + ", named just before"));
  return true;
}

void Coreference::with_conjuncts(std::uint32_t token, std::uint32_t end,
                                 std::vector<std::uint32_t>& actors) const {
  for (const std::uint32_t c : work_.view.children(token)) {
    if (work_.view.token(c).deprel != Deprel::conj || c >= end || c < token) continue;
    if (const text::Mention* with = work_.mention_at(c))
      actors.insert(actors.end(), with->actors.begin(), with->actors.end());
    with_conjuncts(c, end, actors);
  }
}

void Coreference::with_list(std::uint32_t token, std::uint32_t end,
                            std::vector<std::uint32_t>& actors) const {
  const auto& view = work_.view;
  const text::Mention* at = work_.mention_at(token);
  if (at == nullptr || at->actors.empty()) return;
  const ActorKind kind = work_.actor(at->actors.front()).kind;
  std::vector<std::uint32_t> others;
  bool last = false;
  while (!last) {
    std::uint32_t next = at->last;
    const bool comma = next < end && view.form(next) == ",";
    if (comma) ++next;
    last = next < end && view.key(next) == "and";
    if (last) ++next;
    if (!comma && !last) return;
    const text::Mention* found = nullptr;
    for (std::uint32_t t = next; t < std::min(end, next + 10) && found == nullptr; ++t) {
      const text::Mention* here = work_.mention_at(t);
      if (here != nullptr && here->first == next && here->actors.size() == 1 &&
          work_.actor(here->actors.front()).kind == kind)
        found = here;
    }
    if (found == nullptr) return;
    others.push_back(found->actors.front());
    at = found;
  }
  // Of two, the tree alone tells whether they belong together.
  if (others.size() >= 2) actors.insert(actors.end(), others.begin(), others.end());
}

bool Coreference::one_person(std::uint32_t token) const {
  const Role* role = work_.index.role(work_.view.key(token));
  return role != nullptr && role->number == RoleNumber::person && !role->plural;
}

/// "A met B. They ...": whom the person met, if the token is the subject that met somebody.
std::optional<std::uint32_t> Coreference::met_by(std::uint32_t token) const {
  static constexpr std::array<std::string_view, 7> verbs{"meet",   "talk",      "speak", "dine",
                                                         "confer", "negotiate", "sit"};
  const auto& view = work_.view;
  const auto person = [&](std::uint32_t t) {
    const auto actor = work_.actor_at(t);
    return actor && work_.actor(*actor).kind == ActorKind::person;
  };
  const auto verb = view.parent(token);
  if (!verb || view.token(token).deprel != Deprel::nsubj || !person(token)) return std::nullopt;
  const std::string& lemma = view.token(*verb).lemma;
  if (std::find(verbs.begin(), verbs.end(), lemma) == verbs.end()) return std::nullopt;
  for (const std::uint32_t c : view.children(*verb)) {
    const bool met = (view.token(c).deprel == Deprel::obj && lemma == "meet") ||
                     (view.token(c).deprel == Deprel::obl &&
                      (view.case_of(c) == "with" || view.case_of(c) == "to"));
    if (met && person(c) && work_.actor_at(c) != work_.actor_at(token)) return work_.actor_at(c);
  }
  return std::nullopt;
}

/// "A said they", "A said B failed because of what he calls": who says what the pronoun is part
/// of, unless another subject that fits as well is nearer.
std::optional<std::uint32_t> Coreference::says_around(std::uint32_t token,
                                                      const ActorTest& fits) const {
  const auto& view = work_.view;
  std::uint32_t below = view.clause_of(token);
  for (int steps = 0; steps < 8; ++steps) {
    const auto verb = view.parent(below);
    if (!verb) return std::nullopt;
    const auto& children = view.children(*verb);
    const auto subject = std::find_if(children.begin(), children.end(), [&](std::uint32_t child) {
      return is_subject(view.token(child).deprel) && child != below;
    });
    if (subject != children.end() && *subject < token) {
      if (view.token(below).deprel == Deprel::ccomp && is_speech(view.token(*verb).lemma))
        return *subject;
      const auto actor = work_.actor_at(*subject);
      if (!actor || !fits || fits(*actor)) return std::nullopt;
    }
    below = *verb;
  }
  return std::nullopt;
}

/// "Police said they", "her husband says he": nobody known to us has the clause around. "The
/// lawyer" may be one whom the text has named.
bool Coreference::nameless_above(std::uint32_t token, bool plural) const {
  const auto& view = work_.view;
  const Deprel relation = view.token(token).deprel;
  const auto speaker = says_around(token, nullptr);
  if (!speaker || (!is_subject(relation) && relation != Deprel::nmod_poss)) return false;
  const std::uint32_t subject = *speaker;
  const text::Mention* known = work_.mention_at(subject);
  const std::string& noun = view.key(subject);
  const Role* role = work_.index.role(noun);
  if ((known != nullptr && !known->actors.empty()) || role == nullptr ||
      view.token(subject).upos != Upos::noun)
    return false;
  const bool person = role->number == RoleNumber::person;
  if (plural) return (role->plural && person) || noun == "police" || noun == "authorities";
  return person && !role->plural &&
         (view.child(subject, Deprel::nmod_poss) || view.child(subject, Deprel::nmod));
}

void Coreference::they(std::uint32_t token, bool possessive) {
  const auto& view = work_.view;
  if (nameless_above(token, true)) return;
  const std::uint32_t here = view.sentence_of(token);
  // Conjoined names or a plural mention that is a subject nearby: the nearest first.
  struct Candidate {
    std::vector<std::uint32_t> actors;
    double value = 0.0;
    std::uint32_t token = 0;
  };
  std::vector<Candidate> candidates;
  // "They detained 30 of them": two groups.
  std::optional<std::vector<std::uint32_t>> acts_itself;
  if (!possessive && !is_subject(view.token(token).deprel)) {
    const auto subject = understood_subject(view.clause_of(token));
    if (const text::Mention* whose = subject ? work_.mention_at(*subject) : nullptr)
      acts_itself = whose->actors;
  }
  const auto speaker = quote_[token] != 0 ? speaker_at(token) : std::nullopt;
  const auto own = speaker ? side_of_speaker(*speaker) : std::nullopt;
  const std::uint32_t from = view.sentence(here >= 2 ? here - 2 : 0).first;
  const auto around = says_around(token, nullptr);
  for (std::uint32_t t = from; t < token; ++t) {
    const text::Mention* mention = work_.mention_at(t);
    if (mention == nullptr || mention->actors.empty() || view.token(t).deprel == Deprel::conj)
      continue;
    if (excluded(token, t, possessive) || mention->kind == MentionKind::adjective) continue;
    if (acts_itself && mention->actors == *acts_itself) continue;
    Candidate candidate{
        mention->actors,
        1.0 / (1.0 + 0.6 * (here - view.sentence_of(t))) + weight_of(view.token(t).deprel), t};
    with_conjuncts(t, token, candidate.actors);
    with_list(t, token, candidate.actors);
    // "An EU spokesman said they would": the body.
    if (candidate.actors.size() == 1 && work_.facts[candidate.actors.front()].speaks_for)
      candidate.actors = {*work_.facts[candidate.actors.front()].speaks_for};
    const ActorKind kind = work_.actor(candidate.actors.front()).kind;
    // "The authorities said they", "police said they"
    const bool around_it =
        around == t && view.token(t).upos == Upos::noun &&
        (view.token(t).features.number == text::Number::plural || view.key(t) == "police");
    if (around_it) candidate.value += 0.3;
    const bool plural = around_it || candidate.actors.size() > 1 || kind == ActorKind::group ||
                        (view.token(t).features.number == text::Number::plural &&
                         kind != ActorKind::country && kind != ActorKind::place);
    if (!plural) {
      // Who is quoted calls a state "they", unless it is the speaker's own.
      const bool state = kind == ActorKind::country && quote_[t] != 0 &&
                         quote_[t] == quote_[token] && candidate.actors.front() != own;
      if (kind != ActorKind::organisation && kind != ActorKind::armed_force &&
          kind != ActorKind::company && !state)
        continue;
      // An armed group is many, a company one.
      candidate.value -= kind == ActorKind::armed_force ? 0.3 : 0.6;
    } else if (candidate.actors.size() == 1 &&
               view.token(t).features.number == text::Number::singular &&
               kind == ActorKind::group && one_person(t)) {
      candidate.value -= 0.4;  // "her mother"
    }
    if (candidate.actors.size() > 6) continue;
    if (quote_[token] != 0 && quote_[t] == 0) candidate.value -= 0.4;
    if (possessive && view.clause_of(t) == view.clause_of(token) &&
        is_subject(view.token(t).deprel))
      candidate.value += 0.35;
    if (is_subject(view.token(token).deprel) && is_subject(view.token(t).deprel))
      candidate.value += 0.2;
    candidates.push_back(std::move(candidate));
  }
  for (std::uint32_t t = from; t < token; ++t) {
    const auto other = met_by(t);
    if (!other || excluded(token, t, possessive) || possessive) continue;
    double value = 1.0 / (1.0 + 0.6 * (here - view.sentence_of(t))) + weight_of(Deprel::nsubj);
    if (is_subject(view.token(token).deprel)) value += 0.2;
    candidates.push_back({{*work_.actor_at(t), *other}, value, t});
  }
  if (candidates.empty()) return;
  for (Candidate& each : candidates) {
    // Who is spoken of again and again
    const auto times = std::count_if(candidates.begin(), candidates.end(), [&](const auto& other) {
      return other.actors == each.actors;
    });
    each.value += 0.06 * static_cast<double>(std::min<std::ptrdiff_t>(times, 5));
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.value > b.value; });
  const auto different =
      std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& other) {
        return std::set(other.actors.begin(), other.actors.end()) !=
               std::set(candidates.front().actors.begin(), candidates.front().actors.end());
      });
  const double thing = thing_before(token, 1);
  const double rival = std::max(different == candidates.end() ? -1.0 : different->value, thing);
  const double lead = rival < 0.0 ? 1.0 : candidates.front().value - rival;
  if (lead < 0.15) return;
  std::vector<std::uint32_t> actors;
  for (const std::uint32_t actor : candidates.front().actors) {
    if (std::find(actors.begin(), actors.end(), actor) == actors.end()) actors.push_back(actor);
  }
  std::string names;
  for (const std::uint32_t actor : actors)
    names += (names.empty() ? "" : " and ") + work_.actor(actor).name;
  work_.add_mention({token, token + 1}, MentionKind::pronoun, std::move(actors),
                    std::min(0.85, 0.45 + 0.3 * std::min(lead, 1.0)),
                    text::inferred("pronoun for " + names + ", named in " +
                                   work_.sentence_name(candidates.front().token)));
}

}  // namespace entente::actors
