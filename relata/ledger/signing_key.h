// SPDX-License-Identifier: Apache-2.0
// SigningKey: the Ed25519 key with which a person's copy of Relata signs checkpoints. It is a file of its own, outside every
// casebook and readable by its owner alone; what a casebook holds is the public half.
//
//   file := "relata signing key 1\n" base64(seed{32}) "\n"
//
//   RELATA_TRY(const auto key, SigningKey::load_or_make(path, system_random()));
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "relata/base/result.h"
#include "relata/ledger/random_bytes.h"

namespace relata {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

class SigningKey {
 public:
  // The key in the file, which is made if it does not exist, and its folders with it. Errors: others may read the file, or it
  // holds no key, or cannot be made.
  static Result<std::shared_ptr<const SigningKey>> load_or_make(const std::string& path,
                                                                const RandomBytes& random);
  static std::shared_ptr<const SigningKey> of_seed(const std::array<std::uint8_t, 32>& seed);
  ~SigningKey();
  SigningKey(const SigningKey&) = delete;
  SigningKey& operator=(const SigningKey&) = delete;

  [[nodiscard]] const PublicKey& public_key() const { return public_; }
  [[nodiscard]] Signature sign(std::string_view bytes) const;

 private:
  SigningKey() = default;
  PublicKey public_{};
  std::array<std::uint8_t, 64> secret_{};
};

[[nodiscard]] bool is_signed(std::string_view bytes, const Signature& signature,
                             const PublicKey& key);

// Where the key is unless somebody says otherwise: relata/signing.key in `config_home` ($XDG_CONFIG_HOME), else in .config of
// `home` ($HOME). Nothing: neither is a path from the root.
[[nodiscard]] std::optional<std::string> default_signing_key_path(std::string_view config_home,
                                                                  std::string_view home);

}  // namespace relata
