// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/html_page.h"

#include "relata/ingest/decode.h"
#include "relata/ingest/html_main_text.h"
#include "relata/ingest/html_metadata.h"
#include "relata/ingest/html_scan.h"

namespace relata {

Result<Received> read_html(std::string bytes, const IngestTables::Parts& tables,
                           const IngestOptions& options) {
  EncodingHints hints{options.encoding, declared_encoding(bytes)};
  RELATA_TRY(const Decoded decoded, decode(std::move(bytes), hints, tables));
  RELATA_TRY(const HtmlTree tree, HtmlTree::parse(decoded.text, options.limits));
  HtmlMetadata metadata = html_metadata(tree, tables);
  Received received;
  received.text = main_text(tree, tables.html, metadata.title.value_or(""));
  if (received.text.empty())
    return Error{"holds no article: no running text was found in the page"};
  received.title = std::move(metadata.title);
  received.publisher = std::move(metadata.publisher);
  received.published = std::move(metadata.published);
  received.url = std::move(metadata.url);
  received.warnings = decoded.warnings;
  return received;
}

}  // namespace relata
