// Relations as lines for people: date, triple, what sort it is, and the sentence.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "cli/row_writer.hpp"
#include "cli/session.hpp"

namespace CLI {
class App;
}

namespace entente::cli {

struct RelationTextOptions {
  bool sentences = true;
  std::size_t indent = 0;
};

/// For the rows of store::list_relations:
///   2031-05-08  Free Riders | attack | Strelsau  [ASSAULT, says Ruritania]
///       raid: Ruritania said the Free Riders had attacked Strelsau.
class RelationText : public RowWriter {
 public:
  RelationText(const Session& session, const RelationTextOptions& options);
  void columns(std::span<const std::string_view> names) override;
  void row(std::span<const store::Cell> cells) override;
  void finish() override;

 private:
  std::ostream& out_;
  std::size_t width_;
  RelationTextOptions options_;
};

/// --format, with "text" for people before the formats of rows.
void add_format_option(CLI::App& command, std::string& format);

/// The writer of that format; "text" gives RelationText.
std::unique_ptr<RowWriter> make_relation_writer(const std::string& format, const Session& session,
                                                const RelationTextOptions& options);

/// Rows to the writer, which is finished afterwards; gives how many there were.
template <typename Ask>
std::size_t write_rows(RowWriter& writer, const Ask& ask) {
  std::size_t count = 0;
  ask(store::QuerySink{[&](auto names) { writer.columns(names); },
                       [&](auto cells) {
                         ++count;
                         writer.row(cells);
                       }});
  writer.finish();
  return count;
}

}  // namespace entente::cli
