// One training run of a network: steps, running average of the weights,
// checkpoints, and going on after a stop.
#pragma once

#include <torch/torch.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "train/examples.hpp"
#include "util/error.hpp"

namespace entente::train {

struct Schedule {
  int epochs = 10;
  std::size_t batch = 2000;  ///< words
  double rate = 2e-3;        ///< at its highest; falls linearly to 0
  double average = 0.997;    ///< decay of the running average of the weights
};

/// Running average of the weights, and the way to evaluate with it.
template <typename Net>
class Average {
 public:
  Average(Net& network, double decay) : network_(network), decay_(decay) {
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
  Net& network_;
  double decay_;
  std::int64_t steps_ = 0;
  std::vector<torch::Tensor> values_;
};

template <typename Net>
class Trainer {
 public:
  /// `choose` gives the sentences of an epoch; `report` sees the averaged network after each.
  using Choose = std::function<std::vector<const Example*>(std::mt19937&)>;
  using Report = std::function<void(Net&)>;

  Trainer(Net& network, const Schedule& schedule, std::filesystem::path out)
      : network_(network),
        schedule_(schedule),
        out_(std::move(out)),
        optimizer_(network->parameters(),
                   torch::optim::AdamOptions(schedule.rate).betas({0.9, 0.95})),
        average_(network, schedule.average),
        random_(7) {}

  void run(const Choose& choose, const Report& report) {
    const auto start = std::chrono::steady_clock::now();
    for (int epoch = resume(); epoch < schedule_.epochs; ++epoch) {
      const auto batches = shuffled_batches(choose(random_), schedule_.batch, random_);
      if (steps_per_epoch_ == 0) steps_per_epoch_ = static_cast<double>(batches.size());
      double loss = 0;
      for (const auto& group : batches) {
        loss += step(group);
        if (std::isnan(loss)) throw Error("the loss is not a number: lower the learning rate");
      }
      const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
      std::printf("epoch %d, %.1f min, %zu batches, loss %.3f\n", epoch + 1, spent.count() / 60,
                  batches.size(), loss / static_cast<double>(batches.size()));
      average_.swap();
      report(network_);
      torch::save(network_, (out_ / "best.pt").string());
      average_.swap();
      save(epoch + 1);
      std::fflush(stdout);
    }
  }

 private:
  double step(const std::vector<const Example*>& group) {
    const double total = steps_per_epoch_ * schedule_.epochs;
    const double done = static_cast<double>(step_++) / total;
    const double rate =
        schedule_.rate * std::min(1.0, static_cast<double>(step_) / 200.0) * (1.0 - done);
    for (auto& g : optimizer_.param_groups()) {
      static_cast<torch::optim::AdamOptions&>(g.options()).lr(std::max(rate, 1e-5));
    }
    const torch::Tensor loss = loss_of(network_, make_batch(group, &random_));
    if (!loss.requires_grad()) return 0;
    optimizer_.zero_grad();
    loss.backward();
    torch::nn::utils::clip_grad_norm_(network_->parameters(), 5.0);
    optimizer_.step();
    average_.add();
    return loss.template item<double>();
  }

  void save(int epoch) {
    torch::serialize::OutputArchive archive;
    network_->save(archive);
    archive.write("done_epochs", torch::tensor(epoch));
    archive.write("done_steps", torch::tensor(step_));
    archive.write("steps_per_epoch", torch::tensor(steps_per_epoch_));
    for (std::size_t i = 0; i < average_.values().size(); ++i) {
      archive.write("average" + std::to_string(i), average_.values()[i]);
    }
    archive.save_to((out_ / "state.tmp").string());
    torch::save(optimizer_, (out_ / "optimizer.pt").string());
    std::filesystem::rename(out_ / "state.tmp", out_ / "state.pt");
  }

  /// Number of whole epochs done before.
  int resume() {
    const std::filesystem::path path = out_ / "state.pt";
    if (!std::filesystem::exists(path)) return 0;
    torch::serialize::InputArchive archive;
    archive.load_from(path.string());
    network_->load(archive);
    torch::load(optimizer_, (out_ / "optimizer.pt").string());
    torch::Tensor value;
    archive.read("done_steps", value);
    step_ = value.item<std::int64_t>();
    average_.set_steps(step_);
    archive.read("steps_per_epoch", value);
    steps_per_epoch_ = value.item<double>();
    for (std::size_t i = 0; i < average_.values().size(); ++i) {
      archive.read("average" + std::to_string(i), average_.values()[i]);
    }
    archive.read("done_epochs", value);
    random_.seed(static_cast<unsigned>(step_) + 7);
    std::printf("going on after epoch %d\n", value.item<int>());
    return value.item<int>();
  }

  Net& network_;
  Schedule schedule_;
  std::filesystem::path out_;
  torch::optim::Adam optimizer_;
  Average<Net> average_;
  std::mt19937 random_;
  std::int64_t step_ = 0;
  double steps_per_epoch_ = 0;
};

}  // namespace entente::train
