// SPDX-License-Identifier: Apache-2.0
// check_public: the test that every public export must pass before it is given away. It reads the bytes as a stranger would and
// looks for what must not be there: sealed names, words and titles of reports, addresses and hashes, places finer than the
// coarse ones, days that are not ends or middles of coarse periods, numbers as precise as coordinates, rows that stand alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"
#include "relata/profiles/profile.h"
#include "relata/profiles/public_case.h"

namespace relata {

// Error: what was found, without saying it again. `bytes` of HTML are read as text between tags.
Result<Done> check_public(Profile profile, std::string_view bytes, const PublicCase& shown);
Result<Done> check_public_page(std::string_view html, const PublicCase& shown);

// The values that bytes hold: cells of CSV, strings of JSON, text between the tags of HTML.
[[nodiscard]] std::vector<std::string> csv_values(std::string_view bytes);
[[nodiscard]] std::vector<std::string> json_values(std::string_view bytes);
[[nodiscard]] std::vector<std::string> html_values(std::string_view bytes);

}  // namespace relata
