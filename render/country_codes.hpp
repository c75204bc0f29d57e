// ISO 3166-1 in the form that other programs want.
#pragma once

#include <string_view>

namespace entente::render {

/// "UA" for "UKR"; empty if it is no country's code.
std::string_view alpha_2(std::string_view alpha_3);

}  // namespace entente::render
