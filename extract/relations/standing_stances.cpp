// Who is said beside his name to back or to oppose somebody.
#include <algorithm>
#include <array>
#include <utility>

#include "extract/relations/act.hpp"
#include "extract/relations/lexicon.hpp"
#include "extract/relations/standing.hpp"

namespace entente::relations {
namespace {

using graph::ActorKind;
using graph::RelationClass;
using text::Deprel;

class StanceReader : private StandingWriter {
 public:
  using StandingWriter::StandingWriter;

  void read() {
    for (TokenId token = tree_.first(); token < tree_.last(); ++token) {
      if (const auto type = stance(token)) read_stance(token, *type);
    }
  }

 private:
  /// The nouns that say nothing else: a champion or defender may play a game.
  [[nodiscard]] std::optional<RelationClass> stance(TokenId noun) const {
    static constexpr std::array<std::string_view, 6> nouns{"admirer",   "backer",   "critic",
                                                           "detractor", "opponent", "supporter"};
    const std::string& lemma = tree_.lemma(noun);
    if (tree_.at(noun).upos != text::Upos::noun ||
        std::find(nouns.begin(), nouns.end(), lemma) == nouns.end()) {
      return std::nullopt;
    }
    const auto frames = Lexicon::built_in().adjective(lemma);
    return frames.empty() ? std::nullopt : std::optional(frames.front().type);
  }

  void read_stance(TokenId noun, RelationClass type) {
    for (const Party& bearer : bearers(noun)) {
      for (const Party& about : about_whom(noun)) {
        if (about.actor == bearer.actor) continue;
        add(bearer, about, type, noun, tree_.lemma(noun) + " of", "noun: " + tree_.lemma(noun), {});
      }
    }
  }

  /// "X, a critic of Y"; "its former backer, X"; "Kremlin critic X".
  [[nodiscard]] std::vector<Party> bearers(TokenId noun) const {
    const auto adjective = tree_.child(noun, {Deprel::amod});
    if (adjective &&
        (tree_.form(*adjective) == "alleged" || tree_.form(*adjective) == "suspected")) {
      return {};
    }
    std::vector<TokenId> words;
    if (tree_.is(noun, {Deprel::appos, Deprel::compound, Deprel::nmod_desc})) {
      words.push_back(*tree_.head(noun));
    }
    for (const TokenId child : tree_.children(noun)) {
      if (child > noun && tree_.is(child, {Deprel::appos, Deprel::flat})) words.push_back(child);
    }
    std::vector<Party> found;
    for (const TokenId word : words) {
      const text::Mention* name = analysis_.finder().mention_at(word);
      if (name == nullptr || name->kind != text::MentionKind::name) continue;
      for (const Party& party : analysis_.parties(word, Reach::direct)) {
        const ActorKind who = kind(party.actor);
        if (who != ActorKind::place && who != ActorKind::position && who != ActorKind::entity) {
          found.push_back(party);
        }
      }
    }
    return found;
  }

  [[nodiscard]] std::vector<Party> about_whom(TokenId noun) const {
    std::vector<Party> found;
    for (const TokenId child : tree_.children(noun)) {
      const bool of = tree_.is(child, {Deprel::nmod}) && tree_.preposition(child) == "of";
      // "his opponent" ran against him
      const bool owner = tree_.is(child, {Deprel::nmod_poss}) && tree_.lemma(noun) != "opponent";
      // "Kremlin critic", not "French critic"
      const bool before =
          tree_.is(child, {Deprel::compound}) && tree_.at(child).upos == text::Upos::propn;
      if (!of && !owner && !before) continue;
      for (Party& party : analysis_.parties(child, of ? Reach::owner : Reach::direct)) {
        const bool media = analysis_.document().actors[party.actor].sector == "JRN";
        if (kind(party.actor) != ActorKind::place && !media) found.push_back(std::move(party));
      }
    }
    return found;
  }
};

}  // namespace

void read_stances(SentenceAnalysis& analysis, std::vector<text::Triple>& triples) {
  StanceReader(analysis, triples).read();
}

}  // namespace entente::relations
