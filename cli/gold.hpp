// Triples marked by people, to measure a graph against.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace entente::cli {

/// What a person marked, or a graph holds: the parts that are compared.
struct ScoredTriple {
  std::string document;
  std::string subject;  ///< name
  std::string object;
  std::string subject_id;  ///< Actor::id; empty in gold
  std::string object_id;
  std::string subject_words;  ///< as in the text
  std::string object_words;
  std::string lemma;                 ///< of the predicate
  std::vector<std::string> classes;  ///< the first is meant, the others are as good
  std::string polarity = "affirmed";
  std::string modality = "actual";
  std::string attribution;  ///< name; empty: the article itself
  std::string date;         ///< empty: unknown
  bool symmetric = false;
  bool required = true;  ///< false: right if found, and no loss if not
};

/// Reads JSON Lines: triples as `entente export triples` prints them, of which only
/// document, subject, relation and object are needed, or one document a line with its
/// triples in "triples". "class_alt" lists classes that are as good, "tier": "optional"
/// marks what need not be found. Throws InputError naming the line.
std::vector<ScoredTriple> read_gold(const std::filesystem::path& path);

}  // namespace entente::cli
