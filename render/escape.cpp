#include "render/escape.hpp"

#include <array>

namespace entente::render {
namespace {

constexpr std::string_view hex = "0123456789ABCDEF";

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// U+FFFE and U+FFFF, which XML 1.0 does not know: EF BF BE and EF BF BF.
bool is_noncharacter(std::string_view rest) {
  return rest.size() >= 3 && rest[0] == '\xEF' && rest[1] == '\xBF' &&
         (rest[2] == '\xBE' || rest[2] == '\xBF');
}

/// Which bytes a format cannot copy as they are.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) add(c);
  }
  [[nodiscard]] constexpr ByteSet with_controls() const {
    ByteSet all = *this;
    for (char c = 0; c < 0x20; ++c) all.add(c);
    all.add('\x7F');
    return all;
  }
  [[nodiscard]] constexpr bool holds(char c) const { return held_[static_cast<unsigned char>(c)]; }
  /// The first position from `begin` on of a byte that it holds; the end if there is none.
  [[nodiscard]] std::size_t find_in(std::string_view text, std::size_t begin = 0) const {
    while (begin < text.size() && !holds(text[begin])) ++begin;
    return begin;
  }

 private:
  constexpr void add(char c) { held_[static_cast<unsigned char>(c)] = true; }
  std::array<bool, 256> held_{};
};

/// Most text needs no change: what lies between the bytes of `special` is copied whole.
/// `change` appends what stands for the byte at a place and gives how many it used up.
template <typename Change>
void append_runs(std::string& out, std::string_view text, const ByteSet& special, Change change) {
  std::size_t begin = 0;
  while (true) {
    const auto end = special.find_in(text, begin);
    out.append(text, begin, end - begin);
    if (end == text.size()) return;
    begin = end + change(end);
  }
}

constexpr ByteSet controls = ByteSet({}).with_controls();
constexpr ByteSet xml_special = ByteSet("&<>\"\xEF").with_controls();
constexpr ByteSet csv_quoted(",\";");
constexpr ByteSet csv_special = ByteSet("\"").with_controls();

void append_spaced(std::string& out, std::string_view text) {
  append_runs(out, text, controls, [&](std::size_t) {
    out += ' ';
    return 1U;
  });
}

void append_percent(std::string& out, std::string_view text, std::string_view unsafe) {
  for (const char c : text) {
    if (is_control(c) || unsafe.find(c) != std::string_view::npos) {
      out += '%';
      out += hex[static_cast<unsigned char>(c) >> 4];
      out += hex[static_cast<unsigned char>(c) & 15];
    } else {
      out += c;
    }
  }
}

}  // namespace

void append_plain(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_noncharacter(text.substr(i))) {
      out += ' ';
      i += 2;
    } else {
      out += is_control(text[i]) ? ' ' : text[i];
    }
  }
}

void append_xml(std::string& out, std::string_view text) {
  append_runs(out, text, xml_special, [&](std::size_t place) {
    switch (text[place]) {
      case '&':
        out += "&amp;";
        return 1U;
      case '<':
        out += "&lt;";
        return 1U;
      case '>':
        out += "&gt;";
        return 1U;
      case '"':
        out += "&quot;";
        return 1U;
      case '\xEF':
        if (!is_noncharacter(text.substr(place))) {
          out += text[place];
          return 1U;
        }
        out += ' ';
        return 3U;
      default:
        // Line ends too: inside an attribute a reader makes spaces of them anyway.
        out += ' ';
        return 1U;
    }
  });
}

void append_csv(std::string& out, std::string_view text) {
  const bool formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  const bool quoted = csv_quoted.find_in(text) != text.size();
  if (quoted) out += '"';
  if (formula) out += '\'';
  append_runs(out, text, csv_special, [&](std::size_t place) {
    out += text[place] == '"' ? "\"\"" : " ";
    return 1U;
  });
  if (quoted) out += '"';
}

void append_tsv(std::string& out, std::string_view text) { append_spaced(out, text); }

void append_turtle(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '"') {
      out += "\\\"";
    } else if (c == '\\') {
      out += "\\u005C";  // rdflib before 7 takes a backslash twice and an n for a line end
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (is_control(c)) {
      out += "\\u00";
      out += hex[static_cast<unsigned char>(c) >> 4];
      out += hex[static_cast<unsigned char>(c) & 15];
    } else {
      out += c;
    }
  }
}

void append_iri(std::string& out, std::string_view text) {
  append_percent(out, text, " <>\"{}|^`\\#%");
}
void append_link(std::string& out, std::string_view text) {
  append_percent(out, text, " <>\"{}|^`\\");
}

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

void append_mermaid(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "#amp;";
        break;
      case '"':
        out += "#quot;";
        break;
      case '<':
        out += "#lt;";
        break;
      case '>':
        out += "#gt;";
        break;
      case '\\':
        out += "#92;";
        break;
      case '#':
        out += "#35;";
        break;
      case '`':
        out += "#96;";
        break;
      default:
        out += is_control(c) ? ' ' : c;
    }
  }
}

void append_markdown(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>|#~&$").find(c) != std::string_view::npos) out += '\\';
    out += is_control(c) ? ' ' : c;
  }
}

std::string clipped(std::string_view text, std::size_t limit) {
  std::size_t count = 0;
  std::size_t cut = text.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!begins_code_point(text[i])) continue;
    if (++count == limit) cut = i;
    if (count > limit) return std::string(text.substr(0, cut)) + "\u2026";
  }
  return std::string(text);
}

}  // namespace entente::render
