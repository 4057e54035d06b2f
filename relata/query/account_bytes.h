// SPDX-License-Identifier: Apache-2.0
// An account as the view tables keep it: every field but its key, which is a column beside it (packing.h has the form).
#pragma once

#include <string>
#include <string_view>

#include "relata/accounts/account.h"
#include "relata/base/result.h"

namespace relata {

[[nodiscard]] std::string account_bytes(const Account& account);
// The account with that key. Error: the bytes are no account's.
Result<Account> account_of_bytes(const AccountKey& key, std::string_view bytes);

// 26 bytes that sort as keys do: report, begin, end, nth, each with its highest byte first.
[[nodiscard]] std::string key_bytes(const AccountKey& key);
// Error: not 26 bytes.
Result<AccountKey> key_of_bytes(std::string_view bytes);

}  // namespace relata
