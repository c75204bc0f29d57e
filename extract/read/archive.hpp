// Packed files: .gz, .zst, .bz2, .xz around anything; tar and zip of many files.
#pragma once

#include <iosfwd>
#include <string_view>

#include "extract/read/reader.hpp"

namespace entente::read {

/// Do the first bytes (512 or more, if there are as many) begin something packed?
bool is_packed(std::string_view first_bytes);

/// Reads what is packed in the stream, member by member. Nothing is written to disk, so
/// a member's name is only a name; links and devices are passed over. Throws InputError
/// if the archive is damaged, nested too deeply, or swells beyond Limits::expansion.
void read_archive(std::istream& input, const Place& place);

}  // namespace entente::read
