#include "extract/actors/beside_names.hpp"

#include <algorithm>

#include "extract/actors/office_phrase.hpp"
#include "extract/actors/party_members.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/role_resolver.hpp"
#include "extract/actors/titles.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {
namespace {

using graph::ActorKind;

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
    if (const auto letter = party_letter(work_, at); letter && letter->last <= sentence.last) {
      claim_office(work_, m, work_.document.mentions[m].actors.front(), "member", letter->party,
                   {at + 1, at + 2}, false, 0.9);
      at = letter->last;
    }
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
                                !work_.actor(claim.position).name.starts_with("member of ") &&
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
      if (!waits &&
          (political_office(view_.key(office.words)) || told_without_owner(office.title)) &&
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

void claim_beside_names(Work& work) {
  BesideNames(work).run();
  claim_party_plurals(work);
}

}  // namespace entente::actors
