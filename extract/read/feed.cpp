// RSS 2.0 and Atom feeds: an article an item.
#include <expat.h>

#include <array>
#include <istream>
#include <memory>
#include <string>

#include "extract/read/fields.hpp"
#include "extract/read/html_article.hpp"
#include "extract/read/readers.hpp"
#include "util/error.hpp"

namespace entente::read {
namespace {

/// The name behind a namespace's prefix: "content:encoded" is "encoded".
std::string_view local_name(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

constexpr int deepest = 200;  ///< elements within elements

class Feed {
 public:
  explicit Feed(const Place& place)
      : place_(place), parser_(XML_ParserCreate(nullptr), &XML_ParserFree) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &on_start, &on_end);
    XML_SetCharacterDataHandler(parser_.get(), &on_text);
    // A feed that declares entities is an attack more often than a feed.
    XML_SetEntityDeclHandler(parser_.get(), &on_entity);
  }

  void read(std::istream& input) {
    std::array<char, 65536> piece;
    auto& buffer = *input.rdbuf();
    for (bool last = false; !last;) {
      const auto got = buffer.sgetn(piece.data(), static_cast<std::streamsize>(piece.size()));
      last = got < static_cast<std::streamsize>(piece.size());
      if (XML_Parse(parser_.get(), piece.data(), static_cast<int>(got), last ? 1 : 0) ==
          XML_STATUS_ERROR) {
        fail();
      }
      if (failure_) std::rethrow_exception(failure_);
    }
    if (items_ == 0) throw InputError(place_.path, 0, "holds no <item> or <entry>; skipped");
  }

 private:
  static Feed& self(void* data) { return *static_cast<Feed*>(data); }

  [[noreturn]] void fail() {
    if (failure_) std::rethrow_exception(failure_);
    throw InputError(place_.path, XML_GetCurrentLineNumber(parser_.get()),
                     trouble_.empty() ? std::string("is not valid XML: ") +
                                            XML_ErrorString(XML_GetErrorCode(parser_.get())) +
                                            "; the rest of the feed is skipped"
                                      : trouble_);
  }

  void stop(const std::string& words) {
    trouble_ = words;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  static void on_entity(void* data, const XML_Char*, int, const XML_Char*, int, const XML_Char*,
                        const XML_Char*, const XML_Char*, const XML_Char*) {
    self(data).stop("declares entities, which feeds need not; skipped");
  }

  static void on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
    Feed& feed = self(data);
    if (++feed.depth_ > deepest) return feed.stop("nests elements too deeply; skipped");
    const auto local = local_name(name);
    if (!feed.in_item_ && (local == "item" || local == "entry")) {
      feed.in_item_ = true;
      feed.item_depth_ = feed.depth_;
      feed.fields_.clear();
    }
    feed.text_.clear();
    if (feed.in_item_ && local == "link") feed.take_link(attributes);
  }

  /// Atom has its links in attributes.
  void take_link(const XML_Char** attributes) {
    std::string_view rel = "alternate";
    std::string_view href;
    for (; *attributes != nullptr; attributes += 2) {
      const std::string_view name = attributes[0];
      if (name == "rel") rel = attributes[1];
      if (name == "href") href = attributes[1];
    }
    if (rel == "alternate" && !href.empty()) fields_.emplace_back("url", href);
  }

  static void on_text(void* data, const XML_Char* text, int length) {
    Feed& feed = self(data);
    const bool channel_title = !feed.in_item_ && feed.source_.empty();
    if (!feed.in_item_ && !channel_title) return;
    feed.text_.append(text, static_cast<std::size_t>(length));
    if (feed.text_.size() > feed.place_.options.limits.record_bytes()) {
      feed.stop("holds too long a text; raise --max-document; skipped");
    }
  }

  static void on_end(void* data, const XML_Char* name) {
    Feed& feed = self(data);
    const auto local = local_name(name);
    if (feed.in_item_ && feed.depth_ == feed.item_depth_) {
      feed.in_item_ = false;
      feed.finish_item();
    } else if (feed.in_item_) {
      feed.take_field(local);
    } else if (local == "title" && feed.source_.empty()) {
      feed.source_ = feed.text_;
    }
    feed.text_.clear();
    --feed.depth_;
  }

  void take_field(std::string_view name) {
    if (text_.empty() || depth_ != item_depth_ + 1) return;
    if (name == "encoded" || name == "content") fields_.emplace_back("text", text_);
    if (name == "description" || name == "summary") fields_.emplace_back("body", text_);
    if (name == "title") fields_.emplace_back("title", text_);
    if (name == "link") fields_.emplace_back("url", text_);
    if (name == "pubDate" || name == "published" || name == "date") {
      fields_.emplace_back("date", text_);
    }
    if (name == "updated") fields_.emplace_back("published", text_);
    if (name == "guid" || name == "id") fields_.emplace_back("id", text_);
  }

  /// Exceptions must not cross the parser, which is C.
  void finish_item() {
    ++items_;
    try {
      fields_.emplace_back("source", source_);
      Fields plain;
      for (auto& [name, value] : fields_) {
        const bool html = name == "text" || name == "body";
        plain.emplace_back(name, html ? text_of_html(value) : value);
      }
      place_.sink.document(document_of(plain, place_, XML_GetCurrentLineNumber(parser_.get())));
    } catch (const InputError& error) {
      place_.sink.problem(error);
    } catch (...) {
      failure_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  const Place& place_;
  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
  Fields fields_;
  std::string text_;
  std::string source_;  ///< the feed's own title
  std::string trouble_;
  std::exception_ptr failure_;
  std::size_t items_ = 0;
  int depth_ = 0;
  int item_depth_ = 0;
  bool in_item_ = false;
};

}  // namespace

void read_feed(std::istream& input, const Place& place) { Feed(place).read(input); }

}  // namespace entente::read
