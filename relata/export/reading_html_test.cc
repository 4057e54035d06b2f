// SPDX-License-Identifier: Apache-2.0
#include "relata/export/reading_html.h"

#include <doctest/doctest.h>

#include "relata/export/handmade_reading.h"
#include "relata/export/marked_text.h"

using namespace relata;

namespace {

std::string page() {
  const auto made = handmade_reading();
  const View view{.form = Form::html};
  std::string out;
  opening(view, out);
  write(made->shown(), view, 0, out);
  write(made->shown(), view, 1, out);
  closing(view, out);
  return out;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

}  // namespace

TEST_CASE("a page holds the text with its claims marked and their chains, report by report") {
  const std::string out = page();
  for (
      const std::string_view part : {
          R"(Troops </span><a class="trigger asserted" href="#r1c1">captured</a>)",
          R"(<sup><a href="#r1c1" aria-label="claim 1: capture">1</a></sup>)",
          R"(<li class="claim alleged" id="r2c2">)",
          R"(<li><bdi>Radio Saffron</bdi> <small>broadcaster</small></li><li><bdi>Nour Haddad</bdi> <small>medic, opposition</small></li>)",
          R"(&lt;there&gt;)",
          R"(contradicts <a href="#r1c3">3</a>)",
      }) {
    CAPTURE(part);
    CHECK(out.find(part) != std::string::npos);
  }
  CHECK(out.find("<there>") == std::string::npos);
  CHECK(out.find('\x1b') == std::string::npos);
}

TEST_CASE("a page runs nothing and asks for nothing") {
  const std::string out = page();
  for (const std::string_view part :
       {"<script", "http:", "https:", "src=", "url(", "@import", "onclick", "<link"}) {
    CAPTURE(part);
    CHECK(out.find(part) == std::string::npos);
  }
  CHECK(out.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("elements are closed, and every link leads to a claim of the page") {
  const std::string out = page();
  for (const std::string_view name :
       {"a", "span", "p", "li", "ul", "ol", "div", "header", "dl", "dt", "dd", "article", "section",
        "table", "sup", "bdi", "h1", "h2"}) {
    CAPTURE(name);
    const std::string tag = "<" + std::string(name);
    CHECK(count(out, tag + ">") + count(out, tag + " ") ==
          count(out, "</" + std::string(name) + ">"));
  }
  for (std::size_t at = out.find("href=\"#"); at != std::string::npos;
       at = out.find("href=\"#", at + 1)) {
    const std::size_t begin = at + 7;
    const std::string id = out.substr(begin, out.find('"', begin) - begin);
    CAPTURE(id);
    CHECK(count(out, "id=\"" + id + "\"") == 1);
  }
}

TEST_CASE("stretches cover a paragraph without gap or overlap, and know every claim over them") {
  std::vector<Claim> claims(2);
  claims[0].trigger = {4, 8};
  claims[0].evidence = {2, 12};
  claims[1].trigger = {6, 8};
  claims[1].evidence = {6, 30};
  const auto cut = stretches({0, 20}, claims);
  std::uint32_t at = 0;
  for (const Stretch& stretch : cut) {
    CHECK(stretch.span.begin == at);
    at = stretch.span.end;
  }
  CHECK(at == 20);
  REQUIRE(cut.size() == 6);
  CHECK(cut[3].triggers == std::vector<std::uint32_t>{0, 1});
  CHECK(cut[3].ending == std::vector<std::uint32_t>{0, 1});
  CHECK(cut[5].evidence == std::vector<std::uint32_t>{1});
}
