// SPDX-License-Identifier: Apache-2.0
#include "relata/export/form.h"

#include "relata/export/reading_html.h"
#include "relata/export/reading_json.h"
#include "relata/export/reading_text.h"
#include "relata/export/summary.h"

namespace relata {

std::string_view name_of(Form form) {
  switch (form) {
    case Form::text:
      return "text";
    case Form::json:
      return "json";
    case Form::jsonl:
      return "jsonl";
    case Form::summary:
      return "summary";
    case Form::html:
      return "html";
  }
  return "";
}

std::optional<Form> form_of(std::string_view name) {
  for (const Form form : {Form::text, Form::json, Form::jsonl, Form::summary, Form::html}) {
    if (name_of(form) == name) return form;
  }
  return std::nullopt;
}

std::string_view version() { return RELATA_VERSION; }

void opening(const View& view, std::string& out) {
  if (view.form == Form::html) write_html_opening(out);
}

void write(const Shown& shown, const View& view, std::size_t number, std::string& out) {
  switch (view.form) {
    case Form::text:
      if (number > 0) out += "\n\n";
      write_reading_text(shown, view, out);
      return;
    case Form::json:
    case Form::jsonl: {
      const auto layout =
          view.form == Form::json ? JsonWriter::Layout::pretty : JsonWriter::Layout::line;
      JsonWriter json(out, layout);
      write_reading(shown, view.layers, json);
      out += '\n';
      return;
    }
    case Form::summary:
      RELATA_CHECK(view.lexicon != nullptr);
      write_summary(shown.report,
                    summarise(shown.report, shown.document, shown.reading, *view.lexicon), out);
      out += '\n';
      return;
    case Form::html:
      write_reading_html(shown, number, out);
      return;
  }
}

void closing(const View& view, std::string& out) {
  if (view.form == Form::html) write_html_closing(out);
}

}  // namespace relata
