// SPDX-License-Identifier: Apache-2.0
// read(): the way of the data, from a report to what it claims. A pure function: no file, no clock, no global.
// Safe to call from many threads with the same Models.
//
//   RELATA_TRY(Models models, load_models(DataFolder{files, root}));
//   Annotated annotated = read(report, models);
#pragma once

#include <memory>

#include "relata/base/data_folder.h"
#include "relata/claims/claim.h"
#include "relata/ingest/report.h"
#include "relata/text/document.h"

namespace relata {

// Everything that is known before a report is read: the tables of data/ and the weights of models/. Immutable once loaded.
class Models {
 public:
  Models(Models&&) noexcept;
  Models& operator=(Models&&) noexcept;
  ~Models();

  struct Parts;
  [[nodiscard]] const Parts& parts() const { return *parts_; }

 private:
  friend Result<Models> load_models(const DataFolder& folder);
  friend Result<Models> load_finders(const DataFolder& folder);
  explicit Models(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// Errors: a table or a model is missing, broken or of another version; the error names the file.
Result<Models> load_models(const DataFolder& folder);

// The same without what joins findings into claims: enough for find(), not for read(). For those who train the rest.
Result<Models> load_finders(const DataFolder& folder);

// What the stages find before it is joined into claims (relata/found.h), for trainers.
struct Found;
[[nodiscard]] Found find(const Report& report, const Models& models);

// A reading with the document it was made from. The document's text is the report's: keep the report alive.
struct Annotated {
  Document document;
  Reading reading;
};

[[nodiscard]] Annotated read(const Report& report, const Models& models);

}  // namespace relata
