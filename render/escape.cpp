#include "render/escape.hpp"

#include <algorithm>

namespace entente::render {
namespace {

constexpr std::string_view hex = "0123456789ABCDEF";

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// U+FFFE and U+FFFF, which XML 1.0 does not know: EF BF BE and EF BF BF.
bool is_noncharacter(std::string_view rest) {
  return rest.size() >= 3 && rest[0] == '\xEF' && rest[1] == '\xBF' &&
         (rest[2] == '\xBE' || rest[2] == '\xBF');
}

/// Most text has no control character: then it is copied whole.
void append_spaced(std::string& out, std::string_view text) {
  const auto begin = out.size();
  out += text;
  std::replace_if(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), &is_control, ' ');
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
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\xEF':
        if (is_noncharacter(text.substr(i))) {
          out += ' ';
          i += 2;
          break;
        }
        [[fallthrough]];
      default:
        // Line ends too: inside an attribute a reader makes spaces of them anyway.
        out += is_control(c) ? ' ' : c;
    }
  }
}

void append_csv(std::string& out, std::string_view text) {
  const bool formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  const bool quoted = text.find_first_of(",\";") != std::string_view::npos;
  if (quoted) out += '"';
  if (formula) out += '\'';
  if (!quoted) {
    append_spaced(out, text);
    return;
  }
  for (const char c : text) {
    if (c == '"') out += '"';
    out += is_control(c) ? ' ' : c;
  }
  out += '"';
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

}  // namespace entente::render
