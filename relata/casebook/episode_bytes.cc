// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/episode_bytes.h"

#include "relata/query/packing.h"

namespace relata {
namespace {

template <typename Bytes>
void pack(Bytes& bytes, Spot& spot) {
  bytes.choice(spot.grain, Grain::named);
  pack_boolean(bytes, spot.located);
  pack_boolean(bytes, spot.approximate);
  pack_boolean(bytes, spot.capital);
  pack_float(bytes, spot.latitude);
  pack_float(bytes, spot.longitude);
  bytes.number(spot.name);
  bytes.number(spot.admin1);
  bytes.number(spot.country);
}

template <typename Bytes>
void pack(Bytes& bytes, ToldNumbers& numbers) {
  pack_list(bytes, numbers.said, [&](float& value) { pack_float(bytes, value); });
  pack_float(bytes, numbers.total);
}

template <typename Bytes, typename Number>
void pack_numbers(Bytes& bytes, std::vector<Number>& numbers) {
  pack_list(bytes, numbers, [&](Number& value) { bytes.number(value); });
}

template <typename Bytes>
void pack_what(Bytes& bytes, Episode& episode) {
  const auto pack_key = [&](AccountKey& key) { pack(bytes, key); };
  pack_list(bytes, episode.accounts, pack_key);
  bytes.choice(episode.standing, Standing::joins);
  for (bool* mark : {&episode.main, &episode.background, &episode.prospect, &episode.whole})
    pack_boolean(bytes, *mark);
  bytes.choice(episode.type, EventType::crisis);
  bytes.number(episode.types);
  pack_optional(bytes, episode.part_of, pack_key);
  pack_list(bytes, episode.decided, pack_key);
}

template <typename Bytes>
void pack_features(Bytes& bytes, Episode& episode) {
  pack_optional(bytes, episode.when, [&](Period& when) { pack(bytes, when); });
  pack_boolean(bytes, episode.when_stated);
  pack_optional(bytes, episode.told, [&](Date& day) { pack(bytes, day); });
  pack_list(bytes, episode.where, [&](Spot& spot) { pack(bytes, spot); });
  pack(bytes, episode.site);
  pack(bytes, episode.killed);
  pack(bytes, episode.injured);
  pack_numbers(bytes, episode.by);
  pack_numbers(bytes, episode.by_sides);
  bytes.number(episode.victims);
  pack_list(bytes, episode.words, [&](RareWord& word) {
    bytes.number(word.hash);
    pack_float(bytes, word.weight);
  });
  pack_float(bytes, episode.words_weight);
  pack_numbers(bytes, episode.quotes);
}

}  // namespace

std::string episode_bytes(const Episode& episode) {
  Episode copy = episode;
  PackWriter writer;
  pack_what(writer, copy);
  pack_features(writer, copy);
  return writer.finish();
}

Result<Episode> episode_of_bytes(const EpisodeKey& key, std::string_view bytes) {
  Episode episode;
  episode.key = key;
  PackReader reader(bytes);
  pack_what(reader, episode);
  pack_features(reader, episode);
  if (!reader.complete()) return Error{"the views hold an episode that is none"};
  return episode;
}

}  // namespace relata
