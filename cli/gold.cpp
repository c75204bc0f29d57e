#include "cli/gold.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <fstream>
#include <utility>

#include "util/error.hpp"

namespace entente::cli {
namespace {

using Json = rapidjson::Value;

struct Line {
  const std::filesystem::path& path;
  std::size_t number;

  [[noreturn]] void fail(const std::string& what) const { throw InputError(path, number, what); }
};

const Json* member(const Json& object, const char* key) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

/// The string under `key`; of an object there, its "name". Empty if there is none.
std::string words_at(const Json& object, const char* key) {
  const Json* value = member(object, key);
  if (value != nullptr && value->IsObject()) value = member(*value, "name");
  if (value == nullptr || !value->IsString()) return {};
  return {value->GetString(), value->GetStringLength()};
}

std::string words_at(const Json& object, const char* outer, const char* inner) {
  const Json* value = member(object, outer);
  return value == nullptr ? std::string{} : words_at(*value, inner);
}

std::string either(std::string first, std::string second) {
  return first.empty() ? std::move(second) : std::move(first);
}

ScoredTriple triple_of(const Json& json, const std::string& document, const Line& line) {
  ScoredTriple triple;
  triple.document = document;
  triple.subject = words_at(json, "subject");
  triple.object = words_at(json, "object");
  triple.subject_words =
      either(words_at(json, "subject_mention"), words_at(json, "subject", "mention"));
  triple.object_words =
      either(words_at(json, "object_mention"), words_at(json, "object", "mention"));
  triple.lemma = either(words_at(json, "relation", "lemma"), words_at(json, "relation"));
  triple.classes = {either(words_at(json, "class"), words_at(json, "relation", "class"))};
  if (const Json* others = member(json, "class_alt"); others != nullptr && others->IsArray()) {
    for (const Json& other : others->GetArray()) {
      if (other.IsString()) triple.classes.emplace_back(other.GetString());
    }
  }
  triple.polarity = either(words_at(json, "polarity"), triple.polarity);
  triple.modality = either(words_at(json, "modality"), triple.modality);
  triple.attribution = words_at(json, "attribution");
  triple.date = words_at(json, "date");
  const Json* symmetric = member(json, "symmetric");
  triple.symmetric = symmetric != nullptr && symmetric->IsBool() && symmetric->GetBool();
  triple.required = words_at(json, "tier") != "optional";
  if (triple.subject.empty()) line.fail("a triple has no \"subject\"");
  if (triple.object.empty()) line.fail("a triple has no \"object\"");
  if (triple.classes.front().empty()) line.fail("a triple has no \"class\"");
  return triple;
}

void read_line(const std::string& text, const Line& line, std::vector<ScoredTriple>& triples) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag>(text.data(), text.size());
  if (json.HasParseError()) {
    line.fail(std::string("is not valid JSON: ") +
              rapidjson::GetParseError_En(json.GetParseError()));
  }
  if (!json.IsObject()) line.fail("is not a JSON object");
  const std::string document = either(words_at(json, "document"), words_at(json, "doc"));
  if (document.empty()) line.fail("has no \"document\": the name of the article");
  const Json* several = member(json, "triples");
  if (several == nullptr) {
    triples.push_back(triple_of(json, document, line));
  } else if (several->IsArray()) {
    for (const Json& one : several->GetArray()) triples.push_back(triple_of(one, document, line));
  } else {
    line.fail("\"triples\" is not a list");
  }
}

}  // namespace

std::vector<ScoredTriple> read_gold(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw InputError(path, 0, "cannot be read; check the name");
  std::vector<ScoredTriple> triples;
  std::size_t number = 0;
  for (std::string text; std::getline(file, text);) {
    ++number;
    if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
    read_line(text, {path, number}, triples);
  }
  if (triples.empty()) throw InputError(path, 0, "holds no triples");
  return triples;
}

}  // namespace entente::cli
