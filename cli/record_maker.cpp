#include "cli/record_maker.hpp"

#include <utility>

#include "cli/document_record.hpp"
#include "util/error.hpp"

namespace entente::cli {

void RecordMaker::make(Item& item) {
  try {
    auto relations = pipeline().run(item.document);
    item.words = item.document.tokens.size();
    item.record = document_record(std::move(item.document), std::move(relations));
  } catch (const ModelError&) {
    item.fatal = std::current_exception();
  } catch (const std::exception& error) {
    item.error = error.what();
  }
}

const pipeline::Pipeline& RecordMaker::pipeline() {
  const std::lock_guard lock(loading_);
  if (!pipeline_) {
    auto chosen = options_;
    chosen.model = pipeline::find_model(chosen.model);
    pipeline_.emplace(chosen);
  }
  return *pipeline_;
}

}  // namespace entente::cli
