// All stages on one text: every relation rests on words of a sentence.
#include "extract/pipeline/pipeline.hpp"

#include "fuzz/input.hpp"
#include "util/utf8.hpp"

using namespace entente;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const pipeline::Pipeline stages({ENTENTE_MODEL, {}, {}});
  const auto text = fuzz::as_text(data, size);
  if (util::first_invalid_utf8(text) || text.find('\0') != std::string_view::npos) return 0;
  text::Document document;
  document.id = "input";
  document.text = text;
  document.date = util::Date{2031, 5, 6};
  for (const auto& relation : stages.run(document)) {
    fuzz::must(!relation.evidence.empty(), "a relation has evidence");
    fuzz::must(!relation.subject.empty() && !relation.object.empty(), "a relation has two ends");
    for (const auto& evidence : relation.evidence) {
      fuzz::must(evidence.sentence.end <= text.size(), "a sentence is in the text");
      fuzz::must(!evidence.subject.empty() && evidence.sentence.contains(evidence.subject),
                 "the subject's words are in the sentence");
      fuzz::must(!evidence.object.empty() && evidence.sentence.contains(evidence.object),
                 "the object's words are in the sentence");
      fuzz::must(evidence.sentence.contains(evidence.predicate),
                 "the predicate's words are in the sentence");
      fuzz::must(evidence.confidence > 0 && evidence.confidence <= 1, "confidence is a share");
    }
  }
  return 0;
}
