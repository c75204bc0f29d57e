// entente search: words in, sentences out.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <ostream>

#include "cli/actor_words.hpp"
#include "cli/commands.hpp"
#include "cli/row_writer.hpp"
#include "cli/terminal.hpp"
#include "store/database.hpp"
#include "store/search.hpp"
#include "util/date.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

struct Options {
  store::SearchOptions search;
  std::string format = "text";
  bool actors = false;
};

/// A sentence under a line that says where it stands.
class SentenceText : public RowWriter {
 public:
  explicit SentenceText(const Session& session)
      : out_(session.out), width_(terminal_width(session)) {}

  void columns(std::span<const std::string_view>) override {}
  void row(std::span<const store::Cell> cells) override {
    out_ << cells[0].text;
    if (!cells[1].text.empty()) out_ << ", " << cells[1].text;
    out_ << '\n';
    write_indented(out_, cells[3].text, 4, width_);
  }
  void finish() override {}

 private:
  std::ostream& out_;
  std::size_t width_;
};

int run_search(Session& session, Options options) {
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  if (store::search_expression(options.search.words).empty()) {
    throw Error("there is no word to search for in: " + options.search.words);
  }
  std::size_t found = 0;
  const bool text = options.format == "text" && !options.actors;
  const auto writer =
      text ? std::make_unique<SentenceText>(session)
           : make_row_writer(options.format == "text" ? "table" : options.format, session.out);
  const store::QuerySink sink{[&](auto columns) { writer->columns(columns); },
                              [&](auto cells) {
                                ++found;
                                writer->row(cells);
                              }};
  if (options.actors) {
    store::search_actors(connection, options.search.words, options.search.limit, sink);
  } else {
    for (auto& actor : options.search.actors) actor = actor_meant(session, connection, actor).id;
    if (text && terminal_width(session) != 0) {
      options.search.mark_begin = "\x1b[1m";
      options.search.mark_end = "\x1b[0m";
    }
    store::search_sentences(connection, options.search, sink);
  }
  writer->finish();
  if (found == 0) session.note("nothing is found for: " + options.search.words);
  return exit_done;
}

void check_date(const std::string& words) {
  if (util::Date::parse(words)) return;
  throw CLI::ValidationError(words + " is no date; write 2022, 2022-02 or 2022-02-24");
}

}  // namespace

void add_search(CLI::App& command, Session& session) {
  auto options = std::make_shared<Options>();
  command
      .add_option("words", options->search.words,
                  "words that must all be there; \"in quotes\": as they follow; sanction*: the "
                  "beginning; OR and NOT between words")
      ->required();
  command
      .add_option("--actor", options->search.actors,
                  "sentences that speak of this actor (may be given again)")
      ->type_name("NAME");
  const auto add_date = [&command](const char* flag, std::string& value, const char* help) {
    command
        .add_option_function<std::string>(
            flag,
            [&value](const std::string& words) {
              check_date(words);
              value = words;
            },
            help)
        ->type_name("DATE");
  };
  add_date("--since", options->search.since, "articles of that year, month or day, and later");
  add_date("--until", options->search.until, "articles of that year, month or day, and earlier");
  command.add_option("--limit", options->search.limit, "print the best N; -1: all")
      ->type_name("N")
      ->capture_default_str();
  command.add_flag("--actors", options->actors, "find actors by their names instead");
  auto formats = row_formats();
  formats.insert(formats.begin(), "text");
  command.add_option("--format", options->format, row_formats_help())
      ->check(CLI::IsMember(formats))
      ->capture_default_str();
  add_database_option(command, session);
  command.callback([&session, options] {
    session.action = [&session, options] { return run_search(session, *options); };
  });
}

}  // namespace entente::cli
