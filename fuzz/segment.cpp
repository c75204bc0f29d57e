// Text to sentences and words.
#include "extract/annotate/segmenter.hpp"
#include "fuzz/input.hpp"
#include "util/utf8.hpp"

using namespace entente;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const annotate::ModelFile model(ENTENTE_MODEL);
  static const annotate::Segmenter segmenter(model);
  fuzz::Input input(data, size);
  const util::TextSpan skipped{input.byte(), static_cast<std::uint32_t>(input.byte() + 256)};
  const auto text = input.rest();
  if (util::first_invalid_utf8(text)) return 0;
  std::vector<util::TextSpan> furniture;
  // The segmenter is given whole characters to leave out.
  const auto starts_character = [&](std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  if (skipped.begin % 2 == 1 && skipped.end <= text.size() && starts_character(skipped.begin) &&
      starts_character(skipped.end)) {
    furniture.push_back(skipped);
  }
  std::uint32_t end = 0;
  for (const auto& sentence : segmenter.segment(text, furniture)) {
    fuzz::must(!sentence.empty() && sentence.size() <= annotate::longest_sentence,
               "sentences are bounded");
    for (const auto& word : sentence) {
      fuzz::must(
          word.span.begin >= end && word.span.begin < word.span.end && word.span.end <= text.size(),
          "words stand in order");
      fuzz::must(!util::first_invalid_utf8(text.substr(word.span.begin, word.span.size())),
                 "words are whole characters");
      end = word.span.end;
    }
  }
  return 0;
}
