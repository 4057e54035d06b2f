// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/checkpoint.h"

#include <doctest/doctest.h>

namespace relata {
namespace {

std::shared_ptr<const SigningKey> key_of(std::uint8_t byte) {
  std::array<std::uint8_t, 32> seed{};
  seed.fill(byte);
  return SigningKey::of_seed(seed);
}

const Checkpoint kCheckpoint{"relata.casebook/00ff", 42, sha256({"root"})};

TEST_CASE("a note says what was signed, and who signed it") {
  const auto key = key_of(1), other = key_of(2);
  const std::string note = signed_note(kCheckpoint, *key);
  const auto read = checkpoint_of(note);
  REQUIRE(read);
  CHECK(*read == kCheckpoint);
  const PublicKey keys[] = {other->public_key(), key->public_key()};
  CHECK(signer_of(note, kCheckpoint.origin, keys) == key->public_key());
  CHECK_FALSE(signer_of(note, kCheckpoint.origin, std::span(keys).first(1)));
  CHECK_FALSE(signer_of(note, "relata.casebook/0100", keys));
}

TEST_CASE("a note with any bit changed has no signer") {
  const auto key = key_of(1);
  const std::string note = signed_note(kCheckpoint, *key);
  const PublicKey keys[] = {key->public_key()};
  for (std::size_t bit = 0; bit < 8 * note.size(); ++bit) {
    std::string changed = note;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ 1 << bit % 8);
    REQUIRE_FALSE(signer_of(changed, kCheckpoint.origin, keys));
  }
}

TEST_CASE("what is no checkpoint is refused") {
  const std::string note = signed_note(kCheckpoint, *key_of(1));
  const auto with = [&](std::string_view old_text, std::string_view new_text) {
    std::string changed = note;
    const std::size_t at = changed.find(old_text);
    REQUIRE(at != std::string::npos);
    return changed.replace(at, old_text.size(), new_text);
  };
  CHECK(checkpoint_of(with("42", "43")));  // whether it is signed is another question
  for (const std::string& bad :
       {with("42", "042"), with("42", "-1"), with("42", "18446744073709551616"), with("42\n", "42"),
        with("42", "42\nmore"), with("relata.casebook/00ff\n", "\n"), std::string(), note.substr(1),
        note.substr(0, note.find("\n\n")), std::string(1 << 20, '\n')}) {
    if (bad == note.substr(1)) continue;  // another origin
    CHECK_FALSE_MESSAGE(checkpoint_of(bad), bad.substr(0, 100));
  }
}

TEST_CASE("a key is known by the text that verifiers of notes take") {
  const auto key = key_of(1);
  const std::string text = verifier_key("relata.casebook/00ff", key->public_key());
  CHECK(text.starts_with("relata.casebook/00ff+"));
  CHECK(public_key_of(text) == key->public_key());
  for (const std::string& bad : {std::string(), std::string("a+b"), std::string("a+b+c"),
                                 text.substr(1), text.substr(0, text.size() - 4)})
    CHECK_FALSE(public_key_of(bad));
}

// A note of golang.org/x/mod/sumdb/note's documentation; its verifier key is the one printed there.
TEST_CASE("the ids of keys are those of signed notes elsewhere") {
  const auto key =
      public_key_of("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  REQUIRE(key);
  const std::string note =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your "
      "problem is.\n\n— PeterNeumann "
      "x08go/ZJkuBS9UG/"
      "SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  CHECK(signer_of(note, "PeterNeumann", std::span(&*key, 1)) == key);
}

}  // namespace
}  // namespace relata
