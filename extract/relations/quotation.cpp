#include "extract/relations/quotation.hpp"

#include <string_view>
#include <utility>

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

}  // namespace

std::vector<Party> Quotation::speakers_of(std::uint32_t sentence) const {
  const util::TextSpan span = document_.sentences[sentence].span;
  const std::string_view gap = document_.text_of({last_end_, span.begin});
  const bool same_paragraph = gap.find('\n') == std::string_view::npos;
  const bool quoted = begins_with_quote(document_.text_of(span));
  if ((open_ && (same_paragraph || quoted)) || (quoted && same_paragraph)) return speakers_;
  return {};
}

void Quotation::pass(const SentenceAnalysis& analysis) {
  const text::Sentence& sentence = document_.sentences[analysis.sentence()];
  open_ = open_after(document_.text_of(sentence.span), open_);
  last_end_ = sentence.span.end;
  for (const Predication& predication : analysis.clauses().predications()) {
    if (predication.kind != PredicationKind::verb) continue;
    if (operator_of(analysis.tree(), predication) != Operator::say) continue;
    const Argument* subject = argument(predication, "subj");
    if (subject == nullptr) continue;
    auto speakers = analysis.parties(subject->token, Reach::owner);
    if (!speakers.empty()) {
      speakers_ = std::move(speakers);
      return;
    }
  }
}

}  // namespace entente::relations
