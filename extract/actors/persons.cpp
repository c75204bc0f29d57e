// Persons: whom each name means, and the titles they bear where they are named.
#include <algorithm>
#include <set>

#include "extract/actors/name_key.hpp"
#include "extract/actors/name_shape.hpp"
#include "extract/actors/offices.hpp"
#include "extract/actors/person_candidates.hpp"
#include "extract/actors/person_names.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/titles.hpp"
#include "extract/actors/vocabulary.hpp"
#include "extract/actors/work.hpp"

namespace entente::actors {
namespace {

using text::MentionKind;

struct Naming {
  std::size_t hit = 0;
  Range name;
  std::vector<std::string> words;
  TitleRead title;
  bool brief = false;  ///< a surname alone, even if of several words
};

struct Choice {
  std::uint32_t actor = 0;
  double confidence = 0.0;
  std::string reason;
};

class PersonResolver {
 public:
  explicit PersonResolver(Work& work) : work_(work), tables_(work) {}

  void run() {
    collect();
    for (Naming& naming : namings_) {
      if (!naming.brief) naming.brief = !resolve_full(naming);
    }
    find_surnames();
    std::stable_sort(namings_.begin(), namings_.end(),
                     [](const Naming& a, const Naming& b) { return a.name.first < b.name.first; });
    for (Naming& naming : namings_) {
      if (naming.brief) resolve_short(naming);
    }
  }

 private:
  bool has_use(const NameHit& hit, AliasUse use) const {
    return std::any_of(hit.aliases.begin(), hit.aliases.end(), [&](const Alias& alias) {
      return alias.use == use && work_.index.entry(alias.entry).type == EntryType::person;
    });
  }

  /// Surnames of the text's persons where the annotator saw no name.
  void find_surnames() {
    std::set<std::string> spoken;
    for (const auto& [actor, names] : spoken_) {
      for (const std::string& name : names) {
        if (name.size() > 2 && name.find(' ') == std::string::npos) spoken.insert(name);
      }
    }
    const auto& view = work_.view;
    for (std::uint32_t t = 0; t < view.size(); ++t) {
      if (claimed(t) || work_.at_head[t] >= 0 || !capitalised(view.form(t)) ||
          !spoken.contains(view.key(t)))
        continue;
      const Upos tag = view.token(t).upos;
      if ((tag != Upos::propn && tag != Upos::noun && tag != Upos::x && tag != Upos::adj) ||
          work_.index.role(view.key(t)) != nullptr)
        continue;
      work_.hit_at[t] = static_cast<std::int32_t>(work_.hits.size());
      work_.hits.push_back({{t, t + 1}, {}, EntityType::person, false});
      Naming naming{work_.hits.size() - 1, {t, t + 1}, {view.key(t)}, {}, true};
      naming.title = title_before(work_, naming.name);
      namings_.push_back(std::move(naming));
    }
  }

  /// The token is part of a name that is resolved, or will be.
  bool claimed(std::uint32_t t) const {
    if (work_.hit_at[t] < 0) return false;
    const auto at = static_cast<std::size_t>(work_.hit_at[t]);
    const NameHit& hit = work_.hits[at];
    if (hit.range.size() != 1 || hit.blocked) return true;
    return std::any_of(namings_.begin(), namings_.end(),
                       [&](const Naming& naming) { return naming.hit == at; });
  }

  void collect() {
    for (std::size_t i = 0; i < work_.hits.size(); ++i) {
      const NameHit& hit = work_.hits[i];
      if (hit.blocked || work_.mention_at(work_.view.head_of(hit.range)) != nullptr) continue;
      const bool person = hit.entity == EntityType::person || has_use(hit, AliasUse::name) ||
                          has_use(hit, AliasUse::surname);
      if (!person) continue;
      if (names_a_ship(work_, hit.range)) continue;
      Range name = hit.range;
      while (name.size() > 1 && honorific(work_.view.key(name.first))) ++name.first;
      Naming naming{i, name, words_of(work_.view.key(name)), {}, false};
      if (naming.words.empty()) continue;
      if (naming.words.size() == 1 && honorific(naming.words[0])) continue;
      if (const auto tail = suffix(naming.words)) naming.words.resize(*tail);
      naming.title = title_before(work_, name);
      naming.brief = naming.words.size() < 2 ||
                     (!has_use(hit, AliasUse::name) && has_use(hit, AliasUse::surname));
      namings_.push_back(std::move(naming));
    }
  }

  // ---- candidates of the tables ----

  std::optional<Choice> from_tables(const Naming& naming) {
    const std::string key = joined(naming.words);
    const auto accept = [&](const std::vector<std::uint32_t>& entries, double confidence,
                            std::string_view how) -> std::optional<Choice> {
      const auto best = tables_.best_of(entries, naming.title, entries.size() > 1 ? 0.05 : -1.0);
      if (!best || tables_.contradicted(*best, naming.title)) return std::nullopt;
      const std::uint32_t actor = work_.add_entry(*best);
      return Choice{actor, entries.size() > 1 ? confidence - 0.1 : confidence,
                    std::string(how) + work_.actor(actor).name};
    };
    if (auto found = accept(tables_.named(key, AliasUse::name), 0.97, "name of ")) return found;
    if (naming.words.size() >= 3) {
      const std::string brief = naming.words.front() + " " + naming.words.back();
      if (auto found = accept(tables_.named(brief, AliasUse::name), 0.9, "name of ")) return found;
      const std::string begin = naming.words[0] + " " + naming.words[1];
      if (naming.words[1].size() > 1 && !name_particle(naming.words[1])) {
        auto entries = tables_.named(begin, AliasUse::name);
        const auto family = tables_.named(naming.words[1], AliasUse::surname);
        std::erase_if(entries, [&](std::uint32_t entry) {
          return std::find(family.begin(), family.end(), entry) == family.end();
        });
        if (auto found = accept(entries, 0.8, "shorter name of ")) return found;
      }
      const std::string end = naming.words[naming.words.size() - 2] + " " + naming.words.back();
      if (auto found = accept(tables_.named(end, AliasUse::name), 0.75, "shorter name of "))
        return found;
    }
    if (auto found =
            accept(tables_.named(sound_key(key), AliasUse::sound), 0.88, "another spelling of "))
      return found;
    return std::nullopt;
  }

  // ---- the document's own persons ----

  std::vector<std::uint32_t> known_by(const std::string& word) const {
    std::vector<std::uint32_t> found;
    for (const std::uint32_t actor : persons_) {
      const auto names = spoken_.find(actor);
      if (names != spoken_.end() && names->second.contains(word)) found.push_back(actor);
    }
    return found;
  }

  /// Those named before that place, if any: who comes later is not meant yet.
  std::vector<std::uint32_t> spoken_of_before(std::vector<std::uint32_t> known,
                                              const Naming& naming) const {
    const auto before = [&](std::uint32_t actor) {
      const auto at = introduced_.find(actor);
      return at != introduced_.end() && at->second < naming.name.first;
    };
    if (std::any_of(known.begin(), known.end(), before))
      std::erase_if(known, [&](std::uint32_t actor) { return !before(actor); });
    return known;
  }

  void introduce(std::uint32_t actor, const Naming& naming) {
    persons_.insert(actor);
    introduced_.try_emplace(actor, naming.name.first);
    auto& names = spoken_[actor];
    const std::string country = work_.actor(actor).country;
    for (const auto& words : {naming.words, work_.facts[actor].words}) {
      for (std::string& key : surname_keys(joined(words), country)) names.insert(std::move(key));
      if (words.size() >= 3) {
        for (std::size_t i = 1; i < words.size(); ++i) {
          if (words[i].size() > 2 && !name_particle(words[i])) names.insert(words[i]);
        }
        // "Luis Posada Carriles ... Posada Carriles"
        for (std::size_t i = 1; i + 1 < words.size(); ++i) {
          names.insert(joined({words.begin() + static_cast<std::ptrdiff_t>(i), words.end()}));
        }
      }
      if (words.size() >= 2 && family_name(words.front())) names.insert(words.front());
      if (!words.empty() && words.front().size() > 2) given_[words.front()].insert(actor);
      if (words.size() == 1) names.insert(words.front());
    }
    if (work_.facts[actor].gender == 0) {
      work_.facts[actor].gender = naming.title.gender != 0
                                      ? naming.title.gender
                                      : work_.gender_of_given_name(naming.words.front());
    }
  }

  /// False if it turns out to be the surname of somebody named before.
  bool resolve_full(Naming& naming) {
    if (known_by(joined(naming.words)).size() == 1) return false;
    std::optional<Choice> choice = from_tables(naming);
    if (!choice) {
      for (const std::uint32_t actor : persons_) {
        if (same_person_name(naming.words, work_.facts[actor].words)) {
          choice = Choice{actor, 0.85, "another form of " + work_.actor(actor).name};
          break;
        }
      }
    }
    if (!choice) {
      if (work_.hits[naming.hit].entity != EntityType::person && naming.title.title.empty())
        return true;
      choice = Choice{new_person(naming), 0.8, "a person whom the text introduces"};
    }
    introduce(choice->actor, naming);
    add(naming, *choice);
    return true;
  }

  std::uint32_t new_person(const Naming& naming) {
    graph::Actor actor;
    actor.name = single_spaced(work_.view.text(naming.name));
    if (work_.view.shouted(work_.view.sentence_of(naming.name.first)))
      actor.name = from_capitals(actor.name);
    actor.id = "person/" + slug(actor.name);
    actor.kind = graph::ActorKind::person;
    if (!naming.title.organisations.empty()) {
      actor.country = work_.actor(naming.title.organisations.front()).country;
    }
    if (!naming.title.title.empty()) {
      if (const Role* role = work_.index.role(name_key(naming.title.title))) {
        actor.sector = std::string(role->sector.substr(0, 3));
      }
    }
    return work_.add_actor(std::move(actor));
  }

  // ---- surnames ----

  void resolve_short(Naming& naming) {
    const std::string word = joined(naming.words);
    const NameHit& hit = work_.hits[naming.hit];
    // "in May", but "Mrs May"
    const bool titled = hit.range.first > 0 && honorific(work_.view.key(hit.range.first - 1));
    if (weekday_or_month(word) && !titled && !honorific(work_.view.key(hit.range.first))) return;
    if (naming.name != hit.range && has_use(hit, AliasUse::name)) {
      // "Pope Francis" with his title; "Francis" alone may be anybody's
      const auto entries = tables_.named(work_.view.key(hit.range), AliasUse::name);
      if (entries.size() == 1) {
        const std::uint32_t actor = work_.add_entry(entries.front());
        introduce(actor, naming);
        return add(naming, Choice{actor, 0.95, "name of " + work_.actor(actor).name});
      }
    }
    auto known = spoken_of_before(known_by(word), naming);
    if (known.empty() && hit.entity == EntityType::person) {
      for (const std::uint32_t actor : persons_) {
        for (const std::string& name : spoken_[actor]) {
          if (alike(name, word)) {
            known.push_back(actor);
            break;
          }
        }
      }
    }
    if (known.empty()) {
      if (const auto at = given_.find(word);
          at != given_.end() && hit.entity == EntityType::person) {
        known.assign(at->second.begin(), at->second.end());
      }
    }
    if (const auto actor = narrowed(known, naming)) {
      Choice choice{*actor, known.size() > 1 ? 0.75 : 0.92,
                    "surname of " + work_.actor(*actor).name + ", introduced in sentence " +
                        std::to_string(work_.facts[*actor].first_sentence + 1)};
      add(naming, choice);
      return;
    }
    if (!known.empty() && known.size() > 1) return unresolved(naming);
    if (const auto choice = surname_of_tables(naming)) {
      introduce(choice->actor, naming);
      add(naming, *choice);
      return;
    }
    const bool told = !naming.title.title.empty() &&
                      (!naming.title.organisations.empty() || hit.entity == EntityType::person);
    if (told && word.size() > 2 && hit.aliases.empty()) {
      const Choice choice{new_person(naming), 0.6, "a person whom the text introduces"};
      introduce(choice.actor, naming);
      add(naming, choice);
      return;
    }
    if (hit.entity != EntityType::person) return;
    if (again(naming, word) || tables_.goes_by_one_name(naming.name)) {
      const Choice choice{new_person(naming), 0.5, "a person whom the text names by surname alone"};
      introduce(choice.actor, naming);
      add(naming, choice);
      return;
    }
    unresolved(naming);
  }

  /// A surname that the tables do not know and that the text uses again.
  bool again(const Naming& naming, const std::string& word) const {
    if (word.size() < 4 || !tables_.named(word, AliasUse::surname).empty()) return false;
    return std::any_of(namings_.begin(), namings_.end(), [&](const Naming& other) {
      return other.name.first > naming.name.last && joined(other.words) == word &&
             work_.hits[other.hit].entity == EntityType::person;
    });
  }

  /// The one of the document's persons of that surname who fits the title; the last
  /// named before, where nothing else tells them apart.
  std::optional<std::uint32_t> narrowed(std::vector<std::uint32_t> known,
                                        const Naming& naming) const {
    if (known.empty()) return std::nullopt;
    const TitleRead& title = naming.title;
    if (known.size() == 1) {
      // "President Bush" after "Laura Bush" is another Bush.
      if (title.title.empty() || tables_.fits_document(known.front(), title) ||
          !better_in_tables(known.front(), naming)) {
        return known.front();
      }
      return std::nullopt;
    }
    if (!title.title.empty() || !title.organisations.empty()) {
      // Of whom the text tells nothing yet may be anybody.
      std::vector<std::uint32_t> open = known;
      std::erase_if(open, [&](std::uint32_t actor) {
        return work_.facts[actor].entry || !work_.facts[actor].offices.empty();
      });
      std::erase_if(known,
                    [&](std::uint32_t actor) { return !tables_.fits_document(actor, title); });
      if (known.size() == 1) return known.front();
      if (known.empty() && open.size() == 1) return open.front();
    }
    if (title.gender != 0) {
      std::erase_if(known, [&](std::uint32_t actor) {
        return work_.facts[actor].gender != 0 && work_.facts[actor].gender != title.gender;
      });
      if (known.size() == 1) return known.front();
    }
    return leading(known);
  }

  /// The one of whom the text speaks far more than of the others.
  std::optional<std::uint32_t> leading(const std::vector<std::uint32_t>& known) const {
    for (const std::uint32_t actor : known) {
      const bool leads = std::all_of(known.begin(), known.end(), [&](std::uint32_t other) {
        return other == actor || work_.facts[actor].mentions >= 2 * work_.facts[other].mentions + 1;
      });
      if (leads) return actor;
    }
    return std::nullopt;
  }

  bool better_in_tables(std::uint32_t actor, const Naming& naming) const {
    const auto entries = tables_.named(joined(naming.words), AliasUse::surname);
    return std::any_of(entries.begin(), entries.end(), [&](std::uint32_t entry) {
      if (work_.facts[actor].entry == entry) return false;
      const auto office =
          office_of(work_.index, entry, naming.title.title, std::nullopt, work_.date());
      return office && office->tenure == Tenure::yes;
    });
  }

  std::optional<Choice> surname_of_tables(const Naming& naming) {
    const NameHit& hit = work_.hits[naming.hit];
    const std::string word = joined(naming.words);
    if (const auto own = tables_.named(word, AliasUse::name); own.size() == 1) {
      const std::uint32_t actor = work_.add_entry(own.front());
      return Choice{actor, 0.85, "name of " + work_.actor(actor).name};
    }
    auto entries = tables_.named(word, AliasUse::surname);
    if (entries.empty()) return std::nullopt;
    const TitleRead& title = naming.title;
    if (!title.title.empty()) {
      std::erase_if(entries, [&](std::uint32_t entry) {
        const auto office = office_of(work_.index, entry, title.title, std::nullopt, work_.date());
        return tables_.contradicted(entry, title) || !office ||
               (office->tenure == Tenure::no && !title.former && work_.date() &&
                !tables_.past_office(entry, title.title));
      });
    } else if (hit.entity != EntityType::person && !stands_like_a_person(work_, naming.name) &&
               !before_government(work_, naming.name) && !after_honorific(work_, naming.name)) {
      return std::nullopt;
    }
    if (entries.empty()) return std::nullopt;
    const auto best = tables_.best_of(entries, title, work_.date() ? 0.15 : 0.1);
    if (!best) return std::nullopt;
    const double score = tables_.fit(*best, title, entries.size() == 1);
    double floor = title.title.empty() ? hit.entity == EntityType::person ? 0.65 : 0.75 : 0.4;
    if (after_honorific(work_, naming.name)) floor = std::min(floor, 0.6);
    if (!work_.date() || before_government(work_, naming.name)) floor = std::min(floor, 0.39);
    if (score < floor) return std::nullopt;
    const std::uint32_t actor = work_.add_entry(*best);
    std::string reason = "surname of " + work_.actor(actor).name;
    if (const auto office =
            office_of(work_.index, *best, title.title, std::nullopt, work_.date())) {
      reason += ", " + std::string(office->title);
      if (work_.date()) reason += " on " + work_.date()->iso();
    }
    return Choice{actor, title.title.empty() ? 0.7 : 0.88, std::move(reason)};
  }

  // ---- mentions ----

  void unresolved(const Naming& naming) {
    work_.add_mention(naming.name, MentionKind::name, {}, 0.0, "no person is known by this name");
  }

  void add(const Naming& naming, const Choice& choice) {
    Range range = naming.name;
    range.first = std::min(naming.title.whole.first, range.first);
    std::uint32_t head = work_.view.head_of(range);
    const bool owner_token =
        head < naming.name.first && work_.at_head[head] >= 0 && !naming.title.words.contains(head);
    if (owner_token) head = work_.view.head_of(naming.name);
    const std::uint32_t mention = work_.add_mention(range, MentionKind::name, {choice.actor},
                                                    choice.confidence, choice.reason, head);
    // Words of the title are no mentions of their own, bodies that bear a name aside.
    for (std::uint32_t t = naming.title.whole.first; t < naming.title.whole.last; ++t) {
      if (work_.hit_at[t] < 0) work_.visited[t] = true;
    }
    if (naming.title.gender != 0) work_.facts[choice.actor].gender = naming.title.gender;
    std::optional<std::uint32_t> organisation;
    std::optional<std::uint32_t> after = owner_after(work_, naming.name);
    std::string title = naming.title.title;
    Range words = naming.title.words;
    if (title.empty()) inherit_plural(naming, title, words);
    const bool owned = !naming.title.organisations.empty() && rank_of_state(title);
    if (title.empty()) return;
    // "Judge X of the Supreme Court"
    const bool sits = after && title == "judge" && work_.actor(*after).sector == "JUD";
    if (!owned && !sits && plain_honorific(title, choice.actor)) return;
    organisation = naming.title.organisations.empty()
                       ? after
                       : std::optional(naming.title.organisations.front());
    claim_office(work_, mention, choice.actor, title, organisation, words, naming.title.former,
                 0.9);
    for (const std::string& more : naming.title.more) {
      claim_office(work_, mention, choice.actor, more, organisation, words, naming.title.former,
                   0.85);
    }
    last_title_ = {title, words, view_sentence(naming), naming.title.plural};
  }

  std::uint32_t view_sentence(const Naming& naming) const {
    return work_.view.sentence_of(naming.name.first);
  }

  /// "king" and "prince" before a name tell an office only where the tables know it.
  bool plain_honorific(const std::string& title, std::uint32_t actor) const {
    static const std::set<std::string, std::less<>> plain{
        "general", "colonel",    "major",     "captain",   "lieutenant", "sheikh", "judge",
        "justice", "admiral",    "professor", "dr",        "cardinal",   "bishop", "archbishop",
        "imam",    "ayatollah",  "prince",    "princess",  "sir",        "lady",   "lord",
        "citizen", "journalist", "activist",  "candidate", "brother",    "sister"};
    if (!plain.contains(title)) return false;
    return !work_.facts[actor].entry ||
           !office_of(work_.index, *work_.facts[actor].entry, title, std::nullopt, std::nullopt);
  }

  /// "Presidents A of X and B of Y": B bears A's title.
  void inherit_plural(const Naming& naming, std::string& title, Range& words) const {
    if (!last_title_.plural || last_title_.sentence != view_sentence(naming)) return;
    const std::uint32_t head = work_.view.head_of(naming.name);
    if (work_.view.token(head).deprel != Deprel::conj) return;
    title = last_title_.title;
    words = last_title_.words;
  }

  struct LastTitle {
    std::string title;
    Range words;
    std::uint32_t sentence = 0;
    bool plural = false;
  };

  Work& work_;
  PersonCandidates tables_;
  std::vector<Naming> namings_;
  std::set<std::uint32_t> persons_;
  std::unordered_map<std::uint32_t, std::set<std::string>> spoken_;
  std::unordered_map<std::string, std::set<std::uint32_t>> given_;
  LastTitle last_title_;
  std::unordered_map<std::uint32_t, std::uint32_t> introduced_;  ///< actor to first token
};

}  // namespace

void resolve_persons(Work& work) { PersonResolver(work).run(); }

}  // namespace entente::actors
