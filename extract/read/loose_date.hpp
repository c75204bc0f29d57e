// Dates of publication in the forms that feeds, pages and exports use.
#pragma once

#include <optional>
#include <string_view>

#include "util/date.hpp"

namespace entente::read {

/// The day of "2022-03-01", "2022-03-01T10:00:00Z", "20220301", "2022/03/01", "Tue, 01 Mar
/// 2022 10:00:00 GMT", "1 March 2022" or "March 1, 2022". None of "03/01/2022", which
/// is March in one country and January in another.
std::optional<util::Date> loose_date(std::string_view text);

}  // namespace entente::read
