#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes files that no reader should trust.

    make_corpus.py             writes the small ones to corpus/ beside this script; they are in git, and so is this
    make_corpus.py --large DIR writes large ones (hundreds of MB) to DIR, for runs of the whole program by hand

What each of the small files must lead to stands in expected.tsv. The same bytes come out at every run.
"""
import gzip
import hashlib
import json
import pathlib
import struct
import sys
import zlib

HERE = pathlib.Path(__file__).resolve().parent
SENTENCE = "Shells fell on the old market on Monday morning, residents said, and two people were killed."
PAGE = "<!DOCTYPE html><html><head><title>Shells fall</title></head><body><p>" + SENTENCE + "</p>%s</body></html>"


def pdf(objects, trailer="<< /Root 1 0 R /Size %d >>"):
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    shown = trailer % (len(objects) + 1) if "%d" in trailer else trailer
    return out + b"trailer\n" + shown.encode() + b"\nstartxref\n%d\n%%%%EOF\n" % start


def stream(data, more=b""):
    return b"<< /Length %d %s >>\nstream\n" % (len(data), more) + data + b"\nendstream"


def text_pdf(content=None, filters=b"", kids=b"[3 0 R]"):
    content = content if content is not None else b"BT /F1 12 Tf 72 720 Td (" + SENTENCE.encode() + b") Tj ET"
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids " + kids + b" /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        stream(content, filters),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]


def rc4(key, data):
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def encrypted_pdf(password):
    """The standard security handler of revision 2: 40-bit RC4."""
    pad = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    padded = (password + pad)[:32]
    owner = rc4(hashlib.md5(padded).digest()[:5], padded)
    permissions = struct.pack("<i", -4)
    file_id = bytes(16)
    key = hashlib.md5(padded + owner + permissions + file_id).digest()[:5]
    user = rc4(key, pad)
    objects = text_pdf()
    plain = b"BT /F1 12 Tf 72 720 Td (" + SENTENCE.encode() + b") Tj ET"
    objects[3] = stream(rc4(hashlib.md5(key + b"\x04\0\0\0\0").digest()[:10], plain))
    trailer = "<< /Root 1 0 R /Size %d /ID [<{0}> <{0}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{1}> /U <{2}> >> >>"
    return pdf(objects, trailer.format(file_id.hex(), owner.hex(), user.hex()))


def small():
    s = SENTENCE.encode()
    yield "empty.txt", b""
    yield "spaces.txt", b" \n\t\r\n  "
    yield "newlines.txt", b"\n" * 5000
    yield "one_byte.txt", b"x"
    yield "bom_only.txt", b"\xef\xbb\xbf"
    yield "nul.txt", s[:40] + b"\0" + s[40:]
    yield "many_nuls.txt", b"\0" * 3000
    yield "controls.txt", bytes(range(1, 32)) * 40
    yield "escape_codes.txt", b"\x1b[2J\x1b[31m" + s
    yield "broken_utf8.txt", "Naïve café owners in São João said so. ".encode() * 4 + b"\xc3(" + s
    yield "cut_utf8.txt", "Naïve café owners said ’so’ in São João. ".encode() * 3 + b"\xe2\x80"
    yield "overlong_utf8.txt", s + b" \xc0\xaf \xe0\x80\xaf " + s
    yield "surrogate_utf8.txt", s + b" \xed\xa0\x80 " + s
    yield "beyond_unicode.txt", s + b" \xf4\x90\x80\x80 " + s
    yield "latin1.txt", ("Die Bäckerei im alten Viertel wurde getroffen, sagten Anwohner über die Brücke. " * 4).encode("latin-1")
    yield "windows1256.txt", ("قال سكان الحي القديم إن القذائف سقطت على السوق صباح الاثنين. " * 6).encode("windows-1256")
    yield "koi8.txt", ("Жители старого города сообщили, что снаряды упали на рынок утром. " * 6).encode("koi8-r")
    yield "shift_jis.txt", ("砲弾が古い市場に落ちたと住民が語った。町は静かだった。" * 6).encode("shift_jis")
    yield "utf16le_bom.txt", b"\xff\xfe" + SENTENCE.encode("utf-16-le")
    yield "utf16be_bom.txt", b"\xfe\xff" + SENTENCE.encode("utf-16-be")
    yield "utf16_no_bom.txt", SENTENCE.encode("utf-16-le")
    yield "utf16_odd.txt", b"\xff\xfe" + SENTENCE.encode("utf-16-le") + b"x"
    yield "utf32_bom.txt", b"\xff\xfe\0\0" + SENTENCE.encode("utf-32-le")
    yield "utf32_no_bom.txt", SENTENCE.encode("utf-32-be")
    yield "mojibake.txt", "The armyâ€™s café said â€œnoâ€\u009d.".encode() + s
    yield "bidi.txt", ("The gate is \u202e\u2066nepo\u2069\u202c. ").encode() + s
    yield "zero_width.txt", "She\u200blls f\u00adell o\u200dn the mar\u2060ket.".encode()
    yield "combining.txt", ("Z" + "\u0334\u0300" * 20000 + "algo. ").encode() + s
    yield "line_separators.txt", "One.\u2028Two.\u2029Three.\u0085Four.\x0bFive.\x0cSix.".encode()
    yield "dates_only.txt", b"1/2/3 4/5/6 7/8/9 2016-99-99 99.99.9999 31 February 2016 00/00/0000 " * 50
    yield "long_number.txt", b"9" * 50000 + b" died on 99999999999999999999/99/9999."
    yield "brackets.txt", b"(" * 30000 + b"Source: " + b")" * 30000
    yield "dashes.txt", b"-" * 60000
    yield "capitals.txt", b"BEIRUT " * 5000

    yield "zip.html", b"PK\x03\x04\x14\0\0\0\x08\0" + bytes(range(200))
    yield "gzip.jsonl", gzip.compress(b'{"text":"x"}\n' * 100, mtime=0)
    yield "png.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256))
    yield "program.csv", b"\x7fELF\x02\x01\x01" + bytes(64)
    yield "docx.txt", b"PK\x03\x04" + b"\0" * 30 + b"word/document.xml"
    yield "old_word.txt", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512)

    yield "no_end.html", b"<html><body><p>" + s
    yield "no_text.html", b"<html><head><script>var a = '<p>" + s + b"</p>'</script></head><body></body></html>"
    yield "only_links.html", b"<html><body>" + b"<li><a href='#'>Home page of the site</a></li>" * 40 + b"</body></html>"
    yield "deep.html", b"<div>" * 5000 + s + b"</div>" * 5000
    yield "deep_inline.html", b"<b><i>" * 3000 + s
    yield "stray_ends.html", b"</b></div></html>" * 3000 + b"<p>" + s
    yield "after_end.html", (PAGE % "").encode() + b"<p>" + s + b"</p>"
    yield "nul.html", (PAGE % "<p>a\0b</p>").encode()
    yield "open_comment.html", (PAGE % "<!-- never closed").encode()
    yield "open_script.html", (PAGE % "<script>never closed").encode()
    yield "open_quote.html", (PAGE % "<a href='never closed>").encode()
    yield "attributes.html", b"<p " + b" ".join(b"a%d=1" % i for i in range(6000)) + b">" + s
    yield "entities.html", (PAGE % ("<p>" + "&amp;&#x41;&#1114112;&#xD800;&nosuch;&#0;" * 400)).encode()
    yield "entity_bomb.html", (b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
                               b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><html><body><p>&c;&c;' + s + b"</p></body></html>")
    yield "outside_entity.html", b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; ' + s + b"</p></body></html>"
    yield "wrong_charset.html", b"<meta charset=utf-16>" + (PAGE % "").encode()
    yield "unknown_charset.html", b"<meta charset=klingon>" + (PAGE % "<p>Café").encode("latin-1")
    yield "utf7.html", b"<meta charset=utf-7>" + (PAGE % "+ADw-script+AD4-").encode()
    yield "jsonld_bomb.html", (PAGE % ('<script type="application/ld+json">' + "[" * 5000 + "</script>")).encode()
    yield "jsonld_wrong.html", (PAGE % '<script type="application/ld+json">{"@type":7,"headline":{"a":1},"datePublished":[1]}</script>').encode()
    yield "long_title.html", b"<title>" + b"T" * 100000 + b"</title><p>" + s
    yield "tables.html", b"<table><tr><td>" * 600 + s
    yield "svg.html", (PAGE % "<svg><text>not text</text><script>alert(1)</script></svg>").encode()
    yield "frames.html", b"<frameset><frame src='a.html'></frameset>"
    yield "plain.html", s

    yield "no_text_column.csv", b"id,date\n1,2016-12-13\n"
    yield "no_rows.csv", b"id,text\n"
    yield "header_twice.csv", b"text,id,text\na,b,c\n"
    yield "ragged.csv", b"id,text\n1," + s.replace(b",", b"") + b"\n2\n3,a,b\n4,\"" + s + b"\"\n"
    yield "open_quote.csv", b'id,text\n1,"' + s + b'\n2,"' + s + b'"\n3,x\n'
    yield "quote_inside.csv", b'id,text\n1,"a"b\n2,a"b"c\n'
    yield "nul.csv", b"id,text\n1,a\0b\n"
    yield "carriage_returns.csv", b"id,text\r1," + s.replace(b",", b"") + b"\r"
    yield "many_columns.csv", b"text," + b",".join(b"c%d" % i for i in range(3000)) + b"\n" + b"x" + b"," * 3000 + b"\n"
    yield "latin1.csv", "id,text\n1,Der Bäcker über der Brücke sagte nichts\n2,Größe\n".encode("latin-1")
    yield "formula.csv", b'id,text\n=cmd|/c calc!A1,"=HYPERLINK(""http://example.org"") ' + s + b'"\n'
    yield "quotes_only.csv", b'"' * 9999
    yield "utf16.csv", b"\xff\xfe" + "id,text\n1,Two died.\n".encode("utf-16-le")

    yield "empty.json", b""
    yield "empty_array.json", b"[]"
    yield "deep.json", b"[" * 100000
    yield "deep_object.json", b'{"text":' * 5000 + b"1" + b"}" * 5000
    yield "cut.json", b'[{"text":"' + s + b'"},{"text":"cut'
    yield "after.json", b'[{"text":"' + s + b'"}] and more'
    yield "scalar.json", b"12"
    yield "lines.jsonl", (b'{"text":"' + s + b'"}\n' + b'{"text":7}\n{"text":null}\n{"text":["a"]}\n[1]\n"x"\nnull\n{"a":"b"}\n{}\n{"text":""}\n'
                          b'{"text":"\\ud800"}\n{"text":"\\udc00x"}\n{"text":"a","n":1e999}\n{"text":"a\\u0000b"}\n{"text":"a"} trailing\n{"text":"\xff"}\n'
                          b"{'text':'a'}\n{\"text\":\"a\",}\n{\"text\":\"a\n\"}\n" + b'{"text":"' + s + b'","id":123456789012345678901234567890}\n')
    yield "members.json", json.dumps({"text": SENTENCE, **{"m%d" % i: i for i in range(3000)}}).encode()
    yield "twice.json", b'{"text":"' + s + b'","text":"other words"}'
    yield "backslashes.jsonl", b'{"text":"' + b"\\\\" * 20000 + b'"}\n{"text":"' + b"\\" * 20001 + b'"}\n'

    yield "empty.pdf", b""
    yield "cut.pdf", pdf(text_pdf())[:300]
    yield "head_only.pdf", b"%PDF-1.7\n"
    yield "no_pdf.pdf", s
    yield "good.pdf", pdf(text_pdf())
    yield "no_xref.pdf", pdf(text_pdf()).split(b"xref")[0]
    yield "blank.pdf", pdf(text_pdf(b"BT ET"))
    yield "encrypted.pdf", encrypted_pdf(b"secret")
    yield "pages_loop.pdf", pdf(text_pdf(kids=b"[2 0 R 2 0 R 3 0 R]"))
    yield "bomb.pdf", pdf(text_pdf(zlib.compress(zlib.compress(b"\0" * 200_000_000, 9), 9), b"/Filter [/FlateDecode /FlateDecode]"))
    yield "text_bomb.pdf", pdf(text_pdf(zlib.compress(b"BT /F1 12 Tf 72 720 Td " + b"(shells fell on it) Tj " * 400_000 + b"ET", 9), b"/Filter /FlateDecode"))
    yield "javascript.pdf", pdf(text_pdf()).replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>")
    yield "named.txt", pdf(text_pdf())


def large(folder):
    """100 MB on one line, a million tags, rows and brackets."""
    million = 1_000_000
    files = {
        "line.txt": [b"shell " * (17 * million)],
        "line.jsonl": [b'{"text":"', b"shell " * (17 * million), b'"}\n{"text":"Two died."}\n'],
        "line.csv": [b'id,text\n1,"', b"shell " * (17 * million), b'"\n2,Two died.\n'],
        "line.html": [b"<p>", b"shell " * (10 * million)],
        "deep.html": [b"<div>" * million, b"x"],
        "spans.html": [b"<span>x</span>" * (4 * million)],
        "paragraphs.html": [b"<p>x" * (3 * million)],
        "deep.json": [b'{"a":' * million],
        "brackets.jsonl": [b"[" * (50 * million)],
        "rows.csv": [b"text\n", b"Two died.\n" * (3 * million)],
        "quotes.csv": [b'text\n', b'"\n' * (10 * million)],
        "open_quote.csv": [b'text\n"', b"Two died.\n" * (10 * million)],
        "nuls.txt": [b"\0" * (60 * million)],
        "over.pdf": [b"%PDF-1.4\n", b"x" * (70 * million)],
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, pieces in files.items():
        with open(folder / name, "wb") as file:
            file.writelines(pieces)


def main(argv):
    if argv[:1] == ["--large"] and len(argv) == 2:
        large(pathlib.Path(argv[1]))
        return
    if argv:
        sys.exit(__doc__)
    (HERE / "corpus").mkdir(exist_ok=True)
    for name, data in small():
        (HERE / "corpus" / name).write_bytes(data)


if __name__ == "__main__":
    main(sys.argv[1:])
