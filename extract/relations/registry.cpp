#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "extract/relations/confidence.hpp"
#include "extract/relations/extractor.hpp"
#include "extract/relations/extractors.hpp"
#include "extract/relations/news_date.hpp"
#include "extract/relations/quotation.hpp"
#include "extract/relations/told_events.hpp"
#include "extract/relations/topic_guard.hpp"
#include "extract/relations/tree_mend.hpp"
#include "util/error.hpp"

namespace entente::relations {
namespace {

constexpr std::array<ExtractorInfo, 7> infos{{
    {"position", "\"X, president of Y\""},
    {"verbal", "\"X condemned Y\", \"X held talks with Y\", \"X refused to meet Y\""},
    {"nominal", "\"X's invasion of Y\", \"talks between X and Y\""},
    {"standing", "\"X, a member of Y\", \"Y's news agency X\", \"X in Y\""},
    {"reactions", "\"X is disappointed that Y ...\""},
    {"warnings", "\"X warned that Y would be punished\""},
    {"reports", "\"X said that Y ...\""},
}};
constexpr std::array<Extract, infos.size()> functions{
    &extract_positions, &extract_verbal_events, &extract_nominal_events, &extract_standing,
    &extract_reactions, &extract_warnings,      &extract_reports,
};

std::vector<Extract> chosen(const std::vector<std::string>& names) {
  if (names.empty()) return {functions.begin(), functions.end()};
  std::vector<Extract> found;
  for (const std::string& name : names) {
    const auto row = std::find_if(infos.begin(), infos.end(),
                                  [&](const ExtractorInfo& info) { return info.name == name; });
    if (row == infos.end()) {
      throw Error("there is no extractor \"" + name + "\"; entente build --help lists them");
    }
    found.push_back(functions[static_cast<std::size_t>(row - infos.begin())]);
  }
  return found;
}

/// Who holds which office is told in sport and film news too.
bool holds_anywhere(Extract extract) {
  return extract == &extract_positions || extract == &extract_standing;
}

auto key(const text::Triple& triple) {
  return std::tuple(triple.subject, triple.object, triple.type, triple.polarity);
}

/// Of triples that say the same of the same pair in one sentence the surest stays.
void keep_surest(std::vector<text::Triple>& triples) {
  std::stable_sort(triples.begin(), triples.end(),
                   [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
  std::vector<text::Triple> kept;
  for (text::Triple& triple : triples) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const text::Triple& other) {
      if (key(other) == key(triple)) return true;
      return (other.symmetric || triple.symmetric) && other.type == triple.type &&
             other.polarity == triple.polarity && other.subject == triple.object &&
             other.object == triple.subject;
    });
    if (!known) kept.push_back(std::move(triple));
  }
  triples = std::move(kept);
}

bool in_text_order(const text::Triple& a, const text::Triple& b) {
  return std::tuple(a.predicate_span, a.subject_span, a.object_span, a.type) <
         std::tuple(b.predicate_span, b.subject_span, b.object_span, b.type);
}

}  // namespace

std::span<const ExtractorInfo> extractors() { return infos; }

void extract_triples(text::Document& document, const std::vector<std::string>& names) {
  const auto run = chosen(names);
  mend_trees(document);
  ToldEvents told;
  const PartyFinder parties(document, &told);
  Quotation quotation(document, parties);
  const auto news = news_date(document);
  const TopicGuard guard(document);
  document.triples.clear();
  for (std::uint32_t sentence = 0; sentence < document.sentences.size(); ++sentence) {
    SentenceAnalysis analysis(document, parties, sentence, {quotation.speakers_of(sentence), news});
    quotation.pass(analysis);
    std::vector<text::Triple> triples;
    const bool politics = guard.lets_pass(sentence);
    for (const Extract extract : run) {
      if (politics || holds_anywhere(extract)) extract(analysis, triples);
    }
    keep_surest(triples);
    told.note(analysis, triples);
    for (text::Triple& triple : triples) {
      triple.confidence = calibrated_confidence(document, triple);
    }
    std::erase_if(triples, is_baseless);
    std::stable_sort(triples.begin(), triples.end(), in_text_order);
    std::move(triples.begin(), triples.end(), std::back_inserter(document.triples));
  }
}

}  // namespace entente::relations
