#include "extract/read/html_paragraphs.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "util/lower.hpp"

namespace entente::read {
namespace {

struct Paragraph {
  std::string text;
  std::size_t linked = 0;  ///< bytes of the text that stand in links
  const GumboNode* block = nullptr;
};

bool is_block(GumboTag tag) {
  constexpr std::array<GumboTag, 28> blocks{
      GUMBO_TAG_P,    GUMBO_TAG_DIV,     GUMBO_TAG_ARTICLE,    GUMBO_TAG_SECTION, GUMBO_TAG_MAIN,
      GUMBO_TAG_BODY, GUMBO_TAG_HTML,    GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_LI,      GUMBO_TAG_UL,
      GUMBO_TAG_OL,   GUMBO_TAG_TABLE,   GUMBO_TAG_TR,         GUMBO_TAG_TD,      GUMBO_TAG_TH,
      GUMBO_TAG_PRE,  GUMBO_TAG_HEADER,  GUMBO_TAG_FOOTER,     GUMBO_TAG_H1,      GUMBO_TAG_H2,
      GUMBO_TAG_H3,   GUMBO_TAG_H4,      GUMBO_TAG_H5,         GUMBO_TAG_DL,      GUMBO_TAG_DD,
      GUMBO_TAG_DT,   GUMBO_TAG_ADDRESS, GUMBO_TAG_CENTER};
  return std::find(blocks.begin(), blocks.end(), tag) != blocks.end();
}

/// Never text for readers.
bool is_machinery(GumboTag tag) {
  constexpr std::array<GumboTag, 12> machinery{
      GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
      GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT,   GUMBO_TAG_HEAD,     GUMBO_TAG_SVG,
      GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_BUTTON,   GUMBO_TAG_CANVAS};
  return std::find(machinery.begin(), machinery.end(), tag) != machinery.end();
}

/// Around an article, not of it. Headings are no sentences.
bool is_beside(GumboTag tag) {
  constexpr std::array<GumboTag, 13> beside{
      GUMBO_TAG_NAV,    GUMBO_TAG_ASIDE,      GUMBO_TAG_FOOTER, GUMBO_TAG_HEADER, GUMBO_TAG_FORM,
      GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_H1,     GUMBO_TAG_H2,     GUMBO_TAG_H3,
      GUMBO_TAG_H4,     GUMBO_TAG_H5,         GUMBO_TAG_H6};
  return std::find(beside.begin(), beside.end(), tag) != beside.end();
}

bool names_furniture(std::string_view words) {
  constexpr std::array<std::string_view, 17> signs{
      "comment", "share",      "sharing", "related",   "newsletter", "promo",
      "caption", "cookie",     "subscri", "advert",    "footer",     "sidebar",
      "byline",  "breadcrumb", "social",  "read-more", "credit"};
  const std::string low = util::lower(words);
  return std::any_of(signs.begin(), signs.end(),
                     [&](auto sign) { return low.find(sign) != std::string::npos; });
}

bool is_hidden(const GumboNode* node) {
  const auto style = attribute(node, "style");
  return style.find("display:none") != std::string_view::npos ||
         style.find("display: none") != std::string_view::npos ||
         attribute(node, "aria-hidden") == "true";
}

class Collector {
 public:
  explicit Collector(bool article_only) : article_only_(article_only) {}

  std::vector<Paragraph> collect(const HtmlTree& tree) {
    walk(
        tree.root(), [this](const GumboNode* node) { return enter(node); },
        [this](const GumboNode* node) { leave(node); });
    end_paragraph();
    return std::move(paragraphs_);
  }

 private:
  bool enter(const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) {
      add(text_in(node));
      return false;
    }
    const GumboTag tag = node->v.element.tag;
    if (is_machinery(tag)) return false;
    if (article_only_ && is_furniture(node)) {
      end_paragraph();
      return false;
    }
    if (tag == GUMBO_TAG_BR) {
      // Two make a paragraph, one a line.
      if (++breaks_ == 2) end_paragraph();
      pending_space_ = true;
      return false;
    }
    if (is_block(tag)) {
      end_paragraph();
      blocks_.push_back(node);
    }
    if (tag == GUMBO_TAG_A) ++links_;
    return true;
  }

  void leave(const GumboNode* node) {
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_A) --links_;
    if (is_block(tag)) {
      end_paragraph();
      blocks_.pop_back();
    }
  }

  [[nodiscard]] bool is_furniture(const GumboNode* node) const {
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_MAIN ||
        tag == GUMBO_TAG_ARTICLE) {
      return false;
    }
    return is_beside(tag) || is_hidden(node) || names_furniture(attribute(node, "class")) ||
           names_furniture(attribute(node, "id"));
  }

  void add(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const bool no_break = text.substr(at, 2) == "\xC2\xA0";
      if (no_break || text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r')) {
        pending_space_ = true;
        at += no_break ? 1 : 0;
        continue;
      }
      if (pending_space_ && !now_.text.empty()) now_.text += ' ';
      pending_space_ = false;
      breaks_ = 0;
      now_.text += text[at];
      if (links_ > 0) ++now_.linked;
    }
  }

  void end_paragraph() {
    pending_space_ = false;
    breaks_ = 0;
    if (now_.text.empty()) return;
    now_.block = blocks_.empty() ? nullptr : blocks_.back();
    paragraphs_.push_back(std::move(now_));
    now_ = {};
  }

  bool article_only_;
  std::vector<Paragraph> paragraphs_;
  Paragraph now_;
  std::vector<const GumboNode*> blocks_;
  int links_ = 0;
  int breaks_ = 0;
  bool pending_space_ = false;
};

const GumboNode* parent_of(const GumboNode* node) {
  return node != nullptr && node->parent != nullptr && node->parent->type == GUMBO_NODE_ELEMENT
             ? node->parent
             : nullptr;
}

bool is_inside(const GumboNode* node, const GumboNode* container) {
  for (; node != nullptr; node = parent_of(node)) {
    if (node == container) return true;
  }
  return false;
}

bool states_body(const GumboNode* node) {
  return attribute(node, "itemprop") == "articleBody" || is_element(node, GUMBO_TAG_ARTICLE);
}

double weight_of(const Paragraph& paragraph) {
  const double weight =
      static_cast<double>(paragraph.text.size()) - 2.0 * static_cast<double>(paragraph.linked);
  return paragraph.text.size() < 25 ? 0 : std::max(weight, 0.0);
}

/// The container of the article; null if there are no paragraphs.
const GumboNode* best_container(const std::vector<Paragraph>& paragraphs) {
  std::unordered_map<const GumboNode*, double> scores;
  std::unordered_map<const GumboNode*, double> stated;
  for (const auto& paragraph : paragraphs) {
    const double weight = weight_of(paragraph);
    // A paragraph speaks for the element that holds it, and for the one around that.
    const bool own = paragraph.block != nullptr && !is_element(paragraph.block, GUMBO_TAG_P) &&
                     !is_element(paragraph.block, GUMBO_TAG_LI);
    const GumboNode* holder = own ? paragraph.block : parent_of(paragraph.block);
    if (holder == nullptr) continue;
    scores[holder] += weight;
    if (const auto* around = parent_of(holder)) scores[around] += weight / 2;
    for (const auto* node = holder; node != nullptr; node = parent_of(node)) {
      if (states_body(node)) stated[node] += weight;
    }
  }
  const auto best_of = [&](const auto& all) {
    const GumboNode* best = nullptr;
    double most = 0;
    for (const auto& paragraph : paragraphs) {  // in the order of the text, not of addresses
      for (const auto* node = paragraph.block; node != nullptr; node = parent_of(node)) {
        const auto found = all.find(node);
        if (found != all.end() && found->second > most) {
          most = found->second;
          best = node;
        }
      }
    }
    return std::make_pair(best, most);
  };
  const auto [article, words_in_article] = best_of(stated);
  const auto [dense, words_in_dense] = best_of(scores);
  return words_in_article * 2 > words_in_dense ? article : dense;
}

}  // namespace

std::string paragraphs_of(const HtmlTree& tree, bool article_only) {
  const auto paragraphs = Collector(article_only).collect(tree);
  const GumboNode* container = article_only ? best_container(paragraphs) : nullptr;
  std::string text;
  for (const auto& paragraph : paragraphs) {
    if (article_only) {
      const bool mostly_links = paragraph.linked * 10 > paragraph.text.size() * 6;
      if (mostly_links || container == nullptr || !is_inside(paragraph.block, container)) continue;
    }
    if (!text.empty()) text += "\n\n";
    text += paragraph.text;
  }
  return text;
}

}  // namespace entente::read
