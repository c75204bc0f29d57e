// A parsed web page. Gumbo stays behind this header and its readers.
#pragma once

#include <gumbo.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace entente::read {

/// Owns the tree, which points into the text: that must outlive it.
class HtmlTree {
 public:
  /// Throws Error if elements nest so deeply that the parser's own stack is in danger.
  explicit HtmlTree(std::string_view html);

  [[nodiscard]] const GumboNode* root() const { return output_->root; }

 private:
  struct Destroy {
    void operator()(GumboOutput* output) const;
  };
  std::unique_ptr<GumboOutput, Destroy> output_;
};

/// Every node under `root` in the order of the text, without recursion. `enter` says
/// whether to look inside; `leave` is called for each node looked into.
void walk(const GumboNode* root, const std::function<bool(const GumboNode*)>& enter,
          const std::function<void(const GumboNode*)>& leave);

bool is_element(const GumboNode* node, GumboTag tag);
/// Empty if there is none.
std::string_view attribute(const GumboNode* node, const char* name);
/// The text of a node that is text or white space; empty of any other.
std::string_view text_in(const GumboNode* node);
/// All text under the node as it stands.
std::string raw_text_of(const GumboNode* node);

}  // namespace entente::read
