// Quotations, who speaks in them, and whom "I" and "we" mean.
#include <algorithm>
#include <array>
#include <map>

#include "extract/actors/coreference.hpp"
#include "extract/actors/role_resolver.hpp"
#include "extract/actors/salience.hpp"

namespace entente::actors {

using graph::ActorKind;
using text::MentionKind;

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

std::optional<Coreference::Speaker> Coreference::speaker_in(Range sentence) const {
  const auto& view = work_.view;
  std::optional<Speaker> found;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (quote_[t] != 0 || view.token(t).upos != Upos::verb || !is_speech(view.token(t).lemma))
      continue;
    std::optional<std::uint32_t> subject = view.child(t, Deprel::nsubj);
    if (!subject && view.token(t).deprel == Deprel::acl) subject = view.parent(t);
    if (!subject &&
        (view.token(t).deprel == Deprel::conj || view.token(t).deprel == Deprel::advcl)) {
      if (const auto first = view.parent(t)) subject = view.child(*first, Deprel::nsubj);
    }
    if (!subject) continue;
    const auto actor = work_.actor_at(*subject);
    if (actor || !found) found = Speaker{actor};
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
    // Somebody of whom nothing is known speaks, and nobody else.
    if (const auto speaker = speaker_in(sentence)) return speaker->actor;
  }
  for (std::uint32_t s = here; s-- > 0 && here - s <= 3;) {
    const auto speaker = speaker_in(view.sentence(s));
    if (speaker && speaker->actor) return speaker->actor;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Coreference::issuer() const {
  if (issuer_) return *issuer_;
  std::optional<std::uint32_t> best;
  const auto& view = work_.view;
  std::map<std::uint32_t, double> weight;
  std::uint32_t personal = 0;  // "I" and "you": an interview or opinion, whatever it names
  for (std::uint32_t t = 0; t < view.size(); ++t) {
    if (quote_[t] != 0) continue;
    if (view.key(t) == "i" || view.key(t) == "you") ++personal;
    const auto actor = work_.actor_at(t);
    if (!actor) continue;
    const ActorKind kind = work_.actor(*actor).kind;
    if (is_subject(view.token(t).deprel) &&
        (kind == ActorKind::country || (kind == ActorKind::organisation && public_body(*actor)))) {
      // Main clauses tell what the issuer does, others what it says of others.
      const auto verb = view.parent(t);
      const double main = kind == ActorKind::country ? 1.0 : 0.6;
      weight[*actor] += verb && !view.parent(*verb) ? main : 0.4;
    }
    // "Foreign Minister X said:" with the statement below
    const Range sentence = view.sentence_around(t);
    if (is_subject(view.token(t).deprel) && view.form(sentence.last - 1) == ":" &&
        view.sentence_of(t) < 8) {
      const auto verb = view.parent(t);
      if (verb && is_speech(view.token(*verb).lemma)) {
        for (const Office& office : work_.facts[*actor].offices) {
          if (!office.organisation || office.former) continue;
          if (const auto state = work_.state_of(*office.organisation)) weight[*state] += 5.0;
          break;
        }
      }
    }
    if (kind == ActorKind::person && view.sentence_of(t) < 2) {
      for (const Office& office : work_.facts[*actor].offices) {
        if (!office.organisation) continue;
        if (const auto state = work_.state_of(*office.organisation)) weight[*state] += 2.5;
      }
    }
  }
  double first = 0.9;
  double second = 0.0;
  for (const auto& [actor, value] : weight) {
    if (value > first) {
      second = best ? first : 0.0;
      first = value;
      best = actor;
    } else {
      second = std::max(second, value);
    }
  }
  if (first < 1.3 * second || personal > 3) best.reset();
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

bool Coreference::public_body(std::uint32_t actor) const {
  return is_one_of(work_.actor(actor).sector,
                   {"GOV", "MIL", "LEG", "COP", "SPY", "JUD", "IGO", ""});
}

std::uint32_t Coreference::represented(std::uint32_t body) {
  const graph::Actor& who = work_.actor(body);
  const bool organ = who.kind != ActorKind::company && who.sector != "" && who.sector != "IGO" &&
                     public_body(body);
  if (who.kind != ActorKind::country && !organ) return body;
  return work_.state_of(body).value_or(body);
}

std::optional<std::uint32_t> Coreference::side_of(std::uint32_t person) {
  for (const Office& office : work_.facts[person].offices) {
    if (!office.organisation || office.former) continue;
    // Who leads the opposition does not speak for the state.
    if (office.title.find("opposition") != std::string::npos) return std::nullopt;
    const bool speaks = political_office(office.title) || office.title.starts_with("spokes") ||
                        office.title.find(" spokes") != std::string::npos ||
                        work_.actor(*office.organisation).kind != ActorKind::organisation;
    if (speaks) return represented(*office.organisation);
  }
  const auto& entry = work_.facts[person].entry;
  if (!work_.facts[person].offices.empty() || !entry) return std::nullopt;
  const std::string_view sector = work_.index.entry(*entry).sector;
  if (sector != "GOV" && sector != "MIL") return std::nullopt;
  return work_.state_of(person);
}

std::optional<std::uint32_t> Coreference::side_of_speaker(std::uint32_t speaker) {
  switch (work_.actor(speaker).kind) {
    case ActorKind::person:
      return side_of(speaker);
    case ActorKind::group:
      return work_.state_of(speaker);
    default:
      return represented(speaker);
  }
}

/// Whether the words quoted are those of a joint statement.
bool Coreference::joint_statement(std::uint32_t token) const {
  const auto& view = work_.view;
  const std::uint32_t here = view.sentence_of(token);
  const std::uint32_t from = view.sentence(here >= 1 ? here - 1 : 0).first;
  for (std::uint32_t t = token; t-- > from;) {
    const std::string& key = view.key(t);
    if (quote_[t] == 0 && t > 0 && view.key(t - 1) == "joint" &&
        (key == "statement" || key == "declaration" || key == "communique")) {
      return true;
    }
  }
  return false;
}

void Coreference::jointly(std::uint32_t token) {
  auto actors = pair(token, [&](std::uint32_t a) {
    return work_.actor(a).kind == ActorKind::person || work_.actor(a).kind == ActorKind::country;
  });
  if (actors.empty()) return;
  work_.add_mention({token, token + 1}, MentionKind::pronoun, std::move(actors), 0.6,
                    "words of a joint statement");
}

void Coreference::first_person(std::uint32_t token, bool plural) {
  std::optional<std::uint32_t> speaker;
  std::string reason;
  if (quote_[token] != 0) {
    speaker = speaker_at(token);
    if (plural && joint_statement(token)) return jointly(token);
    if (!speaker) return;
    reason = "words of " + work_.actor(*speaker).name;
  } else if (const auto said = monologue_[work_.view.sentence_of(token)]) {
    const auto introduced = speaker_in(work_.view.sentence(*said));
    if (introduced && introduced->actor) {
      speaker = introduced->actor;
      reason = "statement of " + work_.actor(*speaker).name;
    }
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
    group = side_of_speaker(*speaker);
    if (work_.actor(*speaker).kind == ActorKind::person) confidence = 0.65;
  }
  if (!group && quote_[token] == 0) {
    group = issuer();
    reason = "the text is a statement of " + (group ? work_.actor(*group).name : std::string());
  }
  if (!group) return;
  work_.add_mention({token, token + 1}, MentionKind::pronoun, {*group}, confidence, reason);
}

}  // namespace entente::actors
