// SPDX-License-Identifier: Apache-2.0
// What a web page says of itself: title, publisher, day of publication, address. From <meta> (Open Graph, Dublin Core and the
// names in data/html_meta.tsv), JSON-LD of schema.org, <link rel=canonical>, <time>, <h1> and <title>.
#pragma once

#include <optional>
#include <string>

#include "relata/ingest/html_tree.h"
#include "relata/ingest/tables.h"

namespace relata {

struct HtmlMetadata {
  std::optional<std::string> title;
  std::optional<std::string> publisher;
  std::optional<std::string> published;  // in the page's words
  std::optional<std::string> url;
};

[[nodiscard]] HtmlMetadata html_metadata(const HtmlTree& tree, const IngestTables::Parts& tables);

}  // namespace relata
