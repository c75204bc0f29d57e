// What of Graphviz's libraries is used, loaded with the first picture.
#pragma once

#include <cgraph.h>
#include <gvc.h>

#include "util/late_library.hpp"

namespace entente::render {

struct GraphvizLibrary {
  util::LateLibrary graphs{CGRAPH_FILE, "to draw"};
  util::LateLibrary pictures{GVC_FILE, "to draw"};
  decltype(&Agdirected) directed = graphs["Agdirected"];
  decltype(&::agopen) agopen = graphs["agopen"];
  decltype(&::agclose) agclose = graphs["agclose"];
  decltype(&::agattr) agattr = graphs["agattr"];
  decltype(&::agsafeset) agsafeset = graphs["agsafeset"];
  decltype(&::agset) agset = graphs["agset"];
  decltype(&::agstrdup) agstrdup = graphs["agstrdup"];
  decltype(&::agstrdup_html) agstrdup_html = graphs["agstrdup_html"];
  decltype(&::agstrfree) agstrfree = graphs["agstrfree"];
  decltype(&::agnode) agnode = graphs["agnode"];
  decltype(&::agedge) agedge = graphs["agedge"];
  decltype(&::agsubg) agsubg = graphs["agsubg"];
  decltype(&::agsubnode) agsubnode = graphs["agsubnode"];
  decltype(&::agfstnode) agfstnode = graphs["agfstnode"];
  decltype(&::agnxtnode) agnxtnode = graphs["agnxtnode"];
  decltype(&::agwrite) agwrite = graphs["agwrite"];
  decltype(&::gvContext) gvContext = pictures["gvContext"];
  decltype(&::gvFreeContext) gvFreeContext = pictures["gvFreeContext"];
  decltype(&::gvLayout) gvLayout = pictures["gvLayout"];
  decltype(&::gvFreeLayout) gvFreeLayout = pictures["gvFreeLayout"];
  decltype(&::gvRenderData) gvRenderData = pictures["gvRenderData"];
  decltype(&::gvFreeRenderData) gvFreeRenderData = pictures["gvFreeRenderData"];
};

/// Throws Error if they are not installed.
const GraphvizLibrary& graphviz();

}  // namespace entente::render
