#include "extract/actors/office_phrase.hpp"

#include <algorithm>
#include <array>

#include "extract/actors/name_key.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/role_resolver.hpp"
#include "extract/actors/titled_name.hpp"
#include "extract/actors/titles.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {
namespace {

using graph::ActorKind;

constexpr std::uint32_t longest_complement = 6;  ///< words behind "of" that name no actor

bool is_article(std::string_view key) { return key == "the" || key == "a" || key == "an"; }

bool nominal(Upos tag) {
  return tag == Upos::noun || tag == Upos::propn || tag == Upos::adj || tag == Upos::num;
}

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

/// Claims what stands beside the names of persons.
class BesideNames {
 public:
  explicit BesideNames(Work& work) : work_(work), view_(work.view) {}

  void run() {
    for (std::uint32_t m = 0; m < work_.document.mentions.size(); ++m) {
      const text::Mention& mention = work_.document.mentions[m];
      if (mention.kind != text::MentionKind::name || mention.actors.size() != 1 ||
          work_.actor(mention.actors.front()).kind != ActorKind::person)
        continue;
      const Range sentence = view_.sentence_around(mention.first);
      behind(m, sentence);
      before(m, sentence);
      appointed(m, sentence);
    }
  }

 private:
  /// A comma, a dash, or "is" before an article.
  [[nodiscard]] bool opens(std::uint32_t t) const {
    if (is_one_of(view_.form(t), {",", "—", "–", "--", "("})) return true;
    return is_one_of(view_.key(t), {"is", "was"}) && is_article(view_.key(t + 1)) &&
           view_.token(t).upos == Upos::aux;
  }

  /// "X, [54,] the deputy chief of Y and former envoy to Z,"
  void behind(std::uint32_t m, Range sentence) {
    std::uint32_t at = work_.document.mentions[m].last;
    if (at + 1 >= sentence.last || !opens(at)) return;
    ++at;
    if (view_.token(at).upos == Upos::num && at + 2 < sentence.last && view_.form(at + 1) == ",")
      at += 2;
    if (work_.hit_at[at] < 0 && is_one_of(view_.key(at), {"now", "then", "currently"})) ++at;
    std::optional<std::uint32_t> owner;
    for (int turn = 0; turn < 3; ++turn) {
      auto office = read_office(work_, at, sentence.last);
      if (!office) return;
      const std::uint32_t end = office->whole.last;
      if (end < sentence.last && !may_end(end)) return;
      // "X, the chancellor said": a clause of its own
      const Deprel relation = view_.token(view_.head_of(office->words)).deprel;
      const bool subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
      if (subject && end < sentence.last && !view_.key(end).empty()) return;
      if (!office->owner) office->owner = owner;
      claim(m, *office);
      if (office->owner) owner = office->owner;
      if (end + 2 >= sentence.last) return;
      at = end;
      if (view_.form(at) == ",") ++at;
      if (view_.key(at) == "and") ++at;
      if (at == end) return;
    }
  }

  [[nodiscard]] bool may_end(std::uint32_t t) const {
    const Upos tag = view_.token(t).upos;
    return tag == Upos::punct || tag == Upos::cconj || tag == Upos::pron || tag == Upos::verb ||
           tag == Upos::aux || tag == Upos::adp || tag == Upos::adv;
  }

  /// "named X as finance minister and [Y as foreign minister]"
  void appointed(std::uint32_t m, Range sentence) {
    const std::uint32_t as = work_.document.mentions[m].last;
    // "was appointed by X as"
    if (view_.case_of(work_.document.mentions[m].head) == "by") return;
    if (as + 1 >= sentence.last || view_.key(as) != "as") return;
    const auto office = read_office(work_, as + 1, sentence.last);
    if (!office || !follows_appointment(sentence.first, as)) return;
    claim(m, *office);
  }

  [[nodiscard]] bool follows_appointment(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = last; t-- > first;) {
      if (view_.token(t).upos != Upos::verb) continue;
      if (!is_one_of(view_.token(t).lemma,
                     {"appoint", "choose", "confirm", "elect", "install", "keep", "name", "pick",
                      "reappoint", "retain", "select"}))
        return false;
      return std::none_of(view_.children(t).begin(), view_.children(t).end(), [&](std::uint32_t c) {
        return is_one_of(view_.token(c).lemma, {"would", "will", "may", "might", "could", "should",
                                                "not", "never", "to", "if"}) &&
               c < t;
      });
    }
    return false;
  }

  /// "The chief Y negotiator at the talks, X,", "First Minister of Y X"
  void before(std::uint32_t m, Range sentence) {
    const text::Mention& mention = work_.document.mentions[m];
    std::uint32_t name = mention.first;
    if (work_.hit_at[mention.last - 1] >= 0) {
      name = work_.hits[static_cast<std::uint32_t>(work_.hit_at[mention.last - 1])].range.first;
    }
    std::uint32_t end = name;
    while (end > sentence.first && honorific(view_.key(end - 1))) --end;
    const std::uint32_t after = mention.last;
    const bool comma = end > sentence.first + 1 && view_.form(end - 1) == ",";
    if (!comma) end = name;
    // "Member of Parliament (MP) X"
    if (!comma && end > sentence.first + 3 && view_.form(end - 1) == ")") {
      for (std::uint32_t t = end - 1; t-- > sentence.first && end - t < 7;) {
        if (view_.form(t) != "(") continue;
        end = t;
        break;
      }
    }
    if (comma) {
      if (after < sentence.last && view_.form(after) != "," && view_.form(after) != "." &&
          view_.token(after).upos != Upos::verb && view_.token(after).upos != Upos::aux &&
          view_.token(after).upos != Upos::adp)
        return;
      --end;
    }
    constexpr std::uint32_t reach = 14;
    const std::uint32_t floor = end > sentence.first + reach ? end - reach : sentence.first;
    for (std::uint32_t first = floor; first < end; ++first) {
      if (!may_begin(first, sentence)) continue;
      const auto office = read_office(work_, first, end);
      if (!office || office->whole.last != end) continue;
      // Without an article or owner "president, X" is no apposition.
      if (comma && !office->owner && !is_article(view_.key(first))) continue;
      claim(m, *office);
      return;
    }
  }

  [[nodiscard]] bool may_begin(std::uint32_t t, Range sentence) const {
    if (work_.hit_at[t] >= 0 &&
        work_.hits[static_cast<std::uint32_t>(work_.hit_at[t])].range.first != t)
      return false;
    if (is_article(view_.key(t)) || t == sentence.first) return true;
    const Upos last = view_.token(t - 1).upos;
    return !nominal(last) && last != Upos::det && !is_clitic(work_, t - 1) &&
           view_.form(t - 1) != "-";
  }

  [[nodiscard]] bool told(std::uint32_t person, Range words) const {
    const std::size_t begin = view_.token(words.first).span.begin;
    const std::size_t end = view_.token(words.last - 1).span.end;
    const auto& mentions = work_.document.mentions;
    return std::any_of(work_.document.positions.begin(), work_.document.positions.end(),
                       [&](const text::PositionClaim& claim) {
                         return mentions[claim.holder].actors.front() == person &&
                                claim.span.begin < end && begin < claim.span.end;
                       });
  }

  /// Of whom the tables know offices, none of another state's is told by the words alone.
  [[nodiscard]] bool suits(std::uint32_t person, std::uint32_t owner) const {
    const std::string& country = work_.actor(owner).country;
    if (!work_.facts[person].entry || country.empty()) return true;
    const auto known = work_.index.positions_of(*work_.facts[person].entry);
    return known.empty() || std::any_of(known.begin(), known.end(), [&](const Position& position) {
             return work_.index.entry(position.organisation).country == country;
           });
  }

  void claim(std::uint32_t m, const OfficePhrase& office) {
    const std::uint32_t person = work_.document.mentions[m].actors.front();
    if (told(person, office.words)) return;
    if (!office.owner) {
      const bool waits =
          std::any_of(work_.pending.begin(), work_.pending.end(), [&](const PendingOffice& each) {
            return each.person == person && each.words.first < office.words.last &&
                   office.words.first < each.words.last;
          });
      if (!waits && (political_office(view_.key(office.words)) || legislator(office.title)) &&
          !honorific(view_.key(office.words)))
        claim_office(work_, m, person, office.title, std::nullopt, office.words, office.former,
                     0.7);
      return;
    }
    if (*office.owner == person || !suits(person, *office.owner)) return;
    if (work_.actor(*office.owner).kind == ActorKind::person &&
        !serves_person(work_.view.key(office.words)))
      return;
    std::erase_if(work_.pending, [&](const PendingOffice& each) {
      return each.person == person && each.words.first < office.words.last &&
             office.words.first < each.words.last;
    });
    claim_office(work_, m, person, office.title, office.owner, office.words, office.former, 0.8);
    stand_for(person, office);
  }

  /// What the office does in the sentence its holder does, if it stood for nobody with a name.
  void stand_for(std::uint32_t person, const OfficePhrase& office) {
    const std::uint32_t head = view_.head_of(office.words);
    const text::Reason reason = "named beside it: " + work_.actor(person).name;
    if (const text::Mention* mention = work_.mention_at(head)) {
      const bool unnamed = mention->actors.empty() ||
                           (mention->actors.size() == 1 && mention->actors.front() != person &&
                            (work_.actor(mention->actors.front()).id.starts_with("role/") ||
                             work_.facts[mention->actors.front()].one_official));
      if (unnamed && mention->kind != text::MentionKind::name)
        work_.bind(static_cast<std::uint32_t>(work_.at_head[head]), {person}, 0.8, reason);
      return;
    }
    if (work_.hit_at[head] < 0)
      work_.add_mention(office.whole, text::MentionKind::role, {person}, 0.8, reason, head);
  }

  Work& work_;
  const DocView& view_;
};

}  // namespace

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

void claim_beside_names(Work& work) { BesideNames(work).run(); }

}  // namespace entente::actors
