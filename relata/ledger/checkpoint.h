// SPDX-License-Identifier: Apache-2.0
// Checkpoint: the root over the first `size` entries of a casebook, and its signed form: a C2SP signed note (c2sp.org/signed-note,
// c2sp.org/tlog-checkpoint), so that tools made for transparency logs read it.
//
//   note := origin "\n" size "\n" base64(root) "\n" "\n" ("— " key-name " " base64(key-id{4} signature{64}) "\n")+
//
// The key's name is the origin; the key's id is the beginning of SHA-256(key-name "\n" 0x01 public-key).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "relata/ledger/digest.h"
#include "relata/ledger/signing_key.h"

namespace relata {

struct Checkpoint {
  std::string origin;  // which casebook: "relata.casebook/" and 32 hexadecimal digits
  std::uint64_t size = 0;
  Digest root{};
  auto operator<=>(const Checkpoint&) const = default;
};

[[nodiscard]] std::string signed_note(const Checkpoint& checkpoint, const SigningKey& key);

// What a note says, whoever signed it. Errors: it is none, or says more than a checkpoint of Relata does.
Result<Checkpoint> checkpoint_of(std::string_view note);

// The one of the keys that signed the note; nothing: none of them did.
[[nodiscard]] std::optional<PublicKey> signer_of(std::string_view note, std::string_view origin,
                                                 std::span<const PublicKey> keys);

// The key as verifiers of signed notes take it: NAME+8 hexadecimal digits of its id+base64.
[[nodiscard]] std::string verifier_key(std::string_view origin, const PublicKey& key);
// The public key of such a text; nothing: it is none.
[[nodiscard]] std::optional<PublicKey> public_key_of(std::string_view verifier_key);

}  // namespace relata
