// Inflected forms of verbs by the rules of English spelling, so that verbs that
// no treebank shows get their lemmas too.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace entente::train {

struct VerbForm {
  std::string form;
  std::string lemma;
};

/// "cancelled" and "canceled", "cancels", "cancelling"... of a verb. Where
/// spelling depends on stress, both ways are given.
std::vector<VerbForm> regular_forms(const std::string& lemma);

/// The forms of the verbs that begin the lines of `lists`, tables with a heading
/// line ("back_off obj" is of "back"), and the pairs of form and lemma of
/// `irregular`. A form of two verbs goes to neither; irregular ones win. Throws
/// InputError.
std::vector<VerbForm> read_verb_forms(const std::vector<std::filesystem::path>& lists,
                                      const std::filesystem::path& irregular);

}  // namespace entente::train
