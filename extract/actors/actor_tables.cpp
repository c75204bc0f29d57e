#include "extract/actors/actor_tables.hpp"

#include <deque>
#include <fstream>
#include <sstream>
#include <string>

#include "embedded/actor_tables.hpp"
#include "extract/actors/actor_index.hpp"
#include "util/error.hpp"

namespace entente::actors {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError(path.string(), 0, "cannot be read");
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

}  // namespace

/// The user's files, kept because the index points into them.
struct ActorTables::Sources {
  std::deque<std::string> texts;
  std::vector<Impl::Source> list;
};

ActorTables::ActorTables() : sources_(std::make_unique<Sources>()) {
  for (const auto& file : embedded::actor_tables()) {
    sources_->list.push_back({std::string(file.path), file.content, 0});
  }
  impl_ = std::make_unique<Impl>(sources_->list);
}

ActorTables::~ActorTables() = default;
ActorTables::ActorTables(ActorTables&&) noexcept = default;
ActorTables& ActorTables::operator=(ActorTables&&) noexcept = default;

ActorTables ActorTables::built_in() { return ActorTables(); }

void ActorTables::add(const std::filesystem::path& tsv) {
  sources_->texts.push_back(read_file(tsv));
  const auto priority =
      static_cast<std::uint8_t>(std::min<std::size_t>(sources_->texts.size(), 255));
  sources_->list.push_back({tsv.string(), sources_->texts.back(), priority});
  try {
    impl_ = std::make_unique<Impl>(sources_->list);
  } catch (const Error&) {
    sources_->list.pop_back();
    sources_->texts.pop_back();
    throw;
  }
}

}  // namespace entente::actors
