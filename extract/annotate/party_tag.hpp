// Party and constituency behind a legislator's name: "Roe (D-Ohio)", "Roe, R-Texas,".
#pragma once

#include <cstdint>
#include <vector>

#include "extract/text/document.hpp"

namespace entente::annotate {

/// Tokens of one aside, [first, last): with its brackets, or with the comma before it.
struct PartyTag {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// The asides of a sentence, in order. A parser that reads them as words takes them for persons
/// and loses what follows, so it is to be shown the sentence without them.
std::vector<PartyTag> party_tags(const text::Document& document, const text::Sentence& sentence);

/// Gives the words of an aside that were not parsed a place below the name before it.
void hang_party_tag(text::Document& document, PartyTag tag);

}  // namespace entente::annotate
