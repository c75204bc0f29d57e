#include "extract/actors/phrase.hpp"

#include <algorithm>
#include <vector>

#include "extract/actors/actor_index.hpp"
#include "extract/actors/name_key.hpp"
#include "extract/actors/offices.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {
namespace {

struct Word {
  std::string text;
  std::string key;
  bool used = false;
};

struct NameFound {
  std::size_t first = 0;
  std::size_t last = 0;
  std::uint32_t entry = 0;
  AliasUse use = AliasUse::name;
};

struct RoleFound {
  std::size_t first = 0;
  std::size_t last = 0;
  const Role* role = nullptr;
};

std::vector<Word> words_in(std::string_view phrase) {
  std::vector<Word> words;
  std::string text;
  for (const std::string& token : words_of(single_spaced(phrase))) {
    text = token;
    for (const std::string_view clitic : {"'s", "’s", "'", "’"}) {
      if (text.ends_with(clitic)) {
        text.resize(text.size() - clitic.size());
        break;
      }
    }
    if (std::string key = name_key(text); !key.empty())
      words.push_back({text, std::move(key), false});
  }
  return words;
}

class PhraseReader {
 public:
  PhraseReader(const ActorIndex& index, std::string_view phrase,
               const std::optional<util::Date>& date, std::string_view context)
      : index_(index), words_(words_in(phrase)), context_(name_key(context)), date_(date) {
    shouted_ = all_capitals(phrase) && words_.size() > 1;
  }

  PhraseActor read() {
    find_titles();
    find_names();
    find_roles();
    for (const Word& word : words_) former_ = former_ || former_word(word.key);
    if (const NameFound* person = find(EntryType::person)) return of_person(*person);
    return of_others();
  }

 private:
  [[nodiscard]] std::string key(std::size_t first, std::size_t last) const {
    std::string joined;
    for (std::size_t i = first; i < last; ++i)
      joined += (joined.empty() ? "" : " ") + words_[i].key;
    return joined;
  }

  [[nodiscard]] std::string text(std::size_t first, std::size_t last) const {
    std::string joined;
    for (std::size_t i = first; i < last; ++i)
      joined += (joined.empty() ? "" : " ") + words_[i].text;
    return joined;
  }

  void find_names() {
    for (std::size_t i = 0; i < words_.size();) {
      std::size_t next = i + 1;
      for (std::size_t last = std::min(words_.size(), i + 9); last > i; --last) {
        const std::string joined = key(i, last);
        if (index_.blocked(joined)) {
          for (std::size_t w = i; w < last; ++w) words_[w].used = true;
          next = last;
          break;
        }
        if (take(i, last, joined)) {
          next = last;
          break;
        }
      }
      i = next;
    }
  }

  /// Titles anywhere in the phrase, to tell persons of one surname apart.
  void find_titles() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::size_t last = std::min(words_.size(), i + 5); last > i; --last) {
        const Role* role = index_.role(key(i, last));
        if (role == nullptr || role->number != RoleNumber::person) continue;
        titles_.push_back(canonical_title(role->noun));
        break;
      }
    }
  }

  [[nodiscard]] bool titled(std::uint32_t entry) const {
    return std::any_of(titles_.begin(), titles_.end(), [&](const std::string& title) {
      return office_of(index_, entry, title, std::nullopt, date_).has_value();
    });
  }

  /// A capitalised word that nobody knows goes on with the name: "Juan Carlos" in front of it.
  [[nodiscard]] bool goes_on(std::size_t last) const {
    return last < words_.size() && capitalised(words_[last].text) &&
           !all_capitals(words_[last].text) && words_[last].key != "jr" &&
           words_[last].key != "sr" && index_.role(words_[last].key) == nullptr;
  }

  bool take(std::size_t first, std::size_t last, const std::string& joined) {
    if (!capitalised(words_[first].text) && !name_particle(words_[first].key)) return false;
    std::vector<Alias> fitting;
    const std::string surface = text(first, last);
    for (const Alias& alias : index_.find(joined)) {
      if (alias.use == AliasUse::sound) continue;
      if (alias.acronym && !all_capitals(surface)) continue;
      if (alias.use == AliasUse::surname && (joined.size() < 3 || !surname_alone(first, last)))
        continue;
      if (index_.entry(alias.entry).type == EntryType::person && goes_on(last)) continue;
      fitting.push_back(alias);
    }
    if (fitting.empty() && last - first >= 2 && !goes_on(last)) fitting = by_sound(joined);
    if (fitting.empty()) return false;
    if (first > 0 && last == first + 1 && fitting.front().use == AliasUse::name &&
        index_.entry(fitting.front().entry).type == EntryType::person &&
        !surname_alone(first, last)) {
      return false;
    }
    const Alias best = choose(fitting);
    if (best.use == AliasUse::surname && titles_.empty() && !well_known(best.entry, joined))
      return false;
    found_.push_back({first, last, best.entry, best.use});
    for (std::size_t w = first; w < last; ++w) words_[w].used = true;
    return true;
  }

  /// A bare surname is enough for those who lead; "Frank" is anybody's name.
  [[nodiscard]] bool well_known(std::uint32_t entry, const std::string& surname) const {
    const bool given = index_.gender_of(surname) != 0;
    return prominence(index_, entry, date_) >= (given ? 0.8 : 0.35);
  }

  std::vector<Alias> by_sound(const std::string& joined) const {
    std::vector<Alias> fitting;
    for (const Alias& alias : index_.find(sound_key(joined))) {
      if (alias.use == AliasUse::sound) fitting.push_back(alias);
    }
    return fitting;
  }

  /// A bare surname counts only where nothing but titles stands beside it.
  bool surname_alone(std::size_t first, std::size_t last) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (i >= first && i < last) continue;
      const std::string& word = words_[i].key;
      const bool title = honorific(word) || title_word(word) || title_modifier(word) ||
                         former_word(word) || word == "the" || word == "of" || word == "prime" ||
                         words_[i].used;
      if (!title) return false;
    }
    return true;
  }

  [[nodiscard]] Alias choose(const std::vector<Alias>& fitting) const {
    const auto value = [&](const Alias& alias) {
      const Entry& entry = index_.entry(alias.entry);
      double score = entry.type == EntryType::state          ? 3.0
                     : entry.type == EntryType::organisation ? 2.5
                     : entry.type == EntryType::person       ? 1.0
                                                             : 1.5;
      if (alias.use == AliasUse::surname) score = 0.5;
      if (alias.use == AliasUse::capital) score = 2.0;
      if (entry.status == "territory" || entry.status == "former") score -= 0.5;
      if (entry.to) score -= 0.4;
      if (entry.type == EntryType::person) {
        score += prominence(index_, alias.entry, date_) + (titled(alias.entry) ? 1.0 : 0.0);
      }
      if (!context_.empty() && in_context(entry)) score += 2.0;
      return score;
    };
    return *std::max_element(fitting.begin(), fitting.end(),
                             [&](const Alias& a, const Alias& b) { return value(a) < value(b); });
  }

  bool in_context(const Entry& entry) const {
    const auto state = index_.state(entry.country);
    if (!state) return false;
    return context_.find(name_key(index_.entry(*state).name)) != std::string::npos ||
           context_.find(name_key(index_.entry(*state).adjective)) != std::string::npos;
  }

  void find_roles() {
    for (std::size_t i = 0; i < words_.size();) {
      std::size_t next = i + 1;
      for (std::size_t last = std::min(words_.size(), i + 6); last > i; --last) {
        const bool inside = std::any_of(found_.begin(), found_.end(), [&](const NameFound& name) {
          return i < name.last && name.first < last &&
                 index_.entry(name.entry).type != EntryType::place;
        });
        if (inside) continue;
        if (const Role* role = index_.role(key(i, last))) {
          roles_.push_back({i, last, role});
          for (std::size_t w = i; w < last; ++w) words_[w].used = true;
          next = last;
          break;
        }
      }
      i = next;
    }
  }

  [[nodiscard]] const NameFound* find(EntryType type) const {
    for (const NameFound& name : found_) {
      if (index_.entry(name.entry).type == type) return &name;
    }
    return nullptr;
  }

  PhraseActor base(const NameFound& name) const {
    const Entry& entry = index_.entry(name.entry);
    PhraseActor actor;
    actor.resolved = true;
    actor.id = entry.id;
    actor.name = entry.name;
    actor.kind = graph::name_of(entry.kind);
    actor.country = country_of(entry);
    actor.sector = entry.sector;
    actor.sector2 = entry.sector2;
    actor.reason = "name of " + std::string(entry.name);
    return actor;
  }

  /// PLOVER's own codes for the bodies of the United Nations and the European Union.
  [[nodiscard]] std::string country_of(const Entry& entry) const {
    const Entry* at = &entry;
    for (int steps = 0; steps < 10 && at != nullptr; ++steps) {
      if (at->name == "United Nations" && at != &entry) return "UNO";
      if (at->name == "European Union") return "EUR";
      const auto parent = at->parent.empty() ? std::nullopt : index_.by_id(at->parent);
      at = parent ? &index_.entry(*parent) : nullptr;
    }
    return std::string(entry.country);
  }

  void set_codes(PhraseActor& actor, std::string_view codes) const {
    actor.sector = codes.substr(0, 3);
    actor.sector2 = codes.size() > 4 ? codes.substr(4, 3) : std::string_view{};
  }

  /// The sector of an office, with MIL as second code for those who lead the forces.
  void office_sector(PhraseActor& actor, std::string_view title) const {
    const Role* role = index_.role(name_key(title));
    actor.sector =
        role != nullptr && !role->sector.empty() ? std::string(role->sector.substr(0, 3)) : "GOV";
    const bool defence = title.find("defence") != std::string_view::npos ||
                         title.find("defense") != std::string_view::npos;
    if (defence && actor.sector == "GOV") actor.sector2 = "MIL";
  }

  PhraseActor of_person(const NameFound& name) const {
    PhraseActor actor = base(name);
    const auto positions = index_.positions_of(name.entry);
    const Position* held = nullptr;
    const Position* open = nullptr;
    const Position* told_office = nullptr;  // without a date, the title in the phrase is the time
    bool past = false;
    for (const Position& position : positions) {
      const Tenure then = tenure(position, date_);
      const bool told = std::any_of(titles_.begin(), titles_.end(), [&](const std::string& title) {
        return title_means(title, position.title);
      });
      if (told && !date_) told_office = &position;
      if (then == Tenure::yes && (held == nullptr || rank(position) > rank(*held)))
        held = &position;
      if (then == Tenure::open) open = &position;
      if (then == Tenure::no && (!date_ || !position.from || position.from->year <= date_->year))
        past = true;
    }
    if (held == nullptr) held = open;
    if (told_office != nullptr) held = told_office;
    if (former_) held = nullptr;
    if (held != nullptr) {
      const std::string whole = std::string(index_.entry(name.entry).sector);
      office_sector(actor, held->title);
      if (!whole.empty() && whole != "GOV" && actor.sector == "GOV" &&
          index_.role(name_key(held->title)) == nullptr) {
        actor.sector = whole;
      }
      const Entry& body = index_.entry(held->organisation);
      if (body.type == EntryType::state && actor.country.empty()) actor.country = country_of(body);
      actor.reason += ", " + std::string(held->title) + " of " + std::string(body.name);
    } else if (past && (actor.sector == "GOV" || actor.sector.empty() || former_)) {
      actor.sector = "ELI";
      actor.sector2.clear();
      actor.reason += ", out of office";
    }
    return actor;
  }

  static double rank(const Position& position) {
    return position.title == "president" || position.title == "prime minister" ? 1.0 : 0.5;
  }

  [[nodiscard]] bool has_word(std::string_view word, std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      if (words_[i].key == word) return true;
    }
    return false;
  }

  /// The role that tells the sector: the last, but a body's before that of who serves it.
  [[nodiscard]] const RoleFound* telling_role() const {
    const RoleFound* best = nullptr;
    for (const RoleFound& role : roles_) {
      if (role.role->sector.empty()) continue;
      std::size_t before = role.first;
      while (before > 0 && words_[before - 1].key == "the") --before;
      const bool of = best != nullptr && before > 0 && words_[before - 1].key == "of";
      const bool in = best != nullptr && role.first > 0 &&
                      (words_[role.first - 1].key == "in" || words_[role.first - 1].key == "at");
      if (best != nullptr && in && best->role->sector != "CVL") continue;
      if (best != nullptr && of && best->role->number != RoleNumber::person &&
          role.role->sector == "GOV")
        continue;
      best = &role;
    }
    return best;
  }

  void set_holder(PhraseActor& actor, const NameFound& state, std::string_view title) const {
    const auto who = holder(index_, state.entry, title, date_);
    if (!who || former_) return;
    actor.holder = index_.entry(who->person).id;
    actor.holder_name = index_.entry(who->person).name;
  }

  PhraseActor of_others() const {
    PhraseActor actor;
    const NameFound* body = find(EntryType::organisation);
    const NameFound* state = find(EntryType::state);
    // "Canadian ambassador to the United Nations"
    if (body != nullptr && state != nullptr && state->first < body->first && !roles_.empty() &&
        roles_.front().last < body->first && has_word("to", roles_.front().last, body->first)) {
      body = nullptr;
    }
    const NameFound* place = find(EntryType::place);
    const RoleFound* role = telling_role();
    if (body != nullptr) {
      actor = base(*body);
      const bool own = role == nullptr || vague_noun(role->role->noun) ||
                       actor.sector == role->role->sector ||
                       (!actor.sector.empty() && !body_code(actor.country) &&
                        role->role->number != RoleNumber::body);
      if (!own) set_codes(actor, role->role->sector);
    } else if (state != nullptr || place != nullptr) {
      const NameFound& name = state != nullptr ? *state : *place;
      actor = base(name);
      const bool whole = name.last - name.first == words_.size() ||
                         (words_.size() - (name.last - name.first) == 1 && words_[0].key == "the");
      if (!whole && role != nullptr) {
        set_codes(actor, role->role->sector);
        actor.name.clear();
        actor.id.clear();
        actor.reason =
            std::string(role->role->noun) + " of " + std::string(index_.entry(name.entry).name);
        if (role->role->number == RoleNumber::person) set_holder(actor, name, role->role->noun);
      } else if (name.use == AliasUse::capital || name.use == AliasUse::seat) {
        actor.sector = "GOV";
        if (name.use == AliasUse::capital) actor.name = index_.entry(name.entry).capital;
      } else if (state == nullptr && whole) {
        actor.sector = "CVL";
      } else if (state != nullptr && index_.entry(state->entry).status == "disputed" &&
                 actor.country.empty()) {
        actor.sector = "PRE";
      }
      const auto defence = std::any_of(words_.begin(), words_.end(), [](const Word& word) {
        return word.key == "defence" || word.key == "defense";
      });
      if (defence && actor.sector == "GOV") actor.sector2 = "MIL";
    } else if (role != nullptr) {
      actor.resolved = true;
      set_codes(actor, role->role->sector);
      actor.reason = "role of " + std::string(role->role->noun);
    }
    if (former_ && actor.resolved && (actor.sector == "GOV" || role != nullptr)) {
      actor.sector = "ELI";
      actor.sector2.clear();
    }
    return actor;
  }

  const ActorIndex& index_;
  std::vector<Word> words_;
  std::string context_;
  std::optional<util::Date> date_;
  std::vector<NameFound> found_;
  std::vector<RoleFound> roles_;
  std::vector<std::string> titles_;
  bool former_ = false;
  bool shouted_ = false;
};

}  // namespace

PhraseActor resolve_phrase(const ActorTables& tables, std::string_view phrase,
                           const std::optional<util::Date>& date, std::string_view context) {
  return PhraseReader(tables.impl(), phrase, date, context).read();
}

}  // namespace entente::actors
