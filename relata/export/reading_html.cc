// SPDX-License-Identifier: Apache-2.0
#include "relata/export/reading_html.h"

#include <algorithm>

#include "relata/export/marked_text.h"
#include "relata/export/phrases.h"
#include "relata/export/safe_text.h"

namespace relata {
namespace {

// Words of any origin as HTML text.
std::string safe(std::string_view words) { return html_escaped(shown(words)); }

// The part of a paragraph as HTML text: as safe(), but the space at its ends stays.
std::string safe_stretch(std::string_view words) {
  if (words.empty()) return "";
  std::string out = safe(words);
  const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
  if (is_space(words.front())) out.insert(0, " ");
  if (is_space(words.back()) && out != " ") out += ' ';
  return out;
}

class Section {
 public:
  Section(const Shown& shown_reading, std::size_t number, std::string& out)
      : report_(shown_reading.report),
        reading_(shown_reading.reading),
        shown_(shown_reading),
        anchor_("r" + std::to_string(number + 1)),
        out_(out) {}

  void write() {
    out_ += "<article id=\"" + anchor_ + "\" aria-labelledby=\"" + anchor_ + "-title\">\n";
    const auto lines = paragraphs(report_.text);
    std::size_t at = 0;  // lines of the title stand in the head
    while (report_.title && at < lines.size() && report_.title->contains(lines[at])) ++at;
    const auto end_of = [&](std::size_t line) {
      return line < lines.size() ? lines[line].begin : UINT32_MAX;
    };
    write_head(end_of(at));
    for (; at < lines.size(); ++at) write_paragraph(lines[at], end_of(at + 1));
    write_voices();
    write_foot();
    out_ += "</article>\n";
  }

 private:
  [[nodiscard]] std::string anchor_of(const Claim& claim) const {
    return anchor_ + "c" + std::to_string(claim.id);
  }

  void write_marked(Span span) {
    for (const Stretch& stretch : stretches(span, reading_.claims)) write_stretch(stretch);
  }

  // The claims whose trigger stands before `end` and that have not been written yet.
  void write_claims(std::uint32_t end) {
    const std::size_t first = next_;
    while (next_ < reading_.claims.size() && reading_.claims[next_].trigger.begin < end) ++next_;
    if (first == next_) return;
    out_ += "<ul class=\"claims\">\n";
    for (std::size_t i = first; i < next_; ++i) write_claim(reading_.claims[i]);
    out_ += "</ul>\n";
  }

  void write_head(std::uint32_t end) {
    out_ += "<header class=\"row head\">\n<div><h1 id=\"" + anchor_ + "-title\" dir=\"auto\">";
    if (report_.title) {
      write_marked(*report_.title);
    } else {
      out_ += safe(report_.id);
    }
    out_ += "</h1>\n<p class=\"facts\">";
    if (report_.publisher) out_ += "<span><bdi>" + safe(*report_.publisher) + "</bdi></span> ";
    if (report_.dateline.date) {
      out_ += "<span>dated <time>" + iso_date(*report_.dateline.date) + "</time></span> ";
    } else if (report_.published) {
      out_ += "<span>published <time>" + iso_date(*report_.published) + "</time></span> ";
    }
    out_ += "<span>" + std::to_string(reading_.claims.size()) + " claims by " +
            std::to_string(reading_.telling.voices.size()) + " voices</span> ";
    out_ += "<span><bdi>" + safe(report_.id) + "</bdi></span> <span class=\"hash\">text SHA-256 " +
            safe(report_.sha256) + "</span></p></div>\n";
    write_claims(report_.title ? end : 0);
    out_ += "</header>\n";
  }

  void write_paragraph(Span line, std::uint32_t end) {
    out_ += "<div class=\"row\">\n<p class=\"text\" dir=\"auto\">";
    write_marked(line);
    out_ += "</p>\n";
    write_claims(end);
    out_ += "</div>\n";
  }

  void write_stretch(const Stretch& stretch) {
    const std::string words = safe_stretch(words_of(report_.text, stretch.span));
    if (!stretch.triggers.empty()) {
      const Claim& claim = reading_.claims[stretch.triggers.front()];
      out_ += "<a class=\"trigger ";
      out_ += name_of(claim.status);
      out_ += "\" href=\"#" + anchor_of(claim) + "\">" + words + "</a>";
    } else if (!stretch.evidence.empty()) {
      out_ += "<span class=\"evidence\">" + words + "</span>";
    } else {
      out_ += words;
    }
    for (const std::uint32_t index : stretch.ending) {
      const Claim& claim = reading_.claims[index];
      out_ += "<sup><a href=\"#" + anchor_of(claim) + "\" aria-label=\"claim " +
              std::to_string(claim.id) + ": " + as_words(name_of(claim.type)) + "\">" +
              std::to_string(claim.id) + "</a></sup>";
    }
  }

  void write_claim(const Claim& claim) {
    const std::string_view status = name_of(claim.status);
    out_ += "<li class=\"claim ";
    out_ += status;
    out_ += "\" id=\"" + anchor_of(claim) + "\">\n<h2><span class=\"number\">" +
            std::to_string(claim.id) + "</span> " + as_words(name_of(claim.type));
    if (claim.status != Status::asserted)
      out_ += " <span class=\"status\">" + as_words(status) + "</span>";
    out_ += "</h2>\n";
    if (claim.chains.empty()) write_chain({});
    for (const Chain& chain : claim.chains) write_chain(chain);
    out_ += "<dl>";
    if (!claim.by.empty()) write_row("by", phrase(claim.by));
    if (!claim.to.empty()) write_row("to", phrase(claim.to));
    if (!claim.where.empty()) write_row("where", phrase(claim.where));
    if (claim.when) write_row("when", phrase(*claim.when));
    for (const Count& count : claim.counts) {
      write_row("count", phrase(count) + " " + as_words(name_of(count.of)) +
                             (count.who.empty() ? "" : ": " + count.who));
    }
    out_ += "</dl>\n";
    write_ties(claim);
    out_ += "</li>\n";
  }

  void write_row(std::string_view label, std::string_view words) {
    out_ += "<div><dt>";
    out_ += label;
    out_ += "</dt><dd><bdi>" + safe(words) + "</bdi></dd></div>";
  }

  void write_chain(const Chain& chain) {
    if (chain.empty()) {
      out_ += "<p class=\"own\">the report’s own voice</p>\n";
      return;
    }
    out_ += "<ol class=\"chain\" aria-label=\"line of telling, outermost voice first\">";
    for (const Link& link : chain) {
      const Voice& voice = reading_.telling.voices.at(link.voice);
      out_ += "<li><bdi>" + safe(voice.name) + "</bdi>";
      if (const std::string known = about(voice); !known.empty())
        out_ += " <small>" + known + "</small>";
      out_ += "</li>";
    }
    out_ += "</ol>\n";
  }

  void write_ties(const Claim& claim) {
    const auto ties = ties_of(claim.id, reading_.relations);
    if (ties.empty()) return;
    out_ += "<p class=\"ties\">";
    for (std::size_t i = 0; i < ties.size(); ++i) {
      const std::size_t number = ties[i].rfind(' ') + 1;
      if (i > 0) out_ += ", ";
      out_ += ties[i].substr(0, number) + "<a href=\"#" + anchor_ + "c" + ties[i].substr(number) +
              "\">" + ties[i].substr(number) + "</a>";
    }
    out_ += "</p>\n";
  }

  // Who speaks, and in how many claims.
  void write_voices() {
    if (reading_.telling.voices.empty()) return;
    std::vector<std::size_t> claims(reading_.telling.voices.size());
    for (const Claim& claim : reading_.claims) {
      for (const Chain& chain : claim.chains) {
        for (const Link& link : chain) ++claims.at(link.voice);
      }
    }
    out_ +=
        "<section class=\"voices\"><h2>Voices</h2>\n<table><thead><tr><th "
        "scope=\"col\">voice</th><th scope=\"col\">kind</th>"
        "<th scope=\"col\">side</th><th scope=\"col\">claims</th></tr></thead><tbody>\n";
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const Voice& voice = reading_.telling.voices[i];
      out_ += "<tr><th scope=\"row\"><bdi>" + safe(voice.name) + "</bdi></th><td>" +
              as_words(name_of(voice.kind)) + "</td><td>" + as_words(name_of(voice.side)) +
              "</td><td>" + std::to_string(claims[i]) + "</td></tr>\n";
    }
    out_ += "</tbody></table></section>\n";
  }

  void write_foot() {
    const auto lines = not_understood(shown_);
    if (lines.empty()) return;
    out_ += "<section class=\"open\"><h2>Not understood</h2>\n<ul>\n";
    for (const std::string& line : lines) out_ += "<li>" + safe(line) + "</li>\n";
    out_ += "</ul></section>\n";
  }

  const Report& report_;
  const Reading& reading_;
  const Shown& shown_;
  std::string anchor_;
  std::size_t next_ = 0;  // the first claim that has not been written yet
  std::string& out_;
};

}  // namespace

void write_html_opening(std::string& out) {
  out +=
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'; "
      "base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" "
      "content=\"light dark\">\n"
      "<title>What the reports claim</title>\n<style>\n";
  out += html_style();
  out += "</style>\n</head>\n<body>\n<main>\n";
}

void write_reading_html(const Shown& shown_reading, std::size_t number, std::string& out) {
  Section(shown_reading, number, out).write();
}

void write_html_closing(std::string& out) {
  out += "</main>\n<footer>Relata ";
  out += version();
  out +=
      " shows who claims what, in which words, and on whose word. It does not say what is "
      "true.</footer>\n</body>\n</html>\n";
}

}  // namespace relata
