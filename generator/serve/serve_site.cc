#include "serve/serve_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>

#include "base/paths.h"
#include "base/stat_cache.h"
#include "content/build_cache.h"
#include "content/copied.h"
#include "serve/answers.h"
#include "serve/live_site.h"
#include "serve/site_change.h"
#include "system/browser.h"
#include "system/clock.h"
#include "system/disk.h"
#include "system/http.h"
#include "system/stop_signals.h"
#include "system/watching.h"

namespace causerie {
namespace {

constexpr int most_at_once = most_streams + 16;  // connections; each stream needs its own
constexpr int most_ports = 50;                   // how many ports to try

// True for files and folders that are not part of a site.
bool is_passed_over(std::string_view site, std::string_view path) {
  const std::string_view name = name_of(path);
  const bool is_hidden = name.starts_with('.') && name != ".well-known";
  const std::string_view below = path.substr(site.size());
  const bool is_left_alone = name.starts_with('_') && (below.starts_with("/content/") || below.starts_with("/themes/"));
  return is_hidden || is_left_alone || is_leftover(name);
}

// Whether StatCache may cache a path below the site's folder. `comments.folders` elsewhere are watched too, but not
// cached.
bool is_watched(const std::string& site, std::string_view path) {
  if (!path.starts_with("content") && !path.starts_with("themes")) return false;
  for (std::string_view above = path; !above.empty(); above = parent_of(above)) {
    if (is_passed_over(site, join_path(site, above))) return false;
  }
  return true;
}

std::vector<std::string> places_to_watch(const std::string& site, const Preview* preview) {
  std::vector<std::string> places;
  for (const std::string_view name : {"site.yaml", "content", "themes"}) places.push_back(join_path(site, name));
  if (preview == nullptr) return places;
  for (const auto& folder : preview->prepared().site.file().comment_folders) {
    std::string path;
    if (resolve_relative("", folder.text, path)) places.push_back(join_path(site, path));
  }
  return places;
}

std::string in_url(const std::string& address) {
  return address.find(':') == std::string::npos ? address : "[" + address + "]";
}

Result<std::unique_ptr<HttpServer>> listen(const ServeOptions& options, const ServeTalk& talk,
                                           const HttpHandler& handler) {
  for (int port = options.port; port <= std::min(options.port + most_ports, 65535); ++port) {
    auto server = HttpServer::listen(options.address, port, most_at_once, handler);
    if (!server) return server;
    if (*server == nullptr) continue;
    if (port != options.port) talk.remark(fmt::format("port {} is in use; using port {} instead", options.port, port));
    return server;
  }
  return Failure{"cannot listen on", fmt::format("{}:{}", options.address, options.port),
                 fmt::format("this port is in use, and so are the {} after it", most_ports),
                 "choose another one: --port 8000"};
}

class Serving {
 public:
  Serving(const ServeOptions& options, const ServeTalk& talk, Watching& watching, LiveSite& live)
      : options_(options),
        talk_(talk),
        watching_(watching),
        live_(live),
        clock_(options.clock ? options.clock : now),
        disk_(disk_files(options.site, FollowLinks::yes)),
        files_(*disk_, [&](std::string_view path) { return is_watched(options.site, path); }),
        cache_(open_build_cache(options.site, HtmlPolicy::in_memory)) {}

  void begin(std::string origin) {
    origin_ = std::move(origin);
    folder_ = folder();
    watch(nullptr);
    make({.reason = RoundReason::first}, steady_seconds());
  }

  // Called after each wait with the saved files, if any.
  void look(std::vector<std::string> saved) {
    const double start = steady_seconds();
    const std::optional<FileStat> here = folder();
    if (here != folder_) {
      folder_ = here;
      return here ? begin_anew(start) : say_gone();
    }
    if (!here) return;  // the changed files are elsewhere now
    if (!saved.empty()) return make({.reason = RoundReason::saved, .saved = std::move(saved)}, start);
    if (zone_ && zone_->day(clock_()) != day_) make({.reason = RoundReason::another_day}, start);
  }

 private:
  // Identifies the site's folder by device and inode alone; nullopt if there is none.
  std::optional<FileStat> folder() const {
    const auto stat = disk_->stat("");
    if (!stat || !*stat || (*stat)->kind != FileKind::folder) return std::nullopt;
    return FileStat{.kind = FileKind::folder, .device = (*stat)->device, .inode = (*stat)->inode};
  }

  void begin_anew(double start) {
    watched_.clear();
    watch(nullptr);
    make({.reason = RoundReason::folder_back}, start);
  }

  void say_gone() {
    Round round{.reason = RoundReason::folder_gone};
    round.failure = Failure{"cannot find", options_.site, "the site's folder was moved or deleted",
                            "put it back to continue, or stop this preview and start it where the site is now"};
    live_.show_faults(talk_.round(round));
  }

  void make(Round round, double start) {
    for (const std::string& path : round.saved) files_.forget(path);
    if (!watching_.is_told_by_the_system()) files_.forget("");
    SiteOptions request;
    request.origin = origin_;
    if (zone_) request.day = zone_->day(clock_());
    request.drafts = request.future = true;
    StepTimes times;
    auto prepared = prepare_site(files_, request, cache_, times, round.diagnostics);
    std::shared_ptr<const Preview> preview;
    if (prepared) {
      preview = std::make_shared<const Preview>(files_, *std::move(prepared));
      day_ = preview->prepared().site.edition.day;
      zone_ = preview->prepared().site.file().zone;
      watch(preview.get());
    } else {
      round.failure = prepared.failure();
    }
    not_shown_.insert(not_shown_.end(), round.saved.begin(), round.saved.end());
    if (round.is_good()) {
      live_.show(preview, change_between(live_.now().preview.get(), *preview, not_shown_));
      not_shown_.clear();
    }
    round.seconds = steady_seconds() - start;
    std::string faults = talk_.round(round);
    if (!round.is_good()) live_.show_faults(std::move(faults));
  }

  void watch(const Preview* preview) {
    auto places = places_to_watch(options_.site, preview);
    if (places == watched_) return;
    watched_ = std::move(places);
    watching_.watch(watched_);
    files_.forget("");  // what was cached before it was watched may have changed unnoticed
  }

  const ServeOptions& options_;
  const ServeTalk& talk_;
  Watching& watching_;
  LiveSite& live_;
  std::function<Instant()> clock_;
  std::string origin_;
  std::unique_ptr<Files> disk_;
  StatCache files_;
  BuildCache cache_;
  std::optional<FileStat> folder_;
  std::vector<std::string> watched_;
  std::vector<std::string> not_shown_;  // saved since the last good round
  Day day_;
  std::optional<Zone> zone_;
};

}  // namespace

Result<void> serve_site(const ServeOptions& options, const ServeTalk& talk) {
  LiveSite live(static_cast<std::uint64_t>(now().seconds) * 1000);
  Watching watching(
      {.is_ignored = [site = options.site](std::string_view path) { return is_passed_over(site, path); },
       .on_polling = [&](const std::string& reason) { talk.remark(reason + "; every file is checked twice a second"); },
       .polls = options.polls});
  std::atomic<bool> is_stopped = false;
  const StopSignals signals([&] {
    is_stopped = true;
    live.end();
    watching.interrupt();
  });
  Serving serving(options, talk, watching,
                  live);  // declared before the server, which answers from it until it has stopped
  const AnswerOptions how{options.address, options.follows};
  const auto server =
      listen(options, talk, [&](const HttpRequest& request) { return answer_request(live, how, request); });
  if (!server) return server.failure();
  const std::string address = fmt::format("http://{}:{}", in_url(options.address), (*server)->port());

  serving.begin(address);
  talk.is_there(address + "/");
  if (options.opens && !open_in_browser(address + "/"))
    talk.remark("no browser could be opened: open the address yourself");
  while (talk.goes_on()) {
    std::vector<std::string> saved = watching.wait(options.between_looks);
    if (is_stopped) break;
    for (std::string& path : saved) {
      if (path.starts_with(options.site + "/")) path.erase(0, options.site.size() + 1);
    }
    serving.look(std::move(saved));
  }
  live.end();
  return {};
}

}  // namespace causerie
