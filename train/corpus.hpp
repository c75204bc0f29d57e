// Treebanks and entity corpora in memory, as the trainer reads them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/text/token.hpp"

namespace entente::train {

inline constexpr int entity_tags = 9;  ///< O, then B- and I- of PER, LOC, ORG, MISC
inline constexpr int unknown_tag = -1;

struct Word {
  std::string form;
  std::string lemma;
  std::string feats;
  text::Upos upos = text::Upos::x;
  text::Deprel deprel = text::Deprel::dep;
  int head = 0;  ///< 1-based, 0 for the root
  int entity = unknown_tag;
  bool space_after = true;
  bool in_multiword = false;
};

struct Sentence {
  std::vector<Word> words;
  std::string document;  ///< id of the document it is from
  bool parsed = false;   ///< tags, lemmas and trees are there
  bool new_paragraph = false;
  std::string text;
};

/// Reads CoNLL-U; `NER=` of MISC becomes the entity column. Throws InputError.
std::vector<Sentence> read_conllu(const std::filesystem::path& path);
/// Reads token<TAB>tag lines. Throws InputError.
std::vector<Sentence> read_iob(const std::filesystem::path& path);
/// Gives sentences without entity tags those of a sentence with the same words;
/// the ones nobody claimed are returned.
std::vector<Sentence> lend_entities(std::vector<Sentence>& sentences,
                                    std::vector<Sentence> lenders);

}  // namespace entente::train
