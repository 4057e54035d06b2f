// SPDX-License-Identifier: Apache-2.0
// PageMark: where a page ended, as text that is handed out and comes back.
//
//   mark  := order ("+"|"-") ":" value ":" key     "date+:i17013:3f9a…"
//   value := "n" | "i" digits | "r" hex{16} | "t" hex*      key := hex*
#pragma once

#include <string>
#include <string_view>

#include "relata/query/page.h"
#include "relata/query/sql_piece.h"

namespace relata {

struct PageMark {
  SqlValue value;
  std::string key;
};

[[nodiscard]] std::string text_of(const PageMark& mark, SortBy sort, bool descending);
// Error: it is no mark, or one of another order.
Result<PageMark> page_mark_of(std::string_view text, SortBy sort, bool descending);

}  // namespace relata
