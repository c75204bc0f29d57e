#include "extract/relations/standing.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/relations/act.hpp"
#include "extract/relations/extractors.hpp"
#include "extract/relations/lexicon.hpp"
#include "extract/relations/words.hpp"

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
      read_place(token);
      read_around(token);
      read_base(token);
      read_mission(token);
      read_owner(token);
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
    if (owners.empty()) return;
    auto bearing = bearers(noun);
    if (tree_.at(noun).features.number == text::Number::plural) add_joined(bearing);
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
        if (among || itself || subject.plural_mention || !fits(*type, subject, owners.front()))
          continue;
        add(subject, owners.front(), *type, noun, tree_.lemma(noun) + " of",
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
    bool told = false;
    for (const Party& object : analysis_.parties(*around, Reach::direct)) {
      const ActorKind where = kind(object.actor);
      if (where != ActorKind::country && where != ActorKind::place) continue;
      const text::Mention& mention = *analysis_.finder().mention_at(*name);
      for (const Party& subject : analysis_.parties(*name, Reach::direct)) {
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

  /// "the Yemen-based Houthi movement", "X, a Berlin-based charity"
  void read_base(TokenId token) {
    if (tree_.form(token) != "based" || !tree_.is(token, {Deprel::amod})) return;
    const auto noun = tree_.head(token);
    const auto place = tree_.child(token, {Deprel::compound, Deprel::obl, Deprel::obl_unmarked});
    if (!noun || !place || *place > token) return;
    for (const Party& subject : named_bodies(*noun)) {
      for (const Party& where : analysis_.parties(*place, Reach::direct)) {
        const ActorKind there = kind(where.actor);
        if (there != ActorKind::country && there != ActorKind::place) continue;
        add(subject, where, RelationClass::located_in, token, "be based in", "based", {});
      }
    }
  }

  /// The body that the noun is, or is said of: "the Berlin-based charity X", "X, a charity".
  [[nodiscard]] std::vector<Party> named_bodies(TokenId noun) const {
    std::vector<TokenId> words{noun};
    if (tree_.is(noun, {Deprel::appos, Deprel::nmod_desc})) words.push_back(*tree_.head(noun));
    for (const TokenId child : tree_.children(noun)) {
      if (tree_.is(child, {Deprel::appos, Deprel::flat, Deprel::nmod_desc})) words.push_back(child);
    }
    std::vector<Party> found;
    for (const TokenId word : words) {
      const text::Mention* mention = analysis_.finder().mention_at(word);
      if (mention == nullptr || mention->kind != text::MentionKind::name) continue;
      for (const Party& party : analysis_.parties(word, Reach::direct)) {
        if (is_body(party.actor) && party.span == mention->span) found.push_back(party);
      }
    }
    return found;
  }

  [[nodiscard]] static bool is_mission(std::string_view form) {
    return form == "embassy" || form == "Embassy" || form == "consulate" || form == "Consulate";
  }

  /// The head of the name that begins there.
  [[nodiscard]] std::optional<TokenId> name_from(TokenId first) const {
    for (TokenId token = first; token < std::min(tree_.last(), first + 4); ++token) {
      const text::Mention* mention = analysis_.finder().mention_at(token);
      if (mention != nullptr && mention->kind == text::MentionKind::name && mention->first == first)
        return token;
    }
    return std::nullopt;
  }

  /// "the U.S. embassy in Paris"
  void read_mission(TokenId token) {
    const text::Mention* mission = analysis_.finder().mention_at(token);
    if (mission == nullptr || mission->kind != text::MentionKind::role ||
        mission->actors.size() != 1 || !is_mission(tree_.form(token)))
      return;
    const TokenId link = mission->last;
    if (link >= tree_.last() || tree_.form(link) != "in") return;
    const auto place = name_from(link + 1);
    if (!place) return;
    for (const Party& subject : analysis_.parties(token, Reach::direct)) {
      for (const Party& where : analysis_.parties(*place, Reach::direct)) {
        const ActorKind there = kind(where.actor);
        if (subject.actor != mission->actors.front() ||
            (there != ActorKind::country && there != ActorKind::place))
          continue;
        add(subject, where, RelationClass::located_in, link, "be in", "mission in a place", {});
      }
    }
  }

  /// "Iran's Revolutionary Guards", "Saudi Arabia's state-owned Aramco": what belongs to a state.
  void read_owner(TokenId token) {
    const text::Mention* name = analysis_.finder().mention_at(token);
    if (name == nullptr || name->kind != text::MentionKind::name || name->actors.size() != 1 ||
        !is_body(name->actors.front())) {
      return;
    }
    const graph::Actor& body = analysis_.document().actors[name->actors.front()];
    const auto owner = tree_.child(token, {Deprel::nmod_poss});
    if (!owner) return;
    const bool organ = is_of_state(body) || is_called_of_state(token);
    // "Israel's Likud"
    if (!organ && body.sector != "PTY" && body.sector != "REB") return;
    for (const Party& whose : analysis_.parties(*owner, Reach::direct)) {
      if (kind(whose.actor) != ActorKind::country) continue;
      for (const Party& subject : analysis_.parties(token, Reach::direct)) {
        if (subject.actor != name->actors.front() || subject.actor == whose.actor) continue;
        add(subject, whose, organ ? RelationClass::part_of : RelationClass::located_in,
            preposition_of(*owner), "be of", organ ? "body of a state" : "party of a country", {});
      }
    }
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

  /// "a city in B"
  [[nodiscard]] std::vector<Party> places_of(TokenId noun) const {
    for (const TokenId child : tree_.children(noun)) {
      if (tree_.is(child, {Deprel::nmod}) && tree_.preposition(child) == "in") {
        return analysis_.parties(child, Reach::direct);
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

  /// "talks between A and B in C": the talks are in C.
  [[nodiscard]] bool takes_part(TokenId token) const {
    const TokenId first = tree_.first_conjunct(token);
    const auto event = tree_.head(first);
    return event && tree_.is(first, {Deprel::nmod}) && event_noun(tree_, *event).entry != nullptr;
  }

  /// "Istanbul, Turkey"; "the movement in Yemen".
  void read_place(TokenId token) {
    const text::Mention* mention = analysis_.finder().mention_at(token);
    if (mention == nullptr || mention->kind != text::MentionKind::name) return;
    for (const TokenId child : tree_.children(token)) {
      const text::Mention* place = analysis_.finder().mention_at(child);
      if (place == nullptr || place->kind != text::MentionKind::name) continue;
      const std::string preposition = tree_.preposition(child);
      // not "Arizona, Florida, Illinois": beside a place only its state tells where it is
      const bool beside =
          is_place(mention->actors.front()) && preposition.empty() &&
          kind(place->actors.front()) == ActorKind::country &&
          tree_.is(child, {Deprel::appos, Deprel::nmod_unmarked, Deprel::list, Deprel::nmod_desc});
      // "a farm outside X, in Y"
      const std::string outer = tree_.preposition(token);
      const bool outside = outer == "outside" || outer == "near" || outer == "outside_of";
      const bool within = !outside && !takes_part(token) && tree_.is(child, {Deprel::nmod}) &&
                          preposition == "in" &&
                          kind(mention->actors.front()) != ActorKind::country &&
                          kind(mention->actors.front()) != ActorKind::entity &&
                          kind(mention->actors.front()) != ActorKind::person;
      if (!beside && !within) continue;
      for (const Party& subject : analysis_.parties(token, Reach::direct)) {
        for (const Party& object : analysis_.parties(child, Reach::direct)) {
          const ActorKind where = kind(object.actor);
          if (where != ActorKind::country && where != ActorKind::place) continue;
          if (lie_apart(subject.actor, object.actor)) continue;
          if (subject.span != mention->span || object.span != place->span) continue;
          add(subject, object, RelationClass::located_in, preposition_of(child), "be in",
              within ? "name in a place" : "place beside its state", {});
        }
      }
    }
  }

  /// "in X, in northern Ruritania", "X, southern Ruritania", "the city of X in Ruritania": what
  /// lies around a town and follows it at once, wherever the tree hangs it.
  void read_around(TokenId token) {
    const text::Mention* town = analysis_.finder().mention_at(token);
    if (town == nullptr || town->kind != text::MentionKind::name || town->actors.size() != 1 ||
        !is_place(town->actors.front()))
      return;
    TokenId at = town->last;
    const bool comma = at < tree_.last() && tree_.form(at) == ",";
    if (comma) ++at;
    const bool in = at < tree_.last() && tree_.form(at) == "in";
    const TokenId link = at;
    if (in) ++at;
    const TokenId first = at;
    while (at < tree_.last() && at < first + 3 &&
           (is_direction(tree_.form(at)) || tree_.form(at) == "the")) {
      ++at;
    }
    // Without "in" only a direction tells the place around from the next of a list.
    if (at == tree_.last() || (!in && (!comma || at == first || tree_.form(at - 1) == "the")))
      return;
    for (TokenId word = at; word < std::min(tree_.last(), at + 4); ++word) {
      const text::Mention* around = analysis_.finder().mention_at(word);
      if (around == nullptr || around->kind != text::MentionKind::name ||
          around->actors.size() != 1 || around->first > at || around->last <= at)
        continue;
      const ActorKind where = kind(around->actors.front());
      const auto& actors = analysis_.document().actors;
      const std::string& country = actors[town->actors.front()].country;
      const bool holds = where == ActorKind::country && !country.empty() &&
                         country == actors[around->actors.front()].country;
      if (!holds || told(town->actors.front(), around->actors.front())) return;
      for (const Party& subject : analysis_.parties(token, Reach::direct)) {
        for (const Party& object : analysis_.parties(word, Reach::direct)) {
          if (subject.actor == town->actors.front() && object.actor == around->actors.front())
            add(subject, object, RelationClass::located_in, link, "be in", "place around", {});
        }
      }
      return;
    }
  }

  [[nodiscard]] static bool is_direction(std::string_view form) {
    static constexpr std::array<std::string_view, 14> words{
        "northern",      "southern",      "eastern",       "western",      "central",
        "northeastern",  "northwestern",  "southeastern",  "southwestern", "north-eastern",
        "north-western", "south-eastern", "south-western", "upper"};
    return std::find(words.begin(), words.end(), form) != words.end();
  }

  /// That one lies in the other has been told in this sentence.
  [[nodiscard]] bool told(std::uint32_t place, std::uint32_t around) const {
    return std::any_of(triples_.begin(), triples_.end(), [&](const text::Triple& triple) {
      return triple.type == RelationClass::located_in && triple.subject == place &&
             triple.object == around && triple.sentence == analysis_.sentence();
    });
  }

  /// "Las Vegas in May, Mexico in June": a list of places of several countries.
  [[nodiscard]] bool lie_apart(std::uint32_t place, std::uint32_t around) const {
    const auto& actors = analysis_.document().actors;
    return is_place(place) && !actors[place].country.empty() && !actors[around].country.empty() &&
           actors[place].country != actors[around].country;
  }

  [[nodiscard]] bool is_place(std::uint32_t actor) const { return kind(actor) == ActorKind::place; }

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
               bearer == ActorKind::company;
      default:
        return bearer == ActorKind::person && owner == ActorKind::person;
    }
  }
};

}  // namespace

void extract_standing(SentenceAnalysis& analysis, std::vector<text::Triple>& triples) {
  StandingReader(analysis, triples).read();
  read_bodies_of_persons(analysis, triples);
}

}  // namespace entente::relations
