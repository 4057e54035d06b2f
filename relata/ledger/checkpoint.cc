// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/checkpoint.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace relata {
namespace {

constexpr std::string_view kDash = "\xE2\x80\x94 ";  // an em dash and a space
constexpr std::size_t kLongestNote = 64 * 1024;

std::string text_of(const Checkpoint& checkpoint) {
  return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
         base64(view_of_bytes(checkpoint.root)) + "\n";
}

std::string key_id(std::string_view name, const PublicKey& key) {
  const Digest digest = sha256({name, "\n\x01", view_of_bytes(key)});
  return std::string(view_of_bytes(digest).substr(0, 4));
}

// The lines up to the blank one, and the lines of signatures after it.
struct Parts {
  std::string_view text;
  std::string_view signatures;
};

std::optional<Parts> parts_of(std::string_view note) {
  const std::size_t blank = note.rfind("\n\n");
  if (note.size() > kLongestNote || blank == std::string_view::npos || !note.ends_with('\n'))
    return std::nullopt;
  return Parts{note.substr(0, blank + 1), note.substr(blank + 2)};
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Whether this line is the key's signature of the text.
bool signs(std::string_view line, std::string_view text, std::string_view name,
           const PublicKey& key) {
  const std::string beginning = std::string(kDash) + std::string(name) + " ";
  if (!line.starts_with(beginning)) return false;
  const auto bytes = bytes_of_base64(line.substr(beginning.size()));
  Signature signature;
  if (!bytes || bytes->size() != 4 + signature.size() || !bytes->starts_with(key_id(name, key)))
    return false;
  std::copy(bytes->begin() + 4, bytes->end(), signature.begin());
  return is_signed(text, signature, key);
}

}  // namespace

std::string signed_note(const Checkpoint& checkpoint, const SigningKey& key) {
  const std::string text = text_of(checkpoint);
  const Signature signature = key.sign(text);
  const std::string bytes =
      key_id(checkpoint.origin, key.public_key()) + std::string(view_of_bytes(signature));
  return text + "\n" + std::string(kDash) + checkpoint.origin + " " + base64(bytes) + "\n";
}

Result<Checkpoint> checkpoint_of(std::string_view note) {
  const auto parts = parts_of(note);
  if (!parts) return Error{"is no signed note"};
  const auto lines = lines_of(parts->text);
  if (lines.size() != 3 || lines[0].empty())
    return Error{"is no checkpoint: not an origin, a size and a root"};
  Checkpoint checkpoint;
  checkpoint.origin = lines[0];
  const char* end = lines[1].data() + lines[1].size();
  const auto number = std::from_chars(lines[1].data(), end, checkpoint.size);
  const auto root = bytes_of_base64(lines[2]);
  const auto digest = root ? digest_of(*root) : std::nullopt;
  if (digest) checkpoint.root = *digest;
  // A size has one spelling, and so has a checkpoint.
  if (number.ec != std::errc() || number.ptr != end || !digest ||
      text_of(checkpoint) != parts->text)
    return Error{"is no checkpoint: its size or its root cannot be read"};
  return checkpoint;
}

std::optional<PublicKey> signer_of(std::string_view note, std::string_view origin,
                                   std::span<const PublicKey> keys) {
  const auto parts = parts_of(note);
  if (!parts) return std::nullopt;
  for (const std::string_view line : lines_of(parts->signatures)) {
    for (const PublicKey& key : keys)
      if (signs(line, parts->text, origin, key)) return key;
  }
  return std::nullopt;
}

std::string verifier_key(std::string_view origin, const PublicKey& key) {
  const std::string typed = "\x01" + std::string(view_of_bytes(key));
  return std::string(origin) + "+" + hex_of_bytes(key_id(origin, key)) + "+" + base64(typed);
}

std::optional<PublicKey> public_key_of(std::string_view text) {
  // The base64 may hold plus signs, the name and the id may not.
  const std::size_t name_end = text.find('+');
  if (name_end == std::string_view::npos) return std::nullopt;
  const std::size_t id_end = text.find('+', name_end + 1);
  if (id_end == std::string_view::npos) return std::nullopt;
  const auto typed = bytes_of_base64(text.substr(id_end + 1));
  if (!typed || typed->size() != 33 || typed->front() != 1) return std::nullopt;
  const auto key = digest_of(std::string_view(*typed).substr(1));
  if (!key || verifier_key(text.substr(0, name_end), *key) != text) return std::nullopt;
  return key;
}

}  // namespace relata
