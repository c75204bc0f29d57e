// Trains a network: treebanks and entity corpora in, a checkpoint and a model file out.
#include <torch/torch.h>

#include <cstdio>
#include <iostream>
#include <map>

#include "train/evaluate.hpp"
#include "train/examples.hpp"
#include "train/export_network.hpp"
#include "train/learn_boundaries.hpp"
#include "train/learn_lemmas.hpp"
#include "train/trainer.hpp"
#include "util/error.hpp"

namespace entente::train {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<fs::path> treebanks, silver, entities, often, big_entities, dev, entity_dev, verbs;
  fs::path lend, vectors, facts, irregular, out;
  fs::path pack;          // write the model here instead of training
  fs::path into;          // with --names: the model file that holds the rest
  bool names = false;     // train the name network instead of the tagger and parser
  int times = 3;          // how often an epoch sees the corpora of --often
  int big_share = 60000;  // words of the big entity corpora an epoch
  int silver_share = 0;   // words of the machine-parsed corpora an epoch
  std::string favour;     // substrings of document ids that count twice, comma-separated
  NetworkShape shape;
  Schedule schedule;
};

Options parse(int argc, char** argv) {
  Options options;
  const std::map<std::string, std::vector<fs::path>*> lists{
      {"--treebank", &options.treebanks},
      {"--silver", &options.silver},
      {"--entities", &options.entities},
      {"--often", &options.often},
      {"--verbs", &options.verbs},
      {"--big-entities", &options.big_entities},
      {"--dev", &options.dev},
      {"--entity-dev", &options.entity_dev}};
  const std::map<std::string, fs::path*> paths{
      {"--lend", &options.lend},   {"--vectors", &options.vectors},     {"--out", &options.out},
      {"--facts", &options.facts}, {"--irregular", &options.irregular}, {"--pack", &options.pack},
      {"--into", &options.into}};
  const std::map<std::string, std::int64_t*> widths{{"--input", &options.shape.input},
                                                    {"--hidden", &options.shape.hidden},
                                                    {"--layers", &options.shape.layers},
                                                    {"--arc", &options.shape.arc},
                                                    {"--label", &options.shape.label}};
  const std::map<std::string, double*> numbers{
      {"--rate", &options.schedule.rate},
      {"--average", &options.schedule.average},
      {"--dropout", &options.shape.dropout},
      {"--recurrent-dropout", &options.shape.recurrent_dropout}};
  const std::map<std::string, int*> counts{{"--epochs", &options.schedule.epochs},
                                           {"--times", &options.times},
                                           {"--big-share", &options.big_share},
                                           {"--silver-share", &options.silver_share}};
  std::string name;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--names") {
      options.names = true;
    } else if (argument.starts_with("--")) {
      name = argument;
    } else if (const auto list = lists.find(name); list != lists.end()) {
      list->second->push_back(argument);
    } else if (const auto path = paths.find(name); path != paths.end()) {
      *path->second = argument;
    } else if (const auto width = widths.find(name); width != widths.end()) {
      *width->second = std::stol(argument);
    } else if (const auto number = numbers.find(name); number != numbers.end()) {
      *number->second = std::stod(argument);
    } else if (const auto count = counts.find(name); count != counts.end()) {
      *count->second = std::stoi(argument);
    } else if (name == "--favour") {
      options.favour = argument;
    } else {
      throw Error("unknown option " + name);
    }
  }
  return options;
}

std::vector<Sentence> read_all(const std::vector<fs::path>& paths) {
  std::vector<Sentence> all;
  for (const fs::path& path : paths) {
    std::vector<Sentence> part = path.extension() == ".conllu" ? read_conllu(path) : read_iob(path);
    std::move(part.begin(), part.end(), std::back_inserter(all));
  }
  return all;
}

bool favoured(const std::string& document, const std::string& list) {
  std::size_t begin = 0;
  while (begin < list.size()) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    if (document.find(list.substr(begin, end - begin)) != std::string::npos) return true;
    begin = end + 1;
  }
  return false;
}

class Training {
 public:
  explicit Training(Options options) : options_(std::move(options)) {
    fs::create_directories(options_.out);
    read();
  }

  void run() {
    options_.shape.facts = !options_.facts.empty();
    if (options_.names) {
      NameNetwork network(vocabulary_, options_.shape);
      run(network);
    } else {
      Network network(vocabulary_, options_.shape);
      run(network);
    }
  }

 private:
  template <typename Net>
  void run(Net& network) {
    if (!options_.pack.empty()) {
      torch::load(network, (options_.out / "best.pt").string());
      pack(network);
      return;
    }
    Trainer<Net> trainer(network, options_.schedule, options_.out);
    trainer.run([this](std::mt19937& random) { return epoch_examples(random); },
                [this](Net& net) {
                  for (std::size_t i = 0; i < dev_.size(); ++i) {
                    report(dev_names_[i], evaluate(net, dev_[i]));
                  }
                });
  }

  void pack(Network& network) {
    annotate::ModelWriter writer;
    const std::vector<Sentence> treebank = read_all(options_.treebanks);
    add_network(writer, network, options_.shape, vocabulary_, treebank);
    add_lemmas(writer, treebank, vocabulary_, read_verb_forms(options_.verbs, options_.irregular));
    add_boundaries(writer, treebank, twice_);
    writer.write(options_.pack);
  }

  /// Adds the names to the model file that the other network was packed into.
  void pack(NameNetwork& network) {
    annotate::ModelWriter writer;
    writer.add_all(annotate::ModelFile(options_.into));
    add_names(writer, network, options_.shape, vocabulary_);
    writer.write(options_.pack);
  }

  /// Sentences of all files, without their trees where they would go unused.
  [[nodiscard]] std::vector<Sentence> read_for_training(const std::vector<fs::path>& paths) const {
    std::vector<Sentence> sentences = read_all(paths);
    if (options_.names) {
      for (Sentence& sentence : sentences) sentence.parsed = false;
    }
    return sentences;
  }

  void read() {
    std::vector<Sentence> treebank = read_for_training(options_.treebanks);
    std::vector<Sentence> entities = read_for_training(options_.entities);
    if (!options_.lend.empty()) {
      auto rest = lend_entities(treebank, read_iob(options_.lend));
      std::printf("%zu sentences of the lender stay apart\n", rest.size());
      std::move(rest.begin(), rest.end(), std::back_inserter(entities));
    }
    const std::vector<Sentence> often = read_for_training(options_.often);
    std::vector<Sentence> big = read_for_training(options_.big_entities);
    std::vector<Sentence> silver = read_for_training(options_.silver);
    std::vector<Sentence> all = treebank;
    all.insert(all.end(), entities.begin(), entities.end());
    all.insert(all.end(), often.begin(), often.end());
    all.insert(all.end(), big.begin(), big.end());
    vocabulary_ = collect_vocabulary(all);
    read_vectors(vocabulary_, options_.vectors);
    if (!options_.facts.empty()) read_facts(vocabulary_, options_.facts);
    std::printf(
        "%zu treebank, %zu entity, %zu big entity, %zu silver sentences; %zu words, %zu vectors, "
        "%zu feats\n",
        treebank.size(), entities.size(), big.size(), silver.size(), vocabulary_.ids[0].size(),
        vocabulary_.vector_ids.size(), vocabulary_.feats.size());
    for (const Sentence& sentence : treebank)
      twice_.push_back(favoured(sentence.document, options_.favour));
    treebank_ = to_examples(treebank, vocabulary_);
    entities_ = to_examples(entities, vocabulary_);
    often_ = to_examples(often, vocabulary_);
    big_ = to_examples(big, vocabulary_);
    silver_ = to_examples(silver, vocabulary_);
    for (const auto* list : {&options_.dev, &options_.entity_dev}) {
      for (const fs::path& path : *list) {
        dev_.push_back(to_examples(read_for_training({path}), vocabulary_));
        dev_names_.push_back(path.stem().string());
      }
    }
    std::fflush(stdout);
  }

  static void add_share(std::vector<const Example*>& chosen, const std::vector<Example>& from,
                        int words, std::mt19937& random) {
    if (from.empty()) return;
    std::uniform_int_distribution<std::size_t> pick(0, from.size() - 1);
    while (words > 0) {
      const Example& example = from[pick(random)];
      chosen.push_back(&example);
      words -= static_cast<int>(example.size());
    }
  }

  std::vector<const Example*> epoch_examples(std::mt19937& random) {
    std::vector<const Example*> chosen;
    for (std::size_t i = 0; i < treebank_.size(); ++i) {
      chosen.push_back(&treebank_[i]);
      if (twice_[i]) chosen.push_back(&treebank_[i]);
    }
    for (const Example& example : entities_) chosen.push_back(&example);
    for (int i = 0; i < options_.times; ++i) {
      for (const Example& example : often_) chosen.push_back(&example);
    }
    add_share(chosen, big_, options_.big_share, random);
    add_share(chosen, silver_, options_.silver_share, random);
    return chosen;
  }

  Options options_;
  Vocabulary vocabulary_;
  std::vector<Example> treebank_, entities_, often_, big_, silver_;
  std::vector<bool> twice_;
  std::vector<std::vector<Example>> dev_;
  std::vector<std::string> dev_names_;
};

}  // namespace
}  // namespace entente::train

int main(int argc, char** argv) {
  try {
    torch::manual_seed(1);
    torch::set_num_threads(1);
    entente::train::Training(entente::train::parse(argc, argv)).run();
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
