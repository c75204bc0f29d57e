#include "extract/relations/time_pieces.hpp"

#include <cctype>
#include <string_view>

namespace entente::relations {
namespace {

/// Length of the dash or slash at the front of `text`, 0 if there is none.
std::size_t dash_length(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('/')) return 1;
  for (const std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}) {
    if (text.starts_with(dash)) return dash.size();
  }
  return 0;
}

/// With every apostrophe written "'".
std::string lower_case(std::string_view text) {
  constexpr std::string_view apostrophe = "\u2019";
  std::string lower;
  while (!text.empty()) {
    if (text.starts_with(apostrophe)) {
      lower += '\'';
      text.remove_prefix(apostrophe.size());
    } else {
      lower += static_cast<char>(std::tolower(static_cast<unsigned char>(text.front())));
      text.remove_prefix(1);
    }
  }
  return lower;
}

void add_piece(std::string_view text, std::uint32_t token, std::vector<TimePiece>& pieces) {
  if (text.empty()) return;
  const bool capital = text.front() >= 'A' && text.front() <= 'Z';
  std::string lower = lower_case(text);
  const bool possessive = lower.size() > 2 && lower.ends_with("'s");
  if (possessive) lower.resize(lower.size() - 2);
  pieces.push_back({std::move(lower), token, capital});
  if (possessive) pieces.push_back({"'s", token, false});
}

}  // namespace

std::vector<TimePiece> time_pieces(const text::Document& document, const text::Sentence& sentence) {
  std::vector<TimePiece> pieces;
  for (std::uint32_t token = sentence.first; token < sentence.last; ++token) {
    const std::string_view form = document.form(document.tokens[token]);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < form.size();) {
      const std::size_t dash = dash_length(form.substr(at));
      if (dash == 0) {
        ++at;
        continue;
      }
      add_piece(form.substr(begin, at - begin), token, pieces);
      pieces.push_back({"-", token, false});
      at += dash;
      begin = at;
    }
    add_piece(form.substr(begin), token, pieces);
  }
  return pieces;
}

}  // namespace entente::relations
