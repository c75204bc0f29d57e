// The tables of facts about actors: who they are, what they are called, which
// office they held when. Compiled into the program; users add their own.
#pragma once

#include <filesystem>
#include <memory>

namespace entente::actors {

/// Immutable after loading, so threads may share it.
class ActorTables {
 public:
  /// The tables that come with the program.
  static ActorTables built_in();
  /// Adds a user's table, whose rows win over those that are there and may block
  /// aliases. Throws InputError naming the line; then nothing was added.
  void add(const std::filesystem::path& tsv);

  ~ActorTables();
  ActorTables(ActorTables&&) noexcept;
  ActorTables& operator=(ActorTables&&) noexcept;

  class Impl;
  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  struct Sources;

  ActorTables();
  std::unique_ptr<Sources> sources_;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente::actors
