#include "render/name_ids.hpp"

#include "render/graphviz_library.hpp"

namespace entente::render {

NameIds::NameIds()
    : Agdisc_t{}, functions_{&open, &map, &alloc, &free, &print, &close, &idregister} {
  id = &functions_;
}

void* NameIds::open(Agraph_t* graph, Agdisc_t* discipline) {
  auto* self = static_cast<NameIds*>(discipline);
  self->graph_ = graph;
  return self;
}

/// Names have even numbers and what has none odd ones.
long NameIds::map(void* state, int /*kind*/, char* name, IDTYPE* id, int create) {
  auto& self = *static_cast<NameIds*>(state);
  if (name == nullptr) {
    *id = 2 * self.nameless_++ + 1;
    return 1;
  }
  if (const auto known = self.ids_.find(name); known != self.ids_.end()) {
    *id = known->second;
    return 1;
  }
  if (create == 0) return 0;
  *id = 2 * self.names_.size();
  // Whoever asks for it reads in front of it whether it is HTML, so it has to be cgraph's.
  self.ids_.emplace(self.names_.emplace_back(graphviz().agstrdup(self.graph_, name)), *id);
  return 1;
}

long NameIds::alloc(void* /*state*/, int /*kind*/, IDTYPE /*id*/) {
  return 0;  // nobody may ask for a number of his own choice
}

void NameIds::free(void* /*state*/, int /*kind*/, IDTYPE /*id*/) {}

char* NameIds::print(void* state, int /*kind*/, IDTYPE id) {
  auto& self = *static_cast<NameIds*>(state);
  return id % 2 == 0 && id / 2 < self.names_.size() ? self.names_[id / 2] : nullptr;
}

void NameIds::close(void* /*state*/) {}

void NameIds::idregister(void* /*state*/, int /*kind*/, void* /*object*/) {}

}  // namespace entente::render
