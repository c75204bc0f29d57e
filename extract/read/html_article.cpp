#include "extract/read/html_article.hpp"

#include <rapidjson/document.h>

#include <array>
#include <optional>
#include <utility>

#include "extract/read/html_paragraphs.hpp"
#include "extract/read/html_tree.hpp"
#include "util/error.hpp"

namespace entente::read {
namespace {

using Json = rapidjson::Value;

std::string string_at(const Json& object, const char* name) {
  const auto member = object.FindMember(name);
  if (member == object.MemberEnd() || !member->value.IsString()) return {};
  return {member->value.GetString(), member->value.GetStringLength()};
}

/// "NewsArticle", ["Article", "NewsArticle"], "ReportageNewsArticle", ...
bool is_article(const Json& object) {
  const auto names_article = [](const Json& type) {
    return type.IsString() &&
           std::string_view(type.GetString(), type.GetStringLength()).find("Article") !=
               std::string_view::npos;
  };
  const auto type = object.FindMember("@type");
  if (type == object.MemberEnd()) return false;
  if (names_article(type->value)) return true;
  if (!type->value.IsArray()) return false;
  for (const auto& each : type->value.GetArray()) {
    if (names_article(each)) return true;
  }
  return false;
}

/// The article among what a block of JSON-LD holds: the object, in a list, in a graph.
const Json* article_in(const Json& json, int depth = 0) {
  if (depth > 3) return nullptr;
  if (json.IsArray()) {
    for (const auto& element : json.GetArray()) {
      if (const auto* found = article_in(element, depth + 1)) return found;
    }
  }
  if (!json.IsObject()) return nullptr;
  if (is_article(json)) return &json;
  const auto graph = json.FindMember("@graph");
  return graph == json.MemberEnd() ? nullptr : article_in(graph->value, depth + 1);
}

std::string publisher_of(const Json& article) {
  const auto publisher = article.FindMember("publisher");
  if (publisher == article.MemberEnd()) return {};
  if (publisher->value.IsString()) return string_at(article, "publisher");
  return publisher->value.IsObject() ? string_at(publisher->value, "name") : std::string{};
}

void add_linked_data(const std::string& text, Fields& fields) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(text.data(),
                                                                                     text.size());
  if (json.HasParseError()) return;
  const auto* article = article_in(json);
  if (article == nullptr) return;
  const auto body = string_at(*article, "articleBody");
  fields.emplace_back("text", text_of_html(body));
  fields.emplace_back("title", string_at(*article, "headline"));
  fields.emplace_back("date", string_at(*article, "datePublished"));
  fields.emplace_back("url", string_at(*article, "url"));
  fields.emplace_back("source", publisher_of(*article));
  fields.emplace_back("language", string_at(*article, "inLanguage"));
}

/// The names under which pages state facts in <meta>, in no order.
std::string_view field_of_meta(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> names{{
      {"og:title", "title"},
      {"og:site_name", "source"},
      {"og:url", "url"},
      {"article:published_time", "date"},
      {"og:article:published_time", "date"},
      {"datePublished", "date"},
      {"date", "date"},
      {"pubdate", "date"},
      {"publish-date", "date"},
      {"DC.date.issued", "date"},
      {"dcterms.date", "date"},
      {"parsely-pub-date", "date"},
  }};
  for (const auto& [known, field] : names) {
    if (known == name) return field;
  }
  return {};
}

class Page {
 public:
  explicit Page(const HtmlTree& tree) : tree_(tree) {
    walk(
        tree.root(), [this](const GumboNode* node) { return look_at(node); },
        [](const GumboNode*) {});
  }

  Fields fields() {
    Fields all = std::move(linked_);
    all.insert(all.end(), meta_.begin(), meta_.end());
    all.insert(all.end(), rest_.begin(), rest_.end());
    const std::string stated(field_of_text(all));
    const std::string seen = paragraphs_of(tree_, true);
    // What the page shows has its paragraphs; what it states for machines often has not.
    if (seen.size() * 2 > stated.size()) all.insert(all.begin(), {"text", seen});
    return all;
  }

 private:
  static std::string_view field_of_text(const Fields& fields) {
    for (const auto& [name, value] : fields) {
      if (name == "text") return value;
    }
    return {};
  }

  bool look_at(const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return false;
    switch (node->v.element.tag) {
      case GUMBO_TAG_SCRIPT:
        if (attribute(node, "type") == "application/ld+json" && linked_.empty()) {
          add_linked_data(raw_text_of(node), linked_);
        }
        return false;
      case GUMBO_TAG_META:
        take_meta(node);
        return false;
      case GUMBO_TAG_TITLE:
        rest_.emplace_back("title", raw_text_of(node));
        return false;
      case GUMBO_TAG_HTML:
        rest_.emplace_back("language", attribute(node, "lang"));
        return true;
      case GUMBO_TAG_LINK:
        if (attribute(node, "rel") == "canonical") {
          rest_.emplace_back("url", attribute(node, "href"));
        }
        return false;
      case GUMBO_TAG_TIME:
        rest_.emplace_back("date", attribute(node, "datetime"));
        return true;
      default:
        return true;
    }
  }

  void take_meta(const GumboNode* node) {
    for (const char* key : {"property", "name", "itemprop"}) {
      const auto field = field_of_meta(attribute(node, key));
      if (!field.empty()) meta_.emplace_back(field, attribute(node, "content"));
    }
  }

  const HtmlTree& tree_;
  Fields linked_;  ///< JSON-LD
  Fields meta_;
  Fields rest_;
};

}  // namespace

Fields article_of_html(std::string_view html, const std::string& path) {
  std::optional<HtmlTree> tree;
  try {
    tree.emplace(html);
  } catch (const Error& error) {
    throw InputError(path, 0, error.what());
  }
  return Page(*tree).fields();
}

std::string text_of_html(std::string_view html) {
  if (html.find_first_of("<&") == std::string_view::npos) return std::string(html);
  try {
    return paragraphs_of(HtmlTree(html), false);
  } catch (const Error&) {
    return {};
  }
}

}  // namespace entente::read
