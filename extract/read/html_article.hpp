// The article in a web page, and the facts that the page states about it.
#pragma once

#include <string>
#include <string_view>

#include "extract/read/fields.hpp"

namespace entente::read {

/// Fields "text", "title", "date", "url", "source" and "language" as far as the page
/// has them: from schema.org's NewsArticle (JSON-LD), from OpenGraph and other meta
/// elements, and the text from the element with the densest paragraphs. Throws
/// InputError (naming `path`) if the page nests too deeply to be parsed.
Fields article_of_html(std::string_view html, const std::string& path);

/// All words of a fragment, a paragraph a line; what is no markup comes back as it is.
std::string text_of_html(std::string_view html);

}  // namespace entente::read
