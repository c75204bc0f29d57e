#include "extract/read/parts.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "extract/read/bounded.hpp"

namespace entente::read {
namespace {

using util::TextSpan;

constexpr std::string_view white_space = " \t\n\r\f\v";

bool is_space(char c) { return white_space.find(c) != std::string_view::npos; }
bool is_stop(char c) { return c == '.' || c == '!' || c == '?'; }
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// The stretches of the text, without white space around them; none is empty.
std::vector<TextSpan> parts_of(std::string_view text, std::size_t most) {
  std::vector<TextSpan> parts;
  std::size_t begin = 0;
  while ((begin = text.find_first_not_of(white_space, begin)) != std::string_view::npos) {
    const auto rest = text.substr(begin);
    const auto size = rest.size() <= most ? rest.size() : place_to_cut(rest, most);
    const auto last = rest.substr(0, size).find_last_not_of(white_space);
    parts.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + last + 1)});
    begin += size;
  }
  return parts;
}

text::Document part_of(const text::Document& document, TextSpan span, std::size_t number) {
  text::Document part;
  part.id = document.id;
  if (number > 1) part.id += " (part " + std::to_string(number) + ")";
  part.path = document.path;
  part.title = document.title;
  part.url = document.url;
  part.source = document.source;
  part.place = document.place;
  part.date = document.date;
  part.text = document.text_of(span);
  for (const TextSpan furniture : document.furniture) {
    if (!furniture.overlaps(span)) continue;
    part.furniture.push_back({std::max(furniture.begin, span.begin) - span.begin,
                              std::min(furniture.end, span.end) - span.begin});
  }
  return part;
}

void give_parts(const text::Document& document, std::size_t most, const Sink& sink) {
  const auto parts = parts_of(document.text, most);
  sink.note({document.path, 0,
             "is longer than " + in_megabytes(most) + "; " + document.id + " is read in " +
                 std::to_string(parts.size()) + " parts (see --max-part)"});
  std::size_t number = 0;
  for (const TextSpan span : parts) sink.document(part_of(document, span, ++number));
}

}  // namespace

std::size_t place_to_cut(std::string_view text, std::size_t most) {
  const std::size_t half = most / 2;
  const auto last = [&](const auto& is_place) {
    std::size_t at = most;
    while (at > half && !is_place(at)) --at;
    return at > half ? at : 0;
  };
  const auto after_line = [&](std::size_t at) { return text[at - 1] == '\n'; };
  const auto after_empty_line = [&](std::size_t at) {
    return after_line(at) && text[at - 2] == '\n';
  };
  const auto after_sentence = [&](std::size_t at) {
    return is_space(text[at - 1]) && is_stop(text[at - 2]);
  };
  const auto after_word = [&](std::size_t at) { return is_space(text[at - 1]); };
  const auto after_character = [&](std::size_t at) { return !continues_character(text[at]); };
  if (const auto at = last(after_empty_line)) return at;
  if (const auto at = last(after_line)) return at;
  if (const auto at = last(after_sentence)) return at;
  if (const auto at = last(after_word)) return at;
  if (const auto at = last(after_character)) return at;
  return most;
}

Sink in_parts(const Sink& sink, const Options& options) {
  Sink parted = sink;
  parted.document = [sink, most = options.limits.part_bytes](text::Document&& document) {
    if (document.text.size() <= most) return sink.document(std::move(document));
    give_parts(document, most, sink);
  };
  return parted;
}

}  // namespace entente::read
