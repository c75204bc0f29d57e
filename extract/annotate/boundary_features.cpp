#include "extract/annotate/boundary_features.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/annotate/characters.hpp"
#include "extract/annotate/features.hpp"

namespace entente::annotate {
namespace {

constexpr std::size_t longest_part = 24;  // bytes of a word that features spell out

/// Abbreviations that end in a full stop, without it.
constexpr std::array<std::string_view, 100> abbreviations{
    "a.m",  "adm",  "amb",   "apr",  "assn", "asst", "aug",  "ave",   "blvd", "bn",
    "brig", "bros", "capt",  "cf",   "cmdr", "co",   "col",  "comdr", "corp", "cpl",
    "dec",  "dem",  "dept",  "det",  "dist", "dr",   "e.g",  "ed",    "est",  "etc",
    "feb",  "fr",   "fri",   "gen",  "gov",  "govt", "hon",  "i.e",   "inc",  "insp",
    "intl", "jan",  "jr",    "jul",  "jun",  "lt",   "ltd",  "maj",   "mar",  "messrs",
    "mfg",  "mgr",  "mon",   "mr",   "mrs",  "ms",   "mt",   "nat",   "no",   "nos",
    "nov",  "oct",  "ofc",   "op",   "p.m",  "pfc",  "ph.d", "plc",   "pp",   "pres",
    "prof", "pvt",  "rep",   "reps", "ret",  "rev",  "rtd",  "sat",   "sec",  "sen",
    "sens", "sep",  "sept",  "sgt",  "spc",  "sq",   "sr",   "st",    "ste",  "sun",
    "supt", "thu",  "thurs", "tue",  "tues", "u.n",  "u.s",  "univ",  "vs",   "wed"};
static_assert(std::is_sorted(abbreviations.begin(), abbreviations.end()));

/// Titles before names: they keep their full stop and end no sentence.
constexpr std::array<std::string_view, 40> titles{
    "adm",  "amb", "asst", "brig", "capt", "cmdr", "col",  "comdr", "cpl",  "det",
    "dr",   "fr",  "gen",  "gov",  "govs", "hon",  "insp", "lt",    "maj",  "messrs",
    "mr",   "mrs", "ms",   "mt",   "ofc",  "pfc",  "pres", "prof",  "pvt",  "rep",
    "reps", "rev", "sen",  "sens", "sgt",  "spc",  "st",   "ste",   "supt", "vs"};
static_assert(std::is_sorted(titles.begin(), titles.end()));

/// Others that keep their full stop, also where they end a sentence.
constexpr std::array<std::string_view, 13> firm{
    "assn", "bros", "corp", "dept", "e.g", "etc", "govt", "i.e", "inc", "jr", "ltd", "ph.d", "sr"};
static_assert(std::is_sorted(firm.begin(), firm.end()));

/// Contractions written without an apostrophe, and the letters before the cut.
struct Hidden {
  std::string_view form;
  std::uint32_t cut;
};
constexpr std::array<Hidden, 16> hidden{{{"cannot", 3},
                                         {"gonna", 3},
                                         {"gotta", 3},
                                         {"wanna", 3},
                                         {"dont", 2},
                                         {"wont", 2},
                                         {"cant", 2},
                                         {"didnt", 3},
                                         {"doesnt", 4},
                                         {"isnt", 2},
                                         {"wasnt", 3},
                                         {"couldnt", 5},
                                         {"wouldnt", 5},
                                         {"shouldnt", 6},
                                         {"havent", 4},
                                         {"arent", 3}}};

enum Kind : std::uint32_t { letter = 1, digit = 2, space = 3, other = 0x100 };

std::uint32_t kind_of(char32_t c) {
  if (is_digit(c)) return digit;
  if (is_letter(c)) return letter;
  if (is_space(c)) return space;
  if (is_quote(c) && c >= 0x80) return other + (c == 0x2018 || c == 0x2019 ? U'\'' : U'"');
  return other + static_cast<std::uint32_t>(c);
}

/// Joiners and variation selectors belong to the character before them.
bool extends(char32_t c) {
  return c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x300 && c <= 0x36F);
}

/// "U.S.", "D.C.", "p.m.": letters with a stop each, two at least.
bool is_dotted_acronym(std::string_view form) {
  if (form.size() < 4 || form.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < form.size(); i += 2) {
    if (!is_letter(static_cast<unsigned char>(form[i])) || form[i + 1] != '.') return false;
  }
  return true;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

struct Position {
  std::uint32_t at;
  std::uint32_t kind;
  char32_t value;
};

/// Characters of a chunk with their places.
std::vector<Position> positions_of(std::string_view chunk) {
  std::vector<Position> result;
  result.reserve(chunk.size());
  for (std::size_t at = 0; at < chunk.size();) {
    const CodePoint c = decode(chunk, at);
    const bool same = extends(c.value) && !result.empty();
    result.push_back(
        {static_cast<std::uint32_t>(at), same ? result.back().kind : kind_of(c.value), c.value});
    at += c.size;
  }
  return result;
}

std::string_view front(std::string_view text) { return text.substr(0, longest_part); }
std::string_view back(std::string_view text) {
  return text.size() <= longest_part ? text : text.substr(text.size() - longest_part);
}

/// Lower case, digits as 0.
std::string plain(std::string_view text) {
  std::string result = lower(text);
  for (char& c : result) {
    if (c >= '0' && c <= '9') c = '0';
  }
  return result;
}

/// Kinds of the letters: X, x, 0 and other characters as they are, runs cut to two.
std::string shape(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size() && result.size() < 12;) {
    const CodePoint c = decode(text, at);
    const char sign = is_upper(c.value)    ? 'X'
                      : is_letter(c.value) ? 'x'
                      : is_digit(c.value)  ? '0'
                      : c.value < 0x80     ? static_cast<char>(c.value)
                      : is_quote(c.value)  ? (is_apostrophe(c.value) ? '\'' : '"')
                                           : '~';
    const std::size_t n = result.size();
    if (n < 2 || result[n - 1] != sign || result[n - 2] != sign) result.push_back(sign);
    at += c.size;
  }
  return result;
}

class Collector {
 public:
  explicit Collector(BoundaryFeatures& features) : features_(features) { features_.clear(); }

  void add(int name, std::string_view value) { put(name, hash_bytes(value, 77)); }
  void add(int name, std::string_view a, std::string_view b) {
    put(name, hash_bytes(a, 77) * 31 + hash_bytes(b, 78));
  }
  void add(int name, std::uint64_t value) { put(name, value * 0x9E3779B97F4A7C15U); }

 private:
  void put(int name, std::uint64_t value) {
    std::uint64_t mixed = (value ^ static_cast<std::uint64_t>(name)) * 0xD6E8FEB86659FD93U;
    mixed ^= mixed >> 32U;
    features_.push_back(static_cast<std::uint32_t>(mixed));
  }

  BoundaryFeatures& features_;
};

bool is_abbreviation(std::string_view word) {
  const std::string low = lower(word);
  return std::binary_search(abbreviations.begin(), abbreviations.end(), std::string_view(low));
}

bool is_title(std::string_view word) {
  const std::string low = lower(word);
  return std::binary_search(titles.begin(), titles.end(), std::string_view(low)) &&
         is_upper(decode(word, 0).value);
}

/// Letters with stops between them: "U.S", "p.m", "J.R.R".
bool is_initials(std::string_view word) {
  if (word.size() < 3 || word.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i % 2 == 1 ? word[i] != '.' : !is_letter(static_cast<unsigned char>(word[i]))) return false;
  }
  return true;
}

/// True if the stop at `at` belongs to the word before it.
bool keeps_stop(std::string_view chunk, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 &&
         (chunk[begin - 1] == '.' || (static_cast<unsigned char>(chunk[begin - 1]) < 0x80 &&
                                      is_letter(static_cast<unsigned char>(chunk[begin - 1]))))) {
    --begin;
  }
  const std::string_view word = chunk.substr(begin, at - begin);
  if (word.empty()) return false;
  const std::string low = lower(word);
  return is_title(word) || is_initials(word) ||
         std::binary_search(firm.begin(), firm.end(), std::string_view(low));
}

bool is_terminal(std::string_view form) {
  return !form.empty() && (form.back() == '.' || form.back() == '!' || form.back() == '?' ||
                           form.back() == ':' || form.back() == ';' || form == "\u2026");
}

bool is_closing(std::string_view form) {
  if (form.empty()) return false;
  const char32_t c = decode(form, 0).value;
  return is_quote(c) || c == ')' || c == ']' || c == '}';
}

std::string_view form_at(std::span<const SplitToken> tokens, std::size_t at) {
  return at < tokens.size() ? front(tokens[at].form) : std::string_view{};
}

util::TextSpan without_trailing_marks(std::string_view chunk, util::TextSpan span) {
  while (!span.empty() &&
         std::string_view(".,;:!?'\")]}>").find(chunk[span.end - 1]) != std::string_view::npos) {
    --span.end;
  }
  return span;
}

util::TextSpan web_address(std::string_view chunk, std::size_t scheme) {
  std::size_t begin = scheme;
  while (begin > 0 && is_letter(static_cast<unsigned char>(chunk[begin - 1]))) --begin;
  const std::size_t end = std::min(chunk.find_first_of("<>\"", scheme), chunk.size());
  return without_trailing_marks(
      chunk, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

bool in_mail_name(char c) {
  return is_letter(static_cast<unsigned char>(c)) || is_digit(static_cast<unsigned char>(c)) ||
         c == '.' || c == '_' || c == '-' || c == '+';
}

/// The part of a chunk that is one web or mail address; empty if there is none.
util::TextSpan address_in(std::string_view chunk) {
  if (const auto scheme = chunk.find("://"); scheme != std::string_view::npos) {
    return web_address(chunk, scheme);
  }
  if (const auto www = chunk.find("www."); www != std::string_view::npos) {
    return web_address(chunk, www);
  }
  const std::size_t at = chunk.find('@');
  if (at == std::string_view::npos || at == 0) return {};
  std::size_t begin = at;
  while (begin > 0 && in_mail_name(chunk[begin - 1])) --begin;
  std::size_t end = at + 1;
  while (end < chunk.size() && in_mail_name(chunk[end])) ++end;
  if (begin == at || chunk.substr(at, end - at).find('.') == std::string_view::npos) return {};
  return without_trailing_marks(
      chunk, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

/// "n't" before `place`'s characters: n, apostrophe, t and no letter after.
bool is_not(const std::vector<Position>& p, std::size_t i) {
  return i + 2 < p.size() && (p[i].value == 'n' || p[i].value == 'N') &&
         is_apostrophe(p[i + 1].value) && (p[i + 2].value == 't' || p[i + 2].value == 'T') &&
         (i + 3 == p.size() || p[i + 3].kind != letter);
}

}  // namespace

std::vector<std::uint32_t> cut_candidates(std::string_view chunk) {
  std::vector<std::uint32_t> cuts;
  const std::vector<Position> p = positions_of(chunk);
  const util::TextSpan address = address_in(chunk);
  for (std::size_t i = 1; i < p.size(); ++i) {
    if (p[i].at > address.begin && p[i].at < address.end) continue;
    if (p[i].value == '.' && keeps_stop(chunk, p[i].at)) continue;
    if (p[i].kind != p[i - 1].kind || is_not(p, i)) cuts.push_back(p[i].at);
  }
  std::size_t letters = 0;
  while (letters < p.size() && p[letters].kind == letter) ++letters;
  if (letters >= 4 && letters <= 8) {
    const std::string low = lower(chunk.substr(0, letters));
    for (const Hidden& word : hidden) {
      if (low == word.form)
        cuts.insert(std::upper_bound(cuts.begin(), cuts.end(), word.cut), word.cut);
    }
  }
  return cuts;
}

void cut_features(const Chunk& chunk, std::uint32_t at, std::uint32_t last_cut,
                  BoundaryFeatures& features) {
  Collector out(features);
  const std::string_view left = chunk.text.substr(0, at);
  const std::string_view right = chunk.text.substr(at);
  const std::vector<Position> before = positions_of(back(left));
  const std::vector<Position> after = positions_of(front(right));
  const auto run_begin = [&] {
    std::size_t i = before.size();
    while (i > 0 && before[i - 1].kind == before.back().kind) --i;
    return i;
  }();
  std::size_t run_end = 0;
  while (run_end < after.size() && after[run_end].kind == after[0].kind) ++run_end;
  const std::string left_run =
      plain(back(left).substr(run_begin < before.size() ? before[run_begin].at : 0));
  const std::string right_run =
      plain(front(right).substr(0, run_end < after.size() ? after[run_end].at : longest_part));
  const std::string whole = plain(front(chunk.text));
  const std::string left_shape = shape(back(left));
  const std::string right_shape = shape(front(right));
  const std::string since = plain(back(left.substr(std::min<std::size_t>(last_cut, left.size()))));
  const std::string rest = plain(front(right));
  out.add(0, std::uint64_t{1});
  out.add(1, left_run, right_run);
  out.add(2, left_run, shape(right_run));
  out.add(3, shape(left_run), right_run);
  out.add(4, left_shape, right_shape);
  out.add(5, since, right_run);
  out.add(6, whole, std::to_string(at));
  out.add(7, right_run, rest);
  out.add(8, since, rest);
  out.add(9, left_shape, right_run);
  out.add(10, left_run, right_shape);
  out.add(11, rest, last_cut == 0 ? "0" : "1");
  const std::string next_shape = shape(front(chunk.next));
  const std::string end = right.size() == 1 ? "end" : "more";
  out.add(12, left_run + end, next_shape.substr(0, 2));
  out.add(13, since + end, right_run);
  out.add(14, since + end + right_run, plain(front(chunk.next)));
  out.add(15, shape(since) + end + right_run, next_shape);
  // Whether the mark before this place was cut off itself: "ex|-minister" never is.
  const std::string joined = since.size() == left_run.size() ? "apart" : "joined";
  out.add(23, shape(since), shape(right_run));
  out.add(24, left_run + joined, shape(right_run));
  out.add(25, joined + left_run, shape(left_run) + right_run);
  const bool abbreviation = is_abbreviation(since);
  out.add(16, right_run + (abbreviation ? "A" : "-"), next_shape.substr(0, 2));
  out.add(17, shape(back(chunk.previous)), left_shape + right_run);
  const bool address = chunk.text.find("://") != std::string_view::npos ||
                       chunk.text.find("www.") != std::string_view::npos ||
                       chunk.text.find('@') != std::string_view::npos;
  out.add(18, right_run, address ? "web" : "");
  out.add(19, left_run + right_run, address ? "web" : "");
  out.add(20, right_run + (since.find('.') != std::string::npos ? "." : "-"), shape(since));
  out.add(21, shape(left_run) + right_run,
          run_end < after.size() ? rest.substr(right_run.size(), 4) : std::string{"$"});
  out.add(22, std::to_string(std::min<std::size_t>(since.size(), 6)) + right_run,
          end + next_shape.substr(0, 1));
}

void SentenceState::add(std::string_view form) {
  if (form == "\"") double_quote = !double_quote;
  if (form == "\u201C") double_quote = true;
  if (form == "\u201D") double_quote = false;
  if (form == "(" || form == "[") ++brackets;
  if ((form == ")" || form == "]") && brackets > 0) --brackets;
}

bool may_end_sentence(std::span<const SplitToken> tokens, std::size_t at) {
  if (at == 0 || at >= tokens.size()) return false;
  const std::string_view last = tokens[at - 1].form;
  if (last.size() > 2 && last.back() == '.' && is_title(last.substr(0, last.size() - 1))) {
    return false;
  }
  if (is_terminal(tokens[at - 1].form) || is_closing(tokens[at - 1].form)) return true;
  const char32_t next = decode(tokens[at].form, 0).value;
  return tokens[at].space_before && (is_upper(next) || is_digit(next) || !is_letter(next)) &&
         next != ',' && next != '.' && next != '$' && next != 0x20AC && next != 0xA3;
}

bool begins_after_acronym(std::span<const SplitToken> tokens, std::size_t at) {
  if (at == 0 || at >= tokens.size() || !tokens[at].space_before) return false;
  if (!is_dotted_acronym(tokens[at - 1].form)) return false;
  static constexpr std::string_view openers[] = {"The",   "He",  "She",     "It",   "They",
                                                 "We",    "His", "Her",     "Its",  "Their",
                                                 "These", "But", "However", "This", "In"};
  const std::string_view next = tokens[at].form;
  if (std::find(std::begin(openers), std::end(openers), next) == std::end(openers)) return false;
  // "U.S. In Talks With Iran": in a headline a name-like word follows.
  const std::string_view after = form_at(tokens, at + 1);
  return !after.empty() && (next != "In" || !is_upper(decode(after, 0).value));
}

bool begins_after_quotation(std::span<const SplitToken> tokens, std::size_t at) {
  if (at < 3 || at >= tokens.size() || !tokens[at].space_before) return false;
  const std::string_view mark = tokens[at - 1].form;
  const bool closes = mark == "\"" || mark == "\u201D" || mark == "''";
  return closes && !tokens[at - 1].space_before && tokens[at - 2].form == "." &&
         is_upper(decode(tokens[at].form, 0).value);
}

void end_features(std::span<const SplitToken> tokens, std::size_t at, const SentenceState& state,
                  BoundaryFeatures& features) {
  Collector out(features);
  const std::string_view w0 = form_at(tokens, at - 1);
  const std::string_view w1 = form_at(tokens, at - 2);
  const std::string_view w2 = form_at(tokens, at - 3);
  const std::string_view n0 = form_at(tokens, at);
  const std::string_view n1 = form_at(tokens, at + 1);
  const std::string_view n2 = form_at(tokens, at + 2);
  const bool from_start_1 = at - 1 == state.begin;
  const std::string p0 = plain(w0);
  const std::string p1 = from_start_1 ? "<s>" : plain(w1);
  const std::string q0 = plain(n0);
  const std::string q1 = plain(n1);
  const std::string s0 = shape(w0);
  const std::string s1 = from_start_1 ? "<s>" : shape(w1);
  const std::string t0 = shape(n0);
  const std::string t1 = shape(n1);
  const std::string gap = tokens[at].space_before ? "_" : "";
  const std::string inside =
      std::string(state.double_quote ? "q" : "") + (state.brackets > 0 ? "b" : "");
  const std::size_t length = at - state.begin;
  const std::string size = length < 3    ? "1"
                           : length < 6  ? "3"
                           : length < 12 ? "6"
                           : length < 40 ? "12"
                                         : "40";
  out.add(50, std::uint64_t{1});
  out.add(51, p0 + gap, t0);
  out.add(52, p0, q0);
  out.add(53, p0 + gap + inside, t0);
  out.add(54, p1, p0 + gap);
  out.add(55, p1 + '\t' + p0, t0);
  out.add(56, s1 + '\t' + p0, t0);
  out.add(57, p0 + '\t' + t0, t1);
  out.add(58, p0 + '\t' + q0, q1);
  out.add(59, p0 + size, t0);
  out.add(60, s0 + size + gap, t0);
  out.add(61, q0, gap + t0);
  out.add(62, q0 + '\t' + q1, t0);
  out.add(63, s0, t0 + '\t' + t1);
  out.add(64, s1 + '\t' + s0, t0 + '\t' + t1);
  out.add(65, shape(w2) + '\t' + s1 + '\t' + s0, t0);
  out.add(66, p0 + '\t' + p1, q0);
  const bool abbreviation =
      w0.size() > 1 && w0.back() == '.' && is_abbreviation(w0.substr(0, w0.size() - 1));
  out.add(67, abbreviation ? "A" : "-", s0 + '\t' + t0);
  out.add(68, s0 + '\t' + q0, inside);
  out.add(69, p0 + inside + '\t' + q0, t1 + shape(n2));
  out.add(70, std::to_string(std::min<std::size_t>(w0.size(), 5)) + (w0.back() == '.' ? "." : ""),
          q0 + t0);
  out.add(71, inside + size, gap + p0);
  const bool stopped = abbreviation || (w0.size() > 3 && w0.back() == '.' &&
                                        is_initials(w0.substr(0, w0.size() - 1)));
  out.add(73, stopped ? "A" : "-", q0 + t0.substr(0, 1));
  const bool list = length <= 2;
  out.add(72, list ? "list" : "", s1 + s0 + t0);
}

}  // namespace entente::annotate
