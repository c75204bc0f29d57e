#include "extract/actors/unnamed_links.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "extract/actors/order.hpp"
#include "extract/actors/salience.hpp"
#include "extract/actors/unnamed.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {
namespace {

constexpr double link_confidence = 0.5;

bool plural_pronoun(std::string_view key) {
  return key == "they" || key == "them" || key == "their";
}

bool crowd_noun(std::string_view key) {
  return is_one_of(key, {"crowd", "crowds", "demonstrators", "protesters", "protestors", "marchers",
                         "mob", "strikers", "rioters", "demonstration"});
}

class Linker {
 public:
  Linker(const DocView& view, text::Document& document)
      : view_(view), document_(document), at_head_(view.size(), -1) {
    for (std::size_t i = 0; i < document.mentions.size(); ++i) {
      if (!document.mentions[i].actors.empty())
        at_head_[document.mentions[i].head] = static_cast<std::int32_t>(i);
    }
  }

  void run() {
    for (std::uint32_t t = 0; t < view_.size(); ++t) {
      std::optional<std::uint32_t> whom;
      if (crowd_noun(view_.key(t))) {
        whom = crowd(t);
      } else if (at_head_[t] >= 0) {
        continue;
      } else if (plural_pronoun(view_.key(t))) {
        whom = told_of(t);
      } else if (view_.token(t).upos == Upos::num) {
        whom = counted(t);
      }
      if (whom) bind(t, *whom);
    }
  }

 private:
  [[nodiscard]] bool nameless(std::uint32_t token) const {
    const auto& actors = document_.mentions[static_cast<std::size_t>(at_head_[token])].actors;
    return document_.actors[actors.front()].id.starts_with(graph::local_prefix);
  }

  /// The mention of people there; a group that bears a name is left to the resolver.
  [[nodiscard]] const text::Mention* people_at(std::uint32_t token) const {
    if (at_head_[token] < 0) return nullptr;
    const text::Mention& mention = document_.mentions[static_cast<std::size_t>(at_head_[token])];
    const graph::Actor& actor = document_.actors[mention.actors.front()];
    const bool many = actor.kind == graph::ActorKind::group && mention.actors.size() == 1 &&
                      nameless(token) &&
                      (view_.token(token).features.number != text::Number::singular ||
                       view_.token(token).upos == Upos::num);
    return many ? &mention : nullptr;
  }

  /// A plural noun that is nobody, in a place as good: "the reports".
  [[nodiscard]] bool plural_thing(std::uint32_t token) const {
    return at_head_[token] < 0 && view_.token(token).upos == Upos::noun &&
           view_.token(token).features.number == text::Number::plural &&
           (is_subject(view_.token(token).deprel) || view_.token(token).deprel == Deprel::obj);
  }

  /// In the clause of the pronoun itself, where only "themselves" could mean it.
  [[nodiscard]] bool same_clause(std::uint32_t pronoun, std::uint32_t token) const {
    return view_.token(pronoun).deprel != Deprel::nmod_poss &&
           view_.clause_of(pronoun) == view_.clause_of(token);
  }

  /// People who were the subject just before; the object, if there is no such subject.
  [[nodiscard]] std::optional<std::uint32_t> told_of(std::uint32_t pronoun) const {
    const std::uint32_t here = view_.sentence_of(pronoun);
    const std::uint32_t from = view_.sentence(here >= 1 ? here - 1 : 0).first;
    std::optional<std::uint32_t> best;
    double first = 0.0;
    double second = 0.0;
    const auto consider = [&](double value, std::optional<std::uint32_t> actor) {
      if (value > first) {
        second = actor == best ? second : first;
        first = value;
        best = actor;
      } else if (actor != best) {
        second = std::max(second, value);
      }
    };
    for (std::uint32_t t = from; t < pronoun; ++t) {
      const bool bound = at_head_[t] >= 0;
      const text::Mention* people = people_at(t);
      const bool rival = bound && people == nullptr && plural_rival(t);
      if ((people == nullptr && !rival && !plural_thing(t)) || view_.governs(t, pronoun) ||
          same_clause(pronoun, t))
        continue;
      double value = view_.sentence_of(t) == here ? 1.1 : 1.0;
      value += weight_of(view_.token(t).deprel);
      if (is_subject(view_.token(t).deprel) && is_subject(view_.token(pronoun).deprel))
        value += 0.2;
      consider(value, people != nullptr ? std::optional(people->actors.front()) : std::nullopt);
    }
    if (!best || first - second < 0.15) return std::nullopt;
    return best;
  }

  /// Several with a name, or a body that may be "they".
  [[nodiscard]] bool plural_rival(std::uint32_t token) const {
    const text::Mention& mention = document_.mentions[static_cast<std::size_t>(at_head_[token])];
    if (mention.kind == text::MentionKind::adjective) return false;
    const graph::ActorKind kind = document_.actors[mention.actors.front()].kind;
    return mention.actors.size() > 1 || kind == graph::ActorKind::group ||
           (kind != graph::ActorKind::person && is_subject(view_.token(token).deprel));
  }

  /// "the crowd" after "thousands marched"
  [[nodiscard]] std::optional<std::uint32_t> crowd(std::uint32_t token) const {
    const bool definite = view_.child(token, Deprel::det) && !view_.child(token, Deprel::nmod);
    const auto article = view_.child(token, Deprel::det);
    if (!definite || view_.key(*article) != "the") return std::nullopt;
    if (at_head_[token] >= 0 && !nameless(token)) return std::nullopt;
    const std::uint32_t here = view_.sentence_of(token);
    const std::uint32_t from = view_.sentence(here >= 3 ? here - 3 : 0).first;
    for (std::uint32_t t = token; t-- > from;) {
      const text::Mention* people = people_at(t);
      if (people == nullptr || !is_subject(view_.token(t).deprel)) continue;
      const auto verb = view_.parent(t);
      if (verb && protests(view_.token(*verb).lemma)) return people->actors.front();
    }
    return std::nullopt;
  }

  /// "the 36" after "36 people"
  [[nodiscard]] std::optional<std::uint32_t> counted(std::uint32_t token) const {
    const Deprel relation = view_.token(token).deprel;
    const bool argument =
        is_subject(relation) || relation == Deprel::obj || relation == Deprel::obl;
    if (!argument || token == 0 || view_.key(token - 1) != "the") return std::nullopt;
    for (std::uint32_t t = token; t-- > 0;) {
      const text::Mention* people = people_at(t);
      const auto number = view_.child(t, Deprel::nummod);
      if (people != nullptr && number && view_.key(*number) == view_.key(token))
        return people->actors.front();
    }
    return std::nullopt;
  }

  void bind(std::uint32_t token, std::uint32_t actor) {
    text::Mention mention;
    mention.first = token > 0 && view_.key(token - 1) == "the" ? token - 1 : token;
    mention.last = token + 1;
    mention.head = token;
    mention.sentence = view_.sentence_of(token);
    mention.span = {view_.token(mention.first).span.begin, view_.token(token).span.end};
    mention.kind = plural_pronoun(view_.key(token)) ? text::MentionKind::pronoun
                                                    : text::MentionKind::description;
    mention.actors = {actor};
    mention.confidence = link_confidence;
    mention.reason = "people told of before: " + document_.actors[actor].name;
    mention.unnamed = true;
    const auto same = std::find_if(document_.mentions.begin(), document_.mentions.end(),
                                   [&](const text::Mention& other) { return other.head == token; });
    if (same != document_.mentions.end()) {
      *same = std::move(mention);
      at_head_[token] = static_cast<std::int32_t>(same - document_.mentions.begin());
    } else {
      document_.mentions.push_back(std::move(mention));
      at_head_[token] = static_cast<std::int32_t>(document_.mentions.size()) - 1;
    }
  }

  const DocView& view_;
  text::Document& document_;
  std::vector<std::int32_t> at_head_;  ///< bound mentions
};

}  // namespace

bool protests(std::string_view lemma) {
  return is_one_of(
      lemma, {"protest", "demonstrate", "march", "rally", "riot", "picket", "chant", "gather"});
}

void link_unnamed(const DocView& view, text::Document& document) { Linker(view, document).run(); }

void drop_idle_unnamed(text::Document& document) {
  std::vector<bool> busy(document.actors.size(), false);
  for (const text::Triple& triple : document.triples) {
    busy[triple.subject] = true;
    busy[triple.object] = true;
  }
  const auto idle = [&](const text::Mention& mention) {
    return mention.unnamed && !busy[mention.actors.front()];
  };
  for (text::PositionClaim& claim : document.positions) {
    const auto holder = document.mentions.begin() + claim.holder;
    claim.holder -=
        static_cast<std::uint32_t>(std::count_if(document.mentions.begin(), holder, idle));
  }
  std::erase_if(document.mentions, idle);
  put_in_order(document);
}

}  // namespace entente::actors
