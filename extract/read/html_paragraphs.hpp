// The paragraphs of the article in a page: those of the element that holds the most
// words outside links (after Kohlschuetter, Fankhauser and Nejdl, "Boilerplate detection
// using shallow text features", WSDM 2010, and the scoring of Readability).
#pragma once

#include <string>

#include "extract/read/html_tree.hpp"

namespace entente::read {

/// With a blank line between paragraphs. `article_only`: without menus, captions and the
/// like; else every word of the page.
std::string paragraphs_of(const HtmlTree& tree, bool article_only);

}  // namespace entente::read
