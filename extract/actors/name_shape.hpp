// What the words of a name tell about what it names. Internal to extract/actors.
#pragma once

#include "extract/actors/work.hpp"

namespace entente::actors {

/// "Sahel Liberation Front": not a front that the Sahel has.
bool ends_a_name(const Work& work, Range entity, std::uint32_t rest);

/// "Carter Foundation", "Center for X": a body, whatever the tagger takes it for.
bool names_body(const Work& work, Range name);

/// "Transportation" in "Secretary of Transportation", "State" in "Secretary of State Clinton":
/// where the title ends; the entity's first token if it ends before.
std::uint32_t completes_title(const Work& work, Range entity);

/// The token in "the West stops short", not in "the West Bank" or "the West coast".
bool stands_for_the_west(const Work& work, std::uint32_t token);
/// "the West of England"; not the parser's "accused the West [of lying]".
bool part_of_somewhere(const DocView& view, std::uint32_t token);
/// "the North" or "the South" by itself, of a country that has two.
bool half_of_a_country(const Work& work, std::uint32_t token);

/// Where the unit that begins there ends: "3rd Battalion, 321st Field Artillery Regiment"; the
/// token itself if none does.
std::uint32_t military_unit(const Work& work, std::uint32_t first, std::uint32_t end);

/// Where the name of a court or campaign that begins there ends: "United States District Court for
/// the Southern District of New York", "Operation Steel Curtain"; the token itself if none does.
std::uint32_t district_court(const Work& work, std::uint32_t first, std::uint32_t end);
std::uint32_t operation(const Work& work, std::uint32_t first, std::uint32_t end);

/// "the Socialists", "the Communist Party": where the name of a party ends that many states have;
/// the token itself if none stands there.
std::uint32_t party_of_a_state(const Work& work, std::uint32_t first, std::uint32_t end);

/// "HMS Sheffield", "USS New Jersey": where the name of the ship ends; the token itself if none.
std::uint32_t ship(const Work& work, std::uint32_t first, std::uint32_t end);

/// "Jaish al-Islam", "Harakat al-Nujaba": words with which armed groups' names begin.
bool begins_armed_group(std::string_view key);

/// "King Fahd University", "General Motors": named for somebody.
bool namesake(const Work& work, Range entity);

/// Two to four proper nouns that begin with a given name, or that a role in apposition
/// tells of: a person, whatever the annotator calls it.
bool looks_like_person(const Work& work, Range range);

/// "the carrier Charles de Gaulle", "USS George Washington"
bool names_a_ship(const Work& work, Range name);

/// "Mr. Lukashenko"
bool after_honorific(const Work& work, Range name);

/// "the Lukashenko regime"
bool before_government(const Work& work, Range name);

/// A proper noun in a place of its own, as persons' surnames stand.
bool stands_like_a_person(const Work& work, Range name);

}  // namespace entente::actors
