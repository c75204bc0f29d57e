#include "extract/actors/entity_range.hpp"

#include <algorithm>

#include "extract/actors/name_key.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {
namespace {

/// Whether the words are a name that the tables know, whatever else it may stand for.
bool known_name(const Work& work, Range range) {
  while (range.size() > 1 && work.view.key(range.first) == "the") ++range.first;
  if (range.size() == 0 || !capitalised(work.view.form(range.first))) return false;
  const Role* role = work.index.role(work.view.key(range));
  if (role != nullptr && role->number == RoleNumber::body && range.size() > 1) return true;
  const auto found = work.index.find(work.view.key(range));
  return std::any_of(found.begin(), found.end(), [&](const Alias& alias) {
    if (alias.acronym && !all_capitals(work.view.text(range))) return false;
    return alias.use == AliasUse::name || alias.use == AliasUse::capital ||
           alias.use == AliasUse::seat;
  });
}

/// Every part between "and" and commas is a name by itself.
bool list_of_names(const Work& work, Range entity) {
  std::uint32_t first = entity.first;
  for (std::uint32_t t = entity.first; t <= entity.last; ++t) {
    if (t < entity.last && !joins_names(work, t)) continue;
    const bool doubled = t == first && t > entity.first;  // ", and"
    if (!doubled && (t == first || !known_name(work, {first, t}))) return false;
    first = t + 1;
  }
  return true;
}

}  // namespace

bool joins_names(const Work& work, std::uint32_t token) {
  return work.view.key(token) == "and" || work.view.form(token) == ",";
}

Range entity_range(const Work& work, std::uint32_t begin, std::uint32_t end) {
  const auto& view = work.view;
  const EntityType type = view.token(begin).entity;
  std::uint32_t last = begin + 1;
  while (last < end && view.token(last).entity == type && !view.token(last).entity_begins) ++last;
  // "the [Security Council of] [the United Nations]": no name ends in "of".
  if (last > begin + 1 && last < end && view.key(last - 1) == "of" &&
      view.token(last).entity == type) {
    ++last;
    while (last < end && view.token(last).entity == type && !view.token(last).entity_begins) ++last;
  }
  while (last > begin + 1 &&
         (view.key(last - 1).empty() || view.key(last - 1) == "s" || view.key(last - 1) == "of")) {
    --last;
  }
  // "Paris the Foreign Secretary" is no name.
  for (std::uint32_t t = begin + 1; type == EntityType::person && t < last; ++t) {
    if (view.key(t) == "the" && view.token(t).upos == Upos::det) last = t;
  }
  std::uint32_t joint = begin + 1;
  while (joint < last && !joins_names(work, joint)) ++joint;
  if (joint == last || joint + 1 == last) return {begin, last};
  const std::string& after = view.key(joint + 1);
  const bool suffix = after == "jr" || after == "sr";
  const bool two =
      type == EntityType::person
          ? !suffix && capitalised(view.form(joint + 1)) && !known_name(work, {begin, last})
          : list_of_names(work, {begin, last}) && !known_name(work, {begin, last});
  return {begin, two ? joint : last};
}

Range whole_person(const Work& work, Range entity) {
  const auto& view = work.view;
  const std::uint32_t end = view.sentence_around(entity.first).last;
  const auto unseen = [&](std::uint32_t t) {
    return view.token(t).entity == EntityType::none || view.token(t).entity == EntityType::person;
  };
  while (entity.last + 1 < end && name_particle(view.key(entity.last - 1)) &&
         (view.form(entity.last).starts_with('-') || capitalised(view.form(entity.last)))) {
    ++entity.last;
    if (view.key(entity.last - 1).empty()) ++entity.last;
  }
  // "Cyrus Vance, Jr."
  if (entity.size() > 1 && entity.last + 1 < end && view.form(entity.last) == "," &&
      (view.key(entity.last + 1) == "jr" || view.key(entity.last + 1) == "sr")) {
    entity.last += 2;
    return entity;
  }
  // The annotator may have missed the first name, and the tree knows it.
  const std::uint32_t floor = view.sentence_around(entity.first).first;
  while (entity.first > floor) {
    const std::uint32_t before = entity.first - 1;
    const auto above = view.parent(before);
    const bool given = view.token(before).entity == EntityType::none &&
                       view.token(before).upos == Upos::propn && work.hit_at[before] < 0 &&
                       capitalised(view.form(before)) && !all_capitals(view.form(before)) &&
                       work.index.gender_of(view.key(before)) != 0 && above &&
                       entity.contains(*above);
    if (!given) break;
    entity.first = before;
  }
  while (entity.last < end) {
    const bool hyphen = view.form(entity.last) == "-" && entity.last + 1 < end &&
                        !view.token(entity.last - 1).space_after &&
                        !view.token(entity.last).space_after;
    const std::uint32_t next = hyphen ? entity.last + 1 : entity.last;
    const auto above = view.parent(next);
    const bool goes_on = view.token(next).deprel == Deprel::flat && unseen(next) && above &&
                         entity.contains(*above) && !weekday_or_month(view.key(next)) &&
                         !view.key(next).empty();
    if (!goes_on) break;
    entity.last = next + 1;
  }
  return entity;
}

}  // namespace entente::actors
