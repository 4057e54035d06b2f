// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/html_metadata.h"

#include <algorithm>

#include "relata/base/fold.h"
#include "relata/ingest/json.h"
#include "relata/ingest/scan.h"

namespace relata {

namespace {

constexpr std::uint32_t kJsonDepth = 32;
constexpr std::size_t kMostJsonObjects = 512;
constexpr std::size_t kLongestValue = 1000;

// Spaces joined and trimmed; nothing if that leaves nothing, or far too much.
std::optional<std::string> tidy(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_space(c)) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  if (out.empty() || out.size() > kLongestValue) return std::nullopt;
  return out;
}

void take(std::optional<std::string>& field, std::string_view value) {
  if (!field) field = tidy(value);
}

// What <meta> and itemprop state, the most preferred name first.
class MetaElements {
 public:
  MetaElements(const HtmlTree& tree, const std::vector<ColumnName>& names) {
    for (const HtmlNode& node : tree.nodes()) {
      if (node.attributes == 0) continue;
      for (const auto attribute :
           {HtmlAttribute::property, HtmlAttribute::name, HtmlAttribute::itemprop}) {
        const auto name = tree.attribute(node, attribute);
        if (!name || (node.tag != HtmlTag::meta && attribute != HtmlAttribute::itemprop)) continue;
        consider(tree, node, lower_ascii(*name), names);
      }
    }
  }

  [[nodiscard]] std::optional<std::string> value(std::string_view field) const {
    for (const Found& found : found_) {
      if (found.field == field) return found.value;
    }
    return std::nullopt;
  }

 private:
  struct Found {
    std::string field;
    std::size_t rank;
    std::string value;
  };

  void consider(const HtmlTree& tree, const HtmlNode& node, const std::string& name,
                const std::vector<ColumnName>& names) {
    const auto known = std::find_if(names.begin(), names.end(),
                                    [&](const ColumnName& n) { return n.name == name; });
    if (known == names.end()) return;
    auto value = tree.attribute(node, HtmlAttribute::content);
    if (!value) value = tree.attribute(node, HtmlAttribute::datetime);
    if (!value) return;
    auto text = tidy(*value);
    if (!text) return;
    const auto rank = static_cast<std::size_t>(known - names.begin());
    for (Found& found : found_) {
      if (found.field != known->field) continue;
      if (rank < found.rank) found = Found{known->field, rank, std::move(*text)};
      return;
    }
    found_.push_back(Found{known->field, rank, std::move(*text)});
  }

  std::vector<Found> found_;
};

bool is_article(const Json& object) {
  const Json* type = object.find("@type");
  if (type == nullptr) return false;
  const auto names_article = [](const Json& name) {
    return name.text.ends_with("Article") || name.text.ends_with("Posting") ||
           name.text == "Report";
  };
  return names_article(*type) || std::any_of(type->items.begin(), type->items.end(), names_article);
}

std::string_view text_of(const Json& object, std::string_view name) {
  const Json* member = object.find(name);
  if (member == nullptr) return "";
  if (member->kind == JsonKind::string) return member->text;
  for (const std::string_view inner : {"name", "@id"}) {
    const Json* value = member->find(inner);
    if (value != nullptr && value->kind == JsonKind::string) return value->text;
  }
  return "";
}

// The first article described in a piece of JSON-LD.
void read_linked_data(const Json& root, HtmlMetadata& found) {
  std::vector<const Json*> waiting = {&root};
  for (std::size_t i = 0; i < waiting.size() && i < kMostJsonObjects; ++i) {
    const Json& json = *waiting[i];
    if (is_article(json)) {
      take(found.title, text_of(json, "headline"));
      take(found.publisher, text_of(json, "publisher"));
      take(found.published, text_of(json, "datePublished"));
      take(found.url, text_of(json, "url"));
      return;
    }
    if (json.kind == JsonKind::array) {
      for (const Json& item : json.items) waiting.push_back(&item);
    }
    if (const Json* graph = json.find("@graph")) waiting.push_back(graph);
  }
}

void read_elements(const HtmlTree& tree, HtmlMetadata& heading, HtmlMetadata& linked) {
  const auto& nodes = tree.nodes();
  JsonParser parser(kJsonDepth);
  std::size_t headings = 0;
  std::optional<std::string> title;
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    const HtmlNode& node = nodes[i];
    if (node.tag == HtmlTag::title) {
      take(title, tree.all_text(i));
    } else if (node.tag == HtmlTag::h1 && ++headings <= 2) {
      take(heading.title, tree.all_text(i));
    } else if (node.tag == HtmlTag::time) {
      take(heading.published, tree.attribute(node, HtmlAttribute::datetime).value_or(""));
    } else if (node.tag == HtmlTag::link &&
               tree.attribute(node, HtmlAttribute::rel).value_or("") == "canonical") {
      take(heading.url, tree.attribute(node, HtmlAttribute::href).value_or(""));
    } else if (node.tag == HtmlTag::script &&
               tree.attribute(node, HtmlAttribute::type).value_or("") == "application/ld+json") {
      if (const auto json = parser.parse(tree.all_text(i))) read_linked_data(json.value(), linked);
    }
  }
  if (headings != 1 && title) heading.title = title;
  if (!heading.title) heading.title = title;
}

// "Rebels lose town | The Daily Example" without the publisher's name.
void drop_publisher(std::string& title, const std::optional<std::string>& publisher) {
  if (!publisher || !title.ends_with(*publisher) || title.size() == publisher->size()) return;
  std::string_view rest = std::string_view(title).substr(0, title.size() - publisher->size());
  const std::size_t size = rest.size();
  while (!rest.empty() && (rest.back() == ' ' || rest.back() == '|' || rest.back() == '-'))
    rest.remove_suffix(1);
  for (const std::string_view dash : {"–", "—", "»", "·"}) {
    if (rest.ends_with(dash)) rest.remove_suffix(dash.size());
  }
  while (rest.ends_with(' ')) rest.remove_suffix(1);
  if (!rest.empty() && rest.size() + 2 <= size) title = std::string(rest);
}

}  // namespace

HtmlMetadata html_metadata(const HtmlTree& tree, const IngestTables::Parts& tables) {
  const MetaElements meta(tree, tables.html_meta);
  HtmlMetadata heading;
  HtmlMetadata linked;
  read_elements(tree, heading, linked);
  const auto first = [](std::optional<std::string> a, const std::optional<std::string>& b,
                        const std::optional<std::string>& c) {
    return a ? a : b ? b : c;
  };
  HtmlMetadata found;
  found.title = first(meta.value("title"), linked.title, heading.title);
  found.publisher = first(meta.value("publisher"), linked.publisher, std::nullopt);
  found.published = first(meta.value("published"), linked.published, heading.published);
  found.url = first(heading.url, meta.value("url"), linked.url);
  if (found.title) drop_publisher(*found.title, found.publisher);
  return found;
}

}  // namespace relata
