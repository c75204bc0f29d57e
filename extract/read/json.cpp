// Articles as JSON objects: one a line, one a file, or an array of them.
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <istream>

#include "extract/read/bounded.hpp"
#include "extract/read/fields.hpp"
#include "extract/read/readers.hpp"
#include "util/error.hpp"
#include "util/utf8.hpp"

namespace entente::read {
namespace {

// Iterative, so that deep nesting cannot exhaust the stack.
constexpr unsigned parse_flags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

std::string error_words(const rapidjson::Document& json) {
  return std::string("is not valid JSON: ") + rapidjson::GetParseError_En(json.GetParseError()) +
         " (column " + std::to_string(json.GetErrorOffset() + 1) + ")";
}

/// What is a string or a whole number; the rest is nothing that a document keeps.
Fields fields_of(const rapidjson::Value& object) {
  Fields fields;
  for (const auto& member : object.GetObject()) {
    std::string name(member.name.GetString(), member.name.GetStringLength());
    const auto& value = member.value;
    if (value.IsString()) {
      fields.emplace_back(std::move(name), std::string(value.GetString(), value.GetStringLength()));
    } else if (value.IsInt64() && name != "text") {
      fields.emplace_back(std::move(name), std::to_string(value.GetInt64()));
    }
  }
  return fields;
}

bool has_text(const rapidjson::Value& object, const Fields& fields, const Options& options) {
  // An empty text is another problem than none.
  const auto member = object.FindMember("text");
  return (member != object.MemberEnd() && member->value.IsString()) ||
         !field_of(fields, "text", options).empty();
}

/// `what` is "line" or "article", for messages.
void read_object(const rapidjson::Value& json, const Place& place, std::size_t number,
                 const std::string& what) {
  if (!json.IsObject()) {
    throw InputError(place.path, number, "is not a JSON object; " + what + " skipped");
  }
  const Fields fields = fields_of(json);
  const bool broken = std::any_of(fields.begin(), fields.end(), [](const auto& field) {
    return util::first_invalid_utf8(field.second).has_value();
  });
  if (broken) {  // RapidJSON lets the second half of a pair stand alone
    throw InputError(place.path, number,
                     "is not valid JSON: half a surrogate pair; " + what + " skipped");
  }
  if (!has_text(json, fields, place.options)) {
    throw InputError(place.path, number,
                     "has no \"text\" string; name it with --map text=NAME; " + what + " skipped");
  }
  place.sink.document(document_of(fields, place, number));
}

void read_one_line(std::string_view line, const Place& place, std::size_t number) {
  rapidjson::Document json;
  json.Parse<parse_flags>(line.data(), line.size());
  if (json.HasParseError()) {
    throw InputError(place.path, number, error_words(json) + "; line skipped");
  }
  read_object(json, place, number, "line");
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

bool is_object(std::string_view text) {
  rapidjson::Document json;
  json.Parse<parse_flags>(text.data(), text.size());
  return !json.HasParseError() && json.IsObject();
}

/// The first line is given, the others are in the stream.
void read_lines(std::string line, LineEnd state, std::istream& input, const Place& place) {
  const std::size_t most = place.options.limits.record_bytes();
  std::size_t articles = 0;
  for (std::size_t number = 1; state != LineEnd::none;
       state = read_line(input, most, line), ++number) {
    if (is_blank(line)) continue;
    ++articles;
    try {
      if (state == LineEnd::too_long) {
        throw InputError(
            place.path, number,
            "is longer than " + in_megabytes(most) + "; raise --max-document; line skipped");
      }
      read_one_line(line, place, number);
    } catch (const InputError& error) {
      place.sink.problem(error);
    }
  }
  if (articles == 0) throw InputError(place.path, 0, "is empty; skipped");
}

void read_whole(const std::string& text, const Place& place) {
  rapidjson::Document json;
  json.Parse<parse_flags>(text.data(), text.size());
  if (json.HasParseError()) throw InputError(place.path, 0, error_words(json) + "; skipped");
  if (!json.IsArray()) return read_object(json, place, 0, "article");
  std::size_t number = 0;
  for (const auto& element : json.GetArray()) {
    ++number;
    try {
      read_object(element, place, number, "article");
    } catch (const InputError& error) {
      place.sink.problem(error);
    }
  }
}

std::string first_line(std::istream& input, const Place& place, LineEnd& state) {
  std::string line;
  state = read_line(input, place.options.limits.record_bytes(), line);
  line.erase(0, line.size() - util::without_bom(line).size());
  return line;
}

}  // namespace

void read_json_lines(std::istream& input, const Place& place) {
  LineEnd state{};
  std::string line = first_line(input, place, state);
  read_lines(std::move(line), state, input, place);
}

void read_json(std::istream& input, const Place& place) {
  LineEnd state{};
  std::string line = first_line(input, place, state);
  const auto next = input.rdbuf()->sgetc();
  const bool alone = next == std::char_traits<char>::eof();
  if (state != LineEnd::none && (is_object(line) && !alone)) {
    return read_lines(std::move(line), state, input, place);
  }
  const std::size_t most = place.options.limits.record_bytes();
  line += '\n' + read_all(input, most, place.path);
  if (line.size() > most || state == LineEnd::too_long) {
    throw InputError(place.path, 0,
                     "is longer than " + in_megabytes(most) +
                         "; make JSON Lines of it, or raise --max-document; skipped");
  }
  if (is_blank(line.substr(0, line.size() - 1)) && alone) {
    throw InputError(place.path, 0, "is empty; skipped");
  }
  read_whole(line, place);
}

}  // namespace entente::read
