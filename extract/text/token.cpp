#include "extract/text/token.hpp"

#include <array>

namespace entente::text {
namespace {

constexpr std::array<std::string_view, 17> upos_names{
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, 51> deprel_names{
    "acl",         "acl:relcl",    "advcl",        "advcl:relcl", "advmod",     "amod",
    "appos",       "aux",          "aux:pass",     "case",        "cc",         "cc:preconj",
    "ccomp",       "compound",     "compound:prt", "conj",        "cop",        "csubj",
    "csubj:outer", "csubj:pass",   "dep",          "det",         "det:predet", "discourse",
    "dislocated",  "expl",         "fixed",        "flat",        "goeswith",   "iobj",
    "list",        "mark",         "nmod",         "nmod:desc",   "nmod:poss",  "nmod:unmarked",
    "nsubj",       "nsubj:outer",  "nsubj:pass",   "nummod",      "obj",        "obl",
    "obl:agent",   "obl:unmarked", "orphan",       "parataxis",   "punct",      "reparandum",
    "root",        "vocative",     "xcomp"};
static_assert(static_cast<std::size_t>(Deprel::xcomp) + 1 == deprel_names.size());

constexpr std::array<std::string_view, 5> entity_names{"O", "PER", "LOC", "ORG", "MISC"};

}  // namespace

std::string_view name_of(Upos value) { return upos_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(Deprel value) { return deprel_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(EntityType value) { return entity_names[static_cast<std::size_t>(value)]; }

}  // namespace entente::text
