// Roles, groups and descriptions: "senior U.S. officials", "the American president", "the
// alliance", "both sides"; in order of the text, with the pronouns between them.
#include <algorithm>
#include <array>

#include "extract/actors/coreference.hpp"
#include "extract/actors/name_key.hpp"
#include "extract/actors/offices.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/role_phrase.hpp"
#include "extract/actors/vocabulary.hpp"
#include "extract/actors/work.hpp"

namespace entente::actors {
namespace {

using graph::ActorKind;
using text::MentionKind;

std::string_view last_word(std::string_view key) {
  const std::size_t at = key.rfind(' ');
  return at == std::string_view::npos ? key : key.substr(at + 1);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool hardware(std::string_view word) {
  return is_one_of(word,
                   {"aircraft",    "warplane", "warplanes", "jet",       "jets",       "helicopter",
                    "helicopters", "drone",    "drones",    "missile",   "missiles",   "warship",
                    "warships",    "tank",     "tanks",     "gunboat",   "gunboats",   "submarine",
                    "submarines",  "vessel",   "vessels",   "destroyer", "destroyers", "frigate",
                    "frigates",    "bomber",   "bombers",   "artillery", "planes"});
}

/// Nouns of bodies that a state has one of, so that "the Kenyan parliament" names it.
bool organ_noun(std::string_view key) {
  const std::string_view last = last_word(key);
  if (key.starts_with("ministry of") || key.starts_with("department of")) return true;
  return is_one_of(last, {"ministry",    "parliament", "senate",       "congress",   "assembly",
                          "legislature", "army",       "military",     "navy",       "police",
                          "cabinet",     "judiciary",  "constitution", "presidency", "embassy",
                          "consulate",   "treasury",   "guard",        "guards",     "gendarmerie",
                          "knesset",     "duma",       "coastguard",   "office",     "mission"}) ||
         is_one_of(key, {"air force",
                         "coast guard",
                         "supreme court",
                         "constitutional court",
                         "high court",
                         "central bank",
                         "security council",
                         "national security council",
                         "armed forces",
                         "state media",
                         "state television",
                         "news agency",
                         "intelligence agency",
                         "intelligence service",
                         "security service",
                         "secret service",
                         "electoral commission",
                         "election commission",
                         "lower house",
                         "upper house",
                         "general staff",
                         "house of representatives",
                         "state department",
                         "foreign office",
                         "special forces",
                         "department of state",
                         "opposition",
                         "border police",
                         "border guard",
                         "royal family",
                         "council of ministers"});
}

bool political_office(std::string_view title) {
  const std::string_view last = last_word(title);
  return is_one_of(last, {"president",
                          "minister",
                          "leader",
                          "chancellor",
                          "king",
                          "queen",
                          "emir",
                          "sultan",
                          "premier",
                          "pm",
                          "chief",
                          "secretary",
                          "head",
                          "ruler",
                          "dictator",
                          "strongman",
                          "monarch",
                          "chairperson",
                          "secretary-general",
                          "general",
                          "envoy",
                          "ambassador",
                          "taoiseach",
                          "emperor",
                          "governor",
                          "speaker",
                          "diplomat",
                          "commissioner",
                          "state"}) ||
         title == "secretary of state" || title == "secretary of defense" ||
         title == "head of state";
}

class RoleResolver {
 public:
  explicit RoleResolver(Work& work) : work_(work), coreference_(work) {}

  void run() {
    for (std::uint32_t i = 0; i < work_.view.size(); ++i) visit(i);
    for (const PendingOffice& each : work_.pending) claim_by_context(each);
  }

 private:
  void visit(std::uint32_t i) {
    if (work_.visited[i] || work_.hit_at[i] >= 0) return;
    work_.visited[i] = true;
    const auto& view = work_.view;
    const Upos tag = view.token(i).upos;
    if (tag == Upos::pron || (tag == Upos::det && view.token(i).deprel == Deprel::nmod_poss)) {
      if (duo(i)) return;
      return coreference_.resolve_pronoun(i);
    }
    if (tag == Upos::num || tag == Upos::det) {
      (void)duo(i);
      return;
    }
    if (latter(i)) return;
    if (tag != Upos::noun && tag != Upos::propn && tag != Upos::adj && tag != Upos::x) return;
    if (tag == Upos::adj && view.token(i).deprel == Deprel::amod) return;
    if (fixed_group(i)) return;
    if (part_of_role(i)) return;
    // Owners to the right first.
    for (const std::uint32_t c : view.children(i)) {
      if (c > i && view.token(c).deprel == Deprel::nmod) visit_tree(c);
    }
    const auto phrase = read_role_phrase(work_, i);
    if (phrase) return resolve(*phrase);
    entity_noun(i);
  }

  /// "secretary" in "secretary-general": the noun it stands before heads the role.
  bool part_of_role(std::uint32_t i) const {
    const auto above = work_.view.parent(i);
    if (work_.view.token(i).deprel != Deprel::compound || !above || *above <= i || *above > i + 3)
      return false;
    return work_.index.role(work_.view.key({i, *above + 1})) != nullptr;
  }

  /// "Oil Minister Aqazadeh" where the text is about one state: of that state.
  void claim_by_context(const PendingOffice& each) {
    const auto& offices = work_.facts[each.person].offices;
    const bool told = std::any_of(offices.begin(), offices.end(), [&](const Office& office) {
      return office.organisation &&
             (office.title == each.title || title_means(each.title, office.title));
    });
    if (told || !political_office(each.title)) return;
    std::optional<std::uint32_t> state = work_.state_of(each.person);
    if (!state) state = coreference_.context_country(each.words.last);
    if (!state) return;
    claim_office(work_, each.mention, each.person, each.title, state, each.words, each.former, 0.5);
  }

  void visit_tree(std::uint32_t i) {
    for (const std::uint32_t c : work_.view.children(i)) {
      if (c < i && work_.view.token(c).deprel == Deprel::nmod_poss) visit(c);
    }
    visit(i);
  }

  void add(const RolePhrase& phrase, MentionKind kind, std::vector<std::uint32_t> actors,
           double confidence, std::string reason) {
    if (work_.at_head[phrase.head] >= 0) return;
    work_.add_mention(phrase.range, kind, std::move(actors), confidence, std::move(reason),
                      phrase.head);
    for (std::uint32_t t = phrase.role.first; t < phrase.role.last; ++t) work_.visited[t] = true;
  }

  // ---- "the two", "both", "the latter" ----

  bool duo(std::uint32_t i) {
    const auto& view = work_.view;
    const std::string& key = view.key(i);
    if (key != "two" && key != "both" && key != "pair") return false;
    const Deprel relation = view.token(i).deprel;
    if (relation == Deprel::nummod || relation == Deprel::det || relation == Deprel::det_predet ||
        relation == Deprel::cc_preconj || relation == Deprel::advmod) {
      return false;
    }
    for (const std::uint32_t c : view.children(i)) {
      if (view.token(c).deprel == Deprel::nmod) return false;
    }
    if (key == "two" && (i == 0 || view.key(i - 1) != "the")) return false;
    auto actors = coreference_.pair(
        i, [&](std::uint32_t a) { return work_.actor(a).kind == ActorKind::person; });
    if (actors.empty()) {
      actors = coreference_.pair(
          i, [&](std::uint32_t a) { return work_.actor(a).kind == ActorKind::country; });
    }
    if (actors.empty()) return false;
    const std::uint32_t first = key == "two" ? i - 1 : i;
    std::string reason = "the two last named: " + work_.actor(actors[0]).name + " and " +
                         work_.actor(actors[1]).name;
    work_.add_mention({first, i + 1}, MentionKind::description, std::move(actors), 0.65,
                      std::move(reason), i);
    return true;
  }

  /// Groups of no one state that news name by a fixed phrase.
  bool fixed_group(std::uint32_t i) {
    const auto& view = work_.view;
    if (i == 0) return false;
    const Range pair{i - 1, i + 1};
    const std::string key = view.key(pair);
    static constexpr std::array<std::string_view, 17> fixed{"international community",
                                                            "foreign powers",
                                                            "regional countries",
                                                            "foreign forces",
                                                            "foreign troops",
                                                            "world powers",
                                                            "major powers",
                                                            "world leaders",
                                                            "neighboring countries",
                                                            "neighbouring countries",
                                                            "regional powers",
                                                            "global community",
                                                            "western powers",
                                                            "world community",
                                                            "great powers",
                                                            "regional leaders",
                                                            "western allies"};
    const bool west = key == "the west" && view.form(i) == "West" &&
                      view.token(i).deprel != Deprel::compound && !view.child(i, Deprel::nmod);
    if (!west && std::find(fixed.begin(), fixed.end(), key) == fixed.end()) return false;
    graph::Actor actor;
    actor.kind = ActorKind::group;
    actor.name = west ? "the West" : single_spaced(view.text(pair));
    if (!west && actor.name.front() >= 'A' && actor.name.front() <= 'Z' &&
        key != "western powers" && key != "western allies") {
      actor.name.front() = static_cast<char>(actor.name.front() + 32);
    }
    actor.id = "group/" + slug(actor.name);
    const std::uint32_t first = i >= 2 && !west && view.key(i - 2) == "the" ? i - 2 : i - 1;
    work_.add_mention({first, i + 1}, MentionKind::group, {work_.add_actor(std::move(actor))}, 0.75,
                      "a group that the phrase names", i);
    return true;
  }

  bool latter(std::uint32_t i) {
    const auto& view = work_.view;
    if (view.key(i) != "latter" || i == 0 || view.key(i - 1) != "the") return false;
    if (view.token(i).deprel == Deprel::amod) return false;
    const Range sentence = view.sentence_around(i);
    for (std::uint32_t t = i - 1; t-- > sentence.first;) {
      const text::Mention* mention = work_.mention_at(t);
      if (mention == nullptr || mention->actors.size() != 1 ||
          view.token(t).deprel == Deprel::compound)
        continue;
      const ActorKind kind = work_.actor(mention->actors[0]).kind;
      if (kind == ActorKind::place || kind == ActorKind::entity ||
          mention->kind == MentionKind::adjective)
        continue;
      // The owner of a title belongs to the person named with it.
      std::vector<std::uint32_t> actors = mention->actors;
      for (std::uint32_t u = t; u-- > sentence.first;) {
        const text::Mention* over = work_.mention_at(u);
        if (over != nullptr && over->actors.size() == 1 && over->first <= t && t < over->last)
          actors = over->actors;
      }
      std::string reason = "the last named: " + work_.actor(actors[0]).name;
      work_.add_mention({i - 1, i + 1}, MentionKind::description, std::move(actors), 0.65,
                        std::move(reason), i);
      return true;
    }
    return false;
  }

  // ---- role phrases ----

  void resolve(const RolePhrase& phrase) {
    const std::string_view key = phrase.key;
    // "its government", and nobody knows whose.
    if (phrase.possessive_owner && phrase.owners.empty()) return;
    if (last_word(key) == "counterpart" || last_word(key) == "counterparts")
      return counterpart(phrase);
    if (copular(phrase)) return;
    if (apposed(phrase)) return;
    if (phrase.compound) return compound(phrase);
    if (phrase.both && pairwise(phrase)) return;
    if (is_one_of(
            key, {"ally", "allies", "partner", "partners", "friends", "neighbours", "neighbors"}) &&
        allied_state(phrase))
      return;
    if (last_word(key) == "people" || key == "citizens" || key == "civilians") return group(phrase);
    if (government_noun(key) && !(key == "state" || key == "republic" || key == "cabinet")) {
      return government(phrase);
    }
    if (country_noun(key)) return country(phrase);
    if (hardware(last_word(key)) && !phrase.owners.empty()) return equipment(phrase);
    if (armed_forces_noun(key)) return forces(phrase);
    if (phrase.noun != nullptr && phrase.noun->number == RoleNumber::person) {
      return phrase.plural ? persons(phrase) : person(phrase);
    }
    if (organ_noun(key) && !phrase.plural) return organ(phrase);
    if (phrase.plural || (phrase.noun != nullptr && phrase.noun->number == RoleNumber::group))
      return group(phrase);
    return body(phrase);
  }

  [[nodiscard]] std::string names_of(const std::vector<std::uint32_t>& actors) const {
    std::string names;
    for (const std::uint32_t actor : actors)
      names += (names.empty() ? "" : " and ") + work_.actor(actor).name;
    return names;
  }

  /// "the counter-ISIL coalition", "U.S.-led forces": a name that the text makes.
  void compound(const RolePhrase& phrase) {
    if (phrase.noun == nullptr || vague_noun(last_word(phrase.key))) return;
    if (phrase.noun->number == RoleNumber::person && !phrase.plural) return;
    graph::Actor actor;
    actor.kind = ActorKind::group;
    actor.name = single_spaced(phrase.words);
    actor.id = "group/" + slug(actor.name);
    actor.sector = std::string(phrase.noun->sector.substr(0, 3));
    add(phrase, MentionKind::group, {work_.add_actor(std::move(actor))}, 0.6,
        "a group named in the text");
  }

  void government(const RolePhrase& phrase) {
    if (phrase.owners.empty()) {
      if (!phrase.region.empty() || phrase.plural) return group(phrase);
      if (phrase.key == "authorities" ? false : !phrase.definite) return;
      const auto fits = [&](std::uint32_t actor) {
        return work_.actor(actor).kind == ActorKind::country;
      };
      if (phrase.key == "administration" || phrase.key == "regime") {
        if (const auto same = same_noun(phrase)) {
          return add(phrase, MentionKind::description, *same, 0.75,
                     "the " + std::string(phrase.key) + " of " + names_of(*same));
        }
      }
      if (const auto found = coreference_.find(phrase.head, 2, fits)) {
        return add(phrase, MentionKind::description, {found->actor}, 0.85 * found->confidence,
                   "government of " + work_.actor(found->actor).name + ", named in " +
                       work_.sentence_name(found->token));
      }
      if (const auto country = coreference_.context_country(phrase.head)) {
        add(phrase, MentionKind::description, {*country}, 0.55,
            "government of the state that the text is about");
      }
      return;
    }
    const std::string first = phrase.words.substr(0, phrase.words.find(' '));
    if (is_one_of(first, {"transition", "transitional", "interim", "provisional", "regional",
                          "local", "unity", "exile", "rebel"})) {
      return group(phrase);
    }
    std::vector<std::uint32_t> actors;
    for (const std::uint32_t owner : phrase.owners) {
      const ActorKind kind = work_.actor(owner).kind;
      const auto state = kind == ActorKind::place ? std::nullopt : work_.state_of(owner);
      actors.push_back(state ? *state : owner);
    }
    std::string reason = "government of " + names_of(actors);
    add(phrase, MentionKind::role, std::move(actors), 0.92, std::move(reason));
    remember(phrase);
  }

  /// Later "the administration", "the ministry" may mean this one.
  void remember(const RolePhrase& phrase) {
    if (work_.at_head[phrase.head] >= 0) {
      bodies_.push_back({std::string(last_word(phrase.key)),
                         static_cast<std::uint32_t>(work_.at_head[phrase.head])});
    }
  }

  std::optional<std::vector<std::uint32_t>> same_noun(const RolePhrase& phrase) const {
    for (auto at = bodies_.rbegin(); at != bodies_.rend(); ++at) {
      const text::Mention& mention = work_.document.mentions[at->mention];
      if (at->noun == last_word(phrase.key) && !mention.actors.empty()) return mention.actors;
    }
    return std::nullopt;
  }

  void forces(const RolePhrase& phrase) {
    if (phrase.owners.empty()) {
      if (!phrase.region.empty()) return group(phrase);
      if (const auto same = same_noun(phrase); same && phrase.definite) {
        return add(phrase, MentionKind::description, *same, 0.7,
                   "the forces named before: " + names_of(*same));
      }
      if (phrase.words.starts_with("government") || phrase.words.starts_with("regime") ||
          phrase.definite) {
        if (const auto country = coreference_.context_country(phrase.head)) {
          const std::uint32_t forces = organ_of(work_, *country, phrase.key, phrase.noun);
          return add(phrase, MentionKind::description, {forces}, 0.6,
                     "forces of the state that the text is about, " + work_.actor(*country).name);
        }
      }
      return unnamed(phrase);
    }
    std::vector<std::uint32_t> actors;
    for (const std::uint32_t owner : phrase.owners) {
      const graph::Actor who = work_.actor(owner);
      std::optional<std::uint32_t> state =
          who.kind == ActorKind::country ? std::optional(owner) : std::nullopt;
      if (who.kind == ActorKind::person) state = work_.state_of(owner);
      if (state) {
        const bool plain = armed_forces_noun(phrase.words) || phrase.words.starts_with("own ");
        actors.push_back(plain || phrase.noun == nullptr
                             ? organ_of(work_, *state, "armed forces", phrase.noun)
                             : group_actor(phrase, *state));
      } else {
        actors.push_back(group_actor(phrase, owner));
      }
    }
    std::string reason = "forces of " + names_of(phrase.owners);
    add(phrase, MentionKind::group, std::move(actors), 0.88, std::move(reason));
    remember(phrase);
  }

  /// "our Turkish allies": Turkey.
  bool allied_state(const RolePhrase& phrase) {
    if (!phrase.possessive_owner || phrase.owners.empty()) return false;
    const std::uint32_t before = phrase.role.first - 1;
    if (phrase.role.first == 0 || work_.hit_at[before] < 0) return false;
    const auto state = work_.actor_at(
        work_.view.head_of(work_.hits[static_cast<std::uint32_t>(work_.hit_at[before])].range));
    if (!state || work_.actor(*state).kind != ActorKind::country) return false;
    add(phrase, MentionKind::description, {*state}, 0.7,
        "allies that are named: " + work_.actor(*state).name);
    return true;
  }

  void equipment(const RolePhrase& phrase) {
    std::string reason = "arms of " + names_of(phrase.owners);
    add(phrase, MentionKind::group, phrase.owners, 0.7, std::move(reason));
  }

  void organ(const RolePhrase& phrase) {
    if (phrase.owners.empty()) {
      if (!phrase.region.empty()) return;
      if (const auto same = same_noun(phrase);
          same && (phrase.definite || capitalised(work_.view.form(phrase.head)))) {
        return add(phrase, MentionKind::description, *same, 0.8,
                   "the one named before: " + names_of(*same));
      }
      if (const auto back = earlier_organ(phrase)) {
        return add(phrase, MentionKind::description, {*back}, 0.75,
                   "named before: " + work_.actor(*back).name);
      }
      if (phrase.indefinite || phrase.key == "ministry" || phrase.key == "office" ||
          phrase.key == "mission")
        return;
      if (const auto country = coreference_.context_country(phrase.head)) {
        const std::uint32_t body = organ_of(work_, *country, organ_words(phrase), phrase.noun);
        add(phrase, MentionKind::description, {body}, 0.55,
            "of the state that the text is about, " + work_.actor(*country).name);
        return remember(phrase);
      }
      return unnamed(phrase);
    }
    std::vector<std::uint32_t> actors;
    for (const std::uint32_t owner : phrase.owners) {
      if (work_.actor(owner).kind == ActorKind::person) {
        const auto state = work_.state_of(owner);
        actors.push_back(state ? organ_of(work_, *state, organ_words(phrase), phrase.noun)
                               : group_actor(phrase, owner));
      } else {
        actors.push_back(organ_of(work_, owner, organ_words(phrase), phrase.noun));
      }
    }
    std::string reason = "body of " + names_of(phrase.owners);
    add(phrase, MentionKind::role, std::move(actors), 0.85, std::move(reason));
    remember(phrase);
  }

  [[nodiscard]] std::string organ_words(const RolePhrase& phrase) const {
    return phrase.noun != nullptr && !phrase.plural && phrase.words.size() <= phrase.key.size() + 1
               ? std::string(phrase.noun->noun)
               : phrase.words;
  }

  std::optional<std::uint32_t> earlier_organ(const RolePhrase& phrase) const {
    for (std::uint32_t t = phrase.head; t-- > 0;) {
      const auto actor = work_.actor_at(t);
      if (!actor || work_.actor(*actor).kind == ActorKind::country ||
          work_.actor(*actor).kind == ActorKind::person)
        continue;
      const auto& words = work_.facts[*actor].words;
      if (std::find(words.begin(), words.end(), last_word(phrase.key)) != words.end()) return actor;
    }
    return std::nullopt;
  }

  std::uint32_t group_actor(const RolePhrase& phrase, std::uint32_t owner) {
    const graph::Actor whose = work_.actor(owner);
    std::string noun = phrase.words;
    const bool single =
        phrase.noun != nullptr && !phrase.plural && phrase.noun->number == RoleNumber::person;
    if (single && is_one_of(phrase.key, {"official", "diplomat", "officer", "negotiator",
                                         "lawmaker", "senator"})) {
      noun = std::string(phrase.noun->many);
    }
    graph::Actor actor;
    actor.kind = ActorKind::group;
    actor.country = whose.country;
    if (phrase.noun != nullptr) actor.sector = std::string(phrase.noun->sector.substr(0, 3));
    if (whose.kind == ActorKind::country && phrase.link.empty()) {
      actor.name = work_.adjective_of(owner) + " " + noun;
    } else if (phrase.link == "to" ||
               (whose.kind == ActorKind::person &&
                is_one_of(phrase.key, {"advisers", "advisors", "adviser", "advisor"}))) {
      actor.name = noun + " to " + whose.name;
    } else if (!phrase.link.empty() || whose.kind == ActorKind::person) {
      actor.name =
          noun + (phrase.link == "in" || phrase.link == "from" ? " " + phrase.link + " " : " of ") +
          whose.name;
      if (phrase.link == "of" && whose.kind == ActorKind::country &&
          is_one_of(phrase.key, {"officials", "official"})) {
        actor.name = work_.adjective_of(owner) + " " + noun;
      }
    } else {
      actor.name = whose.name + " " + noun;
    }
    actor.id = "group/" + slug(actor.name);
    return work_.add_actor(std::move(actor));
  }

  void group(const RolePhrase& phrase) {
    if (phrase.owners.empty()) {
      if (!phrase.region.empty()) return regional(phrase);
      if (phrase.definite && !numbered(phrase)) {
        if (const auto same = same_noun(phrase)) {
          return add(phrase, MentionKind::description, *same, 0.7,
                     "the ones named before: " + names_of(*same));
        }
      }
      return unnamed(phrase);
    }
    if (vague_noun(last_word(phrase.key)) && phrase.noun == nullptr) return;
    std::vector<std::uint32_t> actors;
    for (const std::uint32_t owner : phrase.owners) {
      if (work_.actor(owner).kind == ActorKind::place) {
        if (phrase.link.empty()) return;
      }
      actors.push_back(group_actor(phrase, owner));
    }
    std::string reason = "a group of " + names_of(phrase.owners);
    add(phrase, MentionKind::group, std::move(actors), 0.82, std::move(reason));
    remember(phrase);
  }

  bool numbered(const RolePhrase& phrase) const {
    return work_.view.child(phrase.head, Deprel::nummod).has_value();
  }

  void regional(const RolePhrase& phrase) {
    graph::Actor actor;
    actor.kind = ActorKind::group;
    actor.name = phrase.region + " " + phrase.words;
    actor.id = "group/" + slug(actor.name);
    if (phrase.noun != nullptr) actor.sector = std::string(phrase.noun->sector.substr(0, 3));
    add(phrase, MentionKind::group, {work_.add_actor(std::move(actor))}, 0.7,
        "a group named in the text");
    remember(phrase);
  }

  /// "police", "protesters": actors under the name the text gives them.
  void unnamed(const RolePhrase& phrase) {
    if (!unnamed_agent(phrase.key) && !unnamed_agent(last_word(phrase.key))) return;
    if (work_.view.token(phrase.head).deprel == Deprel::compound) return;
    graph::Actor actor;
    actor.kind = ActorKind::group;
    actor.name = phrase.words;
    if (phrase.noun != nullptr && phrase.noun->number == RoleNumber::person && !phrase.plural) {
      actor.name = std::string(phrase.noun->many);
    }
    actor.id = "group/" + slug(actor.name);
    if (phrase.noun != nullptr) actor.sector = std::string(phrase.noun->sector.substr(0, 3));
    if (const auto country = coreference_.context_country(phrase.head))
      actor.country = work_.actor(*country).country;
    add(phrase, MentionKind::group, {work_.add_actor(std::move(actor))}, 0.4, "an unnamed group");
    remember(phrase);
  }

  void body(const RolePhrase& phrase) {
    if (!phrase.owners.empty()) {
      if (vague_noun(last_word(phrase.key)) ||
          work_.view.token(phrase.head).deprel == Deprel::compound)
        return;
      // Allies and neighbours of one: the text knows which, we mostly do not.
      if (is_one_of(phrase.key, {"neighbor", "neighbour", "ally", "rival", "partner", "adversary"}))
        return neighbour(phrase);
      if (phrase.link == "in" || phrase.link == "at" || phrase.noun == nullptr ||
          !acting_body(phrase))
        return;
      std::vector<std::uint32_t> actors;
      for (const std::uint32_t owner : phrase.owners) actors.push_back(group_actor(phrase, owner));
      std::string reason = "a body of " + names_of(phrase.owners);
      add(phrase, MentionKind::group, std::move(actors), 0.65, std::move(reason));
      remember(phrase);
      return;
    }
    if (!phrase.definite || !alliance_noun(phrase.key)) return;
    alliance(phrase);
  }

  static bool acting_body(const RolePhrase& phrase) {
    const std::string_view last = last_word(phrase.key);
    if (is_one_of(last, {"headquarters", "office", "camp", "base", "hospital", "school", "temple",
                         "church", "mosque", "refinery", "clinic", "staff"}))
      return false;
    return !phrase.noun->sector.empty() && phrase.noun->sector != "CVL";
  }

  void neighbour(const RolePhrase& phrase) {
    if (phrase.owners.size() != 1 || phrase.indefinite) return;
    const auto whose = work_.state_of(phrase.owners.front());
    const auto region = [&](std::uint32_t actor) {
      const auto& entry = work_.facts[actor].entry;
      return entry ? work_.index.entry(*entry).region : std::string_view{};
    };
    const bool near = phrase.key.starts_with("neighb");
    const auto fits = [&](std::uint32_t actor) {
      return work_.actor(actor).kind == ActorKind::country && actor != whose &&
             (!near || !whose || region(actor) == region(*whose));
    };
    if (const auto found = coreference_.described(phrase.head, 5, fits)) {
      add(phrase, MentionKind::description, {found->actor}, 0.6 * found->confidence,
          "the " + std::string(phrase.key) + " in question, " + work_.actor(found->actor).name);
    }
  }

  // ---- countries and alliances described ----

  void country(const RolePhrase& phrase) {
    if (phrase.plural) {
      if (!phrase.owners.empty() || !phrase.region.empty()) group(phrase);
      return;
    }
    if (!phrase.definite || !phrase.owners.empty()) return;
    if (work_.view.token(phrase.head).deprel == Deprel::compound) return;
    if (phrase.key == "state" && work_.view.key(phrase.range.first) != "the") return;
    const auto fits = [&](std::uint32_t actor) {
      return work_.actor(actor).kind == ActorKind::country;
    };
    if (const auto found = coreference_.described(phrase.head, 2, fits)) {
      add(phrase, MentionKind::description, {found->actor}, 0.9 * found->confidence,
          "the " + std::string(phrase.key) + " named in " + work_.sentence_name(found->token) +
              ", " + work_.actor(found->actor).name);
      return;
    }
    if (const auto country = coreference_.context_country(phrase.head)) {
      add(phrase, MentionKind::description, {*country}, 0.5, "the state that the text is about");
    }
  }

  bool suits_noun(std::uint32_t actor, std::string_view noun) const {
    const graph::Actor& who = work_.actor(actor);
    if (who.kind == ActorKind::person || who.kind == ActorKind::place ||
        who.kind == ActorKind::group || who.kind == ActorKind::country) {
      return false;
    }
    const std::string_view last = last_word(noun);
    if (last == "alliance" || last == "bloc" || last == "union")
      return who.country == "IGO" || who.sector == "IGO" || who.country == "EUR";
    if (is_one_of(last, {"company", "firm", "giant", "airline"}))
      return who.kind == ActorKind::company || who.sector == "BUS" || who.sector == "MNC";
    if (is_one_of(last,
                  {"militia", "faction", "insurgents", "militants", "rebels", "guerrillas"}) ||
        noun.find("terror") != std::string_view::npos ||
        noun.find("militant") != std::string_view::npos ||
        noun.find("rebel") != std::string_view::npos ||
        noun.find("jihad") != std::string_view::npos ||
        noun.find("extremist") != std::string_view::npos) {
      return who.kind == ActorKind::armed_force ||
             is_one_of(who.sector, {"REB", "PRM", "IMG", "UAF"});
    }
    if (last == "party") return who.sector == "PTY";
    if (last == "movement")
      return is_one_of(who.sector, {"PTY", "REB", "OPP", "SOC", "PRM", "CVL"}) ||
             who.kind == ActorKind::armed_force;
    if (last == "court" || last == "tribunal") return who.sector == "JUD";
    if (last == "bank" || last == "lender" || last == "fund")
      return who.name.find("Bank") != std::string::npos ||
             who.name.find("Fund") != std::string::npos;
    if (last == "newspaper") return who.sector == "JRN" || who.sector == "MED";
    if (last == "watchdog" || last == "agency" || last == "commission" || last == "committee" ||
        last == "council") {
      return who.kind == ActorKind::organisation && who.country != "USA"
                 ? true
                 : who.kind == ActorKind::organisation;
    }
    if (last == "charity") return who.sector == "NGO" || who.sector == "SOC";
    return who.kind == ActorKind::organisation || who.kind == ActorKind::armed_force ||
           who.kind == ActorKind::company;
  }

  void alliance(const RolePhrase& phrase) {
    const auto fits = [&](std::uint32_t actor) { return suits_noun(actor, phrase.key); };
    if (phrase.compound) return;
    const bool vague = is_one_of(phrase.key, {"group", "organisation", "organization", "body",
                                              "institution", "movement", "network"});
    if (const auto found = coreference_.find(phrase.head, vague ? 2 : 5, fits, false, 0.12)) {
      add(phrase, MentionKind::description, {found->actor}, 0.9 * found->confidence,
          "the " + std::string(phrase.key) + " named in " + work_.sentence_name(found->token) +
              ", " + work_.actor(found->actor).name);
      return;
    }
    const std::string text = name_key(work_.view.text(phrase.range));
    if (last_word(phrase.key) == "alliance" &&
        (text.find("atlantic") != std::string::npos || text.find("western") != std::string::npos)) {
      for (const Alias& alias : work_.index.find("nato")) {
        return add(phrase, MentionKind::description, {work_.add_entry(alias.entry)}, 0.75,
                   "the transatlantic alliance");
      }
    }
  }

  // ---- "the two leaders", "both sides" ----

  bool pairwise(const RolePhrase& phrase) {
    if (!phrase.owners.empty()) return false;
    const std::string_view noun = last_word(phrase.key);
    ActorTest fits;
    if (country_noun(noun) || is_one_of(noun, {"governments", "neighbors", "neighbours", "allies",
                                               "powers", "capitals", "superpowers", "rivals"})) {
      fits = [&](std::uint32_t a) { return work_.actor(a).kind == ActorKind::country; };
    } else if (is_one_of(noun, {"sides", "parties"})) {
      fits = [&](std::uint32_t a) {
        const ActorKind kind = work_.actor(a).kind;
        return kind == ActorKind::country || kind == ActorKind::organisation ||
               kind == ActorKind::armed_force;
      };
    } else if (is_one_of(noun, {"leaders", "presidents", "ministers", "men", "officials", "women",
                                "politicians", "heads", "diplomats", "statesmen", "premiers",
                                "chiefs", "rivals", "secretaries", "envoys"})) {
      fits = [&](std::uint32_t a) { return work_.actor(a).kind == ActorKind::person; };
    } else {
      return false;
    }
    auto actors = coreference_.pair(phrase.head, fits);
    if (actors.empty() && is_one_of(noun, {"sides", "parties"})) {
      actors = coreference_.pair(
          phrase.head, [&](std::uint32_t a) { return work_.actor(a).kind == ActorKind::person; });
    }
    if (actors.empty()) return true;
    std::string reason = "the two last named: " + names_of(actors);
    add(phrase, MentionKind::description, std::move(actors), 0.68, std::move(reason));
    return true;
  }

  // ---- persons by their office ----

  std::optional<std::uint32_t> officeholder(std::uint32_t owner, const std::string& title,
                                            bool former) {
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
    if (former || !work_.facts[owner].entry) return std::nullopt;
    if (const auto found = holder(work_.index, *work_.facts[owner].entry, title, work_.date())) {
      return work_.add_entry(found->person);
    }
    return std::nullopt;
  }

  void person(const RolePhrase& phrase) {
    const std::string title = canonical_title(phrase.words);
    if (is_one_of(phrase.key, {"soldier", "troop"}) && !phrase.owners.empty())
      return forces(phrase);
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
        if (!phrase.former && kind != ActorKind::place) return office_actor(phrase, owner, title);
      }
      if (kind == ActorKind::place || vague_noun(phrase.key)) return;
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
  }

  /// "a senior administration official", "a government spokesman": of the state in question.
  bool official_of_context(const RolePhrase& phrase) {
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
        "an official of the state that the text is about, " + work_.actor(*state).name);
    remember(phrase);
    return true;
  }

  /// "foreign minister of Iran", whoever that is.
  void office_actor(const RolePhrase& phrase, std::uint32_t owner, const std::string& title) {
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

  /// "the president": the last person spoken of who bears such a title.
  void by_title(const RolePhrase& phrase, const std::string& title) {
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
      return office && office->tenure != Tenure::no && political_office(title);
    };
    const auto told = [&](std::uint32_t actor) {
      const auto& offices = work_.facts[actor].offices;
      return work_.actor(actor).kind == ActorKind::person &&
             std::any_of(offices.begin(), offices.end(), [&](const Office& office) {
               return !office.former &&
                      (title_means(title, office.title) || title == last_word(office.title) ||
                       (title == "secretary" && office.title.starts_with("secretary")));
             });
    };
    auto found = coreference_.find(phrase.head, 12, told, false, 0.1);
    const bool rivals =
        std::count_if(work_.facts.begin(), work_.facts.end(), [&](const ActorFacts& fact) {
          return told(static_cast<std::uint32_t>(&fact - work_.facts.data()));
        }) > 0;
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
    if (is_one_of(title, {"president", "prime minister", "king", "chancellor", "foreign minister",
                          "defence minister"})) {
      if (const auto country = coreference_.context_country(phrase.head)) {
        if (const auto who = officeholder(*country, title, phrase.former)) {
          add(phrase, MentionKind::description, {*who}, 0.55,
              "who held the office in the state that the text is about");
        }
      }
    }
  }

  void persons(const RolePhrase& phrase) {
    const std::string_view noun = last_word(phrase.key);
    if (phrase.owners.empty()) {
      if (phrase.definite && phrase.region.empty() &&
          is_one_of(noun, {"leaders", "presidents", "ministers", "premiers"})) {
        auto actors = coreference_.pair(
            phrase.head, [&](std::uint32_t a) { return work_.actor(a).kind == ActorKind::person; });
        if (!actors.empty()) {
          std::string reason = "the two last named: " + names_of(actors);
          return add(phrase, MentionKind::description, std::move(actors), 0.55, std::move(reason));
        }
        return;
      }
      return group(phrase);
    }
    if (is_one_of(phrase.key, {"soldiers", "troops"})) return forces(phrase);
    // "the foreign ministers of A and B": their states.
    const bool office = is_one_of(
        noun, {"leaders", "presidents", "ministers", "premiers", "chancellors", "chiefs"});
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

  /// "his Russian counterpart", "his counterpart Wang Yi"
  void counterpart(const RolePhrase& phrase) {
    if (phrase.plural) return;
    const auto& view = work_.view;
    std::optional<std::uint32_t> person;
    std::optional<std::uint32_t> state;
    for (const std::uint32_t c : view.children(phrase.head)) {
      const auto actor = work_.actor_at(c);
      if (!actor) continue;
      if (view.token(c).deprel == Deprel::nmod_poss) {
        if (work_.actor(*actor).kind == ActorKind::person) person = actor;
      } else if (work_.actor(*actor).kind == ActorKind::country && c < phrase.head) {
        state = actor;
      }
    }
    // The name that follows, if any, is who it is.
    std::optional<std::uint32_t> named;
    std::uint32_t named_at = 0;
    for (std::uint32_t t = phrase.head + 1;
         t < view.sentence_around(phrase.head).last && t <= phrase.head + 3; ++t) {
      const auto actor = work_.actor_at(t);
      if (actor && work_.actor(*actor).kind == ActorKind::person) {
        named = actor;
        named_at = t;
        break;
      }
    }
    if (!named) {
      for (const std::uint32_t c : view.children(phrase.head)) {
        if (view.token(c).deprel != Deprel::appos && view.token(c).deprel != Deprel::flat) continue;
        named = work_.actor_at(c);
        named_at = c;
      }
    }
    std::string title;
    if (person) {
      if (!work_.facts[*person].offices.empty()) {
        title = work_.facts[*person].offices.front().title;
      } else if (work_.facts[*person].entry) {
        if (const auto office =
                office_of(work_.index, *work_.facts[*person].entry, "", std::nullopt, work_.date());
            office && office->tenure == Tenure::yes) {
          title = office->title;
        }
      }
    }
    if (named) {
      if (work_.at_head[phrase.head] < 0) {
        add(phrase, MentionKind::description, {*named}, 0.85,
            "named beside it: " + work_.actor(*named).name);
      }
      if (state && !title.empty()) {
        const std::uint32_t mention = static_cast<std::uint32_t>(
            work_.at_head[named_at] >= 0 ? work_.at_head[named_at] : work_.at_head[phrase.head]);
        claim_office(work_, mention, *named, title, state, phrase.role, false, 0.7);
      }
      return;
    }
    if (!state || title.empty()) return;
    if (const auto who = officeholder(*state, title, false)) {
      return add(phrase, MentionKind::description, {*who}, 0.75,
                 title + " of " + work_.actor(*state).name + ", as " + work_.actor(*person).name +
                     " is of another state");
    }
    office_actor(phrase, *state, title);
  }

  // ---- titles told of a person elsewhere in the sentence ----

  std::optional<std::uint32_t> person_mention(std::uint32_t token) const {
    const auto actor = work_.actor_at(token);
    if (!actor || work_.actor(*actor).kind != ActorKind::person) return std::nullopt;
    return static_cast<std::uint32_t>(work_.at_head[token]);
  }

  void claim(const RolePhrase& phrase, std::uint32_t mention, double confidence) {
    const std::uint32_t person = work_.document.mentions[mention].actors.front();
    std::optional<std::uint32_t> owner;
    if (!phrase.owners.empty() && work_.actor(phrase.owners.front()).kind != ActorKind::person)
      owner = phrase.owners.front();
    const std::string title = canonical_title(phrase.words);
    if (!owner && !political_office(title)) return;
    claim_office(work_, mention, person, title, owner, {phrase.range.first, phrase.role.last},
                 phrase.former, confidence);
    graph::Actor& who = work_.document.actors[person];
    if (who.country.empty() && owner) who.country = work_.actor(*owner).country;
    if (who.sector.empty() && phrase.noun != nullptr)
      who.sector = std::string(phrase.noun->sector.substr(0, 3));
  }

  bool apposed(const RolePhrase& phrase) {
    if (phrase.plural || phrase.noun == nullptr || phrase.noun->number != RoleNumber::person)
      return false;
    const auto& view = work_.view;
    const Deprel relation = view.token(phrase.head).deprel;
    if (const auto above = view.parent(phrase.head)) {
      if (relation == Deprel::appos || relation == Deprel::parataxis || relation == Deprel::flat ||
          relation == Deprel::nmod_desc || relation == Deprel::list || relation == Deprel::dep) {
        if (const auto mention = person_mention(*above)) {
          const std::uint32_t person = work_.document.mentions[*mention].actors.front();
          claim(phrase, *mention, 0.88);
          add(phrase, MentionKind::role, {person}, 0.88, "said of " + work_.actor(person).name);
          return true;
        }
      }
      // The second of two titles: "president and commander-in-chief".
      if (relation == Deprel::conj && view.token(*above).deprel == Deprel::appos) {
        if (const auto top = view.parent(*above)) {
          if (const auto mention = person_mention(*top)) {
            RolePhrase own = phrase;
            if (own.owners.empty()) {
              if (const auto first = read_role_phrase(work_, *above)) own.owners = first->owners;
            }
            claim(own, *mention, 0.8);
            return true;
          }
        }
      }
    }
    for (const std::uint32_t c : view.children(phrase.head)) {
      const Deprel below = view.token(c).deprel;
      if (below != Deprel::appos && below != Deprel::flat && below != Deprel::parataxis) continue;
      if (below == Deprel::parataxis && c < phrase.head) continue;
      if (const auto mention = person_mention(c)) {
        const std::uint32_t person = work_.document.mentions[*mention].actors.front();
        claim(phrase, *mention, 0.88);
        add(phrase, MentionKind::role, {person}, 0.88,
            "named beside it: " + work_.actor(person).name);
        return true;
      }
    }
    return false;
  }

  /// "Molano is the defence minister", "was elected president": true if the phrase only
  /// tells what somebody is.
  bool copular(const RolePhrase& phrase) {
    const auto& view = work_.view;
    const bool personal =
        phrase.noun != nullptr && phrase.noun->number == RoleNumber::person && !phrase.plural;
    if (view.child(phrase.head, Deprel::cop)) {
      if (!personal) return country_noun(phrase.key) || alliance_noun(phrase.key);
      const auto subject = view.child(phrase.head, Deprel::nsubj);
      if (subject && !denied(phrase.head)) {
        if (const auto mention = person_mention(*subject)) claim(phrase, *mention, 0.85);
      }
      return true;
    }
    if (!personal) return false;
    const auto verb = view.parent(phrase.head);
    if (!verb || view.token(*verb).upos != Upos::verb) return false;
    const std::string& lemma = view.token(*verb).lemma;
    const Deprel relation = view.token(phrase.head).deprel;
    const bool as = view.case_of(phrase.head) == "as";
    const bool becomes = is_one_of(lemma, {"become", "remain"}) &&
                         (relation == Deprel::xcomp || relation == Deprel::obj);
    const bool made = is_one_of(lemma, {"elect", "appoint", "name", "nominate", "install",
                                        "inaugurate", "swear", "reelect", "re-elect", "reappoint",
                                        "confirm", "choose", "serve", "resign", "work"}) &&
                      (relation == Deprel::xcomp || relation == Deprel::obj || as);
    if (!becomes && !made) return false;
    if (denied(*verb)) return true;
    RolePhrase told = phrase;
    told.former = told.former || lemma == "resign";
    std::optional<std::uint32_t> subject = view.child(*verb, Deprel::nsubj_pass);
    if (!subject && (becomes || lemma == "serve" || lemma == "resign" || lemma == "work"))
      subject = view.child(*verb, Deprel::nsubj);
    if (!subject && made) subject = view.child(*verb, Deprel::obj);
    if (!subject && view.token(*verb).deprel == Deprel::acl) subject = view.parent(*verb);
    if (!subject) {
      if (const auto above = view.parent(*verb);
          above && view.token(*verb).deprel == Deprel::conj) {
        subject = view.child(*above, Deprel::nsubj);
      }
    }
    if (subject && *subject != phrase.head) {
      if (const auto mention = person_mention(*subject); mention && lemma != "nominate")
        claim(told, *mention, 0.8);
    }
    return true;
  }

  bool denied(std::uint32_t predicate) const {
    const auto& view = work_.view;
    for (const std::uint32_t c : view.children(predicate)) {
      const std::string& lemma = view.token(c).lemma;
      if (view.token(c).deprel == Deprel::aux &&
          is_one_of(lemma, {"may", "might", "could", "would", "will", "can", "should"}))
        return true;
      if (is_one_of(view.key(c), {"not", "nt", "never"})) return true;
      if (view.token(c).deprel == Deprel::mark && is_one_of(view.key(c), {"if", "to", "whether"}))
        return true;
    }
    return false;
  }

  // ---- treaties, meetings ----

  /// "Minsk agreements", "the NATO summit", "the Annapolis Conference": entities by name.
  void entity_noun(std::uint32_t i) {
    const auto& view = work_.view;
    if (!treaty_word(view.key(i)) || work_.at_head[i] >= 0) return;
    const bool upper = capitalised(view.form(i)) && !view.shouted(view.sentence_of(i));
    std::uint32_t first = i;
    bool named = false;
    while (first > view.sentence_around(i).first) {
      const std::uint32_t t = first - 1;
      const auto above = view.parent(t);
      const bool joined = above && *above > t && *above <= i;
      if (!joined || !capitalised(view.form(t)) || view.key(t) == "the" ||
          view.token(t).upos == Upos::det)
        break;
      if (view.token(t).upos == Upos::pron) break;
      named = named || view.token(t).upos == Upos::propn;
      first = t;
    }
    std::uint32_t last = i + 1;
    if (view.key(i) == "resolution" && last < view.size() && view.token(last).upos == Upos::num) {
      ++last;
      named = true;
    }
    if (!named || (!upper && first == i)) return;
    // A state's plan is no entity of its own unless written as a name.
    if (!upper && !is_one_of(view.key(i), {"agreement", "agreements", "treaty", "accord", "accords",
                                           "pact", "summit", "convention", "protocol", "conference",
                                           "dam", "pipeline", "strait", "resolution"})) {
      return;
    }
    if (first == i && last == i + 1) return;
    std::string name = single_spaced(view.text({first, last}));
    graph::Actor actor;
    actor.name = name;
    actor.id = "entity/" + slug(name);
    actor.kind = ActorKind::entity;
    work_.add_mention({first, last}, MentionKind::name, {work_.add_actor(std::move(actor))}, 0.65,
                      "a name that the text introduces", i);
  }

  struct Body {
    std::string noun;
    std::uint32_t mention;
  };

  Work& work_;
  Coreference coreference_;
  std::vector<Body> bodies_;
};

}  // namespace

void resolve_rest(Work& work) { RoleResolver(work).run(); }

}  // namespace entente::actors
