// Whether a town stands for the government that sits in it, or a people for its own.
#include <algorithm>
#include <array>

#include "extract/actors/vocabulary.hpp"

namespace entente::actors {
namespace {

/// "the road to Baghdad", "marched from Rome": the town. A leader's flight or visit to one is to
/// the government there.
bool way_there(const Work& work, std::uint32_t head, std::string_view marker) {
  static constexpr std::array<std::string_view, 18> moves{
      "flee",  "walk",   "march",    "sail",   "drive", "way",  "road",    "highway", "train",
      "route", "convoy", "transfer", "deport", "bring", "rush", "airlift", "carry",   "migrate"};
  // What stands before the preposition tells more than the tree.
  const auto preposition = work.view.child(head, Deprel::case_);
  const auto above = preposition && *preposition > 0 ? *preposition - 1 : work.view.parent(head);
  return above && (marker == "to" || marker == "from") &&
         std::find(moves.begin(), moves.end(), work.view.token(*above).lemma) != moves.end();
}

/// "a close ally of Riyadh": what one is to a government and to no town.
bool sided(std::string_view noun) {
  return is_one_of(noun, {"adversary", "allies",    "ally",    "backer",   "backers", "client",
                          "critic",    "critics",   "enemies", "enemy",    "foe",     "friend",
                          "opponent",  "opponents", "partner", "partners", "patron",  "proxies",
                          "proxy",     "puppet",    "puppets", "rival",    "rivals",  "satellite"});
}

/// "X, the capital", "X is the largest city"
bool called_town(const DocView& view, std::uint32_t head) {
  static constexpr std::array<std::string_view, 3> nouns{"capital", "city", "town"};
  const auto is_town = [&](std::uint32_t t) {
    return std::find(nouns.begin(), nouns.end(), view.key(t)) != nouns.end();
  };
  const auto above = view.parent(head);
  if (above && view.token(head).deprel == Deprel::nsubj && is_town(*above) &&
      view.child(*above, Deprel::cop))
    return true;
  const auto said = view.child(head, Deprel::appos);
  return said && is_town(*said);
}

}  // namespace

bool stands_for_government(const Work& work, Range range, std::uint32_t head) {
  const auto& view = work.view;
  const text::Token& token = view.token(head);
  const std::string_view marker = view.case_of(head);
  const bool possessive = range.last < view.size() && view.key(range.last) == "s" &&
                          view.form(range.last).front() != 's';
  if (place_preposition(marker) || called_town(view, head)) return false;
  if (range.last < view.size() && view.form(range.last) == "," && range.last + 1 < view.size() &&
      work.hit_at[range.last + 1] >= 0 && token.deprel != Deprel::nsubj &&
      view.token(range.last + 1).deprel == Deprel::appos) {
    return false;
  }
  switch (token.deprel) {
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
    case Deprel::obj:
    case Deprel::iobj:
    case Deprel::obl_agent:
      return true;
    case Deprel::nmod_poss: {
      const auto owned = view.parent(head);
      return possessive && !(owned && town_noun(view.key(*owned)));
    }
    case Deprel::compound: {
      const auto above = view.parent(head);
      const bool hyphen = range.last < view.size() && view.form(range.last) == "-";
      // "as Beijing piles pressure": no noun, whatever the tree hangs it on.
      const bool verb = range.last < view.size() && view.token(range.last).upos == Upos::verb &&
                        view.form(range.last).ends_with('s');
      if (verb) return true;
      if (hyphen) return !(above && (view.key(*above) == "based" || view.key(*above) == "born"));
      return false;
    }
    case Deprel::conj: {
      const auto first = view.parent(head);
      if (!first || !marker.empty()) return !marker.empty() && !place_preposition(marker);
      const std::string_view shared = view.case_of(*first);
      return !place_preposition(shared) && view.token(*first).deprel != Deprel::appos;
    }
    case Deprel::nmod:
      if (const auto above = view.parent(head);
          above && marker == "of" && sided(view.key(*above))) {
        return true;
      }
      [[fallthrough]];
    case Deprel::obl:
      return government_preposition(marker) && !way_there(work, head, marker);
    default:
      return false;
  }
}

bool people_stand_for_state(const Work& work, Range range, const Entry& row) {
  const auto& view = work.view;
  const std::uint32_t head = view.head_of(range);
  if (row.status == "disputed" || row.country == "PSE" || range.first == 0 ||
      view.key(range.first - 1) != "the")
    return false;
  for (const std::uint32_t c : view.children(head)) {
    const Deprel relation = view.token(c).deprel;
    if (relation == Deprel::acl || relation == Deprel::acl_relcl || relation == Deprel::amod ||
        relation == Deprel::nummod || relation == Deprel::conj)
      return false;
    // "asked the Soviets for advice" hangs on them by mistake
    if (relation == Deprel::nmod && view.case_of(c) != "for" && view.case_of(c) != "to" &&
        view.case_of(c) != "with" && view.case_of(c) != "about")
      return false;
  }
  switch (view.token(head).deprel) {
    case Deprel::nsubj:
    case Deprel::obj:
    case Deprel::iobj:
      return true;
    case Deprel::obl:
    case Deprel::nmod:
      return view.case_of(head) == "with" || view.case_of(head) == "against";
    default:
      return false;
  }
}

}  // namespace entente::actors
