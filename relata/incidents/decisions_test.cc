// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/decisions.h"

#include <doctest/doctest.h>

namespace relata {
namespace {

AccountKey account(std::uint32_t at) { return {{}, Span{at, at + 1}, 0}; }

PersonLink link(std::uint32_t a, std::uint32_t b, bool together) {
  return {account(a), account(b), together};
}

TEST_CASE("what is put together is one set, known by its smallest account") {
  const std::vector<PersonLink> links = {link(1, 2, true), link(2, 3, true), link(7, 8, true)};
  const Decisions decisions(links);
  CHECK(decisions.set_of(account(3)) == account(1));
  CHECK(decisions.set_of(account(8)) == account(7));
  CHECK(!decisions.set_of(account(5)));
}

TEST_CASE("a later decision wins over an earlier one") {
  SUBCASE("apart after together") {
    const std::vector<PersonLink> links = {link(1, 2, true), link(1, 2, false)};
    const Decisions decisions(links);
    CHECK(decisions.set_of(account(1)) != decisions.set_of(account(2)));
    CHECK(decisions.apart(account(1), account(2)));
  }
  SUBCASE("together after apart") {
    const std::vector<PersonLink> links = {link(1, 2, false), link(1, 2, true)};
    const Decisions decisions(links);
    CHECK(decisions.set_of(account(2)) == account(1));
  }
  SUBCASE("the oldest of a contradiction gives way") {
    const std::vector<PersonLink> links = {link(1, 3, false), link(1, 2, true), link(2, 3, true)};
    const Decisions decisions(links);
    CHECK(decisions.set_of(account(3)) == account(1));
  }
}

TEST_CASE("apart holds for all of a set") {
  const std::vector<PersonLink> links = {link(1, 2, true), link(2, 9, false), link(9, 8, true)};
  const Decisions decisions(links);
  CHECK(decisions.apart(account(1), account(8)));
  CHECK(decisions.apart(account(8), account(1)));
}

}  // namespace
}  // namespace relata
