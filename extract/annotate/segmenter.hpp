// Raw text to sentences and words.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "extract/annotate/boundary_model.hpp"
#include "extract/annotate/model_file.hpp"
#include "util/text_span.hpp"

namespace entente::annotate {

struct RawWord {
  util::TextSpan span;
  bool continues = false;  ///< a later word of the multiword token before it
};

/// Words of one sentence; never empty.
using RawSentence = std::vector<RawWord>;

/// No sentence has more words than this; longer ones are cut, at punctuation
/// where there is some near the limit.
inline constexpr std::size_t longest_sentence = 200;

class Segmenter {
 public:
  explicit Segmenter(const ModelFile& file);

  /// Sentences of the text outside `skipped` (sorted, apart, of whole characters). A paragraph ends
  /// at an empty line, and at a line break unless the lines are wrapped.
  [[nodiscard]] std::vector<RawSentence> segment(std::string_view text,
                                                 std::span<const util::TextSpan> skipped) const;

 private:
  [[nodiscard]] std::vector<RawWord> words_of(std::string_view text,
                                              util::TextSpan paragraph) const;
  void split(std::string_view text, std::span<const RawWord> words,
             std::vector<RawSentence>& sentences) const;

  BoundaryModel cuts_;
  BoundaryModel ends_;
};

/// Paragraphs of the text outside `skipped`, none empty.
std::vector<util::TextSpan> paragraphs_of(std::string_view text,
                                          std::span<const util::TextSpan> skipped);

/// Chunks between spaces of a paragraph.
std::vector<util::TextSpan> chunks_of(std::string_view text, util::TextSpan paragraph);

}  // namespace entente::annotate
