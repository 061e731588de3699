// `causerie deploy`: builds the site and publishes it; the deploy itself is in deploy/deploy_site.h.
#include <fmt/format.h>

#include "base/memory_files.h"
#include "base/paths.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/deploy_plan.h"
#include "commands/printable.h"
#include "commands/site_request.h"
#include "content/build_cache.h"
#include "deploy/deploy_site.h"
#include "pipeline/build_site.h"
#include "pipeline/destination.h"
#include "system/disk.h"
#include "system/terminal.h"

namespace causerie {
namespace {

constexpr Option options[] = {
    {"--dry-run", {}, "print what would be done, without changing anything"},
    {"--max-deletes", "N",
     "how many files may be deleted (default: 20, or a tenth of the files there, if that is more)"},
};

// Chooses a target of site.yaml: by the given name, or the default one without a name.
std::variant<std::string, WrongUsage> choose_target(const DeploySettings& settings, const Arguments& arguments) {
  if (settings.targets.empty()) {
    return WrongUsage{"site.yaml does not say where to deploy the site",
                      "add a line such as 'deploy: {targets: {pages: {kind: git, remote: "
                      "https://github.com/edith/letters.git, branch: gh-pages}}}', or '… {site: {kind: folder, to: "
                      "/home/edith/www}}}'; the handbook's page on publishing has an example for each kind of target"};
  }
  std::vector<std::string> names;
  for (const auto& [name, target] : settings.targets) names.push_back(name);
  const std::string name = !arguments.words.empty()           ? arguments.words[0]
                           : !settings.default_target.empty() ? settings.default_target
                           : names.size() == 1                ? names[0]
                                                              : "";
  if (settings.targets.contains(name)) return name;
  const std::string all = "the targets are: " + join(names, ", ");
  if (name.empty())
    return WrongUsage{"site.yaml has several targets",
                      all + "; name one, or write 'default: " + names[0] + "' below 'deploy'"};
  const std::string guess = did_you_mean(name, std::span<const std::string>(names));
  return WrongUsage{fmt::format("site.yaml has no target '{}'", name), guess.empty() ? all : guess};
}

struct DeployRequest {
  std::string site;
  DeployOptions options;
};

std::variant<DeployRequest, WrongUsage> read_wishes(const Arguments& arguments) {
  DeployRequest request;
  const auto site = find_site(arguments);
  if (const auto* wrong = std::get_if<WrongUsage>(&site)) return *wrong;
  request.site = std::get<std::string>(site);
  request.options.is_dry_run = arguments.has("dry-run");
  if (arguments.has("max-deletes")) {
    const std::string most = arguments.value("max-deletes");
    if (!is_digits(most) || most.size() > 9) return WrongUsage{"--max-deletes must be a number", "such as 50, or 0"};
    request.options.most_gone = std::stoul(most);
  }
  return request;
}

void warn_of_kept(const Difference& difference, const std::string& title, Diagnostics& diagnostics) {
  for (const std::string& path : difference.kept) {
    diagnostics
        .warning("changed-by-somebody", {path, {}},
                 fmt::format("in {} this file is no longer part of the site, but it was changed since it was deployed, "
                             "so it was not removed",
                             title))
        .hint("delete it there yourself if you do not need it");
  }
}

// The folders to work with. A dry run builds in memory, so that the site's folder is not changed.
struct Workplace {
  explicit Workplace(const std::string& site, bool is_dry_run)
      : site_files(disk_files(site, FollowLinks::yes)),
        internal(disk_files(join_path(site, ".causerie"), FollowLinks::no)),
        cache(open_build_cache(site, HtmlPolicy::on_demand)) {
    if (!is_dry_run) built = disk_files(join_path(site, "public"), FollowLinks::no);
    if (is_dry_run) built = std::make_unique<MemoryFiles>(FollowLinks::no);
    if (is_dry_run) memory = std::make_unique<MemoryFiles>(FollowLinks::no);
  }
  BuildFolders for_build() { return {*site_files, *built, memory ? *memory : *internal, cache}; }
  BuildFolders for_deploy() { return {*site_files, *built, *internal, cache}; }

  std::unique_ptr<Files> site_files, internal, built, memory;
  BuildCache cache;
};

Result<std::optional<Built>> build(Workplace& at, bool is_loud, Diagnostics& diagnostics) {
  const Progress progress("building", is_loud);
  auto built = build_site(at.for_build(), {}, diagnostics);
  if (!built) return built.failure();
  if (!built->is_published) return std::optional<Built>();
  return std::optional<Built>(*std::move(built));
}

Result<void> build_and_deploy(const DeployRequest& request, const std::string& name, const SiteFile& settings,
                              bool is_loud, Answer& answer) {
  const bool is_dry_run = request.options.is_dry_run;
  if (is_local_address(settings.base_url)) {
    return Failure{"cannot deploy", "a site whose base_url is " + settings.base_url,
                   "no other machine can open that address",
                   "in site.yaml, set base_url to the address that the site will have"};
  }
  const std::string public_folder = join_path(request.site, "public");
  if (auto may = guard_destination(request.site, public_folder); !may) return may.failure();
  Workplace at(request.site, is_dry_run);
  const auto built = build(at, is_loud, answer.diagnostics);
  answer.remarks = at.cache.remark();
  if (!built) return built.failure();
  if (!*built) {
    answer.closing = "nothing was sent\n";
    return {};
  }

  const auto lock = lock_build(at.for_deploy());
  if (!lock) return lock.failure();
  const auto site = read_built_site(*at.built);
  if (!site) return site.failure();
  if (hash_of(site->list) != (*built)->published.list) {
    return Failure{"cannot deploy from", public_folder, "another build wrote there in the meantime", "deploy again"};
  }
  const DeployWork work{name,         settings.deploy.targets.find(name)->second,
                        request.site, settings.author ? settings.author->name : "",
                        *at.built,    public_folder};
  const auto opened = open_place(work);
  if (!opened) return opened.failure();
  if (is_loud) print_to_terminal("deploying to " + printable(opened->title) + " …");
  DeployOptions options = request.options;
  options.target = name;
  const auto deployed = deploy_site(*opened, *site, options);
  if (!deployed) return deployed.failure();

  warn_of_kept(deployed->difference, opened->title, answer.diagnostics);
  answer.failure = deployed->refusal;
  if (deployed->refusal && !is_dry_run) return {};
  const DeployPlan plan{
      *site,      deployed->difference,          opened->title,
      is_dry_run, deployed->refusal.has_value(), settings.base_url.empty() ? "" : settings.base_url + "/"};
  (is_dry_run ? answer.output : answer.closing) = plan_in_words(plan);
  return {};
}

Answer deploy(const Arguments& arguments) {
  Answer answer;
  const auto read = read_wishes(arguments);
  if (const auto* wrong = std::get_if<WrongUsage>(&read)) {
    answer.wrong_usage = *wrong;
    return answer;
  }
  const auto& request = std::get<DeployRequest>(read);
  answer.site_root = request.site;
  Diagnostics of_settings;
  const auto settings = read_site_file(*disk_files(request.site, FollowLinks::yes), of_settings);
  if (!settings) {
    answer.failure = settings.failure();
    return answer;
  }
  if (of_settings.has_errors() || !*settings) {
    answer.diagnostics = std::move(of_settings);
    return answer;
  }
  const auto target = choose_target((*settings)->deploy, arguments);
  if (const auto* wrong = std::get_if<WrongUsage>(&target)) {
    answer.wrong_usage = *wrong;
    return answer;
  }
  const bool is_loud = !arguments.has("quiet") && arguments.value("message-format") != "json";
  const auto done = build_and_deploy(request, std::get<std::string>(target), **settings, is_loud, answer);
  if (!done) answer.failure = done.failure();
  return answer;
}

}  // namespace

extern const Command deploy_command;
const Command deploy_command = {
    .name = "deploy",
    .words = "[TARGET]",
    .summary = "build the site and publish it",
    .details =
        "TARGET is a name below 'deploy' in site.yaml. Drafts are never deployed. Only files that an earlier deploy\n"
        "put there are ever removed, and a place that contains other files is left alone.",
    .most_words = 1,
    .options = options,
    .run = deploy,
};

}  // namespace causerie
