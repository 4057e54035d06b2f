// SPDX-License-Identifier: Apache-2.0
#include "cli/open_case.h"

#include <pwd.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "cli/data_root.h"
#include "cli/terminal.h"
#include "relata/export/safe_text.h"

namespace relata::cli {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

Result<std::shared_ptr<const SigningKey>> signing_key(const std::string& asked) {
  if (!asked.empty()) return SigningKey::load_or_make(asked, system_random());
  const auto path = default_signing_key_path(variable("XDG_CONFIG_HOME"), variable("HOME"));
  if (!path) return Error{"there is no place for your signing key: set HOME, or say --key FILE"};
  return SigningKey::load_or_make(*path, system_random());
}

}  // namespace

Result<Casebook> open_for_writing(const std::string& path, const std::string& key, bool create) {
  if (!create && !std::filesystem::exists(path))
    return Error{path + ": there is no such casebook; relata add makes one"};
  LedgerOptions options;
  RELATA_TRY(options.key, signing_key(key));
  return Casebook::open(path, create ? Ledger::Mode::create : Ledger::Mode::write,
                        std::move(options));
}

Result<Casebook> open_for_reading(const std::string& path) {
  if (!std::filesystem::exists(path))
    return Error{path + ": there is no such casebook; relata add makes one"};
  return Casebook::open(path, Ledger::Mode::read, {});
}

Result<CaseKnowledge> load_case_knowledge(const std::string& data) {
  const auto files = real_files();
  RELATA_TRY(const std::string root, find_data_root(*files, data));
  return CaseKnowledge::load(DataFolder{files.get(), root});
}

Result<Casebook> open_with_views(const std::string& path, const CaseKnowledge& knowledge) {
  {
    RELATA_TRY(Casebook casebook, open_for_reading(path));
    RELATA_TRY(const bool current, views_are_current(casebook, knowledge));
    if (current) return casebook;
  }
  auto casebook = Casebook::open(path, Ledger::Mode::write, {});
  if (!casebook)
    return casebook.error().with(
        "the views of the casebook are behind its record and cannot be brought up to date");
  RELATA_TRY(Done(), bring_up_to_date(*casebook, knowledge));
  return casebook;
}

Result<Done> bring_up_to_date(Casebook& casebook, const CaseKnowledge& knowledge) {
  Progress progress(is_terminal(stderr));
  const auto show = [&](std::uint64_t done, std::uint64_t of) {
    progress.show_part("incidents", done, of);
  };
  const auto outcome = refresh_views(casebook, knowledge, show);
  progress.clear();
  if (!outcome) return outcome.error();
  for (const std::uint64_t entry : outcome->lost) {
    std::fprintf(stderr,
                 "relata: warning: decision %llu is about words that the latest reading of their "
                 "report does not "
                 "find; it is kept, and changes nothing\n",
                 static_cast<unsigned long long>(entry));
  }
  return Done{};
}

EntryTime now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string name_of_user() {
  const passwd* user = getpwuid(getuid());
  if (user != nullptr && user->pw_name != nullptr) return user->pw_name;
  return variable("USER");
}

}  // namespace relata::cli
