// entente annotate: what the language engine makes of a text.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "extract/annotate/annotator.hpp"
#include "extract/annotate/conllu.hpp"
#include "extract/pipeline/pipeline.hpp"
#include "extract/read/raw_text.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

struct AnnotateOptions {
  std::vector<std::string> files{"-"};
  std::string format = "conllu";
  std::string input = "text";
  std::string model;
  std::string output = "-";
};

/// Whole corpora come as one text here.
constexpr std::size_t most_bytes = 64u << 20;

class AnnotateRun {
 public:
  AnnotateRun(Session& session, const AnnotateOptions& options)
      : session_(session),
        options_(options),
        annotator_(pipeline::find_model(options.model)),
        output_(session, options.output) {}

  void file(const std::string& path) {
    if (path == "-") return stream(session_.in, path);
    std::ifstream in(path, std::ios::binary);
    if (!in || std::filesystem::is_directory(path)) {
      throw InputError(path, 0, "cannot be read; name a file, or - for standard input");
    }
    stream(in, path);
  }

  void close() { output_.close(); }

 private:
  void stream(std::istream& in, const std::string& path) {
    if (options_.input == "conllu") {
      for (text::Document& document : annotate::read_conllu(in, path)) {
        annotator_.annotate_tokens(document);
        write(document);
      }
      return;
    }
    std::ostringstream bytes;
    bytes << in.rdbuf();
    text::Document document;
    document.path = path;
    if (path != "-") document.id = std::filesystem::path(path).stem().string();
    read::Sink sink;
    sink.note = [this](const InputError& error) { session_.note(error.what()); };
    read::Options reading;
    reading.limits.document_bytes = most_bytes;
    const std::string raw = std::move(bytes).str();
    if (raw.find_first_not_of(" \t\r\n") == std::string::npos) return;
    document.text = read::clean_text(raw, {path, document.id, reading, sink}, 0);
    annotator_.annotate(document);
    write(document);
  }

  void write(const text::Document& document) {
    if (options_.format == "json") {
      annotate::write_json(document, output_.stream());
    } else {
      annotate::write_conllu(document, output_.stream());
    }
  }

  Session& session_;
  const AnnotateOptions& options_;
  annotate::Annotator annotator_;
  Output output_;
};

int run_annotate(Session& session, const AnnotateOptions& options) {
  AnnotateRun run(session, options);
  for (const std::string& path : options.files) run.file(path);
  run.close();
  return exit_done;
}

}  // namespace

void add_annotate(CLI::App& command, Session& session) {
  auto options = std::make_shared<AnnotateOptions>();
  command.add_option("files", options->files, "texts; - is standard input")
      ->type_name("FILE")
      ->capture_default_str();
  command
      .add_option("--format", options->format,
                  "what to print: CoNLL-U, or JSON Lines with a sentence each")
      ->check(CLI::IsMember({"conllu", "json"}))
      ->capture_default_str();
  command
      .add_option("--input", options->input,
                  "what the files are: plain text, or CoNLL-U whose words and sentences are kept")
      ->check(CLI::IsMember({"text", "conllu"}))
      ->capture_default_str();
  command.add_option("--model", options->model, "the language model")->type_name("FILE");
  command.add_option("-o,--output", options->output, "where to write; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  command.callback([&session, options] {
    session.action = [&session, options] { return run_annotate(session, *options); };
  });
}

}  // namespace entente::cli
