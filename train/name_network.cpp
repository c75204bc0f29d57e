#include "train/name_network.hpp"

namespace entente::train {
namespace {

constexpr double impossible = -1e4;
constexpr double chain_share = 0.5;  // of the loss; the rest looks at each word alone

bool may_follow(int tag, int before) {
  const bool inside = tag > 0 && tag % 2 == 0;
  return !inside || before == tag || before + 1 == tag;
}

/// 0 where a tag may follow another, else very low.
torch::Tensor allowed() {
  torch::Tensor table = torch::zeros({entity_tags, entity_tags});
  for (int before = 0; before < entity_tags; ++before) {
    for (int tag = 0; tag < entity_tags; ++tag) {
      if (!may_follow(tag, before)) table[before][tag] = impossible;
    }
  }
  return table;
}

}  // namespace

NameNetworkImpl::NameNetworkImpl(const Vocabulary& vocabulary, const EncoderShape& shape)
    : EncoderImpl(vocabulary, shape) {
  entity_ = linear("entity", 2 * shape.hidden, entity_tags);
  transitions_ = register_parameter("transitions", torch::zeros({entity_tags, entity_tags}));
}

torch::Tensor NameNetworkImpl::forward(const Batch& batch) { return entity_(encode(batch)); }

torch::Tensor NameNetworkImpl::chain_loss(const torch::Tensor& scores, const Batch& batch) const {
  const torch::Tensor table = transitions_ + allowed();
  const torch::Tensor gold = scores.gather(1, batch.entity.unsqueeze(1)).sum();
  torch::Tensor links = torch::zeros({});
  torch::Tensor all = scores.narrow(0, 0, batch.step_sizes[0]) + table[0].unsqueeze(0);
  links = links + table[0].index_select(0, batch.entity.narrow(0, 0, batch.step_sizes[0])).sum();
  torch::Tensor total = torch::zeros({});
  std::int64_t begin = batch.step_sizes[0];
  std::int64_t before = 0;
  for (std::size_t t = 1; t < batch.step_sizes.size(); ++t) {
    const std::int64_t rows = batch.step_sizes[t];
    const std::int64_t ended = batch.step_sizes[t - 1] - rows;
    if (ended > 0) total = total + torch::logsumexp(all.narrow(0, rows, ended), 1).sum();
    all = torch::logsumexp(all.narrow(0, 0, rows).unsqueeze(2) + table.unsqueeze(0), 1) +
          scores.narrow(0, begin, rows);
    const torch::Tensor pairs =
        batch.entity.narrow(0, before, rows) * entity_tags + batch.entity.narrow(0, begin, rows);
    links = links + table.view({-1}).index_select(0, pairs).sum();
    before = begin;
    begin += rows;
  }
  total = total + torch::logsumexp(all, 1).sum();
  return (total - gold - links) / static_cast<double>(scores.size(0));
}

torch::Tensor NameNetworkImpl::best_tags(const torch::Tensor& scores, const Batch& batch) const {
  const torch::Tensor table = transitions_ + allowed();
  std::vector<torch::Tensor> back;
  torch::Tensor best = scores.narrow(0, 0, batch.step_sizes[0]) + table[0].unsqueeze(0);
  std::vector<torch::Tensor> last;  // of the sentences that end at each step
  std::int64_t begin = batch.step_sizes[0];
  std::vector<torch::Tensor> bests{best};
  for (std::size_t t = 1; t < batch.step_sizes.size(); ++t) {
    const std::int64_t rows = batch.step_sizes[t];
    const auto [value, from] = (best.narrow(0, 0, rows).unsqueeze(2) + table.unsqueeze(0)).max(1);
    best = value + scores.narrow(0, begin, rows);
    back.push_back(from);
    bests.push_back(best);
    begin += rows;
  }
  std::vector<torch::Tensor> tags(batch.step_sizes.size());
  torch::Tensor next;
  for (std::size_t t = batch.step_sizes.size(); t-- > 0;) {
    torch::Tensor here = bests[t].argmax(1);
    if (next.defined()) {
      here.narrow(0, 0, next.size(0)).copy_(back[t].gather(1, next.unsqueeze(1)).squeeze(1));
    }
    tags[t] = here;
    next = here;
  }
  return torch::cat(tags, 0);
}

torch::Tensor loss_of(NameNetwork& network, const Batch& batch) {
  const torch::Tensor scores = network->forward(batch);
  return network->chain_loss(scores, batch) * chain_share +
         classes_loss(scores, batch.entity) * (1.0 - chain_share);
}

}  // namespace entente::train
