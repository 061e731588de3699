#include "serve/overlay.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/paths.h"
#include "base/text.h"
#include "formats/html.h"

namespace causerie {
namespace {

// Resets everything, so that the site's stylesheet does not affect the overlay.
constexpr std::string_view overlay_style =
    "all:initial;position:fixed;inset:auto 0 0 "
    "0;z-index:2147483647;box-sizing:border-box;max-height:70vh;overflow:auto;"
    "padding:1rem 1.25rem;background:#1d1b1a;color:#f4efe9;border-top:4px solid #e5634d;"
    "font:15px/1.5 ui-monospace,monospace";
constexpr std::string_view text_style = "all:unset;display:block;white-space:pre-wrap;overflow-wrap:anywhere";
constexpr std::string_view link_style = "all:unset;cursor:pointer;text-decoration:underline;color:#ffb4a3";

}  // namespace

std::string overlay_html(const std::vector<ShownFault>& faults, std::string_view closing) {
  std::string text;
  for (const ShownFault& fault : faults) {
    const std::string location = escape_html(fault.location);
    text += fault.href.empty()
                ? location
                : fmt::format(R"(<a style="{}" href="{}">{}</a>)", link_style, escape_html(fault.href), location);
    text += escape_html(fault.text);
  }
  return fmt::format(
      R"(<aside id="causerie-faults" role="alert" lang="en" dir="ltr" style="{}"><pre style="{}">{}{}</pre></aside>)",
      overlay_style, text_style, text, escape_html(closing));
}

std::string editor_address(std::string_view template_text, std::string_view file, int line, int column) {
  std::string address = replace_all(template_text, "{file}", percent_escape_path(file));
  address = replace_all(address, "{line}", std::to_string(std::max(line, 1)));
  return replace_all(address, "{column}", std::to_string(std::max(column, 1)));
}

std::string with_preview(std::string page, std::string_view hash, std::string_view faults) {
  const std::string added =
      fmt::format("{}<script src=\"{}\" data-page=\"{}\" defer></script>\n", faults, script_path, hash);
  const auto end = page.rfind("</body>");
  return page.insert(end == std::string::npos ? page.size() : end, added);
}

std::string page_of_faults(std::string_view faults) {
  return with_preview(
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Not yet</title></head>\n"
      "<body style=\"font-family:sans-serif\"><p>There is no site to show yet. Fix the problems listed below, "
      "and it appears here.</p>\n</body></html>\n",
      "", faults);
}

std::string_view preview_script() {
  return R"js(// Keeps a page of the preview as fresh as its sources. The published site has no such script.
(() => {
  const script = document.currentScript;
  let known = `-${script.dataset.page}`;
  let stream = null;

  const faults = () => document.getElementById("causerie-faults");

  function showFaults(html) {
    faults()?.remove();
    document.body.insertAdjacentHTML("beforeend", html);
  }

  // The new stylesheet stands beside the old one until it is loaded: the page is never without.
  function changeStylesheets(moved) {
    for (const { from, to } of moved) {
      for (const link of document.querySelectorAll("link[rel~=stylesheet]")) {
        const address = new URL(link.href);
        if (decodeURIComponent(address.pathname) !== `/${from}`) continue;
        const next = link.cloneNode();
        address.pathname = `/${to}`;
        address.search = from === to ? `?${Date.now()}` : "";
        next.href = address.href;
        next.onload = next.onerror = () => link.remove();
        link.after(next);
      }
    }
  }

  // Of pages that nobody sees none keeps a stream: a browser has six connections for all of them together.
  function listen() {
    if (stream !== null || document.hidden) return;
    const query = new URLSearchParams({ page: location.pathname, known });
    stream = new EventSource(`/-/events?${query}`);
    const on = (name, act) => stream.addEventListener(name, (event) => {
      known = event.lastEventId || known;
      act(event.data === "" ? null : JSON.parse(event.data));
    });
    on("faults", showFaults);
    on("fine", () => faults()?.remove());
    on("stylesheets", changeStylesheets);
    on("reload", () => location.reload());
    on("go", (address) => location.assign(address));
    stream.onerror = () => {
      if (stream?.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
      hangUp();
      setTimeout(listen, 2000);
    };
  }

  function hangUp() {
    stream?.close();
    stream = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? hangUp() : listen()));
  addEventListener("pagehide", hangUp);
  addEventListener("pageshow", listen);
  listen();
})();
)js";
}

}  // namespace causerie
