#include "extract/actors/unnamed.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/actors/actor_index.hpp"
#include "extract/actors/doc_view.hpp"
#include "extract/actors/name_key.hpp"
#include "extract/actors/order.hpp"
#include "extract/actors/thing_sorts.hpp"
#include "extract/actors/unnamed_links.hpp"
#include "extract/actors/unnamed_phrase.hpp"
#include "extract/actors/vocabulary.hpp"
#include "util/lower.hpp"

namespace entente::actors {
namespace {

using graph::ActorKind;

constexpr double unnamed_confidence = 0.6;
constexpr std::uint32_t longest_role = 4;
constexpr std::uint32_t furthest_thing = 12;  // sentences from "a bill on spies" to "the bill"

struct What {
  ActorKind kind = ActorKind::group;
  std::string sector;
  bool single_person = false;
  std::uint32_t words = 1;  ///< of the role
};

class Finder {
 public:
  Finder(const ActorIndex& index, text::Document& document)
      : index_(index),
        document_(document),
        view_(document),
        at_head_(document.tokens.size(), nullptr),
        named_(document.tokens.size(), false) {
    for (const text::Mention& mention : document.mentions) {
      if (mention.actors.empty()) continue;
      at_head_[mention.head] = &mention;
      const bool whole = mention.kind != text::MentionKind::pronoun;
      for (std::uint32_t t = mention.first; whole && t < mention.last; ++t) named_[t] = true;
    }
  }

  void run() {
    std::vector<text::Mention> found;
    for (std::uint32_t i = 0; i < view_.size(); ++i) {
      if (!takes_part(i)) continue;
      const auto what = what_is(i);
      if (!what) continue;
      if (is_thing(*what) && bare_definite(view_, i)) {
        if (auto again = told_before(i, found)) {
          found.push_back(std::move(*again));
          continue;
        }
        if (sort_at(i) == Sort::paper || sort_at(i) == Sort::law)
          found.push_back(mention_of(i, *what));
      } else if (tells_enough(i, *what)) {
        found.push_back(mention_of(i, *what));
      }
    }
    for (text::Mention& mention : found) add(std::move(mention));
    surnames();
    link_unnamed(view_, document_);
  }

 private:
  /// A person known by a surname alone is somebody of this document, whoever it is.
  void surnames() {
    for (text::Mention& mention : document_.mentions) {
      const bool alone = mention.kind == text::MentionKind::name && mention.actors.empty() &&
                         view_.token(mention.head).entity == EntityType::person &&
                         view_.token(mention.head).upos == Upos::propn;
      if (!alone || all_capitals(document_.text_of(mention.span))) continue;
      graph::Actor actor;
      actor.name = single_spaced(document_.text_of(mention.span));
      actor.kind = ActorKind::person;
      actor.id = local_id(document_, actor.name);
      mention.actors = {add(std::move(actor))};
      mention.confidence = unnamed_confidence;
      mention.reason = "no more than a surname; known in this document alone";
      mention.unnamed = true;
    }
  }

  /// A noun in a role of its own, of which nothing is known yet.
  [[nodiscard]] bool takes_part(std::uint32_t i) const {
    const text::Token& token = view_.token(i);
    // the annotator takes many a plural for a name: "the families of the victims"
    const char first = view_.form(i).front();
    const bool common =
        token.upos == Upos::noun || (token.upos == Upos::propn && first >= 'a' && first <= 'z');
    const bool written_so = counted_name(i) || capital_plural(i);
    if (!common && token.upos != Upos::num && !titled(i) && !written_so) return false;
    if (at_head_[i] != nullptr || named_[i]) return false;
    switch (token.deprel) {
      case Deprel::nsubj:
      case Deprel::nsubj_pass:
      case Deprel::obj:
      case Deprel::iobj:
      case Deprel::obl:
      case Deprel::obl_agent:
      case Deprel::nmod:
      case Deprel::nmod_poss:
      case Deprel::conj:
        break;
      default:
        return false;
    }
    for (const std::uint32_t c : view_.children(i)) {
      const Deprel relation = view_.token(c).deprel;
      if (relation == Deprel::cop) return false;  // "is a member"
      if (relation == Deprel::det && view_.key(c) == "no") return false;
      // "President X", "X, a journalist": somebody with a name
      const bool other_name = relation == Deprel::flat || relation == Deprel::appos;
      if (other_name && at_head_[c] != nullptr) return false;
    }
    return true;
  }

  /// "the Prime Minister" of nobody knows which state
  [[nodiscard]] bool titled(std::uint32_t i) const {
    const auto article = view_.child(i, Deprel::det);
    const auto role = view_.token(i).upos == Upos::propn ? role_at(i) : std::nullopt;
    // "the NGO", "the Supreme Court": whose it is nobody says
    if (role && role->kind == ActorKind::organisation && article && view_.key(*article) == "the" &&
        (*article + role->words == i || all_capitals(view_.form(i)))) {
      return true;
    }
    const bool plural =
        view_.token(i).features.number == text::Number::plural || view_.key(i).ends_with("s");
    return role && (role->single_person || plural) && article && view_.key(*article) == "the";
  }

  /// "20 Christians", written like a name
  [[nodiscard]] bool counted_name(std::uint32_t i) const {
    return view_.token(i).upos == Upos::propn && view_.child(i, Deprel::nummod) && role_at(i);
  }

  /// "MPs", "the Marines"
  [[nodiscard]] bool capital_plural(std::uint32_t i) const {
    const text::Token& token = view_.token(i);
    const bool plural =
        token.features.number == text::Number::plural && view_.form(i).ends_with('s');
    const auto role = token.upos == Upos::propn && plural ? role_at(i) : std::nullopt;
    return role && role->kind == ActorKind::group && token.entity == EntityType::none;
  }

  [[nodiscard]] std::optional<What> what_is(std::uint32_t i) const {
    if (view_.token(i).upos == Upos::num) return many(i);
    const auto sort = sort_at(i);
    // "submarines" are manned, but they are things; "suicide bombers" are people
    auto role = role_at(i);
    if (role && (!sort || *sort != Sort::goods || role->sector == "REB")) return role;
    if (!sort) {
      return suffers_as_people(i) ? std::optional(What{ActorKind::group, "CVL", false})
                                  : std::nullopt;
    }
    switch (*sort) {
      case Sort::people:
        return What{ActorKind::group, "CVL", false};
      case Sort::many:
        return many(i);
      case Sort::matter:
      case Sort::paper:
      case Sort::law:
      case Sort::goods:
        return What{ActorKind::entity, "", false};
      case Sort::site:
        return What{ActorKind::place, "", false};
    }
    return std::nullopt;
  }

  /// "arrested two ringleaders": some verbs are done to people alone.
  [[nodiscard]] bool suffers_as_people(std::uint32_t i) const {
    static constexpr std::string_view verbs[] = {
        "abduct", "arrest", "behead", "detain", "deport",   "evacuate", "execute", "imprison",
        "jail",   "kidnap", "murder", "pardon", "sentence", "torture",  "wound"};
    const auto verb = view_.parent(i);
    const bool done_to =
        view_.token(i).deprel == Deprel::obj || view_.token(i).deprel == Deprel::nsubj_pass;
    return done_to && verb && view_.token(i).upos == Upos::noun && view_.key(i) != "others" &&
           view_.token(i).features.number == text::Number::plural &&
           view_.child(i, Deprel::nummod) &&
           std::find(std::begin(verbs), std::end(verbs), view_.token(*verb).lemma) !=
               std::end(verbs);
  }

  [[nodiscard]] std::optional<Sort> sort_at(std::uint32_t i) const {
    const auto sort = sort_of(view_.token(i).lemma);
    return sort ? sort : sort_of(view_.key(i));
  }

  static bool is_thing(const What& what) {
    return what.kind == ActorKind::entity || what.kind == ActorKind::place;
  }

  /// Not long ago, and as many.
  [[nodiscard]] bool same_noun(std::uint32_t before, std::uint32_t i) const {
    return view_.sentence_of(before) + furthest_thing >= view_.sentence_of(i) &&
           util::lower(view_.token(before).lemma) == view_.token(i).lemma &&
           (view_.token(before).features.number == text::Number::plural) ==
               (view_.token(i).features.number == text::Number::plural);
  }

  /// The thing of that noun of which more was told before: "a bill on spies ... the bill".
  [[nodiscard]] std::optional<text::Mention> told_before(
      std::uint32_t i, const std::vector<text::Mention>& found) const {
    const text::Mention* first = nullptr;
    for (const text::Mention& mention : found) {
      const ActorKind kind = document_.actors[mention.actors.front()].kind;
      if ((kind == ActorKind::entity || kind == ActorKind::place) && same_noun(mention.head, i)) {
        first = &mention;
      }
    }
    // "the Treaty of X ... the treaty"
    for (const text::Mention& mention : document_.mentions) {
      if (mention.head >= i || mention.actors.size() != 1) continue;
      if (document_.actors[mention.actors.front()].kind == ActorKind::entity &&
          view_.key(mention.head) == view_.key(i) &&
          (first == nullptr || first->head < mention.head)) {
        first = &mention;
      }
    }
    if (first == nullptr) return std::nullopt;
    text::Mention again = *first;
    const Range phrase = phrase_of(view_, i);
    again.first = phrase.first;
    again.last = phrase.last;
    again.head = i;
    again.sentence = view_.sentence_of(i);
    again.span = {view_.token(phrase.first).span.begin, view_.token(phrase.last - 1).span.end};
    again.kind = text::MentionKind::description;
    again.confidence = unnamed_confidence;
    again.reason = "told of before";
    return again;
  }

  /// "attacks", "the area" say nothing by themselves; "attacks on churches" do, and people
  /// and bodies always. Words in quotation marks name nobody.
  [[nodiscard]] bool tells_enough(std::uint32_t i, const What& what) const {
    const Range phrase = phrase_of(view_, i);
    // "a resolution allowing B to stay" is no more than "a resolution"
    std::uint32_t clause = phrase.last;
    for (const std::uint32_t c : view_.children(i)) {
      if (c > i && is_clause_of_name(view_, c)) clause = std::min(clause, view_.subtree(c).first);
    }
    std::uint32_t words = 0;
    for (std::uint32_t t = phrase.first; t < phrase.last; ++t) {
      const std::string_view form = view_.form(t);
      if (form.find_first_of("\"#@") != std::string_view::npos || form == "“" || form == "”") {
        return false;
      }
      words += is_determiner(view_, t) || t >= clause ? 0U : 1U;
    }
    if (what.kind != ActorKind::entity && what.kind != ActorKind::place) return true;
    const bool plural = view_.token(i).features.number == text::Number::plural;
    const bool bare =
        !is_determiner(view_, phrase.first) && view_.token(phrase.first).upos != Upos::num;
    if (sort_at(i) == Sort::law && !plural && is_done(i)) return true;
    return words > 1 && (!(plural && bare && phrase.last == i + 1) || arms(i));
  }

  /// "passed a bill", "the bill was passed": what is done to it tells which.
  [[nodiscard]] bool is_done(std::uint32_t i) const {
    const Deprel relation = view_.token(i).deprel;
    return relation == Deprel::obj || relation == Deprel::nsubj_pass;
  }

  /// "nuclear weapons", "ballistic missiles", which are treaties' matter
  [[nodiscard]] bool arms(std::uint32_t i) const {
    static constexpr std::string_view kinds[] = {"atomic",     "ballistic", "biological",
                                                 "chemical",   "cluster",   "cruise",
                                                 "hypersonic", "nuclear",   "thermonuclear"};
    if (sort_at(i) != Sort::goods || i == 0) return false;
    const auto kind = std::find(std::begin(kinds), std::end(kinds), view_.key(i - 1));
    return kind != std::end(kinds);
  }

  /// "hundreds of prisoners", "two of the soldiers"
  [[nodiscard]] std::optional<What> many(std::uint32_t i) const {
    for (const std::uint32_t c : view_.children(i)) {
      if (view_.token(c).deprel != Deprel::nmod || view_.case_of(c) != "of") continue;
      const Upos tag = view_.token(c).upos;
      if (at_head_[c] != nullptr || (tag != Upos::noun && tag != Upos::propn)) return std::nullopt;
      if (sort_of(view_.token(c).lemma) == Sort::goods) return std::nullopt;
      auto what = role_at(c);
      if (what) what->kind = ActorKind::group;
      if (!what && view_.key(c) == "people") what = What{ActorKind::group, "CVL", false};
      return what;
    }
    // "hundreds marched"
    if (view_.token(i).upos == Upos::noun && view_.token(i).deprel == Deprel::nsubj) {
      return What{ActorKind::group, "CVL", false};
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<What> role_at(std::uint32_t i) const {
    static constexpr std::string_view vague[] = {"country",  "countries", "nation",    "nations",
                                                 "crew",     "crews",     "neighbour", "neighbours",
                                                 "neighbor", "neighbors", "justice",   "justices"};
    // "the countries", but "some 70 countries"
    const bool counted = view_.child(i, Deprel::nummod) && view_.key(i).ends_with("s");
    if (!counted &&
        std::find(std::begin(vague), std::end(vague), view_.key(i)) != std::end(vague)) {
      return std::nullopt;
    }
    std::uint32_t words = 1;
    const Role* role = nullptr;
    const std::uint32_t begin = view_.sentence_around(i).first;
    for (std::uint32_t first = i + 1; first-- > begin && i - first < longest_role;) {
      if (named_[first]) break;
      if (const Role* longer = index_.role(view_.key({first, i + 1}))) {
        role = longer;
        words = i + 1 - first;
      }
    }
    if (role == nullptr) role = role_by_ending(i);
    if (role == nullptr) return std::nullopt;
    What what;
    what.words = words;
    what.sector = std::string(role->sector.substr(0, 3));
    const bool plural =
        view_.token(i).features.number == text::Number::plural || role->number == RoleNumber::group;
    if (role->number == RoleNumber::body && !plural) what.kind = ActorKind::organisation;
    if (role->number == RoleNumber::person && !plural) {
      what.kind = ActorKind::person;
      what.single_person = true;
    }
    return what;
  }

  /// "coastguards", "snowplough drivers": people by the last part of the word.
  [[nodiscard]] const Role* role_by_ending(std::uint32_t i) const {
    static constexpr std::string_view endings[] = {"fighters", "guards",  "guardsmen",
                                                   "keepers",  "leaders", "members",
                                                   "officers", "women",   "workers"};
    static constexpr std::string_view things[] = {"safeguards", "vanguards"};
    const std::string key = view_.key(i);
    if (std::find(std::begin(things), std::end(things), key) != std::end(things)) return nullptr;
    for (const std::string_view ending : endings) {
      if (key.size() > ending.size() + 1 && key.ends_with(ending)) return index_.role(ending);
    }
    return nullptr;
  }

  [[nodiscard]] std::string name_of(Range phrase, std::uint32_t head) const {
    Range words = phrase;
    while (words.first < head && is_determiner(view_, words.first)) ++words.first;
    for (const std::uint32_t noun : {head, counted_in(view_, head)}) {
      for (const std::uint32_t c : view_.children(noun)) {
        if (c > noun && is_clause_of_name(view_, c) && c < words.last) {
          words.last = std::max(noun + 1, view_.subtree(c).first);
          break;
        }
      }
    }
    // "passengers, including children"
    for (std::uint32_t t = head + 1; t < words.last; ++t) {
      if (view_.form(t) == "," || view_.key(t) == "including") {
        words.last = t;
        break;
      }
    }
    // "more than 120 passengers"
    if (words.size() >= 3 && (view_.key({words.first, words.first + 2}) == "more than" ||
                              view_.key({words.first, words.first + 2}) == "at least")) {
      while (words.first < head && (view_.token(words.first).upos != Upos::noun ||
                                    view_.token(words.first).deprel == Deprel::nummod))
        ++words.first;
    }
    words.last = end_of_name(view_, words, head);
    if (const auto place = protest_at(head)) return "protesters" + *place;
    std::string name = single_spaced(view_.text(words));
    if (view_.token(head).upos == Upos::propn && titled(head)) return role_name(words);
    // a sentence's first capital is no name's
    const bool opens = phrase.first == view_.sentence_around(head).first;
    if (opens && view_.token(words.first).upos != Upos::propn && !named_[words.first] &&
        name.size() > 1 && name[0] >= 'A' && name[0] <= 'Z' &&
        !all_capitals(view_.form(words.first))) {
      name[0] = util::lower(name[0]);
    }
    return name;
  }

  /// "prime minister" of "the Prime Minister"
  [[nodiscard]] std::string role_name(Range words) const {
    return util::lower(single_spaced(view_.text(words)));
  }

  /// "hundreds marched in Minsk": where, if people of whom nothing else is told protest.
  [[nodiscard]] std::optional<std::string> protest_at(std::uint32_t head) const {
    const auto verb = view_.parent(head);
    const std::uint32_t who = counted_in(view_, head);
    const bool people = who == head ? head_counts(view_, head) : view_.key(who) == "people";
    if (!people || !verb || view_.token(head).deprel != Deprel::nsubj ||
        view_.token(*verb).lemma == "gather" || !protests(view_.token(*verb).lemma))
      return std::nullopt;
    for (const std::uint32_t c : view_.children(*verb)) {
      if (view_.token(c).deprel != Deprel::obl || view_.case_of(c) != "in") continue;
      if (at_head_[c] != nullptr && at_head_[c]->actors.size() == 1)
        return " in " + document_.actors[at_head_[c]->actors.front()].name;
    }
    return std::string{};
  }

  /// The state of which the phrase's own words speak: "Serbian students", "people in Yemen".
  [[nodiscard]] std::string country_in(Range phrase) const {
    for (std::uint32_t t = phrase.first; t < phrase.last; ++t) {
      if (at_head_[t] == nullptr || at_head_[t]->actors.size() != 1) continue;
      const graph::Actor& actor = document_.actors[at_head_[t]->actors.front()];
      if (!actor.country.empty()) return actor.country;
    }
    return {};
  }

  [[nodiscard]] text::Mention mention_of(std::uint32_t i, const What& what) {
    const Range phrase = phrase_of(view_, i);
    graph::Actor actor;
    actor.name = name_of(phrase, i);
    actor.kind = what.kind;
    actor.sector = what.sector;
    actor.country = country_in(phrase);
    // two unnamed men of two sentences need not be the same
    std::string known_as = actor.name;
    if (what.single_person || view_.child(i, Deprel::nummod)) {
      known_as += " " + std::to_string(view_.sentence_of(i) + 1);
    }
    actor.id = local_id(document_, known_as);
    text::Mention mention;
    mention.first = phrase.first;
    mention.last = phrase.last;
    mention.head = i;
    mention.sentence = view_.sentence_of(i);
    mention.span = {view_.token(phrase.first).span.begin, view_.token(phrase.last - 1).span.end};
    mention.kind = text::MentionKind::description;
    mention.actors = {add(std::move(actor))};
    mention.confidence = unnamed_confidence;
    mention.reason = "not named; known in this document alone";
    mention.unnamed = true;
    return mention;
  }

  std::uint32_t add(graph::Actor actor) {
    const auto next = static_cast<std::uint32_t>(document_.actors.size());
    const auto [at, is_new] = ids_.try_emplace(actor.id, next);
    if (is_new) document_.actors.push_back(std::move(actor));
    return at->second;
  }

  void add(text::Mention mention) {
    const auto same =
        std::find_if(document_.mentions.begin(), document_.mentions.end(),
                     [&](const text::Mention& other) { return other.head == mention.head; });
    if (same != document_.mentions.end()) {
      *same = std::move(mention);
    } else {
      document_.mentions.push_back(std::move(mention));
    }
  }

  const ActorIndex& index_;
  text::Document& document_;
  DocView view_;
  std::vector<const text::Mention*> at_head_;  ///< bound ones, as they were before
  std::vector<bool> named_;                    ///< inside a bound mention
  std::unordered_map<std::string, std::uint32_t> ids_;
};

}  // namespace

std::string local_id(const text::Document& document, std::string_view name) {
  return std::string(graph::local_prefix) + document.id + "/" + slug(name);
}

void add_unnamed(const ActorTables& tables, text::Document& document) {
  Finder(tables.impl(), document).run();
  put_in_order(document);
}

}  // namespace entente::actors
