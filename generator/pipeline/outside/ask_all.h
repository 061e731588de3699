// Requests many links in parallel, with a limit for each host.
#pragma once

#include <functional>
#include <vector>

#include "pipeline/outside/link_probe.h"
#include "pipeline/outside/private_addresses.h"

namespace causerie {

struct ProbeLimits {
  int at_once = 8;
  int at_once_of_host = 2;
  double pause = 0.5;      // seconds between two requests to one host
  int timeout = 10;        // seconds
  int longest_pause = 60;  // seconds; the longest that a host may request, so that a run stays bearable
  int most_failures = 2;   // failed connections to a host, after which its other links get the same finding
  // Why a machine must not be contacted; empty if it may be. The tests replace it: their hosts are on this machine.
  std::function<std::string(const MachineAddress&)> why_not = [](const MachineAddress& m) { return why_private(m); };
};

// Returns one finding for each address. A name is looked up once: the machine found is checked, and exactly that
// machine is contacted; the host of each redirect is checked the same way. If `why_not` rejects a machine, neither it
// nor any other machine of the same name is contacted.
std::vector<LinkFinding> ask_all(const std::vector<WebAddress>&, HttpClient&, const ProbeLimits&);

}  // namespace causerie
