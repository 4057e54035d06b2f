// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <cstring>

#include "relata/base/fold.h"
#include "relata/base/utf8.h"
#include "relata/ingest/characters.h"

namespace relata {

namespace {

constexpr std::size_t kGuessBytes = 256u << 10;  // how much the guess of an encoding looks at
constexpr int kLowestConfidence = 10;            // of 100; below, ICU's answer means nothing
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(kReplacement); at != text.npos;
       at = text.find(kReplacement, at + 3)) {
    ++count;
  }
  return count;
}

struct Closer {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// Whether a name stands for UTF-8 itself.
bool is_utf8(std::string_view encoding) { return encoding == "utf-8"; }

std::string canonical(std::string_view label, const IngestTables::Parts& tables) {
  std::string name = lower_ascii(label);
  const auto known = tables.encodings.find(name);
  return known == tables.encodings.end() ? name : known->second;
}

// Bytes that fit no character become U+FFFD.
Result<std::string> convert(std::string_view bytes, const std::string& encoding) {
  UErrorCode problem = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Closer> converter(ucnv_open(encoding.c_str(), &problem));
  if (U_FAILURE(problem)) return Error{"the encoding " + encoding + " is not known"};
  const auto size = static_cast<std::int32_t>(bytes.size());
  const icu::UnicodeString wide(bytes.data(), size, converter.get(), problem);
  if (U_FAILURE(problem)) return Error{"cannot be converted from " + encoding};
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 2);
  wide.toUTF8String(text);
  return text;
}

struct Utf8Shape {
  std::size_t good = 0;  // characters of more than one byte
  std::size_t bad = 0;   // bytes that belong to none
  std::size_t first_bad = 0;
};

Utf8Shape shape_of(std::string_view bytes) {
  Utf8Shape shape;
  std::size_t base = 0;
  while (base < bytes.size()) {
    const std::string_view rest = bytes.substr(base);
    const std::size_t good = first_bad_utf8(rest).value_or(rest.size());
    for (const char c : rest.substr(0, good)) shape.good += (static_cast<unsigned char>(c) >= 0xC0);
    if (good == rest.size()) break;
    if (shape.bad++ == 0) shape.first_bad = base + good;
    base += good + 1;
  }
  return shape;
}

// Bytes that belong to no character become U+FFFD, one for each.
std::string repair_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + 64);
  while (!bytes.empty()) {
    const std::size_t good = first_bad_utf8(bytes).value_or(bytes.size());
    text.append(bytes.substr(0, good));
    if (good == bytes.size()) break;
    text.append(kReplacement);
    bytes.remove_prefix(good + 1);
  }
  return text;
}

struct Guess {
  std::string encoding;
  int confidence = 0;
};

// ICU's guesses, the likeliest first. UTF-16 and UTF-32 are none: encoding_by_mark() has seen to them.
std::vector<Guess> guess_encodings(std::string_view bytes) {
  std::vector<Guess> guesses;
  UErrorCode problem = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Closer> detector(ucsdet_open(&problem));
  if (U_FAILURE(problem)) return guesses;
  const std::size_t size = std::min(bytes.size(), kGuessBytes);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(size), &problem);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &problem);
  for (std::int32_t i = 0; U_SUCCESS(problem) && i < count; ++i) {
    Guess guess{ucsdet_getName(matches[i], &problem), ucsdet_getConfidence(matches[i], &problem)};
    // Detectors say ISO-8859-1 where the web means its larger windows-1252.
    if (guess.encoding == "ISO-8859-1") guess.encoding = "windows-1252";
    const bool wide = guess.encoding.starts_with("UTF-");
    if (!wide && guess.confidence >= kLowestConfidence) guesses.push_back(std::move(guess));
  }
  return guesses;
}

// The likeliest encoding in which every byte is a character, or else the likeliest.
struct Reading {
  Guess guess;
  std::string text;
  std::size_t losses = 0;
};

std::optional<Reading> read_by_guess(std::string_view bytes) {
  std::optional<Reading> best;
  for (Guess& guess : guess_encodings(bytes)) {
    auto text = convert(bytes, guess.encoding);
    if (!text) continue;
    const std::size_t losses = count_replacements(*text);
    if (!best || losses < best->losses) best = Reading{std::move(guess), std::move(*text), losses};
    if (losses == 0) break;
  }
  return best;
}

void warn_of_losses(Decoded& decoded, std::size_t before) {
  const std::size_t after = count_replacements(decoded.text);
  if (after > before) {
    decoded.repaired = true;
    decoded.warnings.push_back(std::to_string(after - before) +
                               " bytes fit no character and became U+FFFD");
  }
}

Result<Decoded> from_told(std::string bytes, const std::string& encoding) {
  Decoded decoded;
  if (is_utf8(encoding)) {
    const std::size_t before = count_replacements(bytes);
    decoded.text = repair_utf8(bytes);
    warn_of_losses(decoded, before);
    return decoded;
  }
  RELATA_TRY(decoded.text, convert(bytes, encoding));
  warn_of_losses(decoded, 0);
  return decoded;
}

// The bytes are not UTF-8, and nobody says what they are.
Result<Decoded> from_guess(std::string bytes) {
  const Utf8Shape shape = shape_of(bytes);
  Decoded decoded;
  if (shape.good >= 4 * shape.bad) {
    decoded.text = repair_utf8(bytes);
    decoded.warnings.push_back(
        "damaged UTF-8: " + std::to_string(shape.bad) +
        " bytes belong to no character and became U+FFFD, the first at byte " +
        std::to_string(shape.first_bad));
    return decoded;
  }
  auto reading = read_by_guess(bytes);
  if (!reading) {
    return Error{"byte " + std::to_string(shape.first_bad) +
                 " is not UTF-8, and no other encoding fits"};
  }
  decoded.text = std::move(reading->text);
  decoded.guessed = reading->guess.encoding;
  decoded.warnings.push_back("the encoding is a guess: not UTF-8, read as " +
                             reading->guess.encoding + " (confidence " +
                             std::to_string(reading->guess.confidence) + " of 100)");
  warn_of_losses(decoded, 0);
  return decoded;
}

Result<Decoded> from_declared(std::string bytes, const std::string& encoding) {
  if (is_utf8(encoding)) return from_guess(std::move(bytes));
  auto decoded = from_told(bytes, encoding);
  if (decoded) return decoded;
  auto guessed = from_guess(std::move(bytes));
  if (guessed) {
    guessed->warnings.insert(guessed->warnings.begin(),
                             "declares the encoding " + encoding + ", which is not known");
  }
  return guessed;
}

bool has_non_ascii(std::string_view text) {
  for (const char c : text) {
    if ((c & 0x80) != 0) return true;
  }
  return false;
}

}  // namespace

Result<Decoded> decode_text(std::string bytes, const EncodingHints& hints,
                            const IngestTables::Parts& tables) {
  if (hints.told) return from_told(std::move(bytes), canonical(*hints.told, tables));
  if (const auto mark = encoding_by_mark(bytes)) {
    if (!is_utf8(*mark)) return from_told(std::move(bytes), *mark);
    bytes.erase(0, 3);
  }
  const std::string declared = hints.declared ? canonical(*hints.declared, tables) : "";
  if (!first_bad_utf8(bytes)) {
    Decoded decoded;
    decoded.text = std::move(bytes);
    const bool differs = !declared.empty() && !is_utf8(declared) && has_non_ascii(decoded.text);
    if (differs) decoded.warnings.push_back("declares the encoding " + declared + " but is UTF-8");
    return decoded;
  }
  return declared.empty() ? from_guess(std::move(bytes))
                          : from_declared(std::move(bytes), declared);
}

std::optional<std::string> encoding_by_mark(std::string_view bytes) {
  using namespace std::literals;
  if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return "utf-32le";
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return "utf-32be";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  // Without a mark: text of mostly Latin script has a zero in every second byte, or in three of four.
  const std::size_t size = std::min<std::size_t>(bytes.size(), 4096) / 4 * 4;
  if (size < 8) return std::nullopt;
  std::size_t zeros[4] = {0, 0, 0, 0};
  for (std::size_t i = 0; i < size; ++i) zeros[i % 4] += bytes[i] == '\0';
  const std::size_t most = size / 4 * 9 / 10;
  const std::size_t few = size / 4 / 10;
  if (zeros[0] <= few && zeros[1] >= most && zeros[2] >= most && zeros[3] >= most)
    return "utf-32le";
  if (zeros[3] <= few && zeros[0] >= most && zeros[1] >= most && zeros[2] >= most)
    return "utf-32be";
  if (zeros[0] + zeros[2] <= 2 * few && zeros[1] + zeros[3] >= 2 * most) return "utf-16le";
  if (zeros[1] + zeros[3] <= 2 * few && zeros[0] + zeros[2] >= 2 * most) return "utf-16be";
  return std::nullopt;
}

std::string_view binary_kind(std::string_view bytes, const IngestTables::Parts& tables) {
  for (const Signature& signature : tables.signatures) {
    if (bytes.size() > signature.at && bytes.substr(signature.at).starts_with(signature.bytes)) {
      return signature.what;
    }
  }
  return "";
}

Result<Decoded> decode(std::string bytes, const EncodingHints& hints,
                       const IngestTables::Parts& tables) {
  if (const auto kind = binary_kind(bytes, tables); !kind.empty()) {
    return Error{"is " + std::string(kind) + ", not text"};
  }
  RELATA_TRY(Decoded decoded, decode_text(std::move(bytes), hints, tables));
  // ICU keeps a byte-order mark as a character.
  if (decoded.text.starts_with("\xEF\xBB\xBF")) decoded.text.erase(0, 3);
  RELATA_TRY([[maybe_unused]] Done checked,
             check_characters(decoded.text, decoded.warnings, decoded.repaired));
  return decoded;
}

}  // namespace relata
