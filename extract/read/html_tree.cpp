#include "extract/read/html_tree.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "util/error.hpp"
#include "util/lower.hpp"

namespace entente::read {
namespace {

/// Frees recursively, so the bound keeps it well inside a thread's stack.
constexpr std::size_t deepest = 1500;

using util::lower;

/// Elements that have no end, and those whose like ends them.
bool nests(std::string_view name) {
  constexpr std::array<std::string_view, 24> flat{
      "area", "base", "br",    "col",    "embed", "hr",     "img",  "input",
      "link", "meta", "param", "source", "track", "wbr",    "p",    "li",
      "td",   "tr",   "th",    "dt",     "dd",    "option", "html", "body"};
  return std::find(flat.begin(), flat.end(), name) == flat.end();
}

std::string name_at(std::string_view html, std::size_t at) {
  std::string name;
  while (at < html.size() && name.size() < 12) {
    const char c = lower(html[at++]);
    if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) break;
    name += c;
  }
  return name;
}

/// No less than the depth of the tree that the tags make, but for what their own kind ends.
bool is_too_deep(std::string_view html) {
  std::size_t depth = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    const bool end = ++at < html.size() && html[at] == '/';
    const std::string name = name_at(html, at + (end ? 1 : 0));
    if (name.empty() || !nests(name)) continue;
    if (end) {
      depth -= depth > 0 ? 1 : 0;
    } else if (name == "script" || name == "style") {
      const auto close = html.find("</", at);
      at = std::min(close, html.size());
    } else if (++depth > deepest) {
      return true;
    }
  }
  return false;
}

}  // namespace

void HtmlTree::Destroy::operator()(GumboOutput* output) const {
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

HtmlTree::HtmlTree(std::string_view html) {
  if (is_too_deep(html)) throw Error("nests elements too deeply; skipped");
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  output_.reset(gumbo_parse_with_options(&options, html.data(), html.size()));
}

void walk(const GumboNode* root, const std::function<bool(const GumboNode*)>& enter,
          const std::function<void(const GumboNode*)>& leave) {
  struct Step {
    const GumboNode* node;
    unsigned next;
  };
  std::vector<Step> path;
  const auto visit = [&](const GumboNode* node) {
    if (enter(node)) path.push_back({node, 0});
  };
  visit(root);
  while (!path.empty()) {
    Step& step = path.back();
    const bool holds =
        step.node->type == GUMBO_NODE_ELEMENT || step.node->type == GUMBO_NODE_TEMPLATE;
    if (holds && step.next < step.node->v.element.children.length) {
      visit(static_cast<const GumboNode*>(step.node->v.element.children.data[step.next++]));
      continue;
    }
    leave(step.node);
    path.pop_back();
  }
}

bool is_element(const GumboNode* node, GumboTag tag) {
  return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

std::string_view attribute(const GumboNode* node, const char* name) {
  if (node->type != GUMBO_NODE_ELEMENT) return {};
  const auto* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found != nullptr ? std::string_view(found->value) : std::string_view{};
}

std::string_view text_in(const GumboNode* node) {
  switch (node->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
      return node->v.text.text;
    default:
      return {};
  }
}

std::string raw_text_of(const GumboNode* node) {
  std::string text;
  walk(
      node,
      [&](const GumboNode* inner) {
        text += text_in(inner);
        return true;
      },
      [](const GumboNode*) {});
  return text;
}

}  // namespace entente::read
