// The formats that archives of news come in.
#include <array>
#include <string>
#include <vector>

#include "extract/read/language.hpp"
#include "extract/read/loose_date.hpp"
#include "tests/catch.hpp"
#include "tests/read/heard.hpp"

using entente::tests::Folder;
using entente::tests::read;

TEST_CASE("a table's rows are articles, whatever its columns are called", "[read]") {
  const Folder folder("csv");
  const auto path =
      folder.write("a.csv",
                   "\xEF\xBB\xBFHeadline,Body,published_at,Link\r\n"
                   "\"One, two\",\"She said \"\"no\"\".\r\nThen she left.\",\"March 1, "
                   "2022\",https://example.org/1\r\n"
                   "\r\n"
                   "short row,They met.\n"
                   "too,many,cells,in,this row\n"
                   "no text,,2022-01-01,\n"
                   "open,\"quotation");
  const auto heard = read({path});
  REQUIRE(heard.documents.size() == 2);
  CHECK(heard.documents[0].id == "a#2");
  CHECK(heard.documents[0].title == "One, two");
  CHECK(heard.documents[0].text == "She said \"no\".\nThen she left.");
  CHECK(heard.documents[0].date->iso() == "2022-03-01");
  CHECK(heard.documents[0].url == "https://example.org/1");
  CHECK(heard.documents[1].text == "They met.");
  CHECK(heard.problems ==
        std::vector<std::string>{path + ":6: has more cells than there are columns; skipped",
                                 path + ":7: is empty; skipped",
                                 path + ":8: opens a quotation mark that nothing closes"});
  const auto tabs = folder.write("b.tsv", "id\ttext\n7\tA \"quoted\" word.\n");
  CHECK(read({tabs}).documents.at(0).text == "A \"quoted\" word.");
  CHECK(read({tabs}).documents.at(0).id == "7");
  const auto none = folder.write("c.csv", "who,what\nme,this\n");
  CHECK(read({none}).problems ==
        std::vector<std::string>{
            none + ":1: has no column of texts; name it with --map text=COLUMN; skipped"});
  entente::read::Options options;
  options.fields["text"] = "what";
  CHECK(read({none}, {}, options).documents.at(0).text == "this");
}

TEST_CASE("news-please's and trafilatura's JSON is read with its facts", "[read]") {
  const Folder folder("exports");
  const auto news_please = folder.write(
      "n.json",
      "{\"authors\": [\"J. Roe\"], \"date_publish\": \"2022-03-01 10:00:00\", \"language\": "
      "\"en\",\n"
      " \"maintext\": \"Ministers met in Bern.\", \"source_domain\": \"example.org\",\n"
      " \"title\": \"Talks\", \"url\": \"https://example.org/talks\"}\n");
  const auto trafilatura = folder.write(
      "t.json",
      "{\"title\": \"Talks\", \"hostname\": \"example.org\", \"date\": \"2022-03-01\", \"id\": "
      "null,"
      " \"raw_text\": \"Ministers met.\", \"text\": \"Ministers met.\\nThey left.\","
      " \"source\": \"https://example.org/talks\", \"source-hostname\": \"Example News\"}");
  const auto list = folder.write(
      "l.json", "[{\"id\": 1, \"body\": \"One.\"}, 5, {\"id\": 2, \"content\": \"Two.\"}]");
  const auto lines = folder.write("s.json", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n");
  auto heard = read({news_please, trafilatura});
  REQUIRE(heard.documents.size() == 2);
  CHECK(heard.documents[0].id == "n");
  CHECK(heard.documents[0].source == "example.org");
  CHECK(heard.documents[0].date->iso() == "2022-03-01");
  CHECK(heard.documents[1].text == "Ministers met.\nThey left.");
  CHECK(heard.documents[1].url == "https://example.org/talks");
  CHECK(heard.documents[1].source == "Example News");
  heard = read({list, lines});
  REQUIRE(heard.documents.size() == 4);
  CHECK(heard.documents[1].id == "2");
  CHECK(heard.documents[3].id == "s#2");
  CHECK(heard.problems ==
        std::vector<std::string>{list + ":2: is not a JSON object; article skipped"});
}

TEST_CASE("feeds give an article an item", "[read]") {
  const Folder folder("feeds");
  const auto rss = folder.write(
      "a.rss",
      "<?xml version=\"1.0\"?><rss version=\"2.0\" "
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>The "
      "Wire</title><item><title>Talks &amp; more</title><link>https://example.org/1</link>"
      "<guid>g1</guid><pubDate>Tue, 01 Mar 2022 10:00:00 GMT</pubDate>"
      "<description>Short.</description><content:encoded><![CDATA[<p>Ministers met in "
      "<b>Bern</b>.</p><p>They left.</p>]]></content:encoded></item>"
      "<item><description>Only a summary.</description></item></channel></rss>");
  const auto heard = read({rss});
  REQUIRE(heard.documents.size() == 2);
  CHECK(heard.documents[0].id == "g1");
  CHECK(heard.documents[0].title == "Talks & more");
  CHECK(heard.documents[0].source == "The Wire");
  CHECK(heard.documents[0].url == "https://example.org/1");
  CHECK(heard.documents[0].date->iso() == "2022-03-01");
  CHECK(heard.documents[0].text == "Ministers met in Bern.\n\nThey left.");
  CHECK(heard.documents[1].text == "Only a summary.");
  const auto atom = folder.write(
      "b.atom",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Desk</title><entry><title>T</title>"
      "<link rel=\"self\" href=\"x\"/><link href=\"https://example.org/2\"/><id>e2</id>"
      "<published>2022-03-02T08:00:00Z</published><content type=\"html\">&lt;p&gt;They "
      "met.&lt;/p&gt;</content></entry></feed>");
  const auto entry = read({atom}).documents.at(0);
  CHECK(entry.text == "They met.");
  CHECK(entry.url == "https://example.org/2");
  CHECK(entry.date->iso() == "2022-03-02");
}

TEST_CASE("the article is found in its page, and what the page states of it", "[read]") {
  const Folder folder("html");
  const std::string menu =
      "<nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/w\">World</a></li></ul></nav>"
      "<div class=\"related-links\"><p>Read also what happened last week in the capital.</p></div>";
  const std::string body =
      "<p>The foreign ministers of two countries met in Bern on Tuesday.</p><script>var x = "
      "'<p>no</p>';</script><p>They <a href=\"/a\">agreed</a> to meet again&nbsp;soon.</p>"
      "<figure><figcaption>The ministers in the hall.</figcaption></figure>";
  const std::string text =
      "The foreign ministers of two countries met in Bern on Tuesday.\n\nThey agreed to meet again "
      "soon.";
  const auto dense =
      folder.write("dense.html",
                   "<html lang=\"en\"><head><title>Talks</title><meta property=\"og:site_name\" "
                   "content=\"Example News\"><meta property=\"article:published_time\" "
                   "content=\"2022-03-01T10:00:00Z\"><link rel=\"canonical\" "
                   "href=\"https://example.org/talks\"></head><body>" +
                       menu + "<div><div id=\"x\">" + body +
                       "</div></div><footer><p>All rights reserved by the publisher of this "
                       "page.</p></footer></body></html>");
  const auto article = read({dense}).documents.at(0);
  CHECK(article.text == text);
  CHECK(article.title == "Talks");
  CHECK(article.source == "Example News");
  CHECK(article.url == "https://example.org/talks");
  CHECK(article.date->iso() == "2022-03-01");
  const auto stated = folder.write(
      "stated.html",
      "<html><head><script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", "
      "\"@graph\": [{\"@type\": \"WebSite\"}, {\"@type\": \"NewsArticle\", \"headline\": \"Talks "
      "in "
      "Bern\", \"datePublished\": \"2022-03-01\", \"publisher\": {\"@type\": \"Organization\", "
      "\"name\": \"Example News\"}}]}</script><title>Talks - Example</title></head><body><div>" +
          menu + "<article>" + body + "</article></div></body></html>");
  const auto linked = read({stated}).documents.at(0);
  CHECK(linked.text == text);
  CHECK(linked.title == "Talks in Bern");
  CHECK(linked.source == "Example News");
  const auto empty = folder.write("menu.html", "<html><body>" + menu + "</body></html>");
  CHECK(read({empty}).problems ==
        std::vector<std::string>{empty + ": is a page without an article; skipped"});
}

TEST_CASE("a web archive's pages are articles, its other records are not", "[read]") {
  const Folder folder("warc");
  const auto record = [](const std::string& type, const std::string& content) {
    return "WARC/1.0\r\nWARC-Type: " + type +
           "\r\nWARC-Record-ID: <urn:uuid:0b1>\r\nWARC-Target-URI: https://example.org/1\r\n"
           "WARC-Date: 2022-03-04T00:00:00Z\r\nContent-Length: " +
           std::to_string(content.size()) + "\r\n\r\n" + content + "\r\n\r\n";
  };
  const std::string page =
      "<html><body><p>Ministers met in the old town of Bern.</p></body></html>";
  const std::string archive =
      record("warcinfo", "software: none") + record("request", "GET / HTTP/1.1\r\n\r\n") +
      record("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page) +
      record("response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + page) +
      record("response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG") +
      record("conversion", "They left.");
  const auto heard = read({folder.write("a.warc", archive)});
  REQUIRE(heard.documents.size() == 2);
  CHECK(heard.documents[0].id == "0b1");
  CHECK(heard.documents[0].url == "https://example.org/1");
  CHECK(heard.documents[0].text == "Ministers met in the old town of Bern.");
  CHECK(heard.documents[0].date->iso() == "2022-03-04");
  CHECK(heard.documents[1].text == "They left.");
  const auto cut = folder.write("cut.warc", archive.substr(0, archive.size() - 10));
  CHECK(read({cut}).problems ==
        std::vector<std::string>{cut + ": ends within a record; is it whole?"});
  CHECK(
      read({folder.write("bad.warc", "WARC/1.0\r\nContent-Length: -5\r\n\r\n")}).problems.size() ==
      1);
}

TEST_CASE("packed files and archives are read whatever they are called", "[read]") {
  const Folder folder("packed");
  folder.write("news/one.txt", "One.");
  folder.write("news/two.jsonl", "{\"id\": \"two\", \"text\": \"Two.\"}\n");
  folder.write("news/picture.png", "no article");
  const std::string in = "cd '" + folder.path() + "' && ";
  const auto run = [&](const std::string& command) {
    return std::system((in + command).c_str()) == 0;
  };
  REQUIRE(run(
      "tar cf a.tar --sort=name news && tar czf b.tgz --sort=name news && gzip -k news/two.jsonl"));
  // Web archives are many compressed records one after the other.
  REQUIRE(run("(gzip -c news/one.txt; printf ' More.' | gzip -c) > many.txt.gz"));
  REQUIRE(run("cp b.tgz misnamed.txt"));
  for (const char* name : {"a.tar", "b.tgz", "misnamed.txt"}) {
    CAPTURE(name);
    const auto heard = read({folder.path() + "/" + name});
    REQUIRE(heard.documents.size() == 2);
    CHECK(heard.documents[0].id == "one");
    CHECK(heard.documents[0].path == folder.path() + "/" + name + "!news/one.txt");
    CHECK(heard.documents[1].id == "two");
  }
  CHECK(read({folder.path() + "/news/two.jsonl.gz"}).documents.at(0).id == "two");
  CHECK(read({folder.path() + "/many.txt.gz"}).documents.at(0).text == "One. More.");
}

TEST_CASE("dates of publication come in many forms", "[read]") {
  for (const char* text :
       {"2022-03-01", "2022-03-01T10:00:00+01:00", "20220301", "20220301100000", "2022/03/01",
        "Tue, 01 Mar 2022 10:00:00 GMT", "1 March 2022", "March 1, 2022", "Mar. 1, 2022, 5 p.m."}) {
    CAPTURE(text);
    const auto date = entente::read::loose_date(text);
    REQUIRE(date.has_value());
    CHECK(date->iso() == "2022-03-01");
  }
  for (const char* text : {"", "03/01/2022", "31 February 2022", "soon", "March", "99999999"}) {
    CAPTURE(text);
    CHECK_FALSE(entente::read::loose_date(text).has_value());
  }
}

TEST_CASE("text that is not English is told apart and counted", "[read]") {
  using entente::read::foreign_language;
  CHECK(
      foreign_language("The ministers met in the old town of Bern on Tuesday and agreed that they "
                       "would meet again in the spring, when the snow on the passes will have "
                       "melted and the roads to the south are open.")
          .empty());
  CHECK(foreign_language(
            "Die Minister haben sich am Dienstag in der Altstadt von Bern getroffen und "
            "sind sich einig, dass sie im Frühling noch einmal zusammenkommen, wenn der "
            "Schnee auf den Pässen geschmolzen ist und die Straßen offen sind.") == "de");
  // few short words, each of several languages
  CHECK(
      foreign_language("Oman had accused a cleric of spying, Salim al-Salmi, without a fair trial. "
                       "Premier Vladimir Petrov announced a naval operation in a televised "
                       "address. Premier Vladimir Petrov announced a naval operation in a "
                       "televised address.")
          .empty());
  CHECK(foreign_language("Les ministres se sont rencontrés mardi dans la vieille ville de Berne et "
                         "ont décidé de se revoir au printemps, quand la neige des cols aura fondu "
                         "et que les routes vers le sud seront ouvertes.") == "fr");
  CHECK(foreign_language("Los ministros se reunieron el martes en el casco antiguo de Berna y "
                         "acordaron volver a verse en la primavera, cuando la nieve de los puertos "
                         "se haya fundido y las carreteras del sur estén abiertas.") == "es");
  CHECK(foreign_language("Министры встретились во вторник в старом городе Берна и договорились "
                         "встретиться снова весной.") == "other");
  CHECK(foreign_language("Nobody came.").empty());
  CHECK(foreign_language("").empty());
  const Folder folder("language");
  const auto path = folder.write(
      "a.txt",
      "Die Minister haben sich am Dienstag in der Altstadt von Bern getroffen und sind sich "
      "einig, dass sie im Frühling noch einmal zusammenkommen, wenn der Schnee geschmolzen "
      "ist.");
  const auto heard = read({path});
  CHECK(heard.documents.empty());
  CHECK(heard.languages == std::vector<std::string>{"de"});
  entente::read::Options options;
  options.any_language = true;
  CHECK(read({path}, {}, options).documents.size() == 1);
}
