// The readers that read/registry.cpp lists, and the way from one into another.
#pragma once

#include <iosfwd>
#include <string>

#include "extract/read/reader.hpp"

namespace entente::read {

void read_plain_text(std::istream& input, const Place& place);
void read_json_lines(std::istream& input, const Place& place);
/// An object, an array of them, or JSON Lines after all.
void read_json(std::istream& input, const Place& place);
void read_csv(std::istream& input, const Place& place);
void read_tsv(std::istream& input, const Place& place);
void read_html(std::istream& input, const Place& place);
void read_feed(std::istream& input, const Place& place);
void read_warc(std::istream& input, const Place& place);

/// Reads a stream of any format: packed if its first bytes say so, else as its name says,
/// else as its first bytes look. For files, standard input and what archives hold.
void read_stream(std::istream& input, const std::string& name, const Place& place);

/// Does the name (without .gz and the like) belong to a reader or an archive?
bool is_readable_name(const std::string& name);

/// Is it the name of one packed file, as "a.txt.gz" is?
bool is_wrapping_name(const std::string& name);

}  // namespace entente::read
