// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/random_bytes.h"

#include <sodium.h>

#include "relata/base/result.h"

namespace relata {

RandomBytes system_random() {
  RELATA_CHECK(sodium_init() >= 0);
  return [](std::span<std::uint8_t> bytes) { randombytes_buf(bytes.data(), bytes.size()); };
}

}  // namespace relata
