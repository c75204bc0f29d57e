// Web archives (ISO 28500) as Common Crawl News publishes them: an article a page that was
// fetched ("response"), or a text that was made of one ("conversion").
#include <algorithm>
#include <istream>
#include <map>
#include <optional>

#include "extract/read/bounded.hpp"
#include "extract/read/fields.hpp"
#include "extract/read/html_article.hpp"
#include "extract/read/readers.hpp"
#include "util/error.hpp"
#include "util/lower.hpp"
#include "util/utf8.hpp"

namespace entente::read {
namespace {

using Headers = std::map<std::string, std::string>;  ///< names in lower case

constexpr std::size_t longest_header_line = 1u << 16;
constexpr std::size_t most_headers = 500;

using util::lower;

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r") + 1 - first));
}

void add_header(std::string_view line, Headers& headers) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || headers.size() >= most_headers) return;
  headers[lower(trimmed(line.substr(0, colon)))] = trimmed(line.substr(colon + 1));
}

std::string value_of(const Headers& headers, const std::string& name) {
  const auto found = headers.find(name);
  return found != headers.end() ? found->second : std::string{};
}

struct Response {
  bool is_page = false;
  std::string_view body;
};

/// Takes the head of an HTTP message off its body.
Response http_response(std::string_view message) {
  Response response;
  const auto end = message.find("\r\n\r\n");
  if (end == std::string_view::npos || message.substr(0, 5) != "HTTP/") return response;
  Headers headers;
  std::string_view head = message.substr(0, end);
  const bool found = head.substr(0, head.find('\n')).find(" 200") != std::string_view::npos;
  for (std::size_t at = head.find('\n'); at != std::string_view::npos; at = head.find('\n', at)) {
    const auto stop = std::min(head.find('\n', ++at), head.size());
    add_header(head.substr(at, stop - at), headers);
  }
  const bool plain = value_of(headers, "content-encoding").empty();
  const auto type = lower(value_of(headers, "content-type"));
  response.is_page = found && plain && type.find("html") != std::string::npos;
  response.body = message.substr(end + 4);
  return response;
}

/// "<urn:uuid:1234>" is "1234".
std::string id_of(const Headers& headers) {
  std::string id = value_of(headers, "warc-record-id");
  if (!id.empty() && id.front() == '<') id = id.substr(1, id.size() - 2);
  const std::string scheme = "urn:uuid:";
  return id.compare(0, scheme.size(), scheme) == 0 ? id.substr(scheme.size()) : id;
}

class WarcReader {
 public:
  WarcReader(std::istream& input, const Place& place) : input_(input), place_(place) {}

  void read() {
    std::size_t records = 0;
    while (read_headers()) {
      ++records;
      read_record();
    }
    if (records == 0) throw InputError(place_.path, 0, "holds no WARC record; skipped");
  }

 private:
  bool read_headers() {
    std::string line;
    do {
      if (next_line(line) == LineEnd::none) return false;
    } while (trimmed(line).empty());
    if (line.compare(0, 5, "WARC/") != 0) {
      throw InputError(place_.path, 0,
                       "is damaged (a record does not begin with WARC/); the rest "
                       "is skipped");
    }
    headers_.clear();
    while (next_line(line) != LineEnd::none && !trimmed(line).empty()) add_header(line, headers_);
    return true;
  }

  LineEnd next_line(std::string& line) { return read_line(input_, longest_header_line, line); }

  void read_record() {
    const std::size_t size = content_length();
    const auto type = value_of(headers_, "warc-type");
    const bool wanted = type == "response" || type == "conversion";
    if (!wanted || size > place_.options.limits.record_bytes()) {
      skip(size);
      if (wanted) {
        const auto most = in_megabytes(place_.options.limits.record_bytes());
        place_.sink.problem({place_.path, 0,
                             "holds a page longer than " + most + ", " + address() +
                                 "; raise --max-document; skipped"});
      }
      return;
    }
    std::string content(size, '\0');
    const auto got = input_.rdbuf()->sgetn(content.data(), static_cast<std::streamsize>(size));
    if (static_cast<std::size_t>(got) != size) {
      throw InputError(place_.path, 0, "ends within a record; is it whole?");
    }
    try {
      type == "response" ? take_page(content) : take_text(std::move(content));
    } catch (const InputError& error) {
      place_.sink.problem(error);
    }
  }

  std::size_t content_length() const {
    const auto text = value_of(headers_, "content-length");
    const bool digits = !text.empty() && text.size() < 16 &&
                        text.find_first_not_of("0123456789") == std::string::npos;
    if (!digits) {
      throw InputError(place_.path, 0,
                       "is damaged (a record without Content-Length); the rest is "
                       "skipped");
    }
    return std::stoull(text);
  }

  void skip(std::size_t size) {
    std::string scratch(std::min<std::size_t>(size, 65536), '\0');
    while (size > 0) {
      const auto want = static_cast<std::streamsize>(std::min(size, scratch.size()));
      const auto got = input_.rdbuf()->sgetn(scratch.data(), want);
      if (got <= 0) throw InputError(place_.path, 0, "ends within a record; is it whole?");
      size -= static_cast<std::size_t>(got);
    }
  }

  [[nodiscard]] std::string address() const {
    return trimmed(value_of(headers_, "warc-target-uri"));
  }

  void take_page(const std::string& content) {
    const auto response = http_response(content);
    if (!response.is_page) return;  // a picture, a redirection: no article was expected
    std::string page(response.body);
    if (util::first_invalid_utf8(page)) {
      if (auto converted = util::utf8_from_windows_1252(page)) page = std::move(*converted);
    }
    take(article_of_html(page, place_.path));
  }

  void take_text(std::string content) { take({{"text", std::move(content)}}); }

  void take(Fields fields) {
    if (field_of(fields, "text", place_.options).empty()) {
      throw InputError(place_.path, 0,
                       "holds a page without an article, " + address() + "; skipped");
    }
    fields.insert(fields.begin(), {{"url", address()}, {"id", id_of(headers_)}});
    if (field_of(fields, "date", place_.options).empty()) {
      fields.emplace_back("date", value_of(headers_, "warc-date"));  // when it was fetched
    }
    place_.sink.document(document_of(fields, place_, 0));
  }

  std::istream& input_;
  const Place& place_;
  Headers headers_;
};

}  // namespace

void read_warc(std::istream& input, const Place& place) { WarcReader(input, place).read(); }

}  // namespace entente::read
