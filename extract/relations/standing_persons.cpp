// The bodies that persons are of, and what all rules of standing relations use.
#include <algorithm>
#include <array>
#include <utility>

#include "extract/relations/act.hpp"
#include "extract/relations/standing.hpp"

namespace entente::relations {

using graph::ActorKind;
using graph::RelationClass;
using text::Deprel;

namespace {

constexpr double standing_confidence = 0.82;
constexpr double place_confidence = 0.75;

class PersonReader : private StandingWriter {
 public:
  using StandingWriter::StandingWriter;

  void read() {
    for (TokenId token = tree_.first(); token < tree_.last(); ++token) {
      read_affiliation(token);
      read_party(token);
    }
  }

 private:
  /// "A, an analyst at B"; "A of the B Foundation": a person's body, where no office
  /// there has been told.
  void read_affiliation(TokenId token) {
    const text::Mention* holder = analysis_.finder().mention_at(token);
    if (holder == nullptr || kind(holder->actors.front()) != ActorKind::person) return;
    if (holder->kind != text::MentionKind::name) return;
    auto body = phrase(token, {"of", "from", "with", "at"});
    const auto role = tree_.child(token, {Deprel::appos});
    if (!body && role && tree_.at(*role).upos == text::Upos::noun) {
      body = phrase(*role, {"at", "with", "for", "of", "in", "from"});
    }
    if (!body || *body < holder->last) return;
    for (const Party& subject : analysis_.parties(token, Reach::direct)) {
      if (subject.actor != holder->actors.front()) continue;
      for (const Party& object : analysis_.parties(*body, Reach::direct)) {
        if (!is_body(object.actor) || has_office(subject.actor, object.actor)) continue;
        add(subject, object, RelationClass::member_of, preposition_of(*body), "be of",
            "name of a person with a body", {});
      }
    }
  }

  /// "Labour MP X", "Republican Senator Y": the party that stands among the titles before a name.
  void read_party(TokenId token) {
    const text::Mention* party = analysis_.finder().mention_at(token);
    if (party == nullptr || party->kind != text::MentionKind::name || !is_party(*party)) return;
    TokenId at = party->last;
    if (at < tree_.last() && tree_.lemma(at) == "'s") ++at;
    for (; at < tree_.last() && at < party->last + 6; ++at) {
      const text::Mention* name = person_beginning(party->last, at);
      if (name != nullptr) return add_member(*name, token);
      const text::Upos tag = tree_.at(at).upos;
      const bool inside = tag == text::Upos::noun || tag == text::Upos::propn ||
                          tag == text::Upos::adj || tree_.form(at) == "-";
      if (!inside || tree_.at(at).features.number == text::Number::plural) return;
    }
  }

  [[nodiscard]] bool is_party(const text::Mention& mention) const {
    return mention.actors.size() == 1 &&
           analysis_.document().actors[mention.actors.front()].sector == "PTY";
  }

  /// The name of a person whose own words begin there, its titles after the party's name.
  [[nodiscard]] const text::Mention* person_beginning(TokenId after, TokenId at) const {
    for (TokenId token = at; token < tree_.last() && token < at + 4; ++token) {
      const text::Mention* mention = analysis_.finder().mention_at(token);
      if (mention == nullptr || mention->kind != text::MentionKind::name ||
          kind(mention->actors.front()) != ActorKind::person) {
        continue;
      }
      if (mention->first <= at && at < mention->last && mention->last > after) return mention;
    }
    return nullptr;
  }

  void add_member(const text::Mention& name, TokenId party) {
    for (const Party& subject : analysis_.parties(name.head, Reach::direct)) {
      if (subject.actor != name.actors.front()) continue;
      for (const Party& object : analysis_.parties(party, Reach::direct)) {
        if (!is_body(object.actor) || has_office(subject.actor, object.actor)) continue;
        add(subject, object, RelationClass::member_of, party, "be of", "party before a name", {});
      }
    }
  }

  /// "director of B" is told as an office already.
  [[nodiscard]] bool has_office(std::uint32_t person, std::uint32_t body) const {
    const auto& actors = analysis_.document().actors;
    return std::any_of(triples_.begin(), triples_.end(), [&](const text::Triple& triple) {
      return triple.type == RelationClass::holds_position && triple.subject == person &&
             actors[triple.object].name.ends_with(" of " + actors[body].name);
    });
  }
};

}  // namespace

bool StandingWriter::is_body(std::uint32_t actor) const {
  const ActorKind kind_of_body = kind(actor);
  return kind_of_body == ActorKind::organisation || kind_of_body == ActorKind::company ||
         kind_of_body == ActorKind::armed_force;
}

bool StandingWriter::lie_apart(std::uint32_t place, std::uint32_t around) const {
  const auto& actors = analysis_.document().actors;
  const std::string& one = actors[place].country;
  const std::string& two = actors[around].country;
  // The tables count Kosovo's towns now here, now there.
  const bool kosovo = (one == "SRB" && two == "XKX") || (one == "XKX" && two == "SRB");
  return is_place(place) && !one.empty() && !two.empty() && one != two && !kosovo;
}

std::vector<Party> StandingWriter::land_at(TokenId token) const {
  static constexpr std::array<std::string_view, 14> nouns{
      "city",     "town",        "village",  "port",   "capital",  "island", "county",
      "district", "governorate", "province", "region", "republic", "state",  "territory"};
  const auto found = analysis_.parties(token, Reach::direct);
  if (!found.empty() || std::find(nouns.begin(), nouns.end(), tree_.lemma(token)) == nouns.end())
    return found;
  for (const TokenId child : tree_.children(token)) {
    const bool before = child < token && tree_.is(child, {Deprel::compound, Deprel::nmod_desc});
    const bool behind = tree_.is(child, {Deprel::nmod}) && tree_.preposition(child) == "of";
    const text::Mention* name = analysis_.finder().mention_at(child);
    if ((before || behind) && name != nullptr && is_place(name->actors.front()))
      return analysis_.parties(child, Reach::direct);
  }
  return found;
}

TokenId StandingWriter::preposition_of(TokenId noun) const {
  return tree_.child(noun, {Deprel::case_}).value_or(noun);
}

std::optional<TokenId> StandingWriter::phrase(
    TokenId noun, std::initializer_list<std::string_view> prepositions) const {
  for (const TokenId child : tree_.children(noun)) {
    if (child < noun || !tree_.is(child, {Deprel::nmod})) continue;
    const std::string preposition = tree_.preposition(child);
    if (std::find(prepositions.begin(), prepositions.end(), preposition) != prepositions.end()) {
      return child;
    }
  }
  return std::nullopt;
}

void StandingWriter::add(const Party& subject, const Party& object, RelationClass type,
                         TokenId word, std::string lemma, std::string frame,
                         const Context& context) {
  Act act;
  act.context = context;
  act.type = type;
  act.agents = {subject};
  act.targets = {object};
  act.words = {word};
  act.lemma = std::move(lemma);
  act.frame = std::move(frame);
  act.confidence = type == RelationClass::located_in ? place_confidence : standing_confidence;
  add_triples(analysis_, act, "standing", triples_);
}

void read_bodies_of_persons(SentenceAnalysis& analysis, std::vector<text::Triple>& triples) {
  PersonReader(analysis, triples).read();
}

}  // namespace entente::relations
