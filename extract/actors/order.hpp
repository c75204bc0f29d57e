// The order that Document promises of its mentions and actors. Internal to extract/actors.
#pragma once

#include "extract/text/document.hpp"

namespace entente::actors {

/// Sorts the mentions and leaves out actors that neither a mention, nor a claim, nor a
/// triple names.
void put_in_order(text::Document& document);

}  // namespace entente::actors
