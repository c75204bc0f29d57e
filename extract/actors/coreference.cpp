#include "extract/actors/coreference.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "extract/actors/name_key.hpp"

namespace entente::actors {
namespace {

using graph::ActorKind;
using text::MentionKind;

constexpr std::array<std::string_view, 34> speech_verbs{
    "say",         "tell",     "add",       "state",     "announce",  "declare",  "claim",
    "write",       "tweet",    "stress",    "note",      "warn",      "explain",  "insist",
    "argue",       "continue", "ask",       "reply",     "respond",   "comment",  "remark",
    "affirm",      "assert",   "emphasize", "emphasise", "quote",     "conclude", "report",
    "acknowledge", "admit",    "vow",       "urge",      "reiterate", "point"};

bool is_speech(std::string_view lemma) {
  return std::find(speech_verbs.begin(), speech_verbs.end(), lemma) != speech_verbs.end();
}

bool is_time_noun(std::string_view key) {
  static constexpr std::array<std::string_view, 12> nouns{"year",   "month",  "week",      "day",
                                                          "time",   "hour",   "morning",   "night",
                                                          "decade", "moment", "statement", "way"};
  return std::find(nouns.begin(), nouns.end(), key) != nouns.end();
}

bool is_subject(Deprel relation) {
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass ||
         relation == Deprel::nsubj_outer;
}

double weight_of(Deprel relation) {
  switch (relation) {
    case Deprel::nsubj:
    case Deprel::nsubj_outer:
      return 0.35;
    case Deprel::nsubj_pass:
      return 0.3;
    case Deprel::obj:
    case Deprel::iobj:
      return 0.12;
    case Deprel::nmod_poss:
      return 0.08;
    case Deprel::obl_agent:
      return 0.12;
    case Deprel::obl:
      return 0.03;
    case Deprel::conj:
      return 0.05;
    case Deprel::compound:
    case Deprel::amod:
      return -0.2;
    default:
      return 0.0;
  }
}

/// Verbs whose subject must be somebody who acts, so that "it" is no thing.
bool is_deed(std::string_view lemma) {
  static constexpr std::array<std::string_view, 58> deeds{
      "want",      "plan",      "agree",    "refuse",    "demand",    "seek",    "deny",
      "reject",    "condemn",   "support",  "accuse",    "sign",      "attack",  "invade",
      "launch",    "deploy",    "withdraw", "impose",    "hope",      "intend",  "believe",
      "decide",    "promise",   "offer",    "pledge",    "threaten",  "welcome", "call",
      "criticize", "criticise", "blame",    "recognize", "recognise", "expel",   "arrest",
      "seize",     "suspend",   "ban",      "send",      "order",     "oppose",  "back",
      "try",       "consider",  "expect",   "urge",      "request",   "propose", "join",
      "host",      "negotiate", "ratify",   "adopt",     "approve",   "resume",  "lift",
      "cut",       "commit"};
  return is_speech(lemma) || std::find(deeds.begin(), deeds.end(), lemma) != deeds.end();
}

/// Nouns that only states and bodies own.
bool is_property(std::string_view key) {
  static constexpr std::array<std::string_view, 38> owned{
      "troops",    "forces",     "allies",       "ally",        "government", "army",
      "military",  "president",  "neighbor",     "neighbour",   "neighbors",  "neighbours",
      "borders",   "border",     "territory",    "sovereignty", "citizens",   "people",
      "nationals", "ambassador", "embassy",      "parliament",  "soldiers",   "navy",
      "members",   "members",    "leaders",      "leader",      "officials",  "minister",
      "economy",   "capital",    "independence", "airspace",    "exports",    "fighters",
      "militants", "diplomats"};
  return std::find(owned.begin(), owned.end(), key) != owned.end();
}

bool is_body(ActorKind kind) {
  return kind == ActorKind::country || kind == ActorKind::organisation ||
         kind == ActorKind::armed_force || kind == ActorKind::company;
}

}  // namespace

Coreference::Coreference(Work& work) : work_(work) {
  quote_.assign(work.view.size(), 0);
  mark_quotes();
}

void Coreference::mark_quotes() {
  const auto& view = work_.view;
  std::uint32_t number = 0;
  std::uint32_t open_since = 0;
  bool open = false;
  for (std::uint32_t i = 0; i < view.size(); ++i) {
    const std::string_view form = view.form(i);
    const bool left = form == "“" || form == "``";
    const bool right = form == "”" || form == "''";
    const bool either = form == "\"";
    if (open && view.sentence_of(i) > open_since + 6) open = false;
    if (left || (either && !open)) {
      open = true;
      open_since = view.sentence_of(i);
      ++number;
      continue;
    }
    if (right || either) {
      open = false;
      continue;
    }
    if (open) quote_[i] = number;
  }
}

bool Coreference::excluded(std::uint32_t pronoun, std::uint32_t candidate, bool possessive) const {
  const auto& view = work_.view;
  // "the U.S. and its allies": a conjunct is not within the first.
  for (std::optional<std::uint32_t> at = pronoun; at && *at != candidate; at = view.parent(*at)) {
    if (view.token(*at).deprel == Deprel::conj && view.parent(*at) == candidate) return false;
  }
  if (view.governs(candidate, pronoun) && !is_subject(view.token(candidate).deprel)) {
    return true;  // the phrase that holds the pronoun
  }
  if (view.governs(candidate, pronoun)) {
    // Within the subject phrase itself, unless in its relative clause.
    return view.clause_of(pronoun) == view.clause_of(candidate) ||
           view.subtree(candidate).contains(pronoun);
  }
  if (possessive) {
    const auto owned = view.parent(pronoun);
    return owned && *owned == candidate;
  }
  const auto a = view.parent(pronoun);
  const auto b = view.parent(candidate);
  return a && b && *a == *b && view.token(pronoun).deprel != Deprel::nmod_poss &&
         view.token(candidate).deprel != Deprel::nmod_poss &&
         view.token(candidate).deprel != Deprel::obl;
}

std::optional<Antecedent> Coreference::find(std::uint32_t token, std::uint32_t reach,
                                            const ActorTest& fits, bool possessive,
                                            double margin) const {
  return search(token, reach, fits, possessive, margin, false);
}

std::optional<Antecedent> Coreference::described(std::uint32_t token, std::uint32_t reach,
                                                 const ActorTest& fits, double margin) const {
  return search(token, reach, fits, false, margin, true);
}

std::optional<Antecedent> Coreference::search(std::uint32_t token, std::uint32_t reach,
                                              const ActorTest& fits, bool possessive, double margin,
                                              bool description) const {
  const auto& view = work_.view;
  const std::uint32_t here = view.sentence_of(token);
  const std::uint32_t from = view.sentence(here >= reach ? here - reach : 0).first;
  const std::uint32_t clause = view.clause_of(token);
  const bool subject = is_subject(view.token(token).deprel);
  struct Score {
    double value = -1.0;
    std::uint32_t token = 0;
    std::uint32_t times = 0;
  };
  std::map<std::uint32_t, Score> scores;
  const auto consider = [&](std::uint32_t t, double base) {
    const text::Mention* mention = work_.mention_at(t);
    if (mention == nullptr || mention->actors.size() != 1 || t == token) return;
    const std::uint32_t actor = mention->actors.front();
    if (!fits(actor)) return;
    if (excluded(token, t, possessive)) return;
    double value = base + weight_of(view.token(t).deprel) * (description ? 0.5 : 1.0);
    if (description && view.sentence_of(t) == here) {
      // Nearer words count more, and the subject would have been "it".
      value += 0.2 / (1.0 + 0.2 * (token > t ? token - t : t - token));
      if (is_subject(view.token(t).deprel)) value -= 0.4;
    }
    if (mention->kind == MentionKind::adjective) value -= 0.15;
    if (view.token(t).deprel == Deprel::conj) {
      if (const auto first = view.parent(t)) value += 0.5 * weight_of(view.token(*first).deprel);
    }
    if (description) {
      // no parallelism
    } else if (view.sentence_of(t) == here) {
      if (view.clause_of(t) == clause && is_subject(view.token(t).deprel))
        value += possessive ? 0.35 : 0.1;
      if (subject && is_subject(view.token(t).deprel)) value += 0.2;
    } else if (view.sentence_of(t) + 1 == here && subject && is_subject(view.token(t).deprel)) {
      // Parallel subjects of neighbouring main clauses.
      const auto predicate = view.parent(t);
      value += predicate && view.token(*predicate).deprel == Deprel::root ? 0.25 : 0.1;
    }
    Score& score = scores[actor];
    ++score.times;
    if (value > score.value) {
      score.value = value;
      score.token = t;
    }
  };
  for (std::uint32_t t = from; t < token; ++t) {
    const std::uint32_t back = here - view.sentence_of(t);
    consider(t, 1.0 / (1.0 + 0.55 * back));
  }
  // "In his speech, Biden said"
  const Range sentence = view.sentence(here);
  for (std::uint32_t t = token + 1; t < sentence.last; ++t) {
    if (!is_subject(view.token(t).deprel) || work_.hit_at[t] < 0) continue;
    const auto predicate = view.parent(t);
    if (predicate && view.governs(*predicate, token) && !view.subtree(t).contains(token) &&
        view.token(*predicate).deprel == Deprel::root) {
      consider(t, 0.75);
    }
  }
  const Score* best = nullptr;
  std::uint32_t who = 0;
  double second = thing_before(token, plural_of(view.key(token)));
  for (auto& [actor, score] : scores) {
    score.value += 0.06 * std::min<double>(score.times, 5.0) +
                   0.02 * std::min<double>(work_.facts[actor].mentions, 10.0);
    if (best == nullptr || score.value > best->value) {
      if (best != nullptr) second = std::max(second, best->value);
      best = &score;
      who = actor;
    } else {
      second = std::max(second, score.value);
    }
  }
  if (best == nullptr) return std::nullopt;
  const double lead = best->value - second;
  if (second > 0.0 && lead < margin) return std::nullopt;
  const double confidence =
      std::min(0.9, 0.45 + 0.25 * std::min(best->value, 1.4) + 0.2 * std::min(lead, 0.5));
  return Antecedent{who, best->token, confidence};
}

int Coreference::plural_of(std::string_view key) {
  if (key == "it" || key == "its" || key == "itself") return 0;
  if (key == "they" || key == "them" || key == "their" || key == "themselves") return 1;
  return -1;
}

/// How strongly a common noun that is no actor claims the pronoun: "the deal ... it".
double Coreference::thing_before(std::uint32_t token, int plural) const {
  if (plural < 0) return -1.0;
  const auto& view = work_.view;
  const bool possessive = view.token(token).deprel == Deprel::nmod_poss;
  double handicap = 0.0;
  if (const auto above = view.parent(token)) {
    if (possessive && is_property(view.key(*above))) handicap = 0.6;
    if (!possessive && view.token(token).deprel == Deprel::nsubj &&
        is_deed(view.token(*above).lemma))
      handicap = 0.6;
  }
  const std::uint32_t here = view.sentence_of(token);
  const std::uint32_t from = view.sentence(here >= 1 ? here - 1 : 0).first;
  double best = -1.0;
  for (std::uint32_t t = from; t < token; ++t) {
    const text::Token& noun = view.token(t);
    if (noun.upos != Upos::noun || work_.at_head[t] >= 0 || view.governs(t, token)) continue;
    if ((noun.features.number == text::Number::plural) != (plural == 1)) continue;
    const bool argument = is_subject(noun.deprel) || noun.deprel == Deprel::obj;
    if (!argument) continue;
    if (plural == 0 && is_time_noun(view.key(t))) continue;
    if (view.parent(t) == view.parent(token)) continue;
    double value =
        1.0 / (1.0 + 0.55 * (here - view.sentence_of(t))) + weight_of(noun.deprel) - handicap;
    if (is_subject(noun.deprel) && is_subject(view.token(token).deprel)) value += 0.2;
    if (possessive && view.clause_of(t) == view.clause_of(token) && is_subject(noun.deprel))
      value += 0.35;
    best = std::max(best, value - 0.12);
  }
  return best;
}

std::vector<std::uint32_t> Coreference::pair(std::uint32_t token, const ActorTest& fits) const {
  const auto& view = work_.view;
  std::vector<std::uint32_t> found;
  const std::uint32_t here = view.sentence_of(token);
  std::uint32_t last_sentence = here;
  for (std::uint32_t t = token; t-- > 0;) {
    const std::uint32_t sentence = view.sentence_of(t);
    if (here - sentence > 6) break;
    if (sentence != last_sentence) {
      if (found.size() >= 2) break;
      last_sentence = sentence;
    }
    const text::Mention* mention = work_.mention_at(t);
    if (mention == nullptr || view.governs(t, token)) continue;
    if (mention->actors.size() == 2 && fits(mention->actors[0]) && fits(mention->actors[1])) {
      return mention->actors;
    }
    for (const std::uint32_t actor : mention->actors) {
      if (fits(actor) && std::find(found.begin(), found.end(), actor) == found.end())
        found.push_back(actor);
    }
  }
  if (found.size() > 2) {
    // Two that the whole text speaks of, and others in passing.
    std::stable_sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
      return work_.facts[a].mentions > work_.facts[b].mentions;
    });
    if (work_.facts[found[1]].mentions < 2 * work_.facts[found[2]].mentions) return {};
    found.resize(2);
  }
  if (found.size() != 2) return {};
  std::sort(found.begin(), found.end());
  return found;
}

std::optional<std::uint32_t> Coreference::context_country(std::uint32_t token) const {
  const auto& view = work_.view;
  std::map<std::uint32_t, double> weight;
  const std::uint32_t here = view.sentence_of(token);
  for (std::uint32_t t = 0; t < token; ++t) {
    const text::Mention* mention = work_.mention_at(t);
    if (mention == nullptr || mention->actors.size() != 1) continue;
    const std::uint32_t actor = mention->actors.front();
    const double near = here - view.sentence_of(t) <= 2 ? 1.0 : 0.5;
    if (work_.actor(actor).kind == ActorKind::country) {
      const bool in_it = view.case_of(t) == "in" || view.token(t).deprel == Deprel::nmod_poss;
      weight[actor] += near * (is_subject(view.token(t).deprel) || in_it ? 1.5 : 1.0);
    } else if (work_.actor(actor).kind == ActorKind::person ||
               work_.actor(actor).kind == ActorKind::place) {
      if (const auto state = work_.index.state(work_.actor(actor).country)) {
        if (const auto known = work_.find_actor(work_.index.entry(*state).id))
          weight[*known] += 0.5 * near;
      }
    }
  }
  std::optional<std::uint32_t> best;
  double first = 0.0;
  double second = 0.0;
  for (const auto& [actor, value] : weight) {
    if (value > first) {
      second = first;
      first = value;
      best = actor;
    } else {
      second = std::max(second, value);
    }
  }
  if (first < 1.0 || first < 1.6 * second) return std::nullopt;
  return best;
}

// ---- who speaks ----

std::optional<std::uint32_t> Coreference::speaker_in(Range sentence, std::uint32_t quote) const {
  const auto& view = work_.view;
  std::optional<std::uint32_t> found;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (quote_[t] == quote || view.token(t).upos != Upos::verb || !is_speech(view.token(t).lemma))
      continue;
    std::optional<std::uint32_t> subject = view.child(t, Deprel::nsubj);
    if (!subject && view.token(t).deprel == Deprel::acl) subject = view.parent(t);
    if (!subject &&
        (view.token(t).deprel == Deprel::conj || view.token(t).deprel == Deprel::advcl)) {
      if (const auto first = view.parent(t)) subject = view.child(*first, Deprel::nsubj);
    }
    if (!subject) continue;
    if (const auto actor = work_.actor_at(*subject)) found = actor;
  }
  return found;
}

std::optional<std::uint32_t> Coreference::speaker_at(std::uint32_t token) const {
  const auto& view = work_.view;
  const std::uint32_t quote = quote_[token];
  const std::uint32_t here = view.sentence_of(token);
  // The quotation's own sentences first, then the one before, then the one after.
  std::vector<std::uint32_t> order{here};
  for (std::uint32_t s = here; s-- > 0 && here - s <= 4;) order.push_back(s);
  for (std::uint32_t s = here + 1; s < work_.document.sentences.size() && s - here <= 3; ++s)
    order.push_back(s);
  for (const std::uint32_t s : order) {
    const Range sentence = view.sentence(s);
    const bool holds = std::any_of(quote_.begin() + sentence.first, quote_.begin() + sentence.last,
                                   [&](std::uint32_t q) { return q == quote; });
    if (!holds) continue;
    if (const auto speaker = speaker_in(sentence, quote)) return speaker;
  }
  for (std::uint32_t s = here; s-- > 0 && here - s <= 3;) {
    if (const auto speaker = speaker_in(view.sentence(s), quote)) return speaker;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Coreference::issuer() const {
  if (issuer_) return *issuer_;
  std::optional<std::uint32_t> best;
  const auto& view = work_.view;
  std::map<std::uint32_t, double> weight;
  for (std::uint32_t t = 0; t < view.size(); ++t) {
    if (quote_[t] != 0) continue;
    const auto actor = work_.actor_at(t);
    if (!actor) continue;
    const ActorKind kind = work_.actor(*actor).kind;
    if (is_subject(view.token(t).deprel) &&
        (kind == ActorKind::country || kind == ActorKind::organisation)) {
      weight[*actor] += 1.0;
    }
    if (kind == ActorKind::person && view.sentence_of(t) < 2) {
      for (const Office& office : work_.facts[*actor].offices) {
        if (!office.organisation) continue;
        if (const auto state = work_.state_of(*office.organisation)) weight[*state] += 2.5;
      }
    }
  }
  double first = 0.0;
  for (const auto& [actor, value] : weight) {
    if (value > first) {
      first = value;
      best = actor;
    }
  }
  static constexpr std::array<std::array<std::string_view, 2>, 9> hosts{
      {{"state.gov", "USA"},
       {"whitehouse.gov", "USA"},
       {"defense.gov", "USA"},
       {"centcom.mil", "USA"},
       {"gov.uk", "GBR"},
       {"kremlin.ru", "RUS"},
       {"mid.ru", "RUS"},
       {"fmprc.gov.cn", "CHN"},
       {"diplomatie.gouv.fr", "FRA"}}};
  for (const auto& [host, iso3] : hosts) {
    if (work_.document.url.find(host) == std::string::npos) continue;
    if (const auto state = work_.index.state(iso3)) best = work_.add_entry(*state);
  }
  issuer_ = best;
  return best;
}

void Coreference::first_person(std::uint32_t token, bool plural) {
  const auto& view = work_.view;
  std::optional<std::uint32_t> speaker;
  std::string reason;
  if (quote_[token] != 0) {
    speaker = speaker_at(token);
    if (!speaker) return;
    reason = "words of " + work_.actor(*speaker).name;
  }
  if (!plural) {
    if (speaker && work_.actor(*speaker).kind == ActorKind::person) {
      work_.add_mention({token, token + 1}, MentionKind::pronoun, {*speaker}, 0.85, reason);
    }
    return;
  }
  std::optional<std::uint32_t> group;
  double confidence = 0.7;
  if (speaker) {
    const ActorKind kind = work_.actor(*speaker).kind;
    if (kind == ActorKind::person) {
      for (const Office& office : work_.facts[*speaker].offices) {
        if (office.organisation && !office.former) {
          group = work_.state_of(*office.organisation);
          if (!group) group = office.organisation;
          break;
        }
      }
      if (!group) group = work_.state_of(*speaker);
      confidence = 0.65;
    } else if (kind == ActorKind::group) {
      group = work_.state_of(*speaker);
    } else {
      group = work_.state_of(*speaker);
      if (!group) group = speaker;
    }
  } else if (quote_[token] == 0) {
    group = issuer();
    reason = "the text is a statement of " + (group ? work_.actor(*group).name : std::string());
  }
  if (!group) return;
  (void)view;
  work_.add_mention({token, token + 1}, MentionKind::pronoun, {*group}, confidence, reason);
}

// ---- third person ----

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

void Coreference::relative(std::uint32_t token) {
  const auto& view = work_.view;
  if (view.token(token).upos != Upos::pron) return;
  const std::uint32_t clause = view.key(token) == "whose" && view.parent(token)
                                   ? view.clause_of(token)
                                   : view.clause_of(token);
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
      return work_.actor(actor).kind == ActorKind::person && work_.facts[actor].gender != wrong &&
             actor != speaker;
    };
  }
  if (possessive && beside(token, fits)) return;
  const auto found = find(token, reading == Reading::it ? 2 : 3, fits, possessive,
                          reading == Reading::it ? 0.2 : 0.15);
  if (!found) return;
  char& gender = work_.facts[found->actor].gender;
  if (gender == 0 && reading != Reading::it) gender = reading == Reading::he ? 'm' : 'f';
  work_.add_mention({token, token + 1}, MentionKind::pronoun, {found->actor}, found->confidence,
                    "pronoun for " + work_.actor(found->actor).name + ", named in " +
                        work_.sentence_name(found->token));
}

/// "the U.S. and its allies": the owner stands just before.
bool Coreference::beside(std::uint32_t token, const ActorTest& fits) {
  const auto& view = work_.view;
  if (token < view.sentence_around(token).first + 2 || view.key(token - 1) != "and") return false;
  const text::Mention* mention = work_.covering(token - 2);
  if (mention == nullptr || mention->actors.size() != 1 || mention->last != token - 1 ||
      !fits(mention->actors[0]))
    return false;
  const std::uint32_t actor = mention->actors.front();
  work_.add_mention({token, token + 1}, MentionKind::pronoun, {actor}, 0.85,
                    "pronoun for " + work_.actor(actor).name + ", named just before");
  return true;
}

void Coreference::they(std::uint32_t token, bool possessive) {
  const auto& view = work_.view;
  const std::uint32_t here = view.sentence_of(token);
  // Conjoined names or a plural mention that is a subject nearby: the nearest first.
  struct Candidate {
    std::vector<std::uint32_t> actors;
    double value = 0.0;
    std::uint32_t token = 0;
  };
  std::vector<Candidate> candidates;
  const std::uint32_t from = view.sentence(here >= 2 ? here - 2 : 0).first;
  for (std::uint32_t t = from; t < token; ++t) {
    const text::Mention* mention = work_.mention_at(t);
    if (mention == nullptr || mention->actors.empty() || view.token(t).deprel == Deprel::conj)
      continue;
    if (excluded(token, t, possessive) || mention->kind == MentionKind::adjective) continue;
    Candidate candidate{
        mention->actors,
        1.0 / (1.0 + 0.6 * (here - view.sentence_of(t))) + weight_of(view.token(t).deprel), t};
    for (const std::uint32_t c : view.children(t)) {
      if (view.token(c).deprel != Deprel::conj || c >= token) continue;
      if (const text::Mention* with = work_.mention_at(c)) {
        for (const std::uint32_t actor : with->actors) candidate.actors.push_back(actor);
      }
    }
    const ActorKind kind = work_.actor(candidate.actors.front()).kind;
    const bool plural =
        candidate.actors.size() > 1 || kind == ActorKind::group ||
        (view.token(t).features.number == text::Number::plural && kind != ActorKind::country);
    if (!plural) {
      if (kind != ActorKind::organisation && kind != ActorKind::armed_force &&
          kind != ActorKind::company)
        continue;
      candidate.value -= 0.35;
    }
    if (candidate.actors.size() > 6) continue;
    if (possessive && view.clause_of(t) == view.clause_of(token) &&
        is_subject(view.token(t).deprel))
      candidate.value += 0.35;
    if (is_subject(view.token(token).deprel) && is_subject(view.token(t).deprel))
      candidate.value += 0.2;
    candidates.push_back(std::move(candidate));
  }
  if (candidates.empty()) return;
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
  if (lead < 0.12) return;
  std::vector<std::uint32_t> actors;
  for (const std::uint32_t actor : candidates.front().actors) {
    if (std::find(actors.begin(), actors.end(), actor) == actors.end()) actors.push_back(actor);
  }
  std::string names;
  for (const std::uint32_t actor : actors)
    names += (names.empty() ? "" : " and ") + work_.actor(actor).name;
  work_.add_mention(
      {token, token + 1}, MentionKind::pronoun, std::move(actors),
      std::min(0.85, 0.45 + 0.3 * std::min(lead, 1.0)),
      "pronoun for " + names + ", named in " + work_.sentence_name(candidates.front().token));
}

}  // namespace entente::actors
