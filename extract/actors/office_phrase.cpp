#include "extract/actors/office_phrase.hpp"

#include <algorithm>
#include <array>

#include "extract/actors/name_key.hpp"
#include "extract/actors/role_resolver.hpp"
#include "extract/actors/titled_name.hpp"
#include "extract/actors/titles.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {
namespace {

using graph::ActorKind;

constexpr std::uint32_t longest_complement = 6;  ///< words behind "of" that name no actor

/// "ex-governor" is one token.
std::string_view without_ex(std::string_view key) {
  for (const std::string_view past : {"ex ", "ex-"}) {
    if (key.starts_with(past)) return key.substr(past.size());
  }
  return key;
}

/// Nouns of persons that are no offices, or offices only where the tree says so.
bool no_office(std::string_view noun) {
  return is_one_of(noun,
                   {"analyst",  "candidate", "citizen",   "cleric",      "counterpart", "deputy",
                    "dictator", "diplomat",  "economist", "fighter",     "militant",    "national",
                    "nominee",  "suspect",   "official",  "officer",     "professor",   "rebel",
                    "rival",    "soldier",   "successor", "predecessor", "warlord"});
}

bool acts_in_office(std::string_view sector) {
  return sector.empty() ||
         is_one_of(sector.substr(0, 3), {"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "OPP",
                                         "IGO", "REB", "BUS", "NGO"});
}

/// Whether the words end in the noun of a single office.
bool names_office(const Work& work, Range words) {
  const std::string& last = work.view.key(words.last - 1);
  if (work.view.token(words.last - 1).features.number == text::Number::plural) return false;
  if (no_office(without_ex(last))) return false;
  // "war crimes suspect General": a form of address
  if (honorific(last) && words.size() > 1 && no_office(work.view.key(words.last - 2))) return false;
  if (title_word(without_ex(last))) return true;
  for (std::uint32_t t = words.first; t < words.last; ++t) {
    const std::string key = work.view.key({t, words.last});
    const Role* role = work.index.role(without_ex(key));
    if (role != nullptr && role->number == RoleNumber::person && !role->plural &&
        acts_in_office(role->sector))
      return true;
  }
  return false;
}

class OfficeReader {
 public:
  OfficeReader(Work& work, std::uint32_t first, std::uint32_t end)
      : work_(work), view_(work.view), at_(first), end_(end) {
    found_.whole = {first, first};
  }

  std::optional<OfficePhrase> read() {
    if (at_ < end_ && is_article(view_.key(at_))) ++at_;
    if (!read_owner_and_words()) return std::nullopt;
    title_ = lead_ + title_text(work_, found_.words);
    if (!read_complements()) return std::nullopt;
    read_body_beside();
    found_.whole.last = at_;
    found_.title = canonical_title(title_);
    return found_;
  }

 private:
  /// "Iran's deputy", "the former U.N. chief", up to the noun that ends the run.
  bool read_owner_and_words() {
    std::uint32_t words = at_;
    while (at_ < end_) {
      const std::string& key = view_.key(at_);
      if (former_word(key)) {
        found_.former = true;
        words = ++at_;
        if (at_ < end_ && view_.form(at_) == "-") words = ++at_;
        continue;
      }
      if (const auto owner = owner_from(at_)) {
        if (found_.owner || !leads(words)) return false;
        // "the chief [U.S.] negotiator"
        if (at_ > words) lead_ = title_text(work_, {words, at_}) + " ";
        found_.owner = owner->actor;
        words = at_ = owner->last;
        continue;
      }
      const bool hyphen = view_.form(at_) == "-" && at_ > words;
      if (work_.hit_at[at_] >= 0 || (!hyphen && (key.empty() || !modifies(at_)))) break;
      ++at_;
      if (at_ == words + 1 && (evaluative(key) || key == "top" || key == "senior")) words = at_;
    }
    if (at_ == words || at_ - words > 6) return false;
    found_.words = {words, at_};
    return names_office(work_, found_.words);
  }

  [[nodiscard]] bool modifies(std::uint32_t t) const {
    const std::string& key = view_.key(t);
    return nominal(view_.token(t).upos) || title_word(key) || title_modifier(key) ||
           evaluative(key);
  }

  /// The words before the owner belong to the title: "chief", "acting deputy".
  [[nodiscard]] bool leads(std::uint32_t words) const {
    for (std::uint32_t t = words; t < at_; ++t) {
      if (!title_modifier(view_.key(t))) return false;
    }
    return true;
  }

  struct OwnerRead {
    std::uint32_t actor;
    std::uint32_t last;
  };

  [[nodiscard]] std::optional<std::uint32_t> owning(const text::Mention* mention,
                                                    bool possessive) const {
    if (mention == nullptr || mention->actors.size() != 1) return std::nullopt;
    const ActorKind kind = work_.actor(mention->actors.front()).kind;
    if (kind == ActorKind::position || kind == ActorKind::entity) return std::nullopt;
    if (kind == ActorKind::group || (!possessive && kind == ActorKind::person)) return std::nullopt;
    return mention->actors.front();
  }

  /// A state, body, place or person that begins there and owns what follows.
  [[nodiscard]] std::optional<OwnerRead> owner_from(std::uint32_t t) const {
    for (std::uint32_t last = t + 1; last < std::min(end_, t + 7); ++last) {
      if (!is_clitic(work_, last)) continue;
      const text::Mention* mention = work_.covering(last - 1);
      if (mention == nullptr || mention->first > t || mention->last < last) return std::nullopt;
      const auto actor = owning(mention, true);
      if (!actor) return std::nullopt;
      return OwnerRead{*actor, last + 1};
    }
    const text::Mention* mention = work_.covering(t);
    if (mention == nullptr || mention->first > t || work_.hit_at[t] < 0) return std::nullopt;
    const auto& hit = work_.hits[static_cast<std::uint32_t>(work_.hit_at[t])];
    const auto actor = owning(mention, false);
    if (!actor || hit.range.first != t || hit.range.last >= end_) return std::nullopt;
    return OwnerRead{*actor, hit.range.last};
  }

  /// "of the Senate", "for political affairs of the Front", "in Europe". False where an office of
  /// something stays without it.
  bool read_complements() {
    for (int turn = 0; turn < 3 && at_ + 1 < end_; ++turn) {
      const std::string& link = view_.key(at_);
      if (!is_one_of(link, {"of", "for", "to", "at", "with", "in", "on", "from"})) break;
      const Range phrase = complement(at_ + 1);
      if (phrase.size() == 0) return link != "of";
      if (!take(link, phrase)) return false;
      at_ = phrase.last;
    }
    return true;
  }

  /// "commander, Joint Task Force", as the forces write it.
  void read_body_beside() {
    if (found_.owner || at_ != found_.words.last || at_ + 2 >= end_ || view_.form(at_) != "," ||
        work_.hit_at[at_ + 1] < 0)
      return;
    const auto& hit = work_.hits[static_cast<std::uint32_t>(work_.hit_at[at_ + 1])];
    const auto actor = owning(work_.covering(at_ + 1), false);
    const bool stops = hit.range.last >= end_ || view_.key(hit.range.last).empty();
    if (!actor || !stops) return;
    const ActorKind kind = work_.actor(*actor).kind;
    if (kind != ActorKind::organisation && kind != ActorKind::armed_force) return;
    found_.owner = actor;
    at_ = hit.range.last;
  }

  [[nodiscard]] static bool town_or_part(std::string_view noun) {
    return is_one_of(noun, {"city", "county", "district", "island", "province", "region",
                            "republic", "state", "territory", "town", "village"});
  }

  /// The noun phrase that begins there.
  [[nodiscard]] Range complement(std::uint32_t first) const {
    std::uint32_t t = first;
    if (t < end_ && is_article(view_.key(t))) ++t;
    const std::uint32_t words = t;
    while (t < end_) {
      if (work_.hit_at[t] >= 0) {
        t = work_.hits[static_cast<std::uint32_t>(work_.hit_at[t])].range.last;
        if (t < end_ && is_clitic(work_, t)) ++t;
        continue;
      }
      const bool joined = view_.key(t) == "and" && t > words && t + 1 < end_ &&
                          view_.token(t + 1).upos == Upos::noun && work_.hit_at[t - 1] < 0 &&
                          !names_office(work_, {t + 1, t + 2});
      const bool word = (nominal(view_.token(t).upos) || view_.token(t).deprel == Deprel::amod) &&
                        !view_.key(t).empty();
      if (!joined && !word) break;
      ++t;
    }
    // "of the eastern city [of X]"
    if (t > words && t + 1 < end_ && view_.key(t) == "of" && work_.hit_at[t - 1] < 0 &&
        town_or_part(view_.key(t - 1))) {
      const Range name = complement(t + 1);
      if (name.size() > 0) return {first, name.last};
    }
    t = std::min(t, end_);
    return t == words ? Range{first, first} : Range{first, t};
  }

  bool take(std::string_view link, Range phrase) {
    // "an aide to President Roe": somebody else's title
    if (names_office(work_, {phrase.last - 1, phrase.last}) && work_.hit_at[phrase.last - 1] < 0 &&
        !serves_person(view_.key(found_.words)))
      return false;
    const text::Mention* mention = work_.covering(phrase.last - 1);
    // "the ruling X party"
    const bool body = is_one_of(view_.key(phrase.last - 1),
                                {"party", "movement", "group", "militia", "organisation",
                                 "organization", "coalition", "alliance", "union"});
    if (mention == nullptr && body && phrase.size() > 1 && work_.hit_at[phrase.last - 2] >= 0 &&
        !capitalised(view_.form(phrase.last - 1)))
      mention = work_.covering(phrase.last - 2);
    const bool reaches = mention != nullptr && mention->last + (body ? 1 : 0) >= phrase.last;
    const auto actor =
        reaches ? owning(mention, serves_person(view_.key(found_.words))) : std::nullopt;
    if (actor) {
      const ActorKind kind = work_.actor(*actor).kind;
      const bool land = kind == ActorKind::country || kind == ActorKind::place;
      // an envoy for Sudan is sent by another
      const bool speaks =
          serves_person(view_.key(found_.words)) && view_.key(found_.words.last - 1) != "envoy";
      const bool owns = link == "of" || (link == "for" && (speaks || !land)) ||
                        (link == "to" && speaks) ||
                        (!land && (link == "at" || link == "with" || link == "from")) ||
                        (link == "in" && kind == ActorKind::armed_force);
      // "the Iraqi commander for the Harbour Command"
      const bool closer = found_.owner && !land && link != "in" &&
                          work_.actor(*found_.owner).kind == ActorKind::country &&
                          view_.key(found_.words.last - 1) == "commander";
      if ((!found_.owner || closer) && owns) {
        found_.owner = actor;
        return true;
      }
      if (!land || (link != "for" && link != "to")) return link != "of" || found_.owner.has_value();
    } else if (link == "of" && !found_.owner && !matters(phrase)) {
      return false;
    } else if (link == "at" || link == "with" || link == "in" || link == "from") {
      return true;
    }
    if (phrase.size() > longest_complement) return false;
    title_ += " " + std::string(link) + " " + title_text(work_, phrase);
    return true;
  }

  /// "affairs", "minister of [economy]": no body of its own.
  [[nodiscard]] bool matters(Range phrase) const {
    for (std::uint32_t t = phrase.first; t < phrase.last; ++t) {
      if (work_.hit_at[t] >= 0) return false;
    }
    const std::string key = view_.key({phrase.first, phrase.last});
    const std::string& office = view_.key(found_.words.last - 1);
    return work_.index.role(office + " of " + key) != nullptr || key.ends_with("affairs") ||
           is_one_of(office, {"minister", "secretary", "undersecretary"});
  }

  Work& work_;
  const DocView& view_;
  std::uint32_t at_;
  std::uint32_t end_;
  OfficePhrase found_;
  std::string lead_;
  std::string title_;
};

}  // namespace

bool nominal(Upos tag) {
  return tag == Upos::noun || tag == Upos::propn || tag == Upos::adj || tag == Upos::num;
}

bool serves_person(std::string_view title) {
  return is_one_of(last_word(title),
                   {"aide", "adviser", "advisor", "lawyer", "attorney", "spokesperson", "spokesman",
                    "spokeswoman", "assistant", "envoy", "counsel"}) ||
         title.ends_with("chief of staff") || title.ends_with("campaign manager");
}

std::optional<OfficePhrase> read_office(Work& work, std::uint32_t first, std::uint32_t end) {
  if (first >= end) return std::nullopt;
  return OfficeReader(work, first, end).read();
}

}  // namespace entente::actors
