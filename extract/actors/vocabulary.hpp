// Closed classes of words that tell what a name or noun stands for. All take keys
// (see name_key). Internal to extract/actors.
#pragma once

#include <initializer_list>
#include <string_view>

#include "extract/actors/work.hpp"

namespace entente::actors {

/// The last word of a key.
std::string_view last_word(std::string_view key);
/// "members" of "members of parliament", "court" of "supreme court".
std::string_view head_word(std::string_view key);
bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list);

bool common_word(std::string_view key);       ///< "us", "who", "it": no acronym in a headline
bool direction_word(std::string_view key);    ///< "northern", "central"
bool is_article(std::string_view key);        ///< "the", "a"
bool honorific(std::string_view key);         ///< "mr", "sheikh", "gen"
char honorific_gender(std::string_view key);  ///< 'm' of "mr", 'f' of "mrs", else 0
bool organ_word(std::string_view key);        ///< heads a state's body: "ministry", "senate"
bool treaty_word(std::string_view key);       ///< heads an entity: "treaty", "summit"
bool title_word(std::string_view key);        ///< last word of many titles: "minister", "envoy"
/// Titles of who sits in a parliament: "Republican senator", "member of Congress".
bool legislator(std::string_view title);
/// What a state's own offices are called, whatever party their holder is of.
bool office_of_state(std::string_view title);
/// Offices of a state that a text about it tells without its name: "chief justice", "whip".
bool home_office(std::string_view title);
/// Whose part of a state an office is, as places.tsv calls it: "region" of a governor, "city" of a
/// mayor; else empty.
std::string_view local_office(std::string_view title);
/// A body that its holder's title may begin with, "committee" of "committee chairman", where the
/// body's name has that word.
bool named_as_body(std::string_view name, std::string_view word);
/// "the Iranian general X": with a state or court before it more than a form of address.
bool rank_of_state(std::string_view title);
/// Of those who govern or speak for the Palestinians, whose state the news seldom names.
bool authority_office(std::string_view title);
bool title_modifier(std::string_view key);          ///< "deputy", "vice": part of the title
bool former_word(std::string_view key);             ///< "former", "ex", "then"
bool evaluative(std::string_view key);              ///< "embattled", "new": no part of a title
bool food_word(std::string_view key);               ///< beside "turkey"
bool place_preposition(std::string_view key);       ///< "in", "near"
bool government_preposition(std::string_view key);  ///< "to", "with", "against"
bool town_noun(std::string_view key);               ///< "airport", "suburb"
bool region_adjective(std::string_view key);        ///< "European", "Arab": of no one state
bool government_noun(std::string_view key);         ///< "government", "regime": the state itself
bool armed_forces_noun(std::string_view key);       ///< "troops", "army": the state's forces
bool acts_for_state(std::string_view sector);       ///< of ministries, forces, courts
bool country_noun(std::string_view key);            ///< "country", "nation", "kingdom"
bool alliance_noun(std::string_view key);           ///< "alliance", "bloc", "group"
bool vague_noun(std::string_view key);              ///< heads of groups that say nothing alone
bool unnamed_agent(std::string_view key);           ///< groups that act without an owner: "police"
bool weekday_or_month(std::string_view key);

/// Whether a capital's name stands for the government there. `head` governs the range.
bool stands_for_government(const Work& work, Range range, std::uint32_t head);

/// "warned the Saudis", "talks with the Russians": their government, as news go. Peoples
/// without a state of their own, or told apart ("the Syrians who fled"), are themselves.
bool people_stand_for_state(const Work& work, Range range, const Entry& row);

}  // namespace entente::actors
