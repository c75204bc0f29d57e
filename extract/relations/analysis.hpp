// What all extractors share of one sentence, built once.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/relations/clause.hpp"
#include "extract/relations/context.hpp"
#include "extract/relations/parties.hpp"
#include "extract/relations/time_expression.hpp"
#include "extract/text/document.hpp"

namespace entente::relations {

/// What the sentences before have told.
struct Discourse {
  std::vector<Party> speakers;          ///< of a quotation that runs on
  std::optional<util::Date> news_date;  ///< when what the document reports took place
};

/// Views the document and the finder, which must outlive it.
class SentenceAnalysis {
 public:
  SentenceAnalysis(const text::Document& document, const PartyFinder& parties,
                   std::uint32_t sentence, const Discourse& discourse);
  SentenceAnalysis(const SentenceAnalysis&) = delete;
  SentenceAnalysis& operator=(const SentenceAnalysis&) = delete;

  [[nodiscard]] const text::Document& document() const { return document_; }
  [[nodiscard]] std::uint32_t sentence() const { return sentence_; }
  [[nodiscard]] const SentenceTree& tree() const { return tree_; }
  [[nodiscard]] const Clauses& clauses() const { return clauses_; }
  [[nodiscard]] const Context& context(std::size_t predication) const {
    return contexts_[predication];
  }
  [[nodiscard]] std::vector<Party> parties(TokenId token, Reach reach) const {
    return parties_.find(tree_, token, reach);
  }
  [[nodiscard]] const std::vector<TimeExpression>& times() const { return times_; }
  [[nodiscard]] const std::optional<util::Date>& news_date() const { return news_date_; }
  [[nodiscard]] const PartyFinder& finder() const { return parties_; }

  /// A predication whose act another one already tells ("held talks" tells the
  /// talks) is not told again.
  void mark_told(std::size_t predication) { told_[predication] = true; }
  [[nodiscard]] bool is_told(std::size_t predication) const { return told_[predication]; }

 private:
  const text::Document& document_;
  const PartyFinder& parties_;
  std::uint32_t sentence_;
  SentenceTree tree_;
  Clauses clauses_;
  std::vector<Context> contexts_;
  std::vector<TimeExpression> times_;
  std::optional<util::Date> news_date_;
  std::vector<bool> told_;
};

}  // namespace entente::relations
