// Short forms that a text makes itself, and names of bodies with more or less words than the
// tables have. Internal to extract/actors.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/actors/work.hpp"

namespace entente::actors {

/// What the text itself calls so: "the Sahel Liberation Front (SLF)", where the tables know
/// another SLF or none.
std::optional<std::uint32_t> own_acronym(const Work& work, const NameHit& hit);

/// "the Congress" after "the Indian National Congress", where `known` is the tables' Congress.
std::optional<std::uint32_t> own_short_name(const Work& work, const NameHit& hit,
                                            std::uint32_t known);

/// "ISF" after "Iraqi Security Forces", where the tables know an ISF of another country.
bool spelled_otherwise(const Work& work, const NameHit& hit);

/// "U.S. Centers for Disease Control": a body of that state under its own name.
std::optional<std::uint32_t> known_without_state(Work& work, Range range);

/// "Kuwait News Agency KUNA": the tables know the acronym that follows the name.
std::optional<std::uint32_t> known_acronym(Work& work, Range range);

/// The body of which an unknown acronym holds the initials.
std::optional<std::uint32_t> spelled_out(const Work& work, Range range);

/// Whether the tables have the words as a name, adjective ... of that type.
bool named_as(const Work& work, const NameHit& hit, EntryType type, AliasUse use);

/// "[Belarusian] Association of Journalists": where a name begins that says so little without.
std::uint32_t after_adjective(const Work& work, Range range);

/// "[United Nations] World Summit": where the body's name begins that is part of the name.
std::uint32_t with_body(const Work& work, Range range);

/// The states of which the document speaks, as rows of the tables, the most frequent first.
/// `aside`: a name that does not count.
std::vector<std::uint32_t> states_by_weight(const Work& work,
                                            std::optional<Range> aside = std::nullopt);

/// "Ecuador's Congress", "Congress" in a text about Peru: no body of the state whose own is
/// called so without more words.
bool organ_elsewhere(const Work& work, const NameHit& hit);

}  // namespace entente::actors
