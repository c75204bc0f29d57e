#include "extract/relations/quotation.hpp"

#include <string_view>
#include <utility>

#include "extract/text/monologue.hpp"

namespace entente::relations {
namespace {

constexpr std::string_view opening = "\u201C";
constexpr std::string_view closing = "\u201D";

bool begins_with_quote(std::string_view text) {
  return text.starts_with('"') || text.starts_with(opening) || text.starts_with("``");
}

bool open_after(std::string_view text, bool open) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with(opening)) {
      open = true;
    } else if (rest.starts_with(closing)) {
      open = false;
    } else if (rest.front() == '"') {
      open = !open;
    }
  }
  return open;
}

constexpr std::uint32_t longest_quotation = 6;  // sentences

/// Who says something in the sentence, outside quotation marks; empty if nobody who is known does.
/// `open` if it begins inside a quotation.
std::vector<Party> speakers_in(const Clauses& clauses, const PartyFinder& parties, bool open) {
  const SentenceTree& tree = clauses.tree();
  const std::uint32_t begin = tree.at(tree.first()).span.begin;
  for (const Predication& predication : clauses.predications()) {
    if (predication.kind != PredicationKind::verb) continue;
    const util::TextSpan before{begin, tree.at(predication.token).span.begin};
    if (open_after(tree.document().text_of(before), open)) continue;
    if (operator_of(tree, predication) != Operator::say) continue;
    const Argument* subject = argument(predication, "subj");
    if (subject == nullptr) continue;
    auto speakers = parties.find(tree, subject->token, Reach::owner);
    if (!speakers.empty()) return speakers;
  }
  return {};
}

}  // namespace

Quotation::Quotation(const text::Document& document, const PartyFinder& parties)
    : document_(document), parties_(parties), monologues_(text::monologues(document)) {}

std::vector<Party> Quotation::speakers_of(std::uint32_t sentence) {
  if (monologues_[sentence]) return statement_of_;
  const util::TextSpan span = document_.sentences[sentence].span;
  const std::string_view gap = document_.text_of({last_end_, span.begin});
  const bool same_paragraph = gap.find('\n') == std::string_view::npos;
  const bool quoted = begins_with_quote(document_.text_of(span));
  // "The minister said:" and the quotation in the paragraph below
  const bool introduced = sentence > 0 && quoted &&
                          document_.text_of(document_.sentences[sentence - 1].span).ends_with(':');
  if (quoted && !open_ && !introduced) {
    auto later = told_at_end(sentence);
    if (!later.empty()) return speakers_ = std::move(later);
  }
  if ((open_ && (same_paragraph || quoted)) || (quoted && same_paragraph) || introduced) {
    return speakers_;
  }
  return {};
}

/// "First sentence. Second sentence," said X: who speaks in the first, too.
std::vector<Party> Quotation::told_at_end(std::uint32_t sentence) const {
  bool open = false;
  for (std::uint32_t s = sentence; s < document_.sentences.size(); ++s) {
    const bool open_before = open;
    open = open_after(document_.text_of(document_.sentences[s].span), open);
    if (open && s - sentence < longest_quotation) continue;
    if (open || s == sentence) return {};
    const SentenceTree tree(document_, document_.sentences[s]);
    return speakers_in(Clauses(tree), parties_, open_before);
  }
  return {};
}

void Quotation::pass(const SentenceAnalysis& analysis) {
  const text::Sentence& sentence = document_.sentences[analysis.sentence()];
  const std::string_view text = document_.text_of(sentence.span);
  // a new paragraph of a quotation opens it anew
  const std::string_view gap = document_.text_of({last_end_, sentence.span.begin});
  if (gap.find('\n') != std::string_view::npos && begins_with_quote(text)) open_ = false;
  const bool open_before = open_;
  open_ = open_after(text, open_);
  last_end_ = sentence.span.end;
  const std::uint32_t here = analysis.sentence();
  if (monologues_[here]) return;
  auto speakers = speakers_in(analysis.clauses(), parties_, open_before);
  const bool introduces = here + 1 < monologues_.size() && monologues_[here + 1] == here;
  if (introduces) statement_of_ = speakers;
  if (!speakers.empty()) speakers_ = std::move(speakers);
}

}  // namespace entente::relations
