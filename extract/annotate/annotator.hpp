// Raw text to sentences, words, tags, trees and entity names.
#pragma once

#include <filesystem>
#include <memory>

#include "extract/text/document.hpp"

namespace entente::annotate {

/// Fills Document::sentences and Document::tokens. Loading reads one model file;
/// after that the object never changes, so threads may share it. The same
/// document gives the same layer whatever the thread or batch.
class Annotator {
 public:
  /// Throws ModelError if the file is missing, damaged, or made for other features.
  explicit Annotator(const std::filesystem::path& model);
  ~Annotator();
  Annotator(Annotator&&) noexcept;
  Annotator& operator=(Annotator&&) noexcept;

  /// Splits the text (outside Document::furniture) and annotates it.
  void annotate(text::Document& document) const;
  /// Keeps the sentences and tokens that are there (forms, spans, multiword
  /// marks) and sets tags, lemmas, features, trees and names anew.
  void annotate_tokens(text::Document& document) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente::annotate
