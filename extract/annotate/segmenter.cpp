#include "extract/annotate/segmenter.hpp"

#include <algorithm>

#include "extract/annotate/characters.hpp"

namespace entente::annotate {
namespace {

using util::TextSpan;

constexpr std::size_t wrap_width = 100;     // longest line of a text wrapped by hand
constexpr std::size_t longest_chunk = 400;  // bytes; longer ones are cut blindly

std::string_view part(std::string_view text, TextSpan span) {
  return text.substr(span.begin, span.size());
}

bool ends_statement(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '"' ||
                           line.back() == ')' || line.back() == '\'')) {
    line.remove_suffix(1);
  }
  if (line.ends_with("\u201D") || line.ends_with("\u2019")) line.remove_suffix(3);
  return line.empty() || line.back() == '.' || line.back() == '!' || line.back() == '?' ||
         line.back() == ':';
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// Lines broken by hand at some width: none is long, and most of those that
/// another one follows stop in the middle of a statement.
bool is_wrapped(std::string_view text) {
  const auto lines = lines_of(text);
  std::size_t followed = 0;
  std::size_t open = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].size() > wrap_width) return false;
    if (lines[i].size() < wrap_width / 2 || lines[i + 1].empty()) continue;
    ++followed;
    open += ends_statement(lines[i]) ? 0 : 1;
  }
  return followed >= 3 && open * 10 >= followed * 6;
}

/// True if the paragraph goes on after the line break at `at`.
bool joins_lines(std::string_view text, std::size_t at, bool wrapped) {
  std::size_t next = at + 1;
  while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r'))
    ++next;
  if (next >= text.size() || text[next] == '\n') return false;
  const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  const std::string_view line = text.substr(begin, at - begin);
  if (line.find_first_not_of(" \t\r") == std::string_view::npos) return false;
  if (wrapped) return line.size() >= wrap_width / 3 || is_lower(decode(text, next).value);
  return line.size() >= wrap_width / 3 && !ends_statement(line) &&
         is_lower(decode(text, next).value);
}

bool is_break(std::string_view text, std::size_t at, const CodePoint& c, bool wrapped) {
  if (c.value == 0x2029 || c.value == 0x0C) return true;
  return c.value == '\n' && !joins_lines(text, at, wrapped);
}

void add_paragraph(std::string_view text, TextSpan span, std::vector<TextSpan>& result) {
  while (!span.empty()) {
    const CodePoint c = decode(text, span.begin);
    if (!is_space(c.value)) break;
    span.begin += c.size;
  }
  if (!span.empty()) result.push_back(span);
}

/// Where a sentence too long is cut: behind the last stop or comma of its
/// second half, else at the limit; never inside a multiword token.
std::size_t place_to_cut(std::string_view text, std::span<const RawWord> words) {
  for (const std::string_view marks : {";:!?.", ","}) {
    for (std::size_t at = longest_sentence; at > longest_sentence / 2; --at) {
      const std::string_view form = part(text, words[at - 1].span);
      if (form.size() == 1 && marks.find(form[0]) != std::string_view::npos) return at;
    }
  }
  std::size_t at = longest_sentence;
  while (at > 1 && words[at].continues) --at;
  return at;
}

void add_sentence(std::string_view text, std::span<const RawWord> words,
                  std::vector<RawSentence>& sentences) {
  while (words.size() > longest_sentence) {
    const std::size_t at = place_to_cut(text, words);
    sentences.emplace_back(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at));
    words = words.subspan(at);
  }
  if (!words.empty()) sentences.emplace_back(words.begin(), words.end());
}

}  // namespace

std::vector<TextSpan> paragraphs_of(std::string_view text, std::span<const TextSpan> skipped) {
  std::vector<TextSpan> result;
  const bool wrapped = is_wrapped(text);
  std::uint32_t begin = 0;
  auto hole = skipped.begin();
  for (std::uint32_t at = 0; at < text.size();) {
    if (hole != skipped.end() && at >= hole->begin) {
      add_paragraph(text, {begin, std::max(begin, hole->begin)}, result);
      begin = std::max(begin, hole->end);
      at = std::max(at, hole->end);
      ++hole;
      continue;
    }
    const CodePoint c = decode(text, at);
    if (is_break(text, at, c, wrapped)) {
      add_paragraph(text, {begin, at}, result);
      begin = at + c.size;
    }
    at += c.size;
  }
  add_paragraph(text, {begin, static_cast<std::uint32_t>(text.size())}, result);
  return result;
}

std::vector<TextSpan> chunks_of(std::string_view text, TextSpan paragraph) {
  std::vector<TextSpan> chunks;
  std::uint32_t begin = paragraph.begin;
  for (std::uint32_t at = paragraph.begin; at < paragraph.end;) {
    const CodePoint c = decode(text, at);
    const bool gap = is_space(c.value);
    if ((gap || at - begin >= longest_chunk) && at > begin) {
      chunks.push_back({begin, at});
      begin = at;
    }
    at += c.size;
    if (gap) begin = at;
  }
  if (begin < paragraph.end) chunks.push_back({begin, paragraph.end});
  return chunks;
}

Segmenter::Segmenter(const ModelFile& file)
    : cuts_(file, "cuts", cut_classes), ends_(file, "ends", end_classes) {}

std::vector<RawWord> Segmenter::words_of(std::string_view text, TextSpan paragraph) const {
  std::vector<RawWord> words;
  BoundaryFeatures features;
  const std::vector<TextSpan> chunks = chunks_of(text, paragraph);
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    const TextSpan span = chunks[i];
    const Chunk chunk{part(text, span), i > 0 ? part(text, chunks[i - 1]) : std::string_view{},
                      i + 1 < chunks.size() ? part(text, chunks[i + 1]) : std::string_view{}};
    std::uint32_t last = 0;
    bool continues = false;
    for (const std::uint32_t at : cut_candidates(chunk.text)) {
      cut_features(chunk, at, last, features);
      const auto cut = static_cast<Cut>(cuts_.classify(features));
      if (cut == Cut::none) continue;
      words.push_back({{span.begin + last, span.begin + at}, continues});
      continues = cut == Cut::word;
      last = at;
    }
    words.push_back({{span.begin + last, span.end}, continues});
  }
  return words;
}

void Segmenter::split(std::string_view text, std::span<const RawWord> words,
                      std::vector<RawSentence>& sentences) const {
  std::vector<SplitToken> tokens;
  tokens.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    tokens.push_back(
        {part(text, words[i].span), i > 0 && words[i].span.begin > words[i - 1].span.end});
  }
  BoundaryFeatures features;
  SentenceState state;
  for (std::size_t at = 1; at < words.size(); ++at) {
    state.add(tokens[at - 1].form);
    if (words[at].continues || !may_end_sentence(tokens, at)) continue;
    end_features(tokens, at, state, features);
    const bool begins = begins_after_acronym(tokens, at) || begins_after_quotation(tokens, at);
    if (ends_.classify(features) == 0 && !begins) continue;
    add_sentence(text, words.subspan(state.begin, at - state.begin), sentences);
    state = SentenceState{at, false, 0};
  }
  add_sentence(text, words.subspan(state.begin), sentences);
}

std::vector<RawSentence> Segmenter::segment(std::string_view text,
                                            std::span<const TextSpan> skipped) const {
  std::vector<RawSentence> sentences;
  for (const TextSpan paragraph : paragraphs_of(text, skipped)) {
    const std::vector<RawWord> words = words_of(text, paragraph);
    if (!words.empty()) split(text, words, sentences);
  }
  return sentences;
}

}  // namespace entente::annotate
