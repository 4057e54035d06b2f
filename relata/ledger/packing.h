// SPDX-License-Identifier: Apache-2.0
// How a payload is stored: what its commitment is over, and what a verifier without zstd can check as well.
//
//   stored := 0x00 payload | 0x01 zstd-frame      whichever is shorter; the frame states the payload's size and its checksum
//
//   Packer packer;
//   RELATA_TRY(const std::string payload, unpack(packer.pack("words"), kLargestPayload));
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "relata/base/result.h"

struct ZSTD_CCtx_s;

namespace relata {

constexpr std::uint64_t kLargestPayload = 256u << 20;

// Holds the memory that packing needs, so that many payloads can share it. For one thread at a time.
class Packer {
 public:
  Packer();
  [[nodiscard]] std::string pack(std::string_view payload);

 private:
  struct Free {
    void operator()(ZSTD_CCtx_s* context) const;
  };
  std::unique_ptr<ZSTD_CCtx_s, Free> context_;
};

// As it is, for payloads that a verifier without zstd must be able to read.
[[nodiscard]] std::string pack_plain(std::string_view payload);

// Errors: nothing that pack() writes, or a payload of more than `limit` bytes.
Result<std::string> unpack(std::string_view stored, std::uint64_t limit);

}  // namespace relata
