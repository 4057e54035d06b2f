// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/packing.h"

#include <doctest/doctest.h>

namespace relata {
namespace {

TEST_CASE("a payload comes back as it was, and is stored no longer than one byte more") {
  Packer packer;
  std::string mixed;
  for (unsigned i = 0; i < 3000; ++i) mixed += static_cast<char>(i * i * 2654435761u >> 13);
  for (const std::string& payload : {std::string(), std::string("a"), std::string(100'000, 'a'),
                                     std::string("\0\1\2", 3), mixed}) {
    const std::string stored = packer.pack(payload);
    CHECK(stored.size() <= payload.size() + 1);
    const auto back = unpack(stored, kLargestPayload);
    REQUIRE(back);
    CHECK(*back == payload);
    if (!payload.empty()) CHECK_FALSE(unpack(stored, payload.size() - 1));
  }
  CHECK(packer.pack(std::string(100'000, 'a')).size() < 100);
}

TEST_CASE("what was not packed is refused") {
  const std::string stored = Packer().pack(std::string(10'000, 'a'));
  for (const std::string& bad :
       {std::string(), std::string("\2abc"), std::string("\1"), std::string("\1abcdefgh"),
        stored.substr(0, stored.size() - 1), stored + "a"})
    CHECK_FALSE(unpack(bad, kLargestPayload));
}

}  // namespace
}  // namespace relata
