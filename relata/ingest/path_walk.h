// SPDX-License-Identifier: Apache-2.0
// PathWalk: the files that a list of paths stands for. A folder stands for all that it holds, sorted by name, folders within
// it at their place; names that begin with a dot are left out. A link to a folder within is passed over, since
// that folder is read under its own name; a link that leads out of the folder given, or nowhere, is an Error.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "relata/base/env.h"
#include "relata/ingest/limits.h"

namespace relata {

class PathWalk {
 public:
  PathWalk(const Files& files, std::vector<std::string> paths, const Limits& limits);

  // The next file; nothing at the end; an Error for what cannot be read, after which next() goes on.
  Result<std::optional<std::string>> next();

 private:
  struct Waiting {
    std::string path;
    bool folder = false;
    bool link = false;
    std::uint32_t depth = 0;
    std::string root;  // the real path of the folder that was given; "" for what was given itself
  };
  Result<Done> enter(const Waiting& folder);
  Result<bool> may_follow(const Waiting& link);

  const Files& files_;
  const Limits& limits_;
  std::vector<Waiting> waiting_;  // the next one last
};

}  // namespace relata
