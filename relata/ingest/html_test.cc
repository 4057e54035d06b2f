// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "relata/ingest/html_blocks.h"
#include "relata/ingest/html_main_text.h"
#include "relata/ingest/html_metadata.h"
#include "relata/ingest/html_page.h"
#include "relata/ingest/html_scan.h"
#include "relata/ingest/test_tables.h"

using namespace relata;

namespace {

// A paragraph of running text that begins with `start`.
std::string paragraph(const std::string& start) {
  return "<p>" + start +
         " were hit by shells on Monday morning, residents of the old town said, and the bakery "
         "closed.</p>";
}

std::string main_text_of(const std::string& page, const std::string& title = "") {
  const IngestTables tables = test_tables();
  const auto tree = HtmlTree::parse(page, Limits{});
  REQUIRE(tree);
  return main_text(tree.value(), tables.parts().html, title);
}

}  // namespace

TEST_CASE("the tree holds what the page holds, whatever its tags are like") {
  const auto tree = HtmlTree::parse("</b></div><p class='x y'>one &amp; <b>two<p>three", Limits{});
  REQUIRE(tree);
  CHECK(tree.value().all_text(0) == "one & twothree");
  for (const HtmlNode& node : tree.value().nodes()) {
    if (node.tag == HtmlTag::p && node.attributes > 0) {
      CHECK(tree.value().attribute(node, HtmlAttribute::class_) == "x y");
    }
  }
}

TEST_CASE(
    "text is lost neither deep down nor after stray end tags; beyond the limits there is an "
    "error") {
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<div>";
  CHECK(HtmlTree::parse(deep + "found", Limits{}).value().all_text(0) == "found");
  std::string stray;
  for (int i = 0; i < 10000; ++i) stray += "</b>";
  CHECK(HtmlTree::parse(stray + "<p>found", Limits{}).value().all_text(0) == "found");
  Limits limits;
  limits.html_depth = 100;
  CHECK(HtmlTree::parse(deep, limits).error().message ==
        "elements nested deeper than the limit of 100");
  limits.html_elements = 50;
  CHECK(HtmlTree::parse("<p>" + deep, limits).error().message ==
        "more than the limit of 50 elements");
  std::string tag = "<script>if (a <b c d e f g h i j k l) {}</script><!-- <a b c d e f g h> --><a";
  for (int i = 0; i < 12; ++i) tag += " x" + std::to_string(i) + "='> <'";
  limits.html_attributes = 12;
  CHECK(HtmlTree::parse(tag + ">text</a>", limits));
  limits.html_attributes = 11;
  CHECK(HtmlTree::parse(tag + ">text</a>", limits)
            .error()
            .message.find("has more than the limit of 11 attributes") != std::string::npos);
}

TEST_CASE("the article is kept and what stands around it is not") {
  const std::string page =
      "<html><body><nav><ul><li><a href=/>Home</a></li></ul></nav>"
      "<div class='cookie-banner'>" +
      paragraph("Cookies") +
      "</div>"
      "<div class='layout with-sidebar'><h1>Shells hit bakery</h1>"
      "<div class='post-content'>" +
      paragraph("Two streets") +
      "<div class='share-buttons'>Share this</div>"
      "<h2>What people saw</h2>" +
      paragraph("Three shops") +
      "<blockquote class='twitter-tweet'><p>It is quiet now, says a baker.</p></blockquote>"
      "<ul><li>The first shell fell at six.</li><li>The second fell at seven.</li></ul>"
      "<h2>Related stories</h2></div>"
      "<div class='related-posts'>" +
      paragraph("Other towns") +
      "</div>"
      "<div id='comments'>" +
      paragraph("I think that they") + paragraph("You think that they") +
      paragraph("We think that they") +
      "</div>"
      "</div><script>var x = 'script text';</script><p hidden>" +
      paragraph("Hidden parts") + "</body></html>";
  const std::string text = main_text_of(page, "Shells hit bakery");
  for (const char* kept : {"Two streets", "What people saw\n\nThree shops", "It is quiet now",
                           "first shell fell at six.\n\nThe second"}) {
    CAPTURE(kept);
    CHECK(text.find(kept) != std::string::npos);
  }
  for (const char* gone : {"Home", "Cookies", "Share this", "Related", "Other towns", "think that",
                           "script text", "Hidden parts", "Shells hit bakery"}) {
    CAPTURE(gone);
    CHECK(text.find(gone) == std::string::npos);
  }
}

TEST_CASE("line breaks part paragraphs, and words within a paragraph stay together") {
  CHECK(main_text_of("<div>Two streets were hit by shells, people of the town said.<br><br>It was "
                     "<b>quiet</b> then, and the bakery\n closed.</div>") ==
        "Two streets were hit by shells, people of the town said.\n\nIt was quiet then, and the "
        "bakery closed.");
}

TEST_CASE("hints are found word by word") {
  const IngestTables tables = test_tables();
  const HtmlHints& hints = tables.parts().html;
  struct Case {
    const char* name;
    HtmlHint hint;
  };
  const Case cases[] = {
      {"article-body", HtmlHint::body},
      {"c-ArticleBody__inner", HtmlHint::body},
      {"m-related_list", HtmlHint::drop},
      {"unrelated", HtmlHint::none},
      {"comments-area", HtmlHint::drop_sure},
      {"hidden", HtmlHint::drop},
      {"field-label-hidden", HtmlHint::none},
      {"", HtmlHint::none},
      {"byline", HtmlHint::doubt},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(hints.look_up(c.name) == c.hint);
  }
}

TEST_CASE("a page's title, publisher, day and address are found where pages state them") {
  const IngestTables tables = test_tables();
  struct Case {
    const char* head;
    const char* title;
    const char* publisher;
    const char* published;
    const char* url;
  };
  const Case cases[] = {
      {"<meta property='og:title' content='Shells fall | The Example'><meta "
       "property='og:site_name' content='The Example'>"
       "<meta property='article:published_time' content='2016-12-13T08:00:00Z'><link rel=canonical "
       "href='http://example.org/1'>",
       "Shells fall", "The Example", "2016-12-13T08:00:00Z", "http://example.org/1"},
      {"<script "
       "type='application/"
       "ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"@type\":[\"NewsArticle\"],"
       "\"headline\":\"Shells "
       "fall\",\"datePublished\":\"2016-12-13\",\"publisher\":{\"name\":\"The "
       "Example\"},\"url\":\"http://example.org/2\"}]}</script>",
       "Shells fall", "The Example", "2016-12-13", "http://example.org/2"},
      {"<title>Shells fall</title><script type='application/ld+json'>{broken</script><meta "
       "name='DC.date.issued' content='2016-12-13'>",
       "Shells fall", "", "2016-12-13", ""},
      {"<title>Site</title></head><body><h1>Shells <i>fall</i></h1><time datetime='2016-12-13'>",
       "Shells fall", "", "2016-12-13", ""},
      {"", "", "", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.head);
    const auto tree = HtmlTree::parse(std::string("<html><head>") + c.head, Limits{});
    REQUIRE(tree);
    const HtmlMetadata found = html_metadata(tree.value(), tables.parts());
    CHECK(found.title.value_or("") == c.title);
    CHECK(found.publisher.value_or("") == c.publisher);
    CHECK(found.published.value_or("") == c.published);
    CHECK(found.url.value_or("") == c.url);
  }
}

TEST_CASE("a page declares its encoding in one of three ways") {
  CHECK(declared_encoding("<html><meta charset=\"Windows-1256\">") == "windows-1256");
  CHECK(
      declared_encoding("<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=iso-8859-1'>") ==
      "iso-8859-1");
  CHECK(declared_encoding("<?xml version='1.0' encoding='KOI8-R'?><html>") == "koi8-r");
  CHECK_FALSE(declared_encoding("<meta name=charset>"));
  CHECK_FALSE(declared_encoding(""));
}

TEST_CASE("bytes of a page become an article in UTF-8") {
  const IngestTables tables = test_tables();
  const auto page =
      read_html("<meta charset=windows-1252><title>Caf\xE9 hit</title>" + paragraph("Two caf\xE9s"),
                tables.parts(), IngestOptions{});
  REQUIRE(page);
  CHECK(page.value().text.find("Two cafés were hit") == 0);
  CHECK(page.value().title == "Café hit");
  CHECK(read_html("<p>Home</p>", tables.parts(), IngestOptions{}));
  CHECK(read_html("<script>x</script>", tables.parts(), IngestOptions{})
            .error()
            .message.find("holds no article") == 0);
}
