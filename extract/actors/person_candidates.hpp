// Persons of the tables of whom a name may be. Internal to extract/actors.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/actors/titles.hpp"
#include "extract/actors/work.hpp"

namespace entente::actors {

/// Words of a name as one key.
std::string joined(const std::vector<std::string>& words);
/// Where "jr" or "sr" stands in a name.
std::optional<std::size_t> suffix(const std::vector<std::string>& words);

/// Holds a reference to the work, of which it changes nothing.
class PersonCandidates {
 public:
  explicit PersonCandidates(const Work& work) : work_(work) {}

  /// The persons that bear the key as that kind of name.
  [[nodiscard]] std::vector<std::uint32_t> named(std::string_view key, AliasUse use) const;
  /// How well the person fits what the text says: title, owner, date. Below 0: not at all.
  [[nodiscard]] double fit(std::uint32_t entry, const TitleRead& title, bool only = false) const;
  /// The one that fits best, by that margin.
  [[nodiscard]] std::optional<std::uint32_t> best_of(const std::vector<std::uint32_t>& entries,
                                                     const TitleRead& title, double margin) const;
  /// "French President Park": the tables' person is of another state than the text's, or of
  /// another time: "Charge d'Affaires Mohammad Baqeri" in 1987 is no chief of staff of 2016.
  [[nodiscard]] bool contradicted(std::uint32_t entry, const TitleRead& title) const;
  [[nodiscard]] bool past_office(std::uint32_t entry, std::string_view title) const;
  /// Whether what the text tells of the actor allows the title.
  [[nodiscard]] bool fits_document(std::uint32_t actor, const TitleRead& title) const;
  /// "Mayawati, president of a party": one name is all that some have, whom no table knows.
  [[nodiscard]] bool goes_by_one_name(Range name) const;

 private:
  [[nodiscard]] bool later(std::uint32_t entry) const;
  [[nodiscard]] double familiarity(std::uint32_t entry, bool only) const;

  const Work& work_;
};

}  // namespace entente::actors
