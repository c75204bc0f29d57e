// Making any text safe inside a format: one function a family of formats, all here.
// The text is UTF-8; each appends to `out`.
#pragma once

#include <string>
#include <string_view>

namespace entente::render {

/// Text for what escapes XML by itself: only what XML 1.0 does not know becomes spaces.
void append_plain(std::string& out, std::string_view text);

/// XML, HTML: content or an attribute in double quotes. Characters that XML 1.0 does not
/// know become spaces.
void append_xml(std::string& out, std::string_view text);

/// CSV after RFC 4180, one line: line ends become spaces. A cell that a spreadsheet would
/// take for a formula is preceded by an apostrophe.
void append_csv(std::string& out, std::string_view text);

/// A cell between tabs: tabs, line ends and other controls become spaces.
void append_tsv(std::string& out, std::string_view text);

/// The inside of a quoted literal of N-Triples or Turtle.
void append_turtle(std::string& out, std::string_view text);

/// The inside of <...> there: what an IRI may not hold is percent-encoded, and so is '#'.
void append_iri(std::string& out, std::string_view text);

/// The same for a whole address, whose '#' and '%' mean what they mean.
void append_link(std::string& out, std::string_view text);

/// True for http and https: an article's "javascript:" must not become a link.
bool is_web_address(std::string_view url);

/// A label of Mermaid in double quotes.
void append_mermaid(std::string& out, std::string_view text);

/// Text of Markdown that means itself, on one line.
void append_markdown(std::string& out, std::string_view text);

inline bool begins_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

/// At most `limit` code points, the last an ellipsis if something is cut.
std::string clipped(std::string_view text, std::size_t limit);

/// For those who want a string: escaped(append_xml, "a < b").
template <typename Append>
std::string escaped(Append append, std::string_view text) {
  std::string out;
  append(out, text);
  return out;
}

}  // namespace entente::render
