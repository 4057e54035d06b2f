// SPDX-License-Identifier: Apache-2.0
// Form: how readings are shown, and write(), which shows one. The same reading gives the same bytes, always.
//
//   std::string page;
//   opening(View{.form = Form::html}, page);
//   for (…) write(Shown{report, document, reading}, view, page);
//   closing(view, page);
//
// It writes into memory; where that goes, and whether colours are wanted, is for the program to say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "relata/claims/claim.h"
#include "relata/ingest/report.h"
#include "relata/text/document.h"

namespace relata {

// text: for a person at a terminal. json: one indented object a report; jsonl: the same on one line
// (docs/formats/reading.md). summary: the main incident, one line of JSON a report. html: one page that needs nothing else.
enum class Form : std::uint8_t { text, json, jsonl, summary, html };
[[nodiscard]] std::string_view name_of(Form);
[[nodiscard]] std::optional<Form> form_of(std::string_view);

// What of the work behind the claims is shown: nothing; the places alone, which is what a casebook keeps; or sentences,
// tokens, names, attributions, places, times, quantities.
enum class Layers : std::uint8_t { none, places, all };

struct SummaryLexicon;

struct View {
  Form form = Form::text;
  Layers layers = Layers::none;  // json and jsonl
  bool colour = false;                      // text: marks of colour and weight for a terminal
  int columns = 80;                         // text: how wide
  const SummaryLexicon* lexicon = nullptr;  // summary: must be given
};

// A reading with what it was made from. Refers only.
struct Shown {
  const Report& report;
  const Document& document;
  const Reading& reading;
};

// The version of Relata that made a reading, "0.1.0".
[[nodiscard]] std::string_view version();

// What stands before the first report and after the last one: nothing but for html.
void opening(const View& view, std::string& out);
// Appends one report. `number` counts the reports of this output from 0: it keeps the anchors of a page apart.
void write(const Shown& shown, const View& view, std::size_t number, std::string& out);
void closing(const View& view, std::string& out);

}  // namespace relata
