// What a server shows, without how it is found: between the program and the part of it that speaks
// HTTP, which is loaded for `entente serve` alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::serve {

class Site {
 public:
  virtual ~Site() = default;

  /// HTML.
  [[nodiscard]] virtual const std::string& page() const = 0;

  // Explorer data (render/explorer.hpp) as JSON. Throw Error with what is wrong.

  /// Actors by the beginnings of their names, without relations.
  [[nodiscard]] virtual std::string search(std::string_view words) const = 0;
  /// The `limit` most certain relations of an actor, by its id.
  [[nodiscard]] virtual std::string neighbours(std::string_view id, std::size_t limit) const = 0;
  /// The relations of the shortest chains between two actors.
  [[nodiscard]] virtual std::string path(std::string_view from, std::string_view to) const = 0;

  /// {"columns", "rows", "cut", "milliseconds"}.
  [[nodiscard]] virtual std::string sql(std::string_view query) const = 0;
};

}  // namespace entente::serve
