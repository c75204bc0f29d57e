#include "extract/actors/unnamed_phrase.hpp"

#include <algorithm>
#include <string_view>

#include "extract/actors/thing_sorts.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {
namespace {

constexpr std::uint32_t longest_phrase = 14;  // tokens
constexpr std::uint32_t longest_name = 8;

/// "(welcomed the agreement) with caution": a bare singular noun tells how, not which.
bool is_manner(const DocView& view, std::uint32_t i) {
  return view.case_of(i) == "with" && view.token(i).upos == Upos::noun &&
         view.token(i).features.number != text::Number::plural && view.subtree(i).size() == 2;
}

bool is_before_time(std::string_view key) {
  static constexpr std::string_view words[] = {"on",   "in",    "last",   "this", "next", "since",
                                               "late", "early", "during", "by",   "until"};
  return std::find(std::begin(words), std::end(words), key) != std::end(words);
}

/// "the group on Wednesday", "an army unit last week": when it acted, not what it is.
Range without_time(const DocView& view, Range phrase, std::uint32_t head) {
  static constexpr std::string_view spans[] = {"week",    "month",     "year",    "weekend",
                                               "morning", "afternoon", "evening", "night",
                                               "today",   "yesterday", "tomorrow"};
  for (std::uint32_t t = head + 1; t < phrase.last; ++t) {
    const std::string& key = view.key(t);
    const bool time = weekday_or_month(key) ||
                      std::find(std::begin(spans), std::end(spans), key) != std::end(spans);
    if (!time) continue;
    while (t > head + 1 && view.parent(t - 1) == t) --t;
    while (t > head + 1 && is_before_time(view.key(t - 1))) --t;
    return {phrase.first, t};
  }
  return phrase;
}

}  // namespace

Range phrase_of(const DocView& view, std::uint32_t i) {
  Range range{i, i + 1};
  for (const std::uint32_t c : view.children(i)) {
    const Deprel relation = view.token(c).deprel;
    if (c < i && (relation == Deprel::det || relation == Deprel::amod ||
                  relation == Deprel::compound || relation == Deprel::nummod ||
                  relation == Deprel::nmod_poss || relation == Deprel::nmod_desc)) {
      range.first = std::min(range.first, view.subtree(c).first);
    }
    // "people living in camps": the participle is part of the words, not of the name
    const bool part = relation == Deprel::nmod || relation == Deprel::acl;
    const std::uint32_t first = view.subtree(c).first;
    if (c > i && part && first == range.last && !view.key(first).empty() && !is_manner(view, c)) {
      range.last = view.subtree(c).last;
    }
  }
  while (range.first < i && view.token(range.first).upos == Upos::cconj) ++range.first;
  while (range.last > i + 1 && view.key(range.last - 1).empty()) --range.last;
  range = without_time(view, range, i);
  if (range.size() > longest_phrase) range = {std::min(range.first, i), i + 1};
  if (range.size() > longest_phrase) range = {i, i + 1};
  return range;
}

bool bare_definite(const DocView& view, std::uint32_t i) {
  static constexpr std::string_view articles[] = {"that", "the", "these", "this", "those"};
  const auto article = view.child(i, Deprel::det);
  if (!article || std::find(std::begin(articles), std::end(articles), view.key(*article)) ==
                      std::end(articles)) {
    return false;
  }
  const Range phrase = phrase_of(view, i);
  return phrase.first + 1 == i && phrase.last == i + 1;
}

bool is_clause_of_name(const DocView& view, std::uint32_t c) {
  return view.token(c).deprel == Deprel::acl &&
         (view.key(view.subtree(c).first) != "to" || view.child(c, Deprel::cop));
}

std::uint32_t end_of_name(const DocView& view, Range words, std::uint32_t head) {
  if (words.size() <= longest_name) return words.last;
  for (std::uint32_t t = words.first + longest_name; t > counted_in(view, head) + 1; --t) {
    const auto above = view.parent(t);
    if (above && *above > t && view.token(t).deprel == Deprel::case_) return t;
  }
  return counted_in(view, head) + 1;
}

bool head_counts(const DocView& view, std::uint32_t head) {
  return view.token(head).upos == Upos::num || sort_of(view.token(head).lemma) == Sort::many;
}

std::uint32_t counted_in(const DocView& view, std::uint32_t head) {
  const bool counts = head_counts(view, head);
  for (const std::uint32_t c : view.children(head)) {
    if (counts && view.token(c).deprel == Deprel::nmod && view.case_of(c) == "of") return c;
  }
  return head;
}

bool is_determiner(const DocView& view, std::uint32_t t) {
  return view.token(t).upos == Upos::det || view.token(t).upos == Upos::pron;
}

}  // namespace entente::actors
