#!/usr/bin/env python3
"""make_seeds.py FOLDER: a small corpus for each fuzz target, FOLDER/TARGET/*. All of it ours.

FOLDER/TARGET.list names them as libFuzzer's -seed_inputs takes them."""

import base64
import gzip
import io
import json
import pathlib
import sys
import tarfile
import zipfile

ARTICLE = (
    "BERN (Example) - France signed a treaty with Kenya on Monday, 3 May 2031. The president of"
    " Ruritania, Jane Roe, met ministers of the United States in Geneva.\n\n"
    "“We won't accept sanctions,” she said; Turkey denied that it had attacked Syria"
    " last week. Hundreds of protesters were arrested by police in the capital.\n\n"
    "(Reporting by John Doe)\n"
)
RECORD = {
    "id": "a1", "title": "Talks in Bern", "date": "2031-05-03", "url": "https://example.org/a?b=1",
    "source": "Example News", "text": ARTICLE, "numbers": [1, 2.5, None, True], "more": {"deep": {}},
}
PAGE = (
    "<!DOCTYPE html><html lang=en><head><title>Talks - Example</title>"
    '<meta property="og:title" content="Talks"><meta name="date" content="2031-05-03">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Talks",'
    ' "datePublished": "2031-05-03", "publisher": {"name": "Example"}}</script></head><body>'
    "<nav><a href=/>Home</a></nav><article><h1>Talks</h1><p>France met Kenya in Bern &amp; left."
    "<p>Nobody&#39;s <b>news</b><table><tr><td>cell</table></article><footer>end</footer></body>"
)
RSS = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Example</title><item>'
    "<title>Talks</title><link>https://example.org/1</link><pubDate>Tue, 03 May 2031 10:00:00 GMT"
    "</pubDate><description>&lt;p&gt;They met.&lt;/p&gt;</description><content:encoded><![CDATA["
    "<p>They met in Bern.</p>]]></content:encoded><guid>g1</guid></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title><entry><title>T</title>'
    '<link href="https://example.org/2"/><id>i</id><updated>2031-05-03T10:00:00Z</updated>'
    '<content type="html">They &lt;i&gt;left&lt;/i&gt;.</content></entry></feed>'
)
# "They met.\n" by the program zstd; Python 3.11 has no such module.
ZSTD = base64.b64decode("KLUv/QRYUQAAVGhleSBtZXQuCg2ELhw=")
CONLLU = (
    "# newdoc id = d\n# sent_id = 1\n# text = She didn't go.\n"
    "1\tShe\tshe\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_\n"
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_\n3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n4.1\tnull\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n"
)


def warc_record(kind, body):
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/x\r\n"
            "WARC-Date: 2031-05-03T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"Content-Length: {len(body)}\r\n\r\n")
    return head.encode() + body + b"\r\n\r\n"


def tar_of(files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


def zip_of(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def pieces(*texts):
    return b"\xff".join(text.encode() for text in texts)


def seeds():
    line = json.dumps(RECORD).encode()
    files = {"a.txt": ARTICLE.encode(), "../../b.jsonl": line + b"\n", "c/d.html": PAGE.encode()}
    response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    web = warc_record("warcinfo", b"x: y\r\n") + warc_record("response", response)
    hostile = ('=HYPERLINK("http://x")', "';DROP TABLE actors;--", "</script><b>", "a\tb\nc\"d\\e",
               "\U0001F54A\u202e\u05e9", "]]>&amp;", "x" * 300, "")
    yield "read_text", [ARTICLE.encode(), b"date 2031-05-03\n" + ARTICLE.encode(), b"caf\xe9 closed",
                        "One.\u20ac two".encode(), b"\xef\xbb\xbfOne.\r\nTwo.\rThree", b"a\0b"]
    yield "read_json", [line, b"[" + line + b"," + line + b"]", line + b"\n" + line, b"[" * 50,
                        b'{"text": "\\ud83d\\ude00 \\udc00"}']
    yield "read_lines", [line + b"\n{\n\n" + line, b'{"id": 7, "body": "They met.", "date": "x"}']
    yield "read_table", [b"id,title,text,date\n1,\"a \"\"b\"\"\",\"They\nmet.\",2031-05-03\n2,,x\n",
                         b"text\n=1+1\n\"open\n", b"a,b\n1,2\n"]
    yield "read_feed", [RSS.encode(), ATOM.encode(), b"<!DOCTYPE r [<!ENTITY a 'b'>]><rss>&a;</rss>"]
    yield "read_page", [PAGE.encode(), b"<div>" * 60 + b"<p>They met.", b"<p>a<!-- b --><svg><p>"]
    yield "read_web", [web, web[: len(web) - 60], warc_record("conversion", ARTICLE.encode())]
    yield "read_packed", [gzip.compress(ARTICLE.encode(), mtime=0), ZSTD, tar_of(files), zip_of(files),
                          gzip.compress(tar_of(files), mtime=0), zip_of({"z.tar": tar_of(files)}),
                          gzip.compress(gzip.compress(gzip.compress(gzip.compress(b"x"))))]
    yield "dates", [pieces(date, words) for date, words in (
        ("2031-05-03", "He met her on Monday , 3 May 2031 ."), ("20310503T10", "from 1997 to 1999"),
        ("Tue, 03 May 2031 10:00:00 GMT", "two days before last week 's summit"),
        ("May 3, 2031", "in the 1990s , on the eve of Christmas"), ("03/05/2031", "for 3 days"),
        ("2031", "last spring , by early March next year , at 10 p.m. yesterday"))]
    yield "conllu", [CONLLU.encode(), CONLLU.encode() * 2, b"# newpar\n1\ta\n\n"]
    yield "segment", [b"\0\0" + ARTICLE.encode(), b"\1\0" + ARTICLE.encode() * 2,
                      b"\0\0U.S. envoys e.g. Mr. Roe's can't-go... http://x.org/?a=b 3,000.50% A.\nB"]
    yield "model", [b"\0ENTMODEL" + bytes(120), b"\1\1\1\0\0\0\0abc", b"\1\7\0\0\0\0\7\0\0\0\1",
                    b"\1\3\1\0\0\1\0" + b"\xfe" * 40]
    yield "actor_table", [
        b"id\tname\tkind\tcountry\tsector\taliases\tparent\tfrom\tto\n"
        b"org/mine\tMy Union\torganisation\tFRA\tGOV\tMU|The Union\t\t1990\t2001\n",
        b"id\tname\tgender\tcountry\tsector\taliases\tborn\tsurname\nperson/x\tJane Roe\tf\tFRA\tGOV\t\t1960-01-02\tRoe\n",
        b"person\ttitle\torganisation\tfrom\tto\nperson/a-b\tforeign minister\tstate/fra\t1999\t?\n",
        b"organisation\tmembers\norg/x\tFRA|DEU\n", b"phrase\tnote\nMy Word\tnot it\n"]
    yield "pipeline", [ARTICLE.encode(), b"Russia and Ukraine did not sign the deal, Kyiv said on Friday.",
                       b"He told her that they would invade it.", b"France , , and; the\n\n\"of\" NATO's U.N.",
                       "President Roe’s party — the C.I.A. — killed 40 people.".encode()]
    yield "query", [sql.encode() for sql in (
        "SELECT * FROM triples", "SELECT name, count(*) FROM actors GROUP BY 1 ORDER BY 2 DESC",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
        "ATTACH 'x.db' AS y", "PRAGMA table_info(actors)", "DELETE FROM actors; SELECT 1",
        "SELECT hex(randomblob(1000000))", "SELECT load_extension('x')", "EXPLAIN SELECT 1",
        "SELECT rowid FROM sentence_search('talk*')", "CREATE TEMP TABLE t AS SELECT 1", "VACUUM",
        "SELECT json_extract('{\"a\":[1]}', '$.a[0]'), printf('%s%n', 1), substr(x'00ff', -1)")]
    yield "selection", [bytes([252]) + pieces("Ruritania", "FRA", "d", "a", "b", "1 OR 1"),
                        bytes([132]) + pieces("x' OR 1=1 --", "class = 'CONSULT'") + b"\xfftalk* NOT \"a b",
                        bytes([128]) + pieces("1) UNION SELECT * FROM actors --", "NEAR(a b)")]
    yield "exports", [bytes([row, row % 2, row % 9]) + pieces(*hostile, *hostile[::-1])
                      for row in range(20)]


def main():
    for target, inputs in seeds():
        folder = pathlib.Path(sys.argv[1]) / target
        folder.mkdir(parents=True, exist_ok=True)
        names = [folder / f"seed-{number}" for number in range(len(inputs))]
        for name, data in zip(names, inputs):
            name.write_bytes(data)
        folder.with_suffix(".list").write_text(",".join(map(str, names)))


main()
