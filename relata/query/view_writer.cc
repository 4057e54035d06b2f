// SPDX-License-Identifier: Apache-2.0
#include "relata/query/view_writer.h"

namespace relata {

Result<ViewWriter> ViewWriter::open(Database& database) {
  RELATA_TRY(ReportRows reports, ReportRows::open(database));
  RELATA_TRY(IncidentRows incidents, IncidentRows::open(database));
  return ViewWriter(std::move(reports), std::move(incidents));
}

}  // namespace relata
