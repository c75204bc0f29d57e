// Who held which office when, by the tables. Internal to extract/actors.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/actors/actor_index.hpp"

namespace entente::actors {

/// Whether a title in a text can mean a title of the tables: "secretary" a "secretary of
/// state", "leader" a "president", "chief" a "secretary-general".
bool title_means(std::string_view asked, std::string_view held);

struct Holder {
  std::uint32_t person = 0;  ///< entry
  std::string_view title;    ///< as the table has it
  Tenure tenure = Tenure::no;
};

/// The one person who held the office on the date, if the tables know just one.
std::optional<Holder> holder(const ActorIndex& index, std::uint32_t organisation,
                             std::string_view title, const std::optional<util::Date>& date);

/// Whether the person ever held a title meant by `title` (any if empty), and when seen
/// from the date; in `organisation` if one is given.
std::optional<Holder> office_of(const ActorIndex& index, std::uint32_t person,
                                std::string_view title, std::optional<std::uint32_t> organisation,
                                const std::optional<util::Date>& date);

/// How much the news of that date speak of the person: by the offices then held.
double prominence(const ActorIndex& index, std::uint32_t person,
                  const std::optional<util::Date>& date);

}  // namespace entente::actors
