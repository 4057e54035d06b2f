// SPDX-License-Identifier: Apache-2.0
#include "relata/times/time_expression.h"

namespace relata {

std::string_view name_of(TimexType type) {
  switch (type) {
    case TimexType::date:
      return "DATE";
    case TimexType::time:
      return "TIME";
    case TimexType::duration:
      return "DURATION";
    case TimexType::set:
      return "SET";
  }
  return "";
}

}  // namespace relata
