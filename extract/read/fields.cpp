#include "extract/read/fields.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "extract/read/furniture.hpp"
#include "extract/read/loose_date.hpp"
#include "extract/read/raw_text.hpp"
#include "util/error.hpp"
#include "util/lower.hpp"
#include "util/utf8.hpp"

namespace entente::read {
namespace {

using Names = std::span<const std::string_view>;

// In order of preference. Among them those of news-please ("maintext", "date_publish",
// "source_domain") and trafilatura ("raw_text", "hostname", "source-hostname").
constexpr std::array<std::string_view, 12> text_names{
    "text",     "body",      "maintext",     "content",     "article",   "article_text",
    "raw_text", "full_text", "article_body", "articlebody", "body_text", "story"};
constexpr std::array<std::string_view, 4> title_names{"title", "headline", "name", "heading"};
constexpr std::array<std::string_view, 14> date_names{
    "date",         "date_publish",     "published",      "pub_date",      "pubdate",
    "publish_date", "publication_date", "date_published", "datepublished", "published_at",
    "publishedat",  "published_date",   "created_at",     "timestamp"};
constexpr std::array<std::string_view, 5> url_names{"url", "link", "uri", "href", "web_url"};
constexpr std::array<std::string_view, 10> source_names{
    "source",   "publisher", "source_domain", "source-hostname", "sitename",
    "hostname", "outlet",    "newspaper",     "publication",     "source_name"};
constexpr std::array<std::string_view, 6> id_names{"id",   "guid",  "article_id",
                                                   "uuid", "docid", "doc_id"};
constexpr std::array<std::string_view, 3> language_names{"language", "lang", "inlanguage"};

Names names_of(std::string_view field) {
  if (field == "text") return text_names;
  if (field == "title") return title_names;
  if (field == "date") return date_names;
  if (field == "url") return url_names;
  if (field == "source") return source_names;
  if (field == "id") return id_names;
  if (field == "language") return language_names;
  return {};
}

using util::lower;

bool same_name(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view value_of(const Fields& record, std::string_view name) {
  for (const auto& [key, value] : record) {
    if (same_name(key, name) && !value.empty()) return value;
  }
  return {};
}

bool is_address(std::string_view text) {
  return text.substr(0, 7) == "http://" || text.substr(0, 8) == "https://";
}

/// One line of UTF-8, whatever the input says: these go into messages and tables.
std::string fact(std::string_view value) {
  std::string line;
  if (!util::first_invalid_utf8(value)) {
    line = value;
  } else {
    line = util::utf8_from_windows_1252(value).value_or(std::string{});
  }
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  const auto first = line.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return line.substr(first, line.find_last_not_of(' ') + 1 - first);
}

/// Some exporters put the address under "source" and the publisher elsewhere.
void settle_source(text::Document& document, const Fields& record) {
  if (!is_address(document.source)) return;
  if (document.url.empty()) document.url = document.source;
  document.source.clear();
  for (const auto name : source_names) {
    const auto value = value_of(record, name);
    if (value.empty() || is_address(value)) continue;
    document.source = fact(value);
    return;
  }
}

std::optional<util::Date> date_of(const std::string& text, const Place& place, std::size_t line) {
  if (text.empty()) return std::nullopt;
  const auto date = loose_date(text);
  if (!date) {
    place.sink.note({place.path, line,
                     "has a date that is not understood, " + text.substr(0, 40) + "; left out"});
  }
  return date;
}

}  // namespace

std::string_view field_of(const Fields& record, std::string_view field, const Options& options) {
  if (const auto mapped = options.fields.find(std::string(field)); mapped != options.fields.end()) {
    if (const auto value = value_of(record, mapped->second); !value.empty()) return value;
  }
  for (const auto name : names_of(field)) {
    if (const auto value = value_of(record, name); !value.empty()) return value;
  }
  return {};
}

text::Document document_of(const Fields& record, const Place& place, std::size_t line) {
  const auto field = [&](std::string_view name) { return field_of(record, name, place.options); };
  text::Document document;
  document.text = clean_text(field("text"), place, line);
  document.id = fact(field("id"));
  if (document.id.empty()) {
    document.id = place.stem + (line != 0 ? "#" + std::to_string(line) : std::string{});
  }
  document.path = place.path;
  document.title = fact(field("title"));
  document.url = fact(field("url"));
  document.source = fact(field("source"));
  settle_source(document, record);
  document.date = date_of(fact(field("date")), place, line);
  find_furniture(document);
  return document;
}

}  // namespace entente::read
