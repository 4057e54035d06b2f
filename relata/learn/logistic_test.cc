// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/logistic.h"

#include <doctest/doctest.h>

using namespace relata;

TEST_CASE("the weights give back how often something was right") {
  std::vector<Observation<2>> seen;
  for (int i = 0; i < 400; ++i) {
    seen.push_back({{1, 1}, i % 4 != 0});   // three of four
    seen.push_back({{1, -1}, i % 4 == 0});  // one of four
  }
  const auto weights = fit_logistic<2>(seen);
  CHECK(weights[0] == doctest::Approx(0).epsilon(0.01));
  CHECK(weights[1] == doctest::Approx(std::log(3.0)).epsilon(0.01));
}

TEST_CASE("what is always right does not run away, and nothing seen gives nothing") {
  const std::vector<Observation<1>> always(50, {{1}, true});
  const double weight = fit_logistic<1>(always)[0];
  CHECK(weight > 3);
  CHECK(weight < 10);
  CHECK(fit_logistic<1>({})[0] == 0);
}
