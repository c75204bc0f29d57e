// Trains the network: treebanks and entity corpora in, a checkpoint out.
#include <torch/torch.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>

#include "train/evaluate.hpp"
#include "train/examples.hpp"
#include "train/export_network.hpp"
#include "train/learn_boundaries.hpp"
#include "train/learn_lemmas.hpp"
#include "util/error.hpp"

namespace entente::train {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<fs::path> treebanks, silver, entities, big_entities, dev, entity_dev;
  fs::path lend, vectors, out, start;
  fs::path pack;  // write the model here instead of training
  int epochs = 10;
  int big_share = 60000;     // words of the big entity corpora an epoch
  int silver_share = 0;      // words of the machine-parsed corpora an epoch
  std::size_t batch = 2000;  // words
  double rate = 2e-3;
  double average = 0.997;  // decay of the running average of the weights
  double decay_to = 0.0;
  std::string favour;  // substrings of document ids that count twice, comma-separated
  NetworkShape shape;
};

Options parse(int argc, char** argv) {
  Options options;
  const std::map<std::string, std::vector<fs::path>*> lists{
      {"--treebank", &options.treebanks},
      {"--silver", &options.silver},
      {"--entities", &options.entities},
      {"--big-entities", &options.big_entities},
      {"--dev", &options.dev},
      {"--entity-dev", &options.entity_dev}};
  const std::map<std::string, fs::path*> paths{{"--lend", &options.lend},
                                               {"--vectors", &options.vectors},
                                               {"--out", &options.out},
                                               {"--start", &options.start},
                                               {"--pack", &options.pack}};
  const std::map<std::string, std::int64_t*> widths{{"--input", &options.shape.input},
                                                    {"--hidden", &options.shape.hidden},
                                                    {"--layers", &options.shape.layers},
                                                    {"--arc", &options.shape.arc},
                                                    {"--label", &options.shape.label}};
  const std::map<std::string, double*> numbers{
      {"--rate", &options.rate},
      {"--average", &options.average},
      {"--dropout", &options.shape.dropout},
      {"--recurrent-dropout", &options.shape.recurrent_dropout}};
  const std::map<std::string, int*> counts{{"--epochs", &options.epochs},
                                           {"--big-share", &options.big_share},
                                           {"--silver-share", &options.silver_share}};
  std::string name;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument.starts_with("--")) {
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

/// Running average of the weights, and the way to evaluate with it.
class Average {
 public:
  Average(Network& network, double decay) : network_(network), decay_(decay) {
    for (const auto& p : network->parameters()) values_.push_back(p.detach().clone());
  }

  void add() {
    ++steps_;
    const auto steps = static_cast<double>(steps_);
    const double decay = std::min(decay_, (1.0 + steps) / (10.0 + steps));
    const auto parameters = network_->parameters();
    for (std::size_t i = 0; i < values_.size(); ++i) {
      values_[i].mul_(decay).add_(parameters[i].detach(), 1.0 - decay);
    }
  }

  void swap() {
    torch::NoGradGuard guard;
    const auto parameters = network_->parameters();
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const torch::Tensor held = parameters[i].detach().clone();
      parameters[i].copy_(values_[i]);
      values_[i] = held;
    }
  }

  std::vector<torch::Tensor>& values() { return values_; }
  void set_steps(std::int64_t steps) { steps_ = steps; }

 private:
  Network& network_;
  double decay_;
  std::int64_t steps_ = 0;
  std::vector<torch::Tensor> values_;
};

class Training {
 public:
  explicit Training(Options options) : options_(std::move(options)), random_(7) {
    fs::create_directories(options_.out);
    read();
    network_ = Network(vocabulary_, options_.shape);
  }

  void run() {
    if (options_.pack.empty()) {
      train();
    } else {
      pack();
    }
  }

 private:
  void pack() {
    torch::load(network_, (options_.out / "best.pt").string());
    annotate::ModelWriter writer;
    const std::vector<Sentence> treebank = read_all(options_.treebanks);
    add_network(writer, network_, options_.shape, vocabulary_, treebank);
    add_lemmas(writer, treebank, vocabulary_);
    add_boundaries(writer, treebank, twice_);
    writer.write(options_.pack);
  }

  void train() {
    torch::optim::Adam optimizer(network_->parameters(),
                                 torch::optim::AdamOptions(options_.rate).betas({0.9, 0.95}));
    if (!options_.start.empty()) torch::load(network_, (options_.start / "best.pt").string());
    Average average(network_, options_.average);
    int epoch = resume(optimizer, average);
    const auto start = std::chrono::steady_clock::now();
    for (; epoch < options_.epochs; ++epoch) {
      const auto batches = shuffled_batches(epoch_examples(), options_.batch, random_);
      if (steps_per_epoch_ == 0) steps_per_epoch_ = static_cast<double>(batches.size());
      double loss = 0;
      for (const auto& group : batches) {
        loss += step(optimizer, average, group);
        if (std::isnan(loss)) throw Error("the loss is not a number: lower the learning rate");
      }
      const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
      std::printf("epoch %d, %.1f min, %zu batches, loss %.3f\n", epoch + 1, spent.count() / 60,
                  batches.size(), loss / static_cast<double>(batches.size()));
      average.swap();
      for (std::size_t i = 0; i < dev_.size(); ++i)
        report(dev_names_[i], evaluate(network_, dev_[i]));
      torch::save(network_, (options_.out / "best.pt").string());
      average.swap();
      save(optimizer, average, epoch + 1);
      std::fflush(stdout);
    }
  }

  void read() {
    std::vector<Sentence> treebank = read_all(options_.treebanks);
    std::vector<Sentence> entities = read_all(options_.entities);
    if (!options_.lend.empty()) {
      auto rest = lend_entities(treebank, read_iob(options_.lend));
      std::printf("%zu sentences of the lender stay apart\n", rest.size());
      std::move(rest.begin(), rest.end(), std::back_inserter(entities));
    }
    std::vector<Sentence> big = read_all(options_.big_entities);
    std::vector<Sentence> silver = read_all(options_.silver);
    std::vector<Sentence> all = treebank;
    all.insert(all.end(), entities.begin(), entities.end());
    all.insert(all.end(), big.begin(), big.end());
    vocabulary_ = collect_vocabulary(all);
    read_vectors(vocabulary_, options_.vectors);
    std::printf(
        "%zu treebank, %zu entity, %zu big entity, %zu silver sentences; %zu words, %zu vectors, "
        "%zu feats\n",
        treebank.size(), entities.size(), big.size(), silver.size(), vocabulary_.ids[0].size(),
        vocabulary_.vector_ids.size(), vocabulary_.feats.size());
    for (const Sentence& sentence : treebank)
      twice_.push_back(favoured(sentence.document, options_.favour));
    treebank_ = to_examples(treebank, vocabulary_);
    entities_ = to_examples(entities, vocabulary_);
    big_ = to_examples(big, vocabulary_);
    silver_ = to_examples(silver, vocabulary_);
    for (const auto* list : {&options_.dev, &options_.entity_dev}) {
      for (const fs::path& path : *list) {
        dev_.push_back(to_examples(read_all({path}), vocabulary_));
        dev_names_.push_back(path.stem().string());
      }
    }
    std::fflush(stdout);
  }

  void add_share(std::vector<const Example*>& chosen, const std::vector<Example>& from, int words) {
    if (from.empty()) return;
    std::uniform_int_distribution<std::size_t> pick(0, from.size() - 1);
    while (words > 0) {
      const Example& example = from[pick(random_)];
      chosen.push_back(&example);
      words -= static_cast<int>(example.size());
    }
  }

  std::vector<const Example*> epoch_examples() {
    std::vector<const Example*> chosen;
    for (std::size_t i = 0; i < treebank_.size(); ++i) {
      chosen.push_back(&treebank_[i]);
      if (twice_[i]) chosen.push_back(&treebank_[i]);
    }
    for (const Example& example : entities_) chosen.push_back(&example);
    add_share(chosen, big_, options_.big_share);
    add_share(chosen, silver_, options_.silver_share);
    return chosen;
  }

  double step(torch::optim::Adam& optimizer, Average& average,
              const std::vector<const Example*>& group) {
    const double total = steps_per_epoch_ * options_.epochs;
    const double done = static_cast<double>(step_++) / total;
    const double rate =
        options_.rate * std::min(1.0, static_cast<double>(step_) / 200.0) * (1.0 - done);
    for (auto& g : optimizer.param_groups()) {
      static_cast<torch::optim::AdamOptions&>(g.options()).lr(std::max(rate, 1e-5));
    }
    const torch::Tensor loss = loss_of(network_, make_batch(group, &random_));
    if (!loss.requires_grad()) return 0;
    optimizer.zero_grad();
    loss.backward();
    torch::nn::utils::clip_grad_norm_(network_->parameters(), 5.0);
    optimizer.step();
    average.add();
    return loss.item<double>();
  }

  void save(torch::optim::Adam& optimizer, Average& average, int epoch) {
    torch::serialize::OutputArchive archive;
    network_->save(archive);
    archive.write("done_epochs", torch::tensor(epoch));
    archive.write("done_steps", torch::tensor(step_));
    archive.write("steps_per_epoch", torch::tensor(steps_per_epoch_));
    for (std::size_t i = 0; i < average.values().size(); ++i) {
      archive.write("average" + std::to_string(i), average.values()[i]);
    }
    archive.save_to((options_.out / "state.tmp").string());
    torch::save(optimizer, (options_.out / "optimizer.pt").string());
    fs::rename(options_.out / "state.tmp", options_.out / "state.pt");
  }

  int resume(torch::optim::Adam& optimizer, Average& average) {
    const fs::path path = options_.out / "state.pt";
    if (!fs::exists(path)) return 0;
    torch::serialize::InputArchive archive;
    archive.load_from(path.string());
    network_->load(archive);
    torch::load(optimizer, (options_.out / "optimizer.pt").string());
    torch::Tensor value;
    archive.read("done_steps", value);
    step_ = value.item<std::int64_t>();
    average.set_steps(step_);
    archive.read("steps_per_epoch", value);
    steps_per_epoch_ = value.item<double>();
    for (std::size_t i = 0; i < average.values().size(); ++i) {
      archive.read("average" + std::to_string(i), average.values()[i]);
    }
    archive.read("done_epochs", value);
    random_.seed(static_cast<unsigned>(step_) + 7);
    std::printf("going on after epoch %d\n", value.item<int>());
    return value.item<int>();
  }

  Options options_;
  std::mt19937 random_;
  Vocabulary vocabulary_;
  std::vector<Example> treebank_, entities_, big_, silver_;
  std::vector<bool> twice_;
  std::vector<std::vector<Example>> dev_;
  std::vector<std::string> dev_names_;
  Network network_{nullptr};
  std::int64_t step_ = 0;
  double steps_per_epoch_ = 0;
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
