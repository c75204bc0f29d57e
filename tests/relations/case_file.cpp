#include "tests/relations/case_file.hpp"

#include <algorithm>
#include <fstream>
#include <string_view>

#include "util/error.hpp"
#include "util/tsv.hpp"

namespace entente::test {
namespace {

using graph::Relation;
using graph::RelationClass;

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::vector<std::string> alternatives(std::string_view field) {
  std::vector<std::string> found;
  for (const auto part : util::split(field, '/')) found.emplace_back(trim(part));
  return found;
}

/// False if the field is no flag.
bool read_flag(std::string_view field, ExpectedTriple& triple) {
  if (field == "negated") {
    triple.polarity = graph::Polarity::negated;
    return true;
  }
  if (field.starts_with("says ")) {
    triple.speakers = alternatives(field.substr(5));
    return true;
  }
  if (field.starts_with("date ")) {
    triple.date = trim(field.substr(5));
    return true;
  }
  triple.modalities.clear();
  for (const auto& name : alternatives(field)) {
    const auto modality = graph::modality(name);
    if (!modality) return false;
    triple.modalities.push_back(*modality);
  }
  return true;
}

/// None if the line is no triple.
std::optional<ExpectedTriple> read_triple(std::string_view line) {
  ExpectedTriple triple;
  triple.line = line;
  triple.optional = line.starts_with('?');
  const auto fields = util::split(triple.optional ? line.substr(1) : line, '|');
  if (fields.size() < 3) return std::nullopt;
  triple.subjects = alternatives(fields[0]);
  for (const auto& name : alternatives(fields[1])) {
    const auto type = graph::relation_class(name);
    if (!type) return std::nullopt;
    triple.classes.push_back(*type);
  }
  triple.objects = alternatives(fields[2]);
  for (std::size_t i = 3; i < fields.size(); ++i) {
    if (!read_flag(trim(fields[i]), triple)) return std::nullopt;
  }
  return triple;
}

void read_file(const std::filesystem::path& path, std::vector<Case>& cases) {
  std::ifstream input(path);
  std::string text;
  Case next;
  bool open = false;
  for (std::size_t number = 1; std::getline(input, text); ++number) {
    const std::string_view line = trim(text);
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with('@')) {
      next.date = util::Date::parse(trim(line.substr(1)));
      if (!next.date) throw InputError(path, number, "no date: " + text);
    } else if (line.starts_with('!')) {
      next.gap = trim(line.substr(1));
    } else if (line.starts_with('+') && open) {
      cases.back().sentence += "\n";
      cases.back().sentence += trim(line.substr(1));
    } else if (line.starts_with('>')) {
      next.group = path.stem();
      next.line = number;
      next.sentence = trim(line.substr(1));
      cases.push_back(std::move(next));
      next = {};
      open = true;
    } else if (line != "(none)") {
      auto triple = read_triple(line);
      if (!triple || !open) throw InputError(path, number, "no triple: " + text);
      cases.back().expected.push_back(std::move(*triple));
    }
  }
}

std::string fold(std::string_view name) {
  std::string folded(name);
  std::transform(folded.begin(), folded.end(), folded.begin(), [](unsigned char letter) {
    return static_cast<char>(letter < 128 ? std::tolower(letter) : letter);
  });
  if (folded.starts_with("the ")) folded.erase(0, 4);
  return folded;
}

bool named(const std::vector<std::string>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& other) { return fold(other) == fold(name); });
}

template <typename Value>
bool among(const std::vector<Value>& values, Value value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

class Comparison {
 public:
  Comparison(const Case& test, const text::Document& document) : test_(test), document_(document) {}

  [[nodiscard]] bool matches(const ExpectedTriple& expected, const Relation& relation) const {
    const std::string& subject = name(relation.subject);
    const std::string& object = name(relation.object);
    const bool ends = (named(expected.subjects, subject) && named(expected.objects, object)) ||
                      (relation.symmetric && named(expected.subjects, object) &&
                       named(expected.objects, subject));
    return ends && among(expected.classes, relation.type) &&
           expected.polarity == relation.polarity &&
           among(expected.modalities, relation.modality) &&
           (expected.speakers.empty() ||
            (relation.attribution && named(expected.speakers, name(*relation.attribution)))) &&
           (expected.date.empty() ||
            (relation.date ? relation.date->iso() : std::string("none")) == expected.date);
  }

  /// True if the relation does not count unless the case lists it.
  [[nodiscard]] bool ignored(const Relation& relation) const {
    return relation.type == RelationClass::other || relation.type == RelationClass::statement ||
           (relation.type == RelationClass::holds_position && test_.group != "positions");
  }

  [[nodiscard]] std::string describe(const Relation& relation) const {
    std::string line = name(relation.subject) + " | ";
    line += graph::name_of(relation.type);
    line += " | " + name(relation.object);
    if (relation.polarity == graph::Polarity::negated) line += " | negated";
    if (relation.modality != graph::Modality::actual) {
      line += " | ";
      line += graph::name_of(relation.modality);
    }
    if (relation.attribution) line += " | says " + name(*relation.attribution);
    if (relation.date) line += " | date " + relation.date->iso();
    if (relation.symmetric) line += " (symmetric)";
    if (!relation.evidence.empty()) line += "  [" + relation.evidence.front().frame + "]";
    return line;
  }

 private:
  [[nodiscard]] const std::string& name(const std::string& id) const {
    const auto actor = std::find_if(document_.actors.begin(), document_.actors.end(),
                                    [&](const graph::Actor& other) { return other.id == id; });
    return actor == document_.actors.end() ? id : actor->name;
  }

  const Case& test_;
  const text::Document& document_;
};

}  // namespace

std::vector<Case> read_cases(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".case") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Case> cases;
  for (const auto& path : paths) read_file(path, cases);
  return cases;
}

std::vector<std::string> differences(const Case& test, const text::Document& document,
                                     const std::vector<Relation>& relations) {
  const Comparison comparison(test, document);
  std::vector<std::string> lines;
  for (const ExpectedTriple& expected : test.expected) {
    const bool found = std::any_of(
        relations.begin(), relations.end(),
        [&](const Relation& relation) { return comparison.matches(expected, relation); });
    if (!found && !expected.optional) lines.push_back("missing: " + expected.line);
  }
  for (const Relation& relation : relations) {
    const bool wanted =
        std::any_of(test.expected.begin(), test.expected.end(),
                    [&](const auto& expected) { return comparison.matches(expected, relation); });
    if (!wanted && !comparison.ignored(relation)) {
      lines.push_back("unwanted: " + comparison.describe(relation));
    }
  }
  return lines;
}

}  // namespace entente::test
