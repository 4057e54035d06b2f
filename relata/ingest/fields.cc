// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/fields.h"

#include <algorithm>

#include "relata/base/fold.h"
#include "relata/ingest/scan.h"

namespace relata {

namespace {

constexpr std::array kFields = {Field::text,      Field::title,     Field::url,
                                Field::publisher, Field::published, Field::id};

std::optional<Field> field_of(std::string_view name) {
  for (const Field field : kFields) {
    if (name_of(field) == name) return field;
  }
  return std::nullopt;
}

// " Article-Title " -> "article_title".
std::string normal(std::string_view name) {
  while (!name.empty() && is_space(name.front())) name.remove_prefix(1);
  while (!name.empty() && is_space(name.back())) name.remove_suffix(1);
  std::string key = lower_ascii(name);
  std::replace(key.begin(), key.end(), '-', '_');
  std::replace(key.begin(), key.end(), ' ', '_');
  return key;
}

}  // namespace

std::string_view name_of(Field field) {
  switch (field) {
    case Field::text:
      return "text";
    case Field::title:
      return "title";
    case Field::url:
      return "url";
    case Field::publisher:
      return "publisher";
    case Field::published:
      return "published";
    case Field::id:
      return "id";
  }
  return "";
}

FieldChooser::FieldChooser(const std::vector<ColumnName>& known,
                           const std::map<std::string, std::string>& told) {
  // What the caller says comes first, and a field that the caller speaks of is looked for nowhere else.
  for (const auto& [name, column] : told) {
    const auto field = field_of(name);
    if (field && !column.empty()) choices_.insert_or_assign(normal(column), Choice{*field, 0});
  }
  std::size_t rank = 0;
  for (const ColumnName& column : known) {
    const auto field = field_of(column.field);
    ++rank;
    if (field && !told.contains(column.field))
      choices_.try_emplace(column.name, Choice{*field, rank});
  }
}

std::vector<std::optional<Field>> FieldChooser::choose(
    const std::vector<std::string>& names) const {
  std::vector<std::optional<Field>> fields(names.size());
  std::array<std::optional<std::size_t>, kFields.size()>
      holder;  // of each field: the name that has it
  std::array<std::size_t, kFields.size()> best{};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto choice = choices_.find(normal(names[i]));
    if (choice == choices_.end()) continue;
    const auto index = static_cast<std::size_t>(choice->second.field);
    if (holder[index] && best[index] <= choice->second.rank) continue;
    if (holder[index]) fields[*holder[index]].reset();
    fields[i] = choice->second.field;
    holder[index] = i;
    best[index] = choice->second.rank;
  }
  return fields;
}

void put(Received& received, std::optional<Field> field, std::string_view name, std::string value) {
  if (!field) {
    received.extra.emplace_back(name, std::move(value));
    return;
  }
  switch (*field) {
    case Field::text:
      received.text = std::move(value);
      break;
    case Field::title:
      received.title = std::move(value);
      break;
    case Field::url:
      received.url = std::move(value);
      break;
    case Field::publisher:
      received.publisher = std::move(value);
      break;
    case Field::published:
      received.published = std::move(value);
      break;
    case Field::id:
      received.id = std::move(value);
      break;
  }
}

}  // namespace relata
