// SPDX-License-Identifier: Apache-2.0
// Reads one sentence with an installed Relata and says what it claims.
#include <cstdio>

#include "relata/export/form.h"
#include "relata/pipeline.h"

using namespace relata;

namespace {

Result<std::string> claims_of(const std::string& text) {
  const auto files = real_files();
  RELATA_TRY(const Models models, load_models(DataFolder{files.get(), RELATA_DATA_DIR}));
  Report report;
  report.id = "one sentence";
  report.text = text;
  const Annotated annotated = read(report, models);
  if (annotated.reading.claims.empty()) return Error{"no claim found"};
  std::string out;
  write({report, annotated.document, annotated.reading}, {.form = Form::text}, 0, out);
  return out;
}

}  // namespace

int main() {
  const auto out = claims_of("Shelling killed nine civilians in Aleppo on Monday, the Syrian Observatory for Human Rights said.");
  std::puts(out ? out->c_str() : out.error().message.c_str());
  return out ? 0 : 1;
}
