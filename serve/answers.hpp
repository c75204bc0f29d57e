// What the explorer's server answers. Every answer opens the database anew, so that threads share
// nothing and a build may go on beside it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "graph/selection.hpp"
#include "serve/site.hpp"
#include "store/query.hpp"

namespace entente::serve {

struct AnswerOptions {
  std::string database;
  std::string title;
  graph::Selection first;  ///< what the page shows when it opens
  store::QueryLimits sql;
};

class Answers final : public Site {
 public:
  /// Reads what the page opens with. Throws Error if the database cannot be read, the selection
  /// means nothing, or the explorer was not built.
  explicit Answers(AnswerOptions options);

  [[nodiscard]] const std::string& page() const override { return page_; }
  [[nodiscard]] std::string search(std::string_view words) const override;
  [[nodiscard]] std::string neighbours(std::string_view id, std::size_t limit) const override;
  [[nodiscard]] std::string path(std::string_view from, std::string_view to) const override;
  [[nodiscard]] std::string sql(std::string_view query) const override;

 private:
  AnswerOptions options_;
  std::string page_;
};

}  // namespace entente::serve
