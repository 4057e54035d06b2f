// SPDX-License-Identifier: Apache-2.0
// relata verify: every hash, root and signature of a casebook, recomputed; or the proof of one entry.
#include "relata/ledger/verify.h"

#include <cstdio>

#include "cli/case_commands.h"
#include "cli/case_ids.h"
#include "cli/ending.h"
#include "cli/open_case.h"
#include "relata/export/json_writer.h"

namespace relata::cli {
namespace {

std::string as_json(const Verification& verification, const std::string& origin) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.begin_object().key("holds").boolean(verification.holds());
  json.key("entries").integer(static_cast<std::int64_t>(verification.entries));
  json.key("payloads").integer(static_cast<std::int64_t>(verification.payloads));
  json.key("erased").integer(static_cast<std::int64_t>(verification.erased));
  json.key("signatures").integer(static_cast<std::int64_t>(verification.signatures));
  json.key("root")
      .string(hex_of_bytes(view_of_bytes(verification.root)))
      .key("signers")
      .begin_array();
  for (const PublicKey& signer : verification.signers) json.string(verifier_key(origin, signer));
  json.end_array().key("misfits").begin_array();
  for (const Misfit& misfit : verification.misfits) json.string(text_of(misfit));
  json.end_array().end_object();
  return out + '\n';
}

std::string as_text(const Verification& verification, const std::string& origin) {
  std::string out = summary_of(verification) + '\n';
  for (const PublicKey& signer : verification.signers)
    out += "signed with " + verifier_key(origin, signer) + '\n';
  for (const Misfit& misfit : verification.misfits) out += text_of(misfit) + '\n';
  return out;
}

Result<ExitCode> verify_all(const VerifyArguments& arguments) {
  VerifyOptions options;
  if (!arguments.public_key.empty()) {
    const auto key = public_key_of(arguments.public_key);
    if (!key) return Error{"--public-key " + arguments.public_key + " is no key"};
    options.expected_keys.push_back(*key);
  }
  RELATA_TRY(Casebook casebook, open_for_reading(arguments.casebook));
  if (!arguments.proof.empty()) {
    const auto number = entry_number(arguments.proof);
    if (!number) return misused(number.error().with("--proof"));
    RELATA_TRY(const std::string proof, casebook.ledger().proof_of(*number));
    std::fputs(proof.c_str(), stdout);
    return ExitCode::ok;
  }
  RELATA_TRY(const Verification verification, verify(casebook.ledger(), options));
  const std::string out = arguments.format == "json"
                              ? as_json(verification, casebook.ledger().origin())
                              : as_text(verification, casebook.ledger().origin());
  std::fputs(out.c_str(), stdout);
  return verification.holds() ? ExitCode::ok : ExitCode::some_failed;
}

}  // namespace

ExitCode run(const VerifyArguments& arguments) { return ended(verify_all(arguments)); }

}  // namespace relata::cli
