// SPDX-License-Identifier: Apache-2.0
#include "relata/places/place_score.h"

#include <algorithm>
#include <charconv>

#include "relata/base/utf8.h"

namespace relata {

namespace {

// What stands between <name …> and </name>, from `at` on; moves `at` past it. Nothing if there is none.
std::optional<std::string_view> element(std::string_view xml, std::string_view name,
                                        std::size_t& at) {
  const std::string open = "<" + std::string(name), close = "</" + std::string(name) + ">";
  while (true) {
    const std::size_t begin = xml.find(open, at);
    if (begin == std::string_view::npos) return std::nullopt;
    const std::size_t after = begin + open.size();
    at = after;
    if (after >= xml.size() || (xml[after] != '>' && xml[after] != ' '))
      continue;  // <locations> is no <location>
    const std::size_t inside = xml.find('>', after), end = xml.find(close, after);
    if (inside == std::string_view::npos || end == std::string_view::npos || inside >= end)
      return std::nullopt;
    at = end + close.size();
    return xml.substr(inside + 1, end - inside - 1);
  }
}

std::optional<std::string_view> first_element(std::string_view xml, std::string_view name) {
  std::size_t at = 0;
  return element(xml, name, at);
}

std::string plain(std::string_view content) {
  constexpr std::string_view kOpen = "<![CDATA[", kClose = "]]>";
  if (content.starts_with(kOpen) && content.ends_with(kClose)) {
    return std::string(content.substr(kOpen.size(), content.size() - kOpen.size() - kClose.size()));
  }
  constexpr std::pair<std::string_view, char> kEntities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  std::string out;
  for (std::size_t at = 0; at < content.size();) {
    const auto known = std::find_if(
        std::begin(kEntities), std::end(kEntities),
        [&](const auto& entity) { return content.substr(at).starts_with(entity.first); });
    if (known != std::end(kEntities)) {
      out += known->second;
      at += known->first.size();
    } else {
      out += content[at++];
    }
  }
  return out;
}

template <typename Number>
std::optional<Number> number(std::string_view xml, std::string_view name) {
  const auto text = first_element(xml, name);
  Number value{};
  if (!text || std::from_chars(text->data(), text->data() + text->size(), value).ec != std::errc())
    return std::nullopt;
  return value;
}

Result<GoldText> read_article(std::string_view article) {
  GoldText out;
  const auto text = first_element(article, "text");
  if (!text) return Error{"an article without text"};
  out.text = plain(*text);
  const CodePoints code_points(out.text);
  for (const std::string_view kind : {"toponym", "location"}) {
    std::size_t at = 0;
    while (const auto place = element(article, kind, at)) {
      const auto begin = number<std::uint32_t>(*place, "start"),
                 end = number<std::uint32_t>(*place, "end");
      if (!begin || !end || *begin >= *end) continue;  // some of GeoVirus stand nowhere
      GoldPlace gold{code_points.inside(Span{*begin, *end}), std::nullopt};
      if (gold.span.empty()) return Error{"a place outside its text"};
      const auto latitude = number<double>(*place, "lat"),
                 longitude = number<double>(*place, "lon");
      if (latitude && longitude) gold.point = GeoPoint{*latitude, *longitude};
      out.places.push_back(gold);
    }
  }
  return out;
}

bool is_counted(const Place& place) {
  const bool demonym = place.adjective && place.kind == PlaceKind::country;
  return place.latitude && !place.unnamed && !demonym;
}

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Result<std::vector<GoldText>> parse_place_gold(std::string_view xml) {
  if (const auto bad = first_bad_utf8(xml))
    return Error{"byte " + std::to_string(*bad) + " is not UTF-8"};
  std::vector<GoldText> texts;
  std::size_t at = 0;
  while (const auto article = element(xml, "article", at)) {
    auto text = read_article(*article);
    if (!text) return text.error().with("article " + std::to_string(texts.size() + 1));
    texts.push_back(std::move(*text));
  }
  if (texts.empty()) return Error{"no article"};
  return texts;
}

void PlaceScore::add(const GoldText& gold_text, const std::vector<Place>& places) {
  std::vector<bool> taken(gold_text.places.size(), false);
  for (const GoldPlace& place : gold_text.places) gold += place.point ? 1 : 0;
  for (const Place& place : places) {
    if (!is_counted(place)) continue;
    const auto match = std::find_if(
        gold_text.places.begin(), gold_text.places.end(),
        [&](const GoldPlace& candidate) { return candidate.span.overlaps(place.name_span); });
    if (match == gold_text.places.end()) {
      ++found;
      continue;
    }
    const auto index = static_cast<std::size_t>(match - gold_text.places.begin());
    if (!match->point || taken[index]) continue;
    taken[index] = true;
    ++found;
    ++overlapped;
    right +=
        distance_km(*match->point, GeoPoint{*place.latitude, *place.longitude}) <= kRightWithin_km
            ? 1
            : 0;
  }
}

double PlaceScore::precision() const { return ratio(right, found); }
double PlaceScore::recall() const { return ratio(right, gold); }
double PlaceScore::f1() const {
  return right == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
}

}  // namespace relata
