// SPDX-License-Identifier: Apache-2.0
// Found: what the stages find in a report before it is joined into claims. For trainers and benchmarks; who reads reports
// wants pipeline.h alone, and this header is not installed.
#pragma once

#include "relata/claims/join.h"
#include "relata/text/document.h"

namespace relata {

struct Found {
  Document document;
  Findings findings;
};

}  // namespace relata
