#include "cli/relation_text.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <ostream>

#include "cli/terminal.hpp"
#include "store/relation_list.hpp"

namespace entente::cli {
namespace {

using store::RelationColumn;

constexpr std::size_t date_width = 10;
constexpr const char* text_format = "text";

std::string_view at(std::span<const store::Cell> cells, RelationColumn column) {
  return cells[static_cast<std::size_t>(column)].text;
}

}  // namespace

RelationText::RelationText(const Session& session, const RelationTextOptions& options)
    : out_(session.out), width_(terminal_width(session)), options_(options) {}

void RelationText::columns(std::span<const std::string_view>) {}

void RelationText::row(std::span<const store::Cell> cells) {
  const auto date = at(cells, RelationColumn::date);
  out_ << std::string(options_.indent, ' ') << date
       << std::string(date_width - date.size() + 2, ' ') << at(cells, RelationColumn::subject)
       << " | ";
  if (at(cells, RelationColumn::polarity) == "negated") out_ << "not ";
  out_ << at(cells, RelationColumn::relation) << " | " << at(cells, RelationColumn::object) << "  ["
       << at(cells, RelationColumn::type);
  const auto modality = at(cells, RelationColumn::modality);
  if (modality != "actual") out_ << ", " << modality;
  const auto source = at(cells, RelationColumn::attribution);
  if (!source.empty()) out_ << ", says " << source;
  out_ << "]\n";
  if (!options_.sentences) return;
  std::string told(at(cells, RelationColumn::document));
  const auto sentence = at(cells, RelationColumn::sentence);
  if (!sentence.empty()) (told += ": ") += sentence;
  write_indented(out_, told, options_.indent + date_width + 2, width_);
}

void RelationText::finish() {}

void add_format_option(CLI::App& command, std::string& format) {
  auto formats = row_formats();
  formats.insert(formats.begin(), text_format);
  command.add_option("--format", format, row_formats_help())
      ->check(CLI::IsMember(formats))
      ->capture_default_str();
}

std::unique_ptr<RowWriter> make_relation_writer(const std::string& format, const Session& session,
                                                const RelationTextOptions& options) {
  if (format != text_format) return make_row_writer(format, session.out);
  return std::make_unique<RelationText>(session, options);
}

}  // namespace entente::cli
