// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/path_walk.h"

#include <algorithm>

namespace relata {

namespace {

std::string_view name_of_path(std::string_view path) {
  return path.substr(path.find_last_of('/') + 1);
}

}  // namespace

PathWalk::PathWalk(const Files& files, std::vector<std::string> paths, const Limits& limits)
    : files_(files), limits_(limits) {
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) {
    Waiting waiting;
    waiting.folder = *path != "-" && files.is_folder(*path);
    waiting.path = std::move(*path);
    while (waiting.folder && waiting.path.size() > 1 && waiting.path.ends_with('/'))
      waiting.path.pop_back();
    waiting_.push_back(std::move(waiting));
  }
}

Result<std::optional<std::string>> PathWalk::next() {
  while (!waiting_.empty()) {
    Waiting entry = std::move(waiting_.back());
    waiting_.pop_back();
    if (entry.link) {
      RELATA_TRY(const bool follow, may_follow(entry));
      if (!follow) continue;
    }
    if (!entry.folder) return std::optional<std::string>(std::move(entry.path));
    RELATA_TRY([[maybe_unused]] const Done entered, enter(entry));
  }
  return std::optional<std::string>();
}

// A link within a folder that was given must lead to something within it.
Result<bool> PathWalk::may_follow(const Waiting& link) {
  RELATA_TRY(const std::string real, files_.real_path(link.path));
  const std::string within = link.root.ends_with('/') ? link.root : link.root + "/";
  if (!real.starts_with(within) && real != link.root) {
    return Error{link.path +
                 ": is a link that leads out of the folder; give its target by name to read it"};
  }
  // What it leads to is read, or has been, under its own name.
  return !link.folder;
}

Result<Done> PathWalk::enter(const Waiting& folder) {
  if (folder.depth > limits_.folder_depth) {
    return Error{folder.path + ": folders nested deeper than the limit of " +
                 std::to_string(limits_.folder_depth)};
  }
  std::string root = folder.root;
  if (root.empty()) {
    RELATA_TRY(root, files_.real_path(folder.path));
  }
  RELATA_TRY(std::vector<FileEntry> entries, files_.list(folder.path));
  if (entries.size() > limits_.folder_entries) {
    return Error{folder.path + ": holds more than the limit of " +
                 std::to_string(limits_.folder_entries) + " entries"};
  }
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (name_of_path(entry->path).starts_with('.')) continue;
    waiting_.push_back(Waiting{entry->path, entry->folder, entry->link, folder.depth + 1, root});
  }
  return Done{};
}

}  // namespace relata
