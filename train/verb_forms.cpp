#include "train/verb_forms.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string_view>

#include "util/error.hpp"

namespace entente::train {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool is_plain(std::string_view word) {
  return word.size() > 1 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Ends in one vowel and one consonant that doubles before "-ed".
bool may_double(std::string_view lemma) {
  const std::size_t n = lemma.size();
  if (n < 3) return false;
  const char last = lemma[n - 1];
  const bool doubles =
      !is_vowel(last) && std::string_view("hwxy").find(last) == std::string_view::npos;
  const bool after_qu = lemma[n - 3] == 'u' && n > 3 && lemma[n - 4] == 'q';
  return doubles && is_vowel(lemma[n - 2]) && (!is_vowel(lemma[n - 3]) || after_qu);
}

bool is_one_syllable(std::string_view lemma) {
  std::size_t groups = 0;
  for (std::size_t i = 0; i < lemma.size(); ++i) {
    if (is_vowel(lemma[i]) && (i == 0 || !is_vowel(lemma[i - 1]))) ++groups;
  }
  return groups == 1;
}

/// What "-ed" and "-ing" are added to; several where stress decides.
std::vector<std::string> stems(const std::string& lemma, bool before_e) {
  const std::string head = lemma.substr(0, lemma.size() - 1);
  if (lemma.ends_with("ie") && !before_e) return {lemma.substr(0, lemma.size() - 2) + "y"};
  if (lemma.ends_with("ee") || lemma.ends_with("oe") || lemma.ends_with("ye")) {
    return {before_e ? head : lemma};
  }
  if (lemma.ends_with('e')) return {head};
  if (lemma.ends_with('c')) return {lemma + "k"};
  if (before_e && lemma.ends_with('y') && !is_vowel(head.back())) return {head + "i"};
  if (!may_double(lemma)) return {lemma};
  const std::string doubled = lemma + lemma.back();
  if (is_one_syllable(lemma)) return {doubled};
  return {lemma, doubled};
}

std::string third_person(const std::string& lemma) {
  const std::string head = lemma.substr(0, lemma.size() - 1);
  if (lemma.ends_with('y') && !is_vowel(head.back())) return head + "ies";
  for (const std::string_view ending : {"s", "x", "z", "ch", "sh", "o"}) {
    if (lemma.ends_with(ending)) return lemma + "es";
  }
  return lemma + "s";
}

std::ifstream opened(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw InputError(path.string(), 0, "cannot be read");
  return in;
}

std::set<std::string> first_words(const std::filesystem::path& path) {
  std::ifstream in = opened(path);
  std::set<std::string> words;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const std::string word = line.substr(0, line.find_first_of(" \t_"));
    if (is_plain(word)) words.insert(word);
  }
  return words;
}

}  // namespace

std::vector<VerbForm> regular_forms(const std::string& lemma) {
  std::vector<VerbForm> forms{{lemma, lemma}, {third_person(lemma), lemma}};
  for (const std::string& stem : stems(lemma, true)) forms.push_back({stem + "ed", lemma});
  for (const std::string& stem : stems(lemma, false)) forms.push_back({stem + "ing", lemma});
  return forms;
}

std::vector<VerbForm> read_verb_forms(const std::vector<std::filesystem::path>& lists,
                                      const std::filesystem::path& irregular) {
  std::set<std::string> lemmas;
  for (const auto& list : lists) lemmas.merge(first_words(list));
  std::map<std::string, std::set<std::string>> by_form;
  for (const std::string& lemma : lemmas) {
    for (const VerbForm& form : regular_forms(lemma)) by_form[form.form].insert(lemma);
  }
  std::ifstream in = opened(irregular);
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || line.starts_with('#')) continue;
    by_form[line.substr(0, tab)] = {line.substr(tab + 1)};
  }
  std::vector<VerbForm> forms;
  for (const auto& [form, of] : by_form) {
    if (of.size() == 1) forms.push_back({form, *of.begin()});
  }
  return forms;
}

}  // namespace entente::train
