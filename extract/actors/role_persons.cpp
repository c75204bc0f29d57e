// Persons by their office: "the American president", "Molano, Colombia's defence minister".
#include <algorithm>
#include <array>

#include "extract/actors/name_key.hpp"
#include "extract/actors/offices.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/role_resolver.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {

using graph::ActorKind;
using text::MentionKind;

namespace {

/// "senator" of "Republican senator".
std::string without_party(std::string title) {
  for (const std::string_view party :
       {"conservative ", "democratic ", "independent ", "labour ", "liberal ", "republican "}) {
    if (name_key(title).starts_with(party) && legislator(title)) title.erase(0, party.size());
  }
  return title;
}

/// "interior ministry" of "interior ministry spokesperson": a body that a state has one of.
std::string body_of_spokesperson(std::string_view title) {
  static constexpr std::string_view office = " spokesperson";
  if (!title.ends_with(office)) return {};
  const std::string_view noun = title.substr(0, title.size() - office.size());
  if (government_noun(noun) || armed_forces_noun(noun) || organ_noun(noun))
    return std::string(noun);
  return {};
}

/// "team" of "head of the team": what has no name here, and is no state. Empty where the title
/// tells it, or nothing does.
std::string_view unnamed_owner(const DocView& view, Range office, std::string_view title) {
  const std::uint32_t of = office.last;
  if (title.find(" of ") != std::string_view::npos ||
      of >= view.sentence_around(office.first).last || view.key(of) != "of")
    return {};
  const auto what = view.parent(of);
  const auto above = what ? view.parent(*what) : std::nullopt;
  // not "accused the president of fraud"
  const bool owns = above && office.contains(*above) && view.token(*what).upos != Upos::verb;
  if (!owns || country_noun(view.key(*what)) || is_one_of(view.key(*what), {"day", "time"}))
    return {};
  return view.key(*what);
}

}  // namespace

void RoleResolver::claim_by_context(const PendingOffice& each) {
  const auto& offices = work_.facts[each.person].offices;
  const bool told = std::any_of(offices.begin(), offices.end(), [&](const Office& office) {
    return office.organisation &&
           (office.title == each.title || title_means(each.title, office.title));
  });
  // "Committee chairman X": of the committee named last.
  if (const auto body = coreference_.context_body(
          each.words.first, std::string_view(each.title).substr(0, each.title.find(' ')));
      body && !told)
    return claim_office(work_, each.mention, each.person, each.title, body, each.words, each.former,
                        0.7);
  // A crew chief or fire chief serves no state.
  const bool chief = is_one_of(each.title, {"crew chief", "fire chief", "bureau chief",
                                            "station chief", "section chief", "police chief"}) ||
                     each.title.ends_with(" crew chief");
  const std::string noun = body_of_spokesperson(each.title);
  if (told || chief || (!told_without_owner(each.title) && noun.empty()) ||
      !unnamed_owner(work_.view, each.words, each.title).empty())
    return;
  if (const std::string_view part = local_office(each.title); !part.empty()) {
    if (const auto place = coreference_.context_part(each.words.last, part))
      claim_office(work_, each.mention, each.person, each.title, place, each.words, each.former,
                   0.55);
    return;
  }
  std::optional<std::uint32_t> state = work_.state_of(each.person);
  const bool american = each.title.starts_with("secretary of ") ||
                        each.title.starts_with("U.S. ") ||
                        each.title.find(" secretary of state for ") != std::string::npos;
  if (!state && american) {
    const auto usa = work_.index.state("USA");
    if (usa) state = work_.find_actor(work_.index.entry(*usa).id);
    if (!state && usa && !each.title.starts_with("secretary of ")) state = work_.add_entry(*usa);
    if (!state) return;
  }
  const std::size_t link = std::min(each.title.find(" for "), each.title.find(" to "));
  if (!state && link != std::string::npos) {
    // Who sent the envoy is not the state the envoy is for.
    state = coreference_.issuer();
    if (state && work_.actor(*state).kind != ActorKind::country) state.reset();
  } else if (!state) {
    state = coreference_.context_country(each.words.last);
  }
  if (!state) return;
  if (!noun.empty()) {
    if (work_.actor(*state).kind != ActorKind::country) return;
    if (!government_noun(noun)) state = organ_of(work_, *state, noun, work_.index.role(noun));
    return claim_office(work_, each.mention, each.person, "spokesperson", state, each.words,
                        each.former, 0.5);
  }
  claim_office(work_, each.mention, each.person, without_party(each.title), state, each.words,
               each.former, 0.5);
}

std::optional<std::uint32_t> RoleResolver::officeholder(std::uint32_t owner,
                                                        const std::string& title, bool former) {
  for (std::uint32_t a = 0; a < work_.document.actors.size(); ++a) {
    if (work_.actor(a).kind != ActorKind::person || work_.facts[a].mentions == 0) continue;
    for (const Office& office : work_.facts[a].offices) {
      if (!office.organisation || office.former != former) continue;
      const bool same = *office.organisation == owner ||
                        (work_.actor(owner).kind == ActorKind::country &&
                         work_.actor(*office.organisation).kind == ActorKind::country &&
                         work_.actor(*office.organisation).country == work_.actor(owner).country);
      if (same && title_means(title, office.title)) return a;
    }
  }
  // "The U.S. envoy": a state has many, and the tables some
  const bool many = is_one_of(title, {"envoy", "ambassador", "representative", "diplomat",
                                      "general", "commander", "commissioner", "negotiator"});
  if (former || many || !work_.facts[owner].entry) return std::nullopt;
  const auto found = holder(work_.index, *work_.facts[owner].entry, title, work_.date());
  if (!found) return std::nullopt;
  // Who holds an office today need not have held it when an undated text was written.
  const auto known = work_.find_actor(work_.index.entry(found->person).id);
  if (!work_.date() && (!known || work_.facts[*known].mentions == 0)) return std::nullopt;
  return work_.add_entry(found->person);
}

/// "campaign for President of X", "Britain's next Prime Minister": the office, and nobody yet.
bool RoleResolver::vacant(const RolePhrase& phrase) const {
  const auto& view = work_.view;
  for (std::uint32_t t = phrase.range.first; t < phrase.role.first; ++t) {
    if (is_one_of(view.key(t), {"next", "future", "incoming", "prospective"})) return true;
  }
  const auto above = view.parent(phrase.head);
  const bool wished = above && view.case_of(phrase.head) == "as" && !phrase.definite &&
                      is_one_of(view.token(*above).lemma,
                                {"endorse", "back", "support", "propose", "nominate", "want",
                                 "recommend", "see", "suggest", "candidate", "nominee"});
  if (wished) return true;
  return above && view.case_of(phrase.head) == "for" && !phrase.definite &&
         is_one_of(view.token(*above).lemma,
                   {"campaign", "candidate", "candidacy", "bid", "run", "race", "nominee",
                    "contender", "nomination", "election", "stand", "compete", "hopeful"});
}

bool RoleResolver::member_state(const RolePhrase& phrase) {
  if (!is_one_of(last_word(phrase.key), {"member", "applicant"}) || !phrase.definite ||
      phrase.owners.size() != 1 || !phrase.link.empty() || phrase.plural)
    return false;
  const auto& body = work_.facts[phrase.owners.front()].entry;
  if (!body || work_.index.entry(*body).type != EntryType::organisation) return false;
  const auto fits = [&](std::uint32_t actor) {
    return work_.actor(actor).kind == ActorKind::country &&
           work_.index.member(*body, work_.actor(actor).country);
  };
  const auto found = coreference_.described(phrase.head, 8, fits, 0.1);
  if (!found) return false;
  add(phrase, MentionKind::description, {found->actor}, 0.8 * found->confidence,
      text::inferred("the member of " + work_.actor(phrase.owners.front()).name + " in question, " +
                     work_.actor(found->actor).name));
  return true;
}

void RoleResolver::person(const RolePhrase& phrase) {
  const std::string title = canonical_title(phrase.words);
  if (vacant(phrase) || member_state(phrase)) return;
  if (is_one_of(phrase.key, {"soldier", "troop"}) && !phrase.owners.empty()) return forces(phrase);
  if (!phrase.owners.empty()) {
    const std::uint32_t owner = phrase.owners.front();
    const ActorKind kind = work_.actor(owner).kind;
    if (kind != ActorKind::person && !phrase.indefinite && political_office(title)) {
      const auto who = officeholder(owner, title, phrase.former);
      if (who) {
        std::string reason = work_.actor(*who).name + " held the office";
        reason += work_.date() ? " on " + work_.date()->iso() : "";
        add(phrase, MentionKind::role, {*who}, work_.date() ? 0.85 : 0.6, std::move(reason));
        claim_office(work_, static_cast<std::uint32_t>(work_.at_head[phrase.head]), *who, title,
                     owner, phrase.role, phrase.former, 0.6);
        return;
      }
      // "The American diplomat" after an American with a name
      const bool rank = is_one_of(title, {"diplomat", "envoy", "general"}) && phrase.definite &&
                        kind == ActorKind::country && !phrase.possessive_owner;
      const auto of_state = [&](std::uint32_t actor) {
        return work_.actor(actor).kind == ActorKind::person &&
               work_.actor(actor).country == work_.actor(owner).country;
      };
      if (const auto named =
              rank ? coreference_.find(phrase.head, 2, of_state, false, 0.1) : std::nullopt) {
        return add(
            phrase, MentionKind::description, {named->actor}, 0.65,
            text::inferred("the " + title + " named in " + work_.sentence_name(named->token) +
                           ", " + work_.actor(named->actor).name));
      }
      if (!phrase.former && kind != ActorKind::place) return office_actor(phrase, owner, title);
    }
    if (kind == ActorKind::place || vague_noun(phrase.key) ||
        work_.view.token(phrase.head).deprel == Deprel::compound)
      return;
    std::vector<std::uint32_t> actors;
    for (const std::uint32_t each : phrase.owners) actors.push_back(group_actor(phrase, each));
    std::string reason = "unnamed, of " + names_of(phrase.owners);
    add(phrase, MentionKind::group, std::move(actors), 0.75, std::move(reason));
    remember(phrase);
    return;
  }
  if (official_of_context(phrase)) return;
  if (!phrase.definite) {
    if (unnamed_agent(phrase.key)) unnamed(phrase);
    return;
  }
  by_title(phrase, title);
  if (work_.at_head[phrase.head] < 0 && title == "secretary-general") head_of_world_body(phrase);
}

/// "The Secretary-General" of a text in which no other body has one is that of the United Nations.
void RoleResolver::head_of_world_body(const RolePhrase& phrase) {
  const auto body = work_.index.by_id("org/united-nations");
  if (!body || !capitalised(work_.view.form(phrase.role.first))) return;
  for (std::uint32_t i = 0; i < work_.document.actors.size(); ++i) {
    const graph::Actor& other = work_.actor(i);
    if (other.kind == ActorKind::organisation && other.id != "org/united-nations" &&
        officeholder(i, phrase.key, false)) {
      return;
    }
  }
  RolePhrase owned = phrase;
  owned.owners = {work_.add_entry(*body)};
  person(owned);
}

bool RoleResolver::official_of_context(const RolePhrase& phrase) {
  const auto& view = work_.view;
  if (phrase.range.first == phrase.role.first) return false;
  const std::string words = view.key({phrase.range.first, phrase.role.last});
  const bool administration = words.find("administration ") != std::string::npos;
  if (!administration && words.find("government ") == std::string::npos) return false;
  std::optional<std::uint32_t> state;
  if (administration) {
    if (const auto usa = work_.index.state("USA")) {
      if (const auto known = work_.find_actor(work_.index.entry(*usa).id)) state = known;
    }
  }
  if (!state) state = coreference_.context_country(phrase.head);
  if (!state) return false;
  RolePhrase plain = phrase;
  plain.words = std::string(phrase.noun->noun);
  const std::uint32_t actor = group_actor(plain, *state);
  add(phrase, MentionKind::group, {actor}, 0.6,
      text::inferred("an official of the state that the text is about, " +
                     work_.actor(*state).name));
  remember(phrase);
  return true;
}

void RoleResolver::office_actor(const RolePhrase& phrase, std::uint32_t owner,
                                const std::string& title) {
  graph::Actor actor;
  actor.name = title + " of " + work_.actor(owner).name;
  actor.id = "role/" + slug(actor.name);
  actor.kind = ActorKind::person;
  actor.country = work_.actor(owner).country;
  if (phrase.noun != nullptr) actor.sector = std::string(phrase.noun->sector.substr(0, 3));
  const std::string reason = "whoever is " + actor.name;
  add(phrase, MentionKind::role, {work_.add_actor(std::move(actor))}, 0.6, reason);
  const auto mention = static_cast<std::uint32_t>(work_.at_head[phrase.head]);
  const std::uint32_t who = work_.document.mentions[mention].actors.front();
  work_.facts[who].offices.push_back({title, owner, false});
}

bool RoleResolver::of_rank(std::string_view noun) {
  return is_one_of(noun, {"general", "colonel", "admiral", "major", "captain", "lieutenant",
                          "commander", "sheikh", "ayatollah", "bishop", "cardinal", "archbishop"});
}

/// "the general" after "General Musharraf"
bool RoleResolver::bears_rank(std::uint32_t actor, std::string_view rank) const {
  if (work_.actor(actor).kind != ActorKind::person) return false;
  return std::any_of(work_.document.mentions.begin(), work_.document.mentions.end(),
                     [&](const text::Mention& mention) {
                       if (mention.actors.size() != 1 || mention.actors.front() != actor)
                         return false;
                       for (std::uint32_t t = mention.first; t < mention.last; ++t) {
                         const std::string& key = work_.view.key(t);
                         if (key == rank || (key == "gen" && rank == "general")) return true;
                       }
                       return false;
                     });
}

void RoleResolver::by_title_of(const RolePhrase& phrase, const std::string& title,
                               std::string_view owner) {
  const auto told = [&](std::uint32_t actor) {
    const auto& offices = work_.facts[actor].offices;
    const bool named = std::any_of(offices.begin(), offices.end(), [&](const Office& office) {
      return office.organisation && title_means(title, office.title) &&
             named_as_body(work_.actor(*office.organisation).name, owner);
    });
    return named ||
           std::any_of(work_.pending.begin(), work_.pending.end(), [&](const PendingOffice& each) {
             return each.person == actor && title_means(title, each.title) &&
                    unnamed_owner(work_.view, each.words, each.title) == owner;
           });
  };
  const auto found = coreference_.find(phrase.head, 12, told, false, 0.1);
  if (!found) return;
  add(phrase, MentionKind::description, {found->actor}, std::max(0.6, found->confidence),
      "the " + title + " of that " + std::string(owner) + " named in " +
          work_.sentence_name(found->token) + ", " + work_.actor(found->actor).name);
}

void RoleResolver::by_title(const RolePhrase& phrase, const std::string& title) {
  // "the head of the church" is no head of a state.
  const std::string_view owner = unnamed_owner(work_.view, phrase.role, title);
  if (!owner.empty()) return by_title_of(phrase, title, owner);
  const auto fits = [&](std::uint32_t actor) {
    if (work_.actor(actor).kind != ActorKind::person) return false;
    const auto& offices = work_.facts[actor].offices;
    const bool told = std::any_of(offices.begin(), offices.end(), [&](const Office& office) {
      return title_means(title, office.title) || (title == last_word(office.title)) ||
             (title == "secretary" && office.title.starts_with("secretary"));
    });
    if (told) return true;
    if (!work_.facts[actor].entry) return false;
    const auto office =
        office_of(work_.index, *work_.facts[actor].entry, title, std::nullopt, work_.date());
    const Tenure wrong = phrase.former ? Tenure::yes : Tenure::no;
    return office && office->tenure != wrong && political_office(title);
  };
  const auto told = [&](std::uint32_t actor) {
    const auto& offices = work_.facts[actor].offices;
    return work_.actor(actor).kind == ActorKind::person &&
           std::any_of(offices.begin(), offices.end(), [&](const Office& office) {
             return office.former == phrase.former &&
                    (title_means(title, office.title) || title == last_word(office.title) ||
                     (title == "secretary" && office.title.starts_with("secretary")));
           });
  };
  auto found = coreference_.find(phrase.head, 12, told, false, 0.1);
  // "the ousted leader": who led, not whoever is called a leader now
  const std::uint32_t first = phrase.role.first;
  const bool ousted = first > 0 && is_one_of(work_.view.key(first - 1),
                                             {"deposed", "ousted", "overthrown", "toppled"});
  if (ousted && phrase.key == "leader") {
    found = coreference_.find(
        phrase.head, 12, [&](std::uint32_t actor) { return leads(actor); }, false, 0.0);
  }
  if (!found && of_rank(phrase.key)) {
    found = coreference_.find(
        phrase.head, 6, [&](std::uint32_t actor) { return bears_rank(actor, phrase.key); }, false,
        0.1);
  }
  const auto named_so =
      std::count_if(work_.facts.begin(), work_.facts.end(), [&](const ActorFacts& fact) {
        return told(static_cast<std::uint32_t>(&fact - work_.facts.data()));
      });
  const bool rivals = named_so > 0;
  const bool told_of_two = named_so > 1;
  if (!found && !rivals) found = coreference_.find(phrase.head, 8, fits, false, 0.1);
  if (found) {
    add(phrase, MentionKind::description, {found->actor}, std::max(0.6, found->confidence),
        "the " + title + " named in " + work_.sentence_name(found->token) + ", " +
            work_.actor(found->actor).name);
    return;
  }
  if (const auto same = same_noun(phrase)) {
    return add(phrase, MentionKind::description, *same, 0.7,
               "the one named before: " + names_of(*same));
  }
  if (const auto entry = only_holder(title)) {
    const std::uint32_t who = work_.add_entry(*entry);
    add(phrase, MentionKind::description, {who}, 0.65,
        "the only " + title + " on " + work_.date()->iso());
    if (title.find(' ') == std::string::npos) return;
    return claim_office(work_, static_cast<std::uint32_t>(work_.at_head[phrase.head]), who, title,
                        std::nullopt, phrase.role, false, 0.6);
  }
  // "The Foreign Secretary" of whoever speaks
  const bool one_of_a_state =
      title.find(' ') != std::string::npos ||
      is_one_of(title, {"president", "king", "queen", "emir", "sultan", "chancellor", "premier"});
  if (!work_.date() || !one_of_a_state || !political_office(title)) return;
  // Of two who are called so, neither may be meant, but hardly a third; nor does one who was
  // ousted hold the office still.
  if (told_of_two || ousted_before(phrase)) return;
  if (const auto country = coreference_.home(phrase.head)) {
    if (const auto who = officeholder(*country, title, phrase.former)) {
      add(phrase, MentionKind::description, {*who}, 0.55,
          text::inferred("who held the office in the state in question, " +
                         work_.actor(*country).name));
      // Of prime ministers the text may well mean another state's.
      if (title.find(' ') == std::string::npos || title == "prime minister") return;
      claim_office(work_, static_cast<std::uint32_t>(work_.at_head[phrase.head]), *who, title,
                   *country, phrase.role, phrase.former, 0.55);
    }
  }
}

/// "the deposed president" told of before
bool RoleResolver::ousted_before(const RolePhrase& phrase) const {
  const auto& view = work_.view;
  for (std::uint32_t t = 1; t < phrase.head; ++t) {
    if (view.key(t) == phrase.key &&
        is_one_of(view.key(t - 1), {"deposed", "exiled", "ousted", "overthrown", "toppled"}))
      return true;
  }
  return false;
}

std::optional<std::uint32_t> RoleResolver::only_holder(std::string_view title) const {
  const bool unique = is_one_of(title, {"pope", "taoiseach"});
  if (!work_.date() || (!unique && title.find(' ') == std::string_view::npos)) return std::nullopt;
  std::optional<std::uint32_t> found;
  for (const Position& position : work_.index.positions()) {
    if (position.title != title || tenure(position, work_.date()) == Tenure::no) continue;
    if (found && *found != position.person) return std::nullopt;
    found = position.person;
  }
  return found;
}

void RoleResolver::persons(const RolePhrase& phrase) {
  const std::string_view noun = last_word(phrase.key);
  if (phrase.owners.empty()) {
    // "the leaders", but not "the coup leaders"
    if (phrase.definite && phrase.region.empty() && phrase.words == noun &&
        is_one_of(noun, {"leaders", "presidents", "ministers", "premiers"})) {
      auto actors = coreference_.pair(
          phrase.head, [&](std::uint32_t a) { return work_.actor(a).kind == ActorKind::person; });
      if (!actors.empty()) {
        text::Reason reason = text::inferred("the two last named: " + names_of(actors));
        return add(phrase, MentionKind::description, std::move(actors), 0.55, std::move(reason));
      }
      return;
    }
    // "the militants" after "Abu Sayyaf"
    const bool armed = is_one_of(phrase.key, {"militants", "rebels", "insurgents", "guerrillas",
                                              "extremists", "jihadists", "separatists"});
    if (armed && phrase.definite && phrase.region.empty() && !same_noun(phrase)) alliance(phrase);
    return group(phrase);
  }
  if (is_one_of(phrase.key, {"soldiers", "troops"})) return forces(phrase);
  // "the foreign ministers of A and B": their states.
  const bool office =
      is_one_of(noun, {"leaders", "presidents", "ministers", "premiers", "chancellors", "chiefs"});
  if (office && phrase.owners.size() >= 2) {
    std::vector<std::uint32_t> actors;
    for (const std::uint32_t owner : phrase.owners) {
      const auto state =
          work_.actor(owner).kind == ActorKind::place ? std::nullopt : work_.state_of(owner);
      actors.push_back(state ? *state : owner);
    }
    std::string reason = phrase.words + " of " + names_of(actors);
    return add(phrase, MentionKind::role, std::move(actors), 0.7, std::move(reason));
  }
  group(phrase);
}

}  // namespace entente::actors
