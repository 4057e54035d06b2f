// SPDX-License-Identifier: Apache-2.0
// The functions that the conditions' SQL calls.
#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "relata/places/gazetteer.h"
#include "relata/query/conditions.h"

namespace relata {
namespace {

std::string_view text_argument(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return {text == nullptr ? "" : text, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void holds_function(sqlite3_context* context, int, sqlite3_value** arguments) {
  const auto& tests = *static_cast<const WordTests*>(sqlite3_user_data(context));
  const auto test = static_cast<std::size_t>(sqlite3_value_int64(arguments[0]));
  const bool held = test < tests.size() &&
                    holds(tests[test], text_argument(arguments[1]), text_argument(arguments[2]));
  sqlite3_result_int(context, held ? 1 : 0);
}

// Kilometres between two points.
void km_function(sqlite3_context* context, int, sqlite3_value** arguments) {
  const auto degrees = [&](int at) { return sqlite3_value_double(arguments[at]); };
  sqlite3_result_double(context, distance_km({degrees(0), degrees(1)}, {degrees(2), degrees(3)}));
}

using Function = void (*)(sqlite3_context*, int, sqlite3_value**);

bool define(sqlite3* handle, const char* name, int arguments, void* data, Function function) {
  return sqlite3_create_function_v2(handle, name, arguments,
                                    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, data,
                                    function, nullptr, nullptr, nullptr) == SQLITE_OK;
}

}  // namespace

Result<QueryFunctions> QueryFunctions::add_to(Database& database, const WordTests& tests) {
  QueryFunctions functions(database);
  // SQLite hands the tests back as they are given: it never writes to them.
  auto* data = const_cast<WordTests*>(&tests);
  if (!define(database.handle(), "relata_holds", 3, data, holds_function) ||
      !define(database.handle(), "relata_km", 4, nullptr, km_function))
    return Error{sqlite3_errmsg(database.handle())}.with(database.path());
  return functions;
}

QueryFunctions::QueryFunctions(QueryFunctions&& other) noexcept : database_(other.database_) {
  other.database_ = nullptr;
}

QueryFunctions::~QueryFunctions() {
  if (database_ == nullptr) return;
  define(database_->handle(), "relata_holds", 3, nullptr, nullptr);
  define(database_->handle(), "relata_km", 4, nullptr, nullptr);
}

}  // namespace relata
