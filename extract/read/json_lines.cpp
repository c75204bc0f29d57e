// One article a line: {"id", "text", and optionally "title", "date", "url", "source"}.
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <istream>

#include "extract/read/furniture.hpp"
#include "extract/read/raw_text.hpp"
#include "extract/read/readers.hpp"
#include "util/error.hpp"
#include "util/utf8.hpp"

namespace entente::read {
namespace {

// Iterative, so that deep nesting cannot exhaust the stack.
constexpr unsigned parse_flags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

struct Place {
  const std::string& path;
  const std::string& stem;
  std::size_t line;
};

std::string string_at(const rapidjson::Value& object, const char* key) {
  const auto member = object.FindMember(key);
  if (member == object.MemberEnd() || !member->value.IsString()) return {};
  return {member->value.GetString(), member->value.GetStringLength()};
}

/// A string or a number; without one, the file's stem and the line.
std::string id_of(const rapidjson::Value& object, const Place& place) {
  const auto member = object.FindMember("id");
  if (member != object.MemberEnd() && member->value.IsInt64()) {
    return std::to_string(member->value.GetInt64());
  }
  const std::string id = string_at(object, "id");
  return id.empty() ? place.stem + "#" + std::to_string(place.line) : id;
}

/// The day of "2022-03-01" or "2022-03-01T10:00:00Z".
std::optional<util::Date> date_of(const rapidjson::Value& object, const Place& place,
                                  const Sink& sink) {
  const std::string text = string_at(object, "date");
  if (text.empty()) return std::nullopt;
  const bool timed = text.size() > 10 && (text[10] == 'T' || text[10] == ' ');
  const auto date = util::Date::parse(timed ? std::string_view(text).substr(0, 10) : text);
  if (!date) {
    sink.note(
        InputError(place.path, place.line, "date " + text + " is not YYYY-MM-DD; left out").what());
  }
  return date;
}

text::Document document_of(const std::string& line, const Place& place, const Sink& sink) {
  rapidjson::Document json;
  json.Parse<parse_flags>(line.data(), line.size());
  if (json.HasParseError()) {
    throw InputError(place.path, place.line,
                     std::string("is not valid JSON: ") +
                         rapidjson::GetParseError_En(json.GetParseError()) + " (column " +
                         std::to_string(json.GetErrorOffset() + 1) + "); line skipped");
  }
  if (!json.IsObject()) {
    throw InputError(place.path, place.line, "is not a JSON object; line skipped");
  }
  const auto text = json.FindMember("text");
  if (text == json.MemberEnd() || !text->value.IsString()) {
    throw InputError(place.path, place.line, "has no \"text\" string; line skipped");
  }
  text::Document document;
  document.text = clean_text({text->value.GetString(), text->value.GetStringLength()}, place.path,
                             place.line, sink);
  document.id = id_of(json, place);
  document.path = place.path;
  document.title = string_at(json, "title");
  document.url = string_at(json, "url");
  document.source = string_at(json, "source");
  document.date = date_of(json, place, sink);
  find_furniture(document);
  return document;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

void read_json_lines(std::istream& input, const std::string& path, const std::string& stem,
                     const Sink& sink) {
  std::string line;
  std::size_t articles = 0;
  for (std::size_t number = 1; std::getline(input, line); ++number) {
    if (number == 1) line.erase(0, line.size() - util::without_bom(line).size());
    if (is_blank(line)) continue;
    ++articles;
    try {
      sink.document(document_of(line, {path, stem, number}, sink));
    } catch (const InputError& error) {
      sink.problem(error.what());
    }
  }
  if (articles == 0) throw InputError(path, 0, "is empty; skipped");
}

}  // namespace entente::read
