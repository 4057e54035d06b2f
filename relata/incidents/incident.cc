// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/incident.h"

#include "relata/base/hash.h"

namespace relata {

std::string text_of(const IncidentId& id) {
  return "i" + sha256_hex(text_of(id.first)).substr(0, 12);
}

}  // namespace relata
