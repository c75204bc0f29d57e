// Cases of relation extraction, as tests/cases/relations/README.md writes them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "extract/text/document.hpp"
#include "graph/relation.hpp"
#include "util/date.hpp"

namespace entente::test {

/// One expected triple; of each field any of the alternatives will do.
struct ExpectedTriple {
  std::string line;
  bool optional = false;
  std::vector<std::string> subjects;
  std::vector<graph::RelationClass> classes;
  std::vector<std::string> objects;
  graph::Polarity polarity = graph::Polarity::affirmed;
  std::vector<graph::Modality> modalities{graph::Modality::actual};
  std::vector<std::string> speakers;  ///< empty: not compared
  std::string date;                   ///< empty: not compared
};

struct Case {
  std::string group;     ///< the file's stem
  std::size_t line = 0;  ///< of the sentence
  std::string sentence;
  std::optional<util::Date> date;
  std::string gap;  ///< why it is known to fail; empty if it has to pass
  std::vector<ExpectedTriple> expected;
};

/// All cases of the folder's .case files, by file name. Throws InputError on a line
/// that it cannot read.
std::vector<Case> read_cases(const std::filesystem::path& folder);

/// What is wrong with the relations that a case's sentence gave, a line each;
/// empty if nothing is.
std::vector<std::string> differences(const Case& test, const text::Document& document,
                                     const std::vector<graph::Relation>& relations);

}  // namespace entente::test
