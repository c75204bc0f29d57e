#include "extract/relations/standing.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/relations/act.hpp"
#include "extract/relations/extractors.hpp"
#include "extract/relations/lexicon.hpp"
#include "extract/relations/words.hpp"
#include "util/lower.hpp"

namespace entente::relations {
namespace {

using graph::ActorKind;
using graph::RelationClass;
using text::Deprel;

class StandingReader : private StandingWriter {
 public:
  using StandingWriter::StandingWriter;

  void read() {
    for (TokenId token = tree_.first(); token < tree_.last(); ++token) {
      if (tree_.at(token).upos == text::Upos::noun) {
        read_role_noun(token);
        read_presence(token);
      }
      read_owner(token);
      read_organ(token);
      read_titled_name(token);
    }
  }

 private:
  /// "X, a member of Y", "X is a member of Y", "Y's news agency X".
  void read_role_noun(TokenId noun) {
    const auto type = Lexicon::built_in().standing_noun(tree_.lemma(noun));
    if (!type) return;
    if (*type == RelationClass::located_in && read_part(noun)) return;
    auto owners = analysis_.finder().owners(tree_, noun);
    if (owners.empty() && *type == RelationClass::located_in) owners = places_of(noun);
    // "the brother of A" is told apart from A, but A's he is
    if (owners.empty() && *type == RelationClass::other) owners = kin_of(noun);
    if (owners.empty()) return;
    const bool plural = tree_.at(noun).features.number == text::Number::plural;
    // "councils in A, B and C"; "the Ruritanian part of X"
    if (*type == RelationClass::part_of && plural) return;
    if (tree_.lemma(noun) == "part" && (!phrase(noun, {"of"}) || !is_predicate(noun))) return;
    auto bearing = bearers(noun);
    if (plural) add_joined(bearing);
    for (const TokenId bearer : bearing) {
      for (const Party& subject : analysis_.parties(bearer, Reach::direct)) {
        const util::TextSpan word = tree_.at(noun).span;
        const bool itself = subject.span.begin <= word.begin && word.end <= subject.span.end &&
                            tree_.is(noun, {Deprel::appos});
        // "the cities of X and Y" lie beside each other
        const bool among = std::any_of(owners.begin(), owners.end(), [&](const Party& owner) {
          return owner.actor == subject.actor ||
                 (*type == RelationClass::located_in && is_place(owner.actor) &&
                  tree_.form(noun) != tree_.lemma(noun));
        });
        const RelationClass told = type_for(*type, noun, subject, owners.front());
        // "the province of X and the state of Y"
        const bool another = kind(subject.actor) == ActorKind::country && subject.slot != bearer &&
                             told == RelationClass::part_of;
        if (among || another || itself || subject.plural_mention ||
            !fits(told, subject, owners.front()))
          continue;
        add(subject, owners.front(), told, noun, tree_.lemma(noun) + " of",
            "noun: " + tree_.lemma(noun), context_of(noun));
      }
    }
  }

  /// "the Riverside district of Springfield": the name stands before the noun, and what it lies in
  /// behind.
  bool read_part(TokenId noun) {
    static constexpr std::array<std::string_view, 13> parts{
        "area",         "county",        "department", "district", "governorate",
        "neighborhood", "neighbourhood", "oblast",     "province", "quarter",
        "region",       "state",         "suburb"};
    if (std::find(parts.begin(), parts.end(), tree_.lemma(noun)) == parts.end()) return false;
    const auto name = tree_.child(noun, {Deprel::compound, Deprel::flat, Deprel::nmod_desc});
    const auto around = phrase(noun, {"of", "in"});
    if (!name || !around || *name > noun || !is_named_place(*name)) return false;
    // "the Plains states of X and Y"
    if (tree_.at(noun).features.number == text::Number::plural && !is_suburb(noun)) return true;
    if (lies_before(noun, *name, *around)) return add_part(noun, *around, *name);
    return add_part(noun, *name, *around);
  }

  [[nodiscard]] bool is_suburb(TokenId noun) const {
    const std::string& lemma = tree_.lemma(noun);
    return lemma == "suburb" || lemma == "neighborhood" || lemma == "neighbourhood";
  }

  /// "the Springfield suburb of Riverside": told apart by which of the two the tables know.
  [[nodiscard]] bool lies_before(TokenId noun, TokenId name, TokenId around) const {
    if (!is_suburb(noun)) return false;
    const auto introduced = [&](TokenId token) {
      const auto parties = analysis_.parties(token, Reach::direct);
      return parties.empty() || parties.front().reason == "a name that the text introduces";
    };
    return !introduced(name) || introduced(around);
  }

  bool add_part(TokenId noun, TokenId name, TokenId around) {
    if (!is_named_place(name)) return false;
    bool told = false;
    for (const Party& object : analysis_.parties(around, Reach::direct)) {
      const ActorKind where = kind(object.actor);
      if (where != ActorKind::country && where != ActorKind::place) continue;
      const text::Mention& mention = *analysis_.finder().mention_at(name);
      for (const Party& subject : analysis_.parties(name, Reach::direct)) {
        if (subject.span != mention.span || lie_apart(subject.actor, object.actor)) continue;
        add(subject, object, RelationClass::located_in, noun, tree_.lemma(noun) + " of",
            "noun: " + tree_.lemma(noun), {});
        told = true;
      }
    }
    return told;
  }

  [[nodiscard]] bool is_named_place(TokenId token) const {
    const text::Mention* mention = analysis_.finder().mention_at(token);
    return mention != nullptr && mention->kind == text::MentionKind::name &&
           is_place(mention->actors.front());
  }

  /// "A and B, members of C", "members of C, A and B": the names joined to one of them, wherever
  /// the tree hangs them.
  void add_joined(std::vector<TokenId>& bearing) const {
    for (std::size_t i = 0; i < bearing.size(); ++i) {
      const text::Mention* one = analysis_.finder().mention_at(bearing[i]);
      if (one == nullptr || one->kind != text::MentionKind::name) continue;
      for (const TokenId other : {joined_name(one->last, true), joined_name(one->first, false)}) {
        if (other == tree_.last()) continue;
        const text::Mention* two = analysis_.finder().mention_at(other);
        if (kind(two->actors.front()) == kind(one->actors.front()) &&
            std::find(bearing.begin(), bearing.end(), other) == bearing.end()) {
          bearing.push_back(other);
        }
      }
    }
  }

  /// The head of the name that a comma or "and" joins there; the sentence's end if there is none.
  [[nodiscard]] TokenId joined_name(TokenId edge, bool behind) const {
    const auto joint = [&](TokenId token) {
      return tree_.form(token) == "," || tree_.form(token) == "and" || tree_.form(token) == "&";
    };
    TokenId at = edge;
    int joints = 0;
    if (behind) {
      while (at < tree_.last() && joint(at) && joints < 2) ++at, ++joints;
    } else {
      while (at > tree_.first() && joint(at - 1) && joints < 2) --at, ++joints;
    }
    if (joints == 0) return tree_.last();
    for (TokenId token = tree_.first(); token < tree_.last(); ++token) {
      const text::Mention* mention = analysis_.finder().mention_at(token);
      if (mention != nullptr && mention->kind == text::MentionKind::name &&
          (behind ? mention->first == at : mention->last == at)) {
        return token;
      }
    }
    return tree_.last();
  }

  /// "the presence of X in Y": a group, not a state's own troops.
  void read_presence(TokenId noun) {
    if (tree_.lemma(noun) != "presence") return;
    const auto who = phrase(noun, {"of"});
    if (!who) return;
    auto where = phrase(noun, {"in"});
    std::vector<TokenId> groups{*who};
    for (const TokenId conjunct : tree_.conjuncts(*who)) groups.push_back(conjunct);
    for (const TokenId group : groups) {
      if (!where) where = phrase(group, {"in"});
    }
    if (!where) return;
    for (const Party& place : analysis_.parties(*where, Reach::direct)) {
      const ActorKind there = kind(place.actor);
      if (there != ActorKind::country && there != ActorKind::place) continue;
      for (const Party& subject : analysis_.parties(*who, Reach::direct)) {
        if (kind(subject.actor) != ActorKind::armed_force || is_army(subject.actor)) continue;
        add(subject, place, RelationClass::located_in, noun, "presence in", "noun: presence", {});
      }
    }
  }

  /// "Iran's Revolutionary Guards", "Saudi Arabia's state-owned Aramco", "the ministry's Research
  /// Department": what belongs to a state or is part of a body.
  void read_owner(TokenId token) {
    const text::Mention* name = analysis_.finder().mention_at(token);
    if (name == nullptr || name->kind != text::MentionKind::name || name->actors.size() != 1 ||
        !is_body(name->actors.front())) {
      return;
    }
    const graph::Actor& body = analysis_.document().actors[name->actors.front()];
    const auto owner = tree_.child(token, {Deprel::nmod_poss});
    if (!owner) return;
    if (name->first <= *owner && is_service(token, body)) {
      return add_own_organ(token, *owner, body);
    }
    const bool part = is_called_part(token, body);
    const bool organ = part || is_of_state(body) || is_called_of_state(token);
    // "Israel's Likud"
    if (!organ && body.sector != "PTY" && body.sector != "REB") return;
    for (const Party& whose : analysis_.parties(*owner, Reach::direct)) {
      const bool inside = part && kind(whose.actor) == ActorKind::organisation;
      if (kind(whose.actor) != ActorKind::country && !inside) continue;
      // a namesake in another country
      const std::string& home = analysis_.document().actors[whose.actor].country;
      if (!organ && !body.country.empty() && body.country != home) continue;
      for (const Party& subject : analysis_.parties(token, Reach::direct)) {
        if (subject.actor != name->actors.front() || subject.actor == whose.actor) continue;
        add(subject, whose, organ ? RelationClass::part_of : RelationClass::located_in,
            preposition_of(*owner), "be of", organ ? "body of a state" : "party of a country", {});
      }
    }
  }

  /// Guards, services and police with a name of their own, not "Iran's army".
  [[nodiscard]] bool is_service(TokenId token, const graph::Actor& body) const {
    const char initial = tree_.form(token).front();
    return initial >= 'A' && initial <= 'Z' &&
           (body.sector == "COP" || body.sector == "MIL" || body.sector == "SPY");
  }

  /// "Iran's Revolutionary Guards", known by these words as a whole.
  void add_own_organ(TokenId token, TokenId owner, const graph::Actor& body) {
    for (const Party& state : state_of(token, body.country)) {
      for (const Party& subject : analysis_.parties(token, Reach::direct)) {
        if (subject.actor == state.actor) continue;
        add(subject, state, RelationClass::part_of, preposition_of(owner), "be of",
            "body of a state", {});
      }
    }
  }

  /// "Agency", "Department" at the end of a name that is no association's.
  [[nodiscard]] bool is_called_part(TokenId token, const graph::Actor& body) const {
    static constexpr std::string_view apart[] = {"BUS", "EDU", "JRN", "LAB", "NGO",
                                                 "OPP", "PTY", "REB", "SOC", "UAF"};
    return std::find(std::begin(apart), std::end(apart), body.sector) == std::end(apart) &&
           Lexicon::built_in().standing_noun(util::lower(tree_.lemma(token))) ==
               RelationClass::part_of;
  }

  /// "Ruritania's Supreme Court", "the Ruritanian election commission", told by a noun and a state;
  /// of courts their names as well.
  void read_organ(TokenId token) {
    static constexpr std::array<std::string_view, 4> nouns{"agency", "commission", "court",
                                                           "television"};
    const text::Mention* organ = analysis_.finder().mention_at(token);
    if (organ == nullptr || organ->actors.size() != 1 ||
        kind(organ->actors.front()) != ActorKind::organisation)
      return;
    const std::string noun = util::lower(tree_.lemma(token));
    if (std::find(nouns.begin(), nouns.end(), noun) == nouns.end()) return;
    // "the Ruritanian news agency" has a name of its own
    if (noun == "agency" && token > tree_.first() && tree_.form(token - 1) == "news") return;
    const graph::Actor& body = analysis_.document().actors[organ->actors.front()];
    const bool highest = body.name.find("Supreme ") != std::string::npos ||
                         body.name.find("Constitutional ") != std::string::npos ||
                         body.name.find("High ") != std::string::npos;
    const bool court = noun == "court" && body.sector == "JUD" && highest;
    if (organ->kind != text::MentionKind::role &&
        !(organ->kind == text::MentionKind::name && court))
      return;
    std::vector<Party> states = analysis_.finder().owners(tree_, token);
    if (states.empty() && court) states = state_of(token, body.country);
    for (const Party& state : states) {
      if (kind(state.actor) != ActorKind::country) continue;
      for (const Party& subject : analysis_.parties(token, Reach::direct)) {
        if (subject.actor != organ->actors.front()) continue;
        add(subject, state, RelationClass::part_of, token, "be of", "organ of a state", {});
      }
    }
  }

  /// The state of that code, if the text names it.
  [[nodiscard]] std::vector<Party> state_of(TokenId token, std::string_view country) const {
    const auto& actors = analysis_.document().actors;
    for (std::uint32_t actor = 0; actor < actors.size() && !country.empty(); ++actor) {
      if (actors[actor].kind != ActorKind::country || actors[actor].country != country) continue;
      auto parties = analysis_.parties(token, Reach::direct);
      if (parties.empty()) return {};
      parties.front().actor = actor;
      parties.resize(1);
      return parties;
    }
    return {};
  }

  /// What acts for the state: its forces, ministries, courts; no party, company or rebels.
  [[nodiscard]] static bool is_of_state(const graph::Actor& body) {
    static constexpr std::string_view sectors[] = {"COP", "GOV", "JUD", "LEG", "MIL", "SPY"};
    return std::find(std::begin(sectors), std::end(sectors), body.sector) != std::end(sectors);
  }

  /// "state-owned", "state-run", "state" before the name, whether or not cut at the hyphen.
  [[nodiscard]] bool is_called_of_state(TokenId token) const {
    for (TokenId word = token; word-- > tree_.first();) {
      if (!tree_.governs(token, word)) return false;
      if (tree_.form(word) == "state" || tree_.form(word).starts_with("state-")) return true;
    }
    return false;
  }

  /// "the Ruritanian News Agency RNA", where the noun is part of the name.
  void read_titled_name(TokenId token) {
    const text::Mention* name = analysis_.finder().mention_at(token);
    if (name == nullptr || name->kind != text::MentionKind::name ||
        !is_body(name->actors.front())) {
      return;
    }
    for (TokenId noun = name->first; noun < name->last; ++noun) {
      if (tree_.form(noun) != "Agency" && tree_.form(noun) != "agency") continue;
      for (const TokenId child : tree_.children(noun)) {
        if (child >= name->first || !tree_.is(child, {Deprel::amod, Deprel::nmod_poss})) continue;
        for (const Party& owner : analysis_.parties(child, Reach::direct)) {
          for (const Party& subject : analysis_.parties(token, Reach::direct)) {
            if (subject.actor == name->actors.front() && kind(owner.actor) == ActorKind::country) {
              add(subject, owner, RelationClass::part_of, noun, "agency of", "agency of a state",
                  {});
            }
          }
        }
      }
    }
  }

  [[nodiscard]] bool is_army(std::uint32_t actor) const {
    return analysis_.document().actors[actor].sector == "MIL";
  }

  /// "the son of B", "B's son"
  [[nodiscard]] std::vector<Party> kin_of(TokenId noun) const {
    auto whose = phrase(noun, {"of", "to"});
    if (!whose) whose = tree_.child(noun, {Deprel::nmod_poss});
    return whose ? analysis_.parties(*whose, Reach::direct) : std::vector<Party>{};
  }

  /// "a city in B"
  [[nodiscard]] std::vector<Party> places_of(TokenId noun) const {
    for (const TokenId child : tree_.children(noun)) {
      if (tree_.is(child, {Deprel::nmod}) && tree_.preposition(child) == "in") {
        return land_at(child);
      }
    }
    return {};
  }

  /// "will be a member", "is not a member"
  [[nodiscard]] Context context_of(TokenId noun) const {
    const auto index = analysis_.clauses().index_of(noun);
    if (!index) return {};
    const Predication& predication = analysis_.clauses().predications()[*index];
    return predication.kind == PredicationKind::nominal ? analysis_.context(*index) : Context{};
  }

  [[nodiscard]] bool is_predicate(TokenId noun) const {
    const Predication* predication = analysis_.clauses().of(noun);
    return predication != nullptr && predication->kind == PredicationKind::nominal;
  }

  /// The words that the role noun describes.
  [[nodiscard]] std::vector<TokenId> bearers(TokenId noun) const {
    std::vector<TokenId> found;
    const auto head = tree_.head(noun);
    if (head && tree_.is(noun, {Deprel::appos, Deprel::compound, Deprel::nmod_desc})) {
      found.push_back(*head);
    }
    if (head && tree_.is(noun, {Deprel::nsubj, Deprel::nsubj_pass})) {
      // an apposition that the parser takes for a second subject
      const auto first = tree_.child(*head, {Deprel::nsubj, Deprel::nsubj_pass});
      if (first && *first < noun) found.push_back(*first);
    }
    for (const TokenId child : tree_.children(noun)) {
      if (tree_.is(child, {Deprel::appos, Deprel::flat, Deprel::nmod_desc})) found.push_back(child);
      // "the Iraqi city of Mosul"
      if (tree_.is(child, {Deprel::nmod}) && tree_.preposition(child) == "of") {
        const text::Mention* mention = analysis_.finder().mention_at(child);
        if (mention != nullptr && is_place(mention->actors.front())) found.push_back(child);
      }
    }
    const Predication* predication = analysis_.clauses().of(noun);
    if (predication != nullptr && predication->kind == PredicationKind::nominal) {
      if (const Argument* subject = argument(*predication, "subj")) {
        found.push_back(subject->token);
      }
    }
    return found;
  }

  /// "Kosovo, a province of Serbia": what the tables hold for a state is a part of another.
  [[nodiscard]] RelationClass type_for(RelationClass type, TokenId noun, const Party& subject,
                                       const Party& object) const {
    const bool states =
        kind(subject.actor) == ActorKind::country && kind(object.actor) == ActorKind::country;
    if (tree_.lemma(noun) == "part" && kind(subject.actor) == ActorKind::country &&
        kind(object.actor) == ActorKind::organisation)
      return RelationClass::member_of;  // "Spain is part of NATO"
    return type == RelationClass::located_in && states ? RelationClass::part_of : type;
  }

  /// A city lies in a state, a member is in a body of several, kin are persons.
  [[nodiscard]] bool fits(RelationClass type, const Party& subject, const Party& object) const {
    const ActorKind owner = kind(object.actor);
    const ActorKind bearer = kind(subject.actor);
    switch (type) {
      case RelationClass::member_of:
        return owner == ActorKind::organisation || owner == ActorKind::armed_force ||
               owner == ActorKind::entity;
      case RelationClass::located_in:
        return bearer == ActorKind::place &&
               (owner == ActorKind::country || owner == ActorKind::place);
      case RelationClass::part_of:
        return bearer == ActorKind::organisation || bearer == ActorKind::armed_force ||
               bearer == ActorKind::company ||
               ((bearer == ActorKind::country || bearer == ActorKind::place) &&
                owner == ActorKind::country);
      default:
        return bearer == ActorKind::person && owner == ActorKind::person;
    }
  }
};

}  // namespace

void extract_standing(SentenceAnalysis& analysis, std::vector<text::Triple>& triples) {
  StandingReader(analysis, triples).read();
  read_places(analysis, triples);
  read_bodies_of_persons(analysis, triples);
  read_stances(analysis, triples);
}

}  // namespace entente::relations
