// A user's table of actors.
#include <deque>
#include <string>

#include "extract/actors/actor_index.hpp"
#include "extract/actors/name_key.hpp"
#include "fuzz/input.hpp"
#include "util/error.hpp"

using namespace entente;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::as_text(data, size));
  try {
    const actors::ActorIndex index({{"input.tsv", text, 1}});
    static_cast<void>(index.find(actors::name_key(text.substr(0, 40))));
  } catch (const InputError&) {
  }
  return 0;
}
