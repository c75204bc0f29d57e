// Resolves roles, groups, descriptions and pronouns in the order of the text. Its rules stand
// in roles.cpp (groups), role_bodies.cpp (states and bodies), role_persons.cpp, role_claims.cpp,
// role_descriptions.cpp and role_pairs.cpp. Internal to extract/actors.
#pragma once

#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/actors/coreference.hpp"
#include "extract/actors/role_phrase.hpp"
#include "extract/actors/vocabulary.hpp"
#include "extract/actors/work.hpp"

namespace entente::actors {

/// "warplanes", "gunboats": they act for their state.
bool hardware(std::string_view word);
/// Nouns of bodies that a state has one of, so that "the Kenyan parliament" names it.
bool organ_noun(std::string_view key);
/// Titles of those who speak for a state or body.
bool political_office(std::string_view title);
/// Titles that say something of a person where no words tell of what state or body.
bool told_without_owner(std::string_view title);

class RoleResolver {
 public:
  explicit RoleResolver(Work& work) : work_(work), coreference_(work) {}
  void run();

 private:
  void visit(std::uint32_t i);
  /// "secretary" in "secretary-general": the noun it stands before heads the role.
  bool part_of_role(std::uint32_t i) const;
  /// "Oil Minister Aqazadeh" where the text is about one state: of that state.
  /// "Roe, who heads the party", "an army led by Roe".
  void claim_by_verb(std::uint32_t verb);
  /// "during Roe's presidency", "the premiership of Roe".
  void claim_by_term(std::uint32_t noun);
  void claim_by_context(const PendingOffice& each);
  void visit_tree(std::uint32_t i);
  void add(const RolePhrase& phrase, text::MentionKind kind, std::vector<std::uint32_t> actors,
           double confidence, text::Reason reason);
  bool duo(std::uint32_t i);
  /// Groups of no one state that news name by a fixed phrase.
  bool fixed_group(std::uint32_t i);
  bool korean_half(std::uint32_t i);
  bool latter(std::uint32_t i);
  /// "the city of X", "the town", "the peninsula": the place itself.
  bool place_noun(std::uint32_t i);
  [[nodiscard]] bool is_state_of_form(std::uint32_t actor, std::string_view form) const;
  [[nodiscard]] bool place_called(std::uint32_t actor, std::string_view noun) const;
  void resolve(const RolePhrase& phrase);
  [[nodiscard]] std::string names_of(const std::vector<std::uint32_t>& actors) const;
  /// "the counter-ISIL coalition", "U.S.-led forces": a name that the text makes.
  void compound(const RolePhrase& phrase);
  void government(const RolePhrase& phrase);
  /// Later "the administration", "the ministry" may mean this one.
  void remember(const RolePhrase& phrase);
  /// "the army" after "the Kenyan army": whom a name ending in the noun means.
  void remember_name(std::uint32_t head);
  /// Those whom the noun named so many sentences before.
  std::optional<std::vector<std::uint32_t>> same_noun(const RolePhrase& phrase,
                                                      std::uint32_t reach = any_distance) const;
  void forces(const RolePhrase& phrase);
  /// "our Turkish allies": Turkey.
  bool allied_state(const RolePhrase& phrase);
  void equipment(const RolePhrase& phrase);
  /// "the mission to seize the town", "opposition to the plan": no bodies.
  bool deed_noun(const RolePhrase& phrase) const;
  void organ(const RolePhrase& phrase);
  /// "the House", "the Texas House": true if it is no house to live in
  bool lower_house(const RolePhrase& phrase);
  /// "the U.S. embassy in Paris": one of the many that a state has
  bool mission_abroad(const RolePhrase& phrase);
  /// "the main opposition, the Movement for Change", "the news agency" after Xinhua.
  bool organ_by_name(const RolePhrase& phrase);
  [[nodiscard]] std::string organ_words(const RolePhrase& phrase) const;
  std::optional<std::uint32_t> earlier_organ(const RolePhrase& phrase) const;
  std::uint32_t group_actor(const RolePhrase& phrase, std::uint32_t owner);
  void group(const RolePhrase& phrase);
  bool numbered(const RolePhrase& phrase) const;
  void regional(const RolePhrase& phrase);
  /// "police", "protesters": actors under the name the text gives them.
  void unnamed(const RolePhrase& phrase);
  [[nodiscard]] bool capital(std::uint32_t place) const;
  [[nodiscard]] bool existing_state(std::uint32_t actor) const;
  static bool of_rank(std::string_view noun);
  [[nodiscard]] bool bears_rank(std::uint32_t actor, std::string_view rank) const;
  bool province(const RolePhrase& phrase);
  bool local_body(const RolePhrase& phrase);
  bool body_of_office(const RolePhrase& phrase);
  [[nodiscard]] bool named_below(const RolePhrase& phrase, std::uint32_t actor) const;
  /// Whether the actor is the subject of a verb above the phrase: it is not what its own words
  /// call "both candidates" or another's "neighbour".
  [[nodiscard]] bool acts_above(const RolePhrase& phrase, std::uint32_t actor) const;
  [[nodiscard]] std::optional<std::uint32_t> only_one_of_form(const RolePhrase& phrase) const;
  void body(const RolePhrase& phrase);
  static bool acting_body(const RolePhrase& phrase);
  void neighbour(const RolePhrase& phrase);
  void country(const RolePhrase& phrase);
  /// "the state", of a federal state's part; "the highest country, Spain"
  bool named_after(const RolePhrase& phrase);
  bool federal_state(const RolePhrase& phrase);
  /// The part of a federation that the text is about.
  [[nodiscard]] std::optional<std::uint32_t> governed_by(std::uint32_t person) const;
  [[nodiscard]] std::optional<std::uint32_t> whole_of_part(const RolePhrase& phrase) const;
  [[nodiscard]] std::optional<std::uint32_t> part_in_question(const RolePhrase& phrase) const;
  /// "the state Senate", "the legislature" of a text on Ohio
  bool organ_of_part(const RolePhrase& phrase);
  /// "their countries"
  bool own_countries(const RolePhrase& phrase);
  /// "the Fatah movement", "the newspaper Haaretz": the body itself.
  bool body_by_name(const RolePhrase& phrase);
  bool bears_word(std::uint32_t actor, std::string_view word) const;
  bool told_apart(const RolePhrase& phrase) const;
  bool suits_noun(std::uint32_t actor, std::string_view noun) const;
  bool in_region(std::uint32_t actor, std::string_view word) const;
  /// The one person who holds an office of that name anywhere on the date.
  std::optional<std::uint32_t> only_holder(std::string_view title) const;
  /// "the International Football Federation": the noun is the end of a name.
  bool part_of_name(const RolePhrase& phrase) const;
  void alliance(const RolePhrase& phrase);
  bool pairwise(const RolePhrase& phrase);
  [[nodiscard]] bool leads(std::uint32_t person) const;
  /// Whether two who lead were named before the token.
  [[nodiscard]] bool two_lead(std::uint32_t before) const;
  bool counted(const RolePhrase& phrase);
  std::optional<std::uint32_t> officeholder(std::uint32_t owner, const std::string& title,
                                            bool former);
  void person(const RolePhrase& phrase);
  /// "the NATO member": a state.
  bool member_state(const RolePhrase& phrase);
  [[nodiscard]] bool vacant(const RolePhrase& phrase) const;
  /// "a senior administration official", "a government spokesman": of the state in question.
  bool official_of_context(const RolePhrase& phrase);
  /// "foreign minister of Iran", whoever that is.
  void office_actor(const RolePhrase& phrase, std::uint32_t owner, const std::string& title);
  /// "the president": the last person spoken of who bears such a title.
  void by_title(const RolePhrase& phrase, const std::string& title);
  /// "the head of the team", which has no name.
  void by_title_of(const RolePhrase& phrase, const std::string& title, std::string_view owner);
  void head_of_world_body(const RolePhrase& phrase);
  [[nodiscard]] bool ousted_before(const RolePhrase& phrase) const;
  void persons(const RolePhrase& phrase);
  /// "his Russian counterpart", "his counterpart Wang Yi"
  void counterpart(const RolePhrase& phrase);
  [[nodiscard]] std::optional<std::uint32_t> visited_before(std::uint32_t token,
                                                            std::uint32_t person);
  std::optional<std::uint32_t> person_mention(std::uint32_t token) const;
  void claim(const RolePhrase& phrase, std::uint32_t mention, double confidence);
  /// "president of Howard Hall": of something with a name, and nobody known
  bool of_unknown_name(const RolePhrase& phrase) const;
  bool apposed(const RolePhrase& phrase);
  /// "X, one of the president's aides"
  bool one_of_them(const RolePhrase& phrase);
  /// "UN envoy to Libya X", the name taken for a part of what the office is for
  bool named_behind(const RolePhrase& phrase);
  /// "X is president of Y and [chair of Z]", where the first has been claimed
  bool second_of(const RolePhrase& phrase);
  /// "X succeeded Y as chancellor": of X that he is, of Y that he was
  bool succeeded(const RolePhrase& phrase, std::uint32_t verb);
  /// "Molano is the defence minister", "was elected president": true if the phrase only
  /// tells what somebody is.
  bool copular(const RolePhrase& phrase);
  bool denied(std::uint32_t predicate) const;
  /// "Minsk agreements", "the NATO summit", "the Annapolis Conference": entities by name.
  void entity_noun(std::uint32_t i);

  static constexpr std::uint32_t any_distance = std::numeric_limits<std::uint32_t>::max();
  /// A body named in the text, for "the ministry" later on.
  struct Body {
    std::string key;   ///< "supreme court"
    std::string noun;  ///< "court"
    std::uint32_t mention;
  };

  Work& work_;
  Coreference coreference_;
  std::vector<Body> bodies_;
};

}  // namespace entente::actors
