// The kinds of places that a site is put to. Each is one file, and a row of the table in target.cc.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "content/deploy_settings.h"
#include "deploy/difference.h"

namespace causerie {

// What a deploy works with beside its target.
struct DeployWork {
  std::string name;  // of the target
  DeployTarget settings;
  std::string site;      // its folder, absolute
  std::string author;    // of the site; may be empty
  Files& built;          // what the build left
  std::string built_at;  // the folder of that on the disk
};

enum class Applied {
  done,
  moved_on,  // the target is no longer as it was listed, and nothing was changed there
};

// A place that can be reached. Its calls have an order: list, hashes, apply; after `moved_on` from the beginning.
struct OpenTarget {
  std::string title;  // for people, secrets left out: "'site' (/srv/www/letters)"
  std::function<Result<Listing>()> list;
  // Of those of the paths that can be read; nothing is said of the others. Where own_files_path is among them: of the
  // list as it is by now.
  std::function<Result<std::map<std::string, Hash>>(const std::vector<std::string>&)> hashes;
  std::function<Result<Applied>(const BuiltSite&, const Listing&, const Difference&)> apply;
};

struct Target {
  TargetKind kind;
  Result<OpenTarget> (*open)(const DeployWork&);  // changes nothing; `work` outlives the place
};

// REQUIRES: the lock of the build is held, since notes are kept.
Result<OpenTarget> open_place(const DeployWork&);

// The folder of our notes where a target's kind may keep what it needs: `.causerie/deploy/…` below the site.
std::string notes_folder(const DeployWork&);

// A place that is a folder, as `folder` has it; for tests too.
OpenTarget open_folder_at(Files& target, Files& built);

}  // namespace causerie
