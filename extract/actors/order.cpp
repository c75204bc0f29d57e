#include "extract/actors/order.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace entente::actors {

void put_in_order(text::Document& document) {
  std::vector<std::uint32_t> order(document.mentions.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto& x = document.mentions[a];
    const auto& y = document.mentions[b];
    if (x.span.begin != y.span.begin) return x.span.begin < y.span.begin;
    if (x.span.end != y.span.end) return x.span.end > y.span.end;
    return x.head < y.head;
  });
  std::vector<std::uint32_t> place(order.size());
  std::vector<text::Mention> sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t old : order) {
    place[old] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(document.mentions[old]));
  }
  document.mentions = std::move(sorted);
  for (auto& claim : document.positions) claim.holder = place[claim.holder];

  constexpr std::uint32_t unused = 0xFFFFFFFF;
  std::vector<std::uint32_t> number(document.actors.size(), unused);
  std::vector<graph::Actor> used;
  const auto use = [&](std::uint32_t& actor) {
    if (number[actor] == unused) {
      number[actor] = static_cast<std::uint32_t>(used.size());
      used.push_back(std::move(document.actors[actor]));
    }
    actor = number[actor];
  };
  for (auto& mention : document.mentions) {
    for (auto& actor : mention.actors) use(actor);
  }
  for (auto& claim : document.positions) {
    use(claim.position);
    if (claim.organisation) use(*claim.organisation);
  }
  for (auto& triple : document.triples) {
    use(triple.subject);
    use(triple.object);
    if (triple.attribution) use(*triple.attribution);
  }
  document.actors = std::move(used);
  std::stable_sort(document.positions.begin(), document.positions.end(),
                   [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
}

}  // namespace entente::actors
