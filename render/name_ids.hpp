// The numbers by which cgraph knows names.
#pragma once

#include <cgraph.h>

#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::render {

/// An ID discipline (cgraph(3), "DISCIPLINES") that numbers names as they come. cgraph's own takes
/// the addresses of names, and keeps subgraphs in the order of their numbers: clusters would be
/// written and laid out in another order by each build of the program. For one graph, which it has
/// to outlive; not to be moved, nor used by two threads.
class NameIds : private Agdisc_t {
 public:
  NameIds();
  NameIds(const NameIds&) = delete;
  NameIds& operator=(const NameIds&) = delete;
  ~NameIds() = default;

  /// For agopen.
  [[nodiscard]] Agdisc_t* discipline() { return this; }

 private:
  static void* open(Agraph_t* graph, Agdisc_t* discipline);
  static long map(void* state, int kind, char* name, IDTYPE* id, int create);
  static long alloc(void* state, int kind, IDTYPE id);
  static void free(void* state, int kind, IDTYPE id);
  static char* print(void* state, int kind, IDTYPE id);
  static void close(void* state);
  static void idregister(void* state, int kind, void* object);

  Agiddisc_t functions_;
  Agraph_t* graph_ = nullptr;
  std::vector<char*> names_;  // by half the id; the graph owns them
  std::unordered_map<std::string_view, IDTYPE> ids_;
  IDTYPE nameless_ = 0;
};

}  // namespace entente::render
