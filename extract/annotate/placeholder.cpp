// Stands in for the annotator: no sentence is found.
#include "extract/annotate/annotator.hpp"

namespace entente::annotate {

class Annotator::Impl {};

Annotator::Annotator(const std::filesystem::path&) {}
Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;

void Annotator::annotate(text::Document&) const {}
void Annotator::annotate_tokens(text::Document&) const {}

}  // namespace entente::annotate
