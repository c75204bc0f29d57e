#include "render/report.hpp"

#include <algorithm>

#include "render/caption.hpp"
#include "render/plots.hpp"
#include "util/counted.hpp"

namespace entente::render {

std::vector<DyadCount> strongest(const Tally& tally, bool cooperation, std::size_t count) {
  const auto strength = [cooperation](const DyadCount& dyad) {
    return cooperation ? cooperation_in(dyad.events) : conflict_in(dyad.events);
  };
  auto dyads = tally.dyads();
  dyads.erase(std::remove_if(dyads.begin(), dyads.end(),
                             [&](const auto& dyad) { return strength(dyad) == 0; }),
              dyads.end());
  std::stable_sort(dyads.begin(), dyads.end(), [&](const auto& one, const auto& other) {
    return strength(one) > strength(other);
  });
  if (dyads.size() > count) dyads.resize(count);
  return dyads;
}

std::string extent_of(const Report& report) {
  const auto packed = [](const std::string& date) { return graph::pack(util::Date::parse(date)); };
  const std::string period =
      period_of(packed(report.theirs.first_date()), packed(report.theirs.last_date()));
  return (period.empty() ? "" : period + " \u00b7 ") +
         util::counted(report.theirs.documents(), "article") + " \u00b7 " +
         util::counted(report.theirs.relations(), "relation");
}

}  // namespace entente::render
