#include "extract/actors/doc_view.hpp"

#include <algorithm>

#include "extract/actors/name_key.hpp"

namespace entente::actors {

DocView::DocView(const text::Document& document) : document_(document) {
  const std::uint32_t n = size();
  keys_.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i) keys_.push_back(name_key(form(i)));
  sentence_of_.resize(n);
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    std::size_t words = 0;
    std::size_t capitals = 0;
    for (std::uint32_t i = document.sentences[s].first; i < document.sentences[s].last; ++i) {
      sentence_of_[i] = s;
      if (form(i).size() < 2 || keys_[i].empty()) continue;
      ++words;
      capitals += all_capitals(form(i)) ? 1U : 0U;
    }
    shouted_.push_back(words >= 3 && capitals * 10 >= words * 8);
  }
  child_begin_.assign(n + 1, 0);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (token(i).head >= 0) ++child_begin_[static_cast<std::uint32_t>(token(i).head) + 1];
  }
  for (std::uint32_t i = 0; i < n; ++i) child_begin_[i + 1] += child_begin_[i];
  children_.resize(child_begin_[n]);
  auto next = child_begin_;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (token(i).head >= 0) children_[next[static_cast<std::uint32_t>(token(i).head)]++] = i;
  }
  subtree_.resize(n);
  for (std::uint32_t i = 0; i < n; ++i) subtree_[i] = {i, i + 1};
  for (std::uint32_t i = 0; i < n; ++i) {
    std::uint32_t steps = 0;
    for (auto above = parent(i); above && steps < 200; above = parent(*above), ++steps) {
      subtree_[*above].first = std::min(subtree_[*above].first, i);
      subtree_[*above].last = std::max(subtree_[*above].last, i + 1);
    }
  }
}

std::string_view DocView::text(Range range) const {
  return document_.text_of({token(range.first).span.begin, token(range.last - 1).span.end});
}

std::string DocView::key(Range range) const { return name_key(text(range)); }

std::optional<std::uint32_t> DocView::child(std::uint32_t i, Deprel relation) const {
  for (const std::uint32_t c : children(i)) {
    if (token(c).deprel == relation) return c;
  }
  return std::nullopt;
}

std::string_view DocView::case_of(std::uint32_t i) const {
  for (const std::uint32_t c : children(i)) {
    if (token(c).deprel == Deprel::case_ && keys_[c] != "s" && !keys_[c].empty()) return keys_[c];
  }
  return {};
}

std::uint32_t DocView::head_of(Range range) const {
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const auto above = parent(i);
    if ((!above || !range.contains(*above)) && token(i).upos != Upos::punct) return i;
  }
  return range.first;
}

bool DocView::governs(std::uint32_t above, std::uint32_t below) const {
  std::uint32_t steps = 0;
  for (std::optional<std::uint32_t> at = below; at && steps < 200; at = parent(*at), ++steps) {
    if (*at == above) return true;
  }
  return false;
}

std::uint32_t DocView::clause_of(std::uint32_t i) const {
  std::uint32_t steps = 0;
  for (std::uint32_t at = i; steps < 200; ++steps) {
    if (at != i && (token(at).upos == Upos::verb || child(at, Deprel::nsubj) ||
                    child(at, Deprel::cop) || child(at, Deprel::nsubj_pass))) {
      return at;
    }
    const auto above = parent(at);
    if (!above) return at;
    at = *above;
  }
  return i;
}

}  // namespace entente::actors
