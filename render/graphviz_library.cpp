#include "render/graphviz_library.hpp"

namespace entente::render {

const GraphvizLibrary& graphviz() {
  static const GraphvizLibrary loaded;
  return loaded;
}

}  // namespace entente::render
