// Where bodies and places lie: "the Berlin-based charity", "the embassy in Paris", "X, southern Y".
#include <algorithm>
#include <array>

#include "extract/relations/act.hpp"
#include "extract/relations/standing.hpp"
#include "extract/relations/words.hpp"
#include "util/lower.hpp"

namespace entente::relations {

using graph::ActorKind;
using graph::RelationClass;
using text::Deprel;

namespace {

class PlaceReader : private StandingWriter {
 public:
  using StandingWriter::StandingWriter;

  void read() {
    for (TokenId token = tree_.first(); token < tree_.last(); ++token) {
      read_place(token);
      read_around(token);
      read_base(token);
      read_mission(token);
      read_lies(token);
      read_is_in(token);
      read_owned(token);
      read_capital(token);
    }
  }

 private:
  [[nodiscard]] bool is_land(std::uint32_t actor) const {
    return kind(actor) == ActorKind::country || is_place(actor);
  }

  /// "the Yemen-based Houthi movement", "X, a Berlin-based charity", wherever the tree hangs them.
  void read_base(TokenId token) {
    if (tree_.form(token) != "based" || token < tree_.first() + 2 || tree_.form(token - 1) != "-")
      return;
    const text::Mention* place = name_ending(token - 1);
    if (place == nullptr || !is_land(place->actors.front())) return;
    const text::Mention* body = body_behind(token + 1);
    if (body == nullptr) body = body_before(place->first);
    if (body == nullptr) body = body_called(token);
    if (body == nullptr) return;
    for (const Party& subject : analysis_.parties(body->head, Reach::direct)) {
      for (const Party& where : analysis_.parties(place->head, Reach::direct)) {
        if (subject.span != body->span || where.actor != place->actors.front()) continue;
        add(subject, where, RelationClass::located_in, token, "be based in", "based", {});
      }
    }
  }

  /// "The port of X is in Y"
  void read_is_in(TokenId token) {
    if (!tree_.child(token, {Deprel::cop}) || tree_.preposition(token) != "in") return;
    const auto what = tree_.child(token, {Deprel::nsubj});
    if (!what) return;
    for (const Party& subject : land_at(*what)) {
      if (!is_place(subject.actor)) continue;
      for (const Party& where : land_at(token)) {
        if (!is_land(where.actor) || subject.actor == where.actor ||
            lie_apart(subject.actor, where.actor) || told(subject.actor, where.actor))
          continue;
        add(subject, where, RelationClass::located_in, token, "be in", "lies in", {});
      }
    }
  }

  /// "Russia's Belgorod region", "Serbia's breakaway Kosovo province"
  void read_owned(TokenId token) {
    const text::Mention* place = analysis_.finder().mention_at(token);
    if (place == nullptr || place->actors.size() != 1 || place->first < tree_.first() + 2) return;
    TokenId at = place->first;
    while (at > tree_.first() && place->first - at < 3 &&
           tree_.at(at - 1).upos == text::Upos::adj && name_ending(at) == nullptr)
      --at;
    if (at < tree_.first() + 2 || tree_.lemma(at - 1) != "'s") return;
    const text::Mention* owner = name_ending(at - 1);
    if (owner == nullptr || kind(owner->actors.front()) != ActorKind::country ||
        owner->actors == place->actors)
      return;
    const bool state = kind(place->actors.front()) == ActorKind::country && is_part(place->last);
    if (!state && (place->kind != text::MentionKind::name || !is_place(place->actors.front())))
      return;
    if (!stands_for_land(*place) || lie_apart(place->actors.front(), owner->actors.front())) return;
    for (const Party& subject : analysis_.parties(token, Reach::direct)) {
      for (const Party& where : analysis_.parties(owner->head, Reach::direct)) {
        if (subject.actor != place->actors.front() || where.actor != owner->actors.front())
          continue;
        add(subject, where, state ? RelationClass::part_of : RelationClass::located_in, at - 1,
            "be in", "place of a state", {});
      }
    }
  }

  [[nodiscard]] bool is_part(TokenId after) const {
    return after < tree_.last() &&
           (tree_.lemma(after) == "province" || tree_.lemma(after) == "region" ||
            tree_.lemma(after) == "territory");
  }

  /// "X", "X province", not "the X cartel", "the X-Y coast".
  [[nodiscard]] bool stands_for_land(const text::Mention& place) const {
    static constexpr std::array<std::string_view, 18> nouns{
        "airport",     "area",   "base",      "city",  "county",     "district",
        "governorate", "island", "peninsula", "port",  "prefecture", "prison",
        "province",    "region", "republic",  "state", "territory",  "valley"};
    const auto last = tree_.form(place.last - 1);
    if (last == "Ocean" || last == "Sea") return false;
    if (place.last >= tree_.last() || is_part(place.last)) return true;
    if (tree_.form(place.last) == "-") return false;
    const text::Upos next = tree_.at(place.last).upos;
    if (next == text::Upos::propn || next == text::Upos::adj) return false;
    return next != text::Upos::noun ||
           std::find(nouns.begin(), nouns.end(), tree_.lemma(place.last)) != nouns.end();
  }

  /// "the capital, X": of its state, where the text names that.
  void read_capital(TokenId token) {
    if (tree_.lemma(token) != "capital" || token == tree_.first() ||
        (tree_.form(token - 1) != "the" && tree_.form(token - 1) != "The"))
      return;
    const TokenId at = token + 1 < tree_.last() && tree_.form(token + 1) == "," ? token + 2 : token;
    const text::Mention* town =
        name_where(at, at + 4, [&](const text::Mention& name) { return name.first == at; });
    if (town == nullptr || !is_place(town->actors.front())) return;
    const auto& actors = analysis_.document().actors;
    const std::string& country = actors[town->actors.front()].country;
    for (std::uint32_t actor = 0; actor < actors.size() && !country.empty(); ++actor) {
      if (actors[actor].kind != ActorKind::country || actors[actor].country != country) continue;
      for (const Party& subject : analysis_.parties(town->head, Reach::direct)) {
        Party state = subject;
        state.actor = actor;
        state.span = tree_.at(token).span;
        add(subject, state, RelationClass::located_in, token, "capital of", "the capital", {});
      }
      return;
    }
  }

  /// "X lies in southern Y", "X, headquartered in Y"
  void read_lies(TokenId token) {
    const Predication* predication = analysis_.clauses().of(token);
    if (predication == nullptr || predication->kind != PredicationKind::verb) return;
    const std::string& lemma = tree_.lemma(token);
    const bool seat = lemma == "headquarter" || lemma == "locate" || lemma == "situate";
    if (!seat && lemma != "lie") return;
    const Argument* what = argument(*predication, seat ? "obj" : "subj");
    const Argument* in = argument(*predication, "in");
    if (what == nullptr || in == nullptr) return;
    for (const Party& subject : analysis_.parties(what->token, Reach::direct)) {
      if (!is_place(subject.actor) && !(seat && is_body(subject.actor))) continue;
      for (const Party& where : land_at(in->token)) {
        if (!is_land(where.actor) || lie_apart(subject.actor, where.actor)) continue;
        add(subject, where, RelationClass::located_in, token, "be in", "lies in", {});
      }
    }
  }

  [[nodiscard]] const text::Mention* name_where(TokenId from, TokenId to, auto&& fits) const {
    for (TokenId token = from; token < std::min(to, tree_.last()); ++token) {
      const text::Mention* mention = analysis_.finder().mention_at(token);
      if (mention != nullptr && mention->actors.size() == 1 &&
          (mention->kind == text::MentionKind::name ||
           mention->kind == text::MentionKind::adjective) &&
          fits(*mention))
        return mention;
    }
    return nullptr;
  }

  [[nodiscard]] const text::Mention* name_ending(TokenId end) const {
    const TokenId from = end > tree_.first() + 5 ? end - 5 : tree_.first();
    return name_where(from, end, [&](const text::Mention& name) { return name.last == end; });
  }

  /// "Damascus-based Hamas leader": the name stands before the noun that is meant.
  [[nodiscard]] bool heads_on(TokenId after) const {
    if (after >= tree_.last()) return false;
    const text::Upos tag = tree_.at(after).upos;
    return tag == text::Upos::noun || tag == text::Upos::adj;
  }

  /// "-based [media network X]": the first name of a body in the rest of the noun phrase.
  [[nodiscard]] const text::Mention* body_behind(TokenId first) const {
    for (TokenId at = first; at < std::min(tree_.last(), first + 7); ++at) {
      const text::Mention* body = name_where(at, at + 8, [&](const text::Mention& name) {
        return name.first == at && is_body(name.actors.front());
      });
      if (body != nullptr) return heads_on(body->last) ? nullptr : body;
      const text::Upos tag = tree_.at(at).upos;
      const bool inside = tag == text::Upos::noun || tag == text::Upos::adj ||
                          tag == text::Upos::propn || tree_.form(at) == "-";
      const bool comma = tree_.form(at) == "," && tree_.at(at - 1).upos == text::Upos::noun &&
                         follows_article(first);
      if (!inside && !comma) return nullptr;
    }
    return nullptr;
  }

  /// "[The] Berlin-based charity, X,": not "X, a Berlin-based charity, Y"
  [[nodiscard]] bool follows_article(TokenId first) const {
    for (TokenId at = first; at-- > tree_.first() && first - at < 8;) {
      const std::string form = util::lower(tree_.form(at));
      if (form == "the") return true;
      if (form == "a" || form == "an" || form == ",") return false;
    }
    return false;
  }

  /// "X, a" before the place.
  [[nodiscard]] const text::Mention* body_before(TokenId place) const {
    TokenId at = place;
    while (at > tree_.first() && at + 4 > place && tree_.at(at - 1).upos == text::Upos::adj) --at;
    if (at > tree_.first() &&
        (tree_.form(at - 1) == "a" || tree_.form(at - 1) == "an" || tree_.form(at - 1) == "the"))
      --at;
    if (at <= tree_.first() + 1 || tree_.form(at - 1) != ",") return nullptr;
    const text::Mention* body = name_ending(at - 1);
    return body != nullptr && is_body(body->actors.front()) ? body : nullptr;
  }

  /// "X is a Berlin-based charity"
  [[nodiscard]] const text::Mention* body_called(TokenId token) const {
    const auto noun = tree_.head(token);
    if (!noun) return nullptr;
    const Predication* predication = analysis_.clauses().of(*noun);
    if (predication == nullptr || predication->kind != PredicationKind::nominal) return nullptr;
    const Argument* subject = argument(*predication, "subj");
    if (subject == nullptr) return nullptr;
    const text::Mention* body = analysis_.finder().mention_at(subject->token);
    return body != nullptr && body->actors.size() == 1 && is_body(body->actors.front()) ? body
                                                                                        : nullptr;
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
    while (at < tree_.last() && at < first + 4 && leads_to_place(at)) ++at;
    if (at == tree_.last() || (!in && (!comma || tree_.form(at - 1) == "the"))) return;
    for (TokenId word = at; word < std::min(tree_.last(), at + 4); ++word) {
      const text::Mention* around = analysis_.finder().mention_at(word);
      if (around == nullptr || around->kind != text::MentionKind::name ||
          around->actors.size() != 1 || around->first > at || around->last <= at)
        continue;
      // "After the fall of X, Y criticised Z"
      if (!in && at == first && !ends_place(*around)) return;
      const ActorKind where = kind(around->actors.front());
      const auto& actors = analysis_.document().actors;
      const std::string& country = actors[town->actors.front()].country;
      const std::string& land = actors[around->actors.front()].country;
      const bool region = in && !lies_off(town->first) && is_place(around->actors.front()) &&
                          is_part_of_state(*around) && around->actors != town->actors &&
                          !lie_apart(town->actors.front(), around->actors.front());
      const bool holds =
          region || (where == ActorKind::country && !country.empty() && country == land);
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

  /// "[north of] X, in the Y region": the place told of is no part of X.
  [[nodiscard]] bool lies_off(TokenId town) const {
    if (town < tree_.first() + 2) return false;
    if (tree_.form(town - 1) == "outside") return true;
    const std::string side = util::lower(tree_.form(town - 2));
    return tree_.form(town - 1) == "of" && (side.ends_with("north") || side.ends_with("south") ||
                                            side.ends_with("east") || side.ends_with("west"));
  }

  /// "the", "northern", "the [centre of]", "the [state of]" before the name of what lies around.
  [[nodiscard]] bool leads_to_place(TokenId at) const {
    static constexpr std::array<std::string_view, 14> nouns{
        "center", "centre", "county", "district", "east",     "heart", "north",
        "oblast", "part",   "region", "south",    "province", "state", "west"};
    const std::string_view form = tree_.form(at);
    if (is_direction(form) || form == "the" || form == "of") return true;
    return at + 1 < tree_.last() && tree_.form(at + 1) == "of" &&
           std::find(nouns.begin(), nouns.end(), tree_.lemma(at)) != nouns.end();
  }

  /// "the X [region]", "X [province]", "[the state of] X"
  [[nodiscard]] bool is_part_of_state(const text::Mention& place) const {
    static constexpr std::array<std::string_view, 10> parts{
        "county",     "department", "district", "governorate", "oblast",
        "prefecture", "province",   "region",   "state",       "territory"};
    const auto is_called = [&](TokenId noun) {
      return std::find(parts.begin(), parts.end(), util::lower(tree_.lemma(noun))) != parts.end();
    };
    if (is_called(place.last - 1) || (place.last < tree_.last() && is_called(place.last))) {
      return true;
    }
    return place.first >= tree_.first() + 2 && tree_.form(place.first - 1) == "of" &&
           is_called(place.first - 2);
  }

  /// What follows does not make the state a subject or the next of a list.
  [[nodiscard]] bool ends_place(const text::Mention& state) const {
    if (tree_.is(state.head, {Deprel::nsubj, Deprel::nsubj_pass})) return false;
    if (state.last >= tree_.last()) return true;
    const text::Upos next = tree_.at(state.last).upos;
    return next == text::Upos::punct || next == text::Upos::adp;
  }

  [[nodiscard]] static bool is_direction(std::string_view word) {
    const std::string form = util::lower(word);
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
};

}  // namespace

void read_places(SentenceAnalysis& analysis, std::vector<text::Triple>& triples) {
  PlaceReader(analysis, triples).read();
}

}  // namespace entente::relations
