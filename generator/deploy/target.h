// The kinds of deploy targets. Each is one file, and a row of the table in target.cc.
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

// What a target is opened with.
struct DeployWork {
  std::string name;  // of the target in site.yaml
  DeployTarget settings;
  std::string site;      // its folder, absolute
  std::string author;    // of the site; may be empty
  Files& built;          // the build's output
  std::string built_at;  // its folder on disk
};

enum class Applied {
  done,
  moved_on,  // the target is no longer as listed; nothing was changed there
};

// A target that can be used. Call list, hashes and apply in this order; after `moved_on`, start again with list.
struct OpenTarget {
  std::string title;  // for people, without secrets: "'site' (/srv/www/letters)"
  std::function<Result<Listing>()> list;
  // Returns the hashes of those paths that can be read, and omits the others. For own_files_path, that of the list as
  // it is now.
  std::function<Result<std::map<std::string, Hash>>(const std::vector<std::string>&)> hashes;
  std::function<Result<Applied>(const BuiltSite&, const Listing&, const Difference&)> apply;
};

struct Target {
  TargetKind kind;
  Result<OpenTarget> (*open)(const DeployWork&);  // changes nothing; the work must outlive the result
};

// REQUIRES: the build lock is held, since files below `.causerie/deploy/` are written.
Result<OpenTarget> open_place(const DeployWork&);

// The folder where a target may store what it needs: `.causerie/deploy/…` below the site.
std::string internal_folder(const DeployWork&);

// A target of the kind `folder`; for tests too.
OpenTarget open_folder_at(Files& target, Files& built);

}  // namespace causerie
