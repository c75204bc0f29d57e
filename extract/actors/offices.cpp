#include "extract/actors/offices.hpp"

#include <algorithm>
#include <array>

namespace entente::actors {
namespace {

/// Titles of those who lead a state, the likeliest first.
constexpr std::array<std::string_view, 14> leading{"supreme leader",
                                                   "president",
                                                   "chancellor",
                                                   "prime minister",
                                                   "king",
                                                   "emir",
                                                   "sultan",
                                                   "crown prince",
                                                   "interim president",
                                                   "transitional president",
                                                   "acting president",
                                                   "chairman of the state council",
                                                   "head of state",
                                                   "queen"};

/// States whose president reigns and does not govern, or whose government is led by another.
constexpr std::array<std::string_view, 42> ceremonial{
    "DEU", "ITA", "IRL", "ISR", "IND", "PAK", "BGD", "GRC", "PRT", "AUT", "HUN",
    "CZE", "SVK", "EST", "LVA", "FIN", "MLT", "ISL", "ETH", "IRQ", "LBN", "SGP",
    "NPL", "TTO", "HRV", "SVN", "ALB", "MKD", "MNE", "BGR", "GEO", "ARM", "XKX",
    "MUS", "FJI", "DMA", "VUT", "WSM", "JPN", "THA", "MYS", "GBR"};

bool ends_with_word(std::string_view text, std::string_view word) {
  return text == word || (text.size() > word.size() && text.ends_with(word) &&
                          text[text.size() - word.size() - 1] == ' ');
}

bool one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool is_chief(std::string_view held) {
  return one_of(held, {"secretary-general", "director-general", "president", "chairperson", "chair",
                       "managing director", "high representative", "director", "head", "leader",
                       "commander", "chief executive", "secretary of defense", "commissioner",
                       "defence minister", "chief of staff", "administrator", "high commissioner"});
}

double rank_of(std::string_view title) {
  if (std::find(leading.begin(), leading.end(), title) != leading.end()) return 1.0;
  if (one_of(title, {"secretary-general", "secretary of state", "foreign minister", "leader"}))
    return 0.8;
  if (one_of(title, {"secretary of defense", "defence minister", "vice president", "pope",
                     "high representative", "foreign secretary", "director-general"})) {
    return 0.7;
  }
  return 0.5;
}

/// Offices of which a state has several, told apart by what follows: "ambassador to ...".
bool is_one_of_many(std::string_view title) {
  return one_of(title, {"ambassador", "special envoy", "special representative", "commander",
                        "governor", "under-secretary", "deputy secretary", "assistant secretary"});
}

}  // namespace

bool title_means(std::string_view asked, std::string_view held) {
  if (asked == held) return true;
  if (asked == "leader" || asked == "head of state" || asked == "strongman" || asked == "ruler") {
    return std::find(leading.begin(), leading.end(), held) != leading.end() || held == "leader" ||
           held.ends_with("interim prime minister") || held.ends_with("acting prime minister");
  }
  if (asked == "head of government") return held == "prime minister" || held == "chancellor";
  if (asked == "chief" || asked == "head" || asked == "boss") return is_chief(held);
  if (asked == "foreign policy chief") return held == "high representative";
  if (asked == "top diplomat")
    return one_of(held, {"foreign minister", "secretary of state", "high representative",
                         "foreign secretary"});
  if (one_of(asked, {"president", "prime minister"}) &&
      one_of(held, {"interim president", "interim prime minister", "acting president",
                    "acting prime minister", "transitional president"}))
    return held.ends_with(asked);
  if (asked == "secretary")
    return held.starts_with("secretary of") || held.ends_with(" secretary") ||
           held == "secretary-general";
  if (asked == "minister") return ends_with_word(held, "minister");
  if (asked == "foreign minister") return one_of(held, {"foreign secretary", "secretary of state"});
  if (asked == "defence minister" || asked == "defence chief")
    return one_of(held, {"secretary of defense", "defence secretary", "defence minister"});
  if (asked == "envoy")
    return held.find("envoy") != std::string_view::npos ||
           held.find("special representative") != std::string_view::npos;
  if (asked == "monarch") return one_of(held, {"king", "queen", "emir", "sultan", "emperor"});
  if (asked == "chairperson" || asked == "chair")
    return one_of(held, {"chairperson", "chair", "chairman", "president"});
  if (is_one_of_many(asked)) return held.starts_with(asked);
  return held.size() > asked.size() && asked.find(' ') != std::string_view::npos &&
         held.starts_with(asked) && held[asked.size()] == ' ';
}

std::optional<Holder> holder(const ActorIndex& index, std::uint32_t organisation,
                             std::string_view title, const std::optional<util::Date>& date) {
  const std::string_view country = index.entry(organisation).country;
  const bool reigns = std::find(ceremonial.begin(), ceremonial.end(), country) != ceremonial.end();
  std::vector<Holder> found;
  for (const std::uint32_t i : index.offices_of(organisation)) {
    const Position& position = index.positions()[i];
    if (!title_means(title, position.title)) continue;
    // There are many; the one we know of is the one meant by chance alone.
    if (is_one_of_many(title) && position.title != title) continue;
    const Tenure then = tenure(position, date);
    if (then != Tenure::no) found.push_back({position.person, position.title, then});
  }
  const auto keep = [&](const auto& condition) {
    if (std::any_of(found.begin(), found.end(), condition)) {
      std::erase_if(found, [&](const Holder& each) { return !condition(each); });
    }
  };
  keep([&](const Holder& each) { return each.title == title; });
  keep([](const Holder& each) { return each.tenure == Tenure::yes; });
  if (title == "leader") {
    if (reigns) {
      keep([](const Holder& each) {
        return each.title == "prime minister" || each.title == "chancellor";
      });
    } else {
      for (const std::string_view best : leading) {
        if (std::any_of(found.begin(), found.end(),
                        [&](const Holder& each) { return each.title == best; })) {
          keep([&](const Holder& each) { return each.title == best; });
          break;
        }
      }
    }
  }
  const bool one =
      !found.empty() && std::all_of(found.begin(), found.end(), [&](const Holder& each) {
        return each.person == found.front().person;
      });
  if (!one) return std::nullopt;
  return found.front();
}

std::optional<Holder> office_of(const ActorIndex& index, std::uint32_t person,
                                std::string_view title, std::optional<std::uint32_t> organisation,
                                const std::optional<util::Date>& date) {
  std::optional<Holder> best;
  for (const Position& position : index.positions_of(person)) {
    if (organisation && position.organisation != *organisation) continue;
    if (!title.empty() && !title_means(title, position.title)) continue;
    const Tenure then = tenure(position, date);
    if (!best || then > best->tenure) best = Holder{person, position.title, then};
  }
  return best;
}

double prominence(const ActorIndex& index, std::uint32_t person,
                  const std::optional<util::Date>& date) {
  double best = 0.0;
  for (const Position& position : index.positions_of(person)) {
    const Tenure then = tenure(position, date);
    double value = rank_of(position.title);
    if (then == Tenure::open) value *= 0.6;
    if (then == Tenure::no) {
      const bool past = date && position.from && position.from->year <= date->year;
      value *= past || !date ? 0.4 : 0.05;
    }
    best = std::max(best, value);
  }
  return best;
}

}  // namespace entente::actors
