// The readers that read/registry.cpp lists.
#pragma once

#include <iosfwd>
#include <string>

#include "extract/read/reader.hpp"

namespace entente::read {

void read_plain_text(std::istream& input, const std::string& path, const std::string& stem,
                     const Sink& sink);
void read_json_lines(std::istream& input, const std::string& path, const std::string& stem,
                     const Sink& sink);

}  // namespace entente::read
