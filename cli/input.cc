// SPDX-License-Identifier: Apache-2.0
#include "cli/input.h"

namespace relata::cli {

Result<IngestOptions> ingest_options(const InputArguments& arguments) {
  IngestOptions options;
  const auto given = [](const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
  };
  options.id = given(arguments.id);
  options.title = given(arguments.title);
  options.url = given(arguments.url);
  options.publisher = given(arguments.publisher);
  options.encoding = given(arguments.encoding);
  if (!arguments.published.empty()) {
    options.published = parse_iso_date(arguments.published);
    if (!options.published)
      return Error{"--published " + arguments.published + " is no day; write it as 2016-12-13"};
  }
  if (arguments.input != "auto")
    options.format = input_format(arguments.input).value_or(InputFormat::by_name);
  if (arguments.date_order == "day") options.date_order = DateOrder::day_first;
  if (arguments.date_order == "month") options.date_order = DateOrder::month_first;
  for (const std::string& column : arguments.columns) {
    const std::size_t sign = column.find('=');
    const std::string field = column.substr(0, sign);
    if (sign == std::string::npos)
      return Error{"--column " + column + ": write it as FIELD=COLUMN, as in text=body"};
    for (const char* known : {"text", "title", "url", "publisher", "published", "id", ""}) {
      if (*known == '\0')
        return Error{"--column " + column +
                     ": the fields are text, title, url, publisher, published, id"};
      if (field == known) break;
    }
    options.columns[field] = column.substr(sign + 1);
  }
  return options;
}

}  // namespace relata::cli
