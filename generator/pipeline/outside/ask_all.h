// Many links asked about at once, and no host too much at a time.
#pragma once

#include <functional>
#include <vector>

#include "pipeline/outside/link_probe.h"
#include "pipeline/outside/private_addresses.h"

namespace causerie {

struct AskingManner {
  int at_once = 8;
  int at_once_of_host = 2;
  double pause = 0.5;      // seconds between two questions to one host
  int timeout = 10;        // seconds
  int longest_pause = 60;  // that a host may ask for; a run of this length is still bearable
  int most_failures = 2;   // of connections to a host, after which its other links share the reason
  // Why a machine is not talked to. The tests' own hosts are on this very machine.
  std::function<std::string(const MachineAddress&)> why_not = [](const MachineAddress& m) { return why_private(m); };
};

// One finding for each address. A name is looked up once: what was found is judged, and that very machine is asked, at
// each redirect anew. A machine that `why_not` names is never connected to, nor is any other of the same name.
std::vector<LinkFinding> ask_all(const std::vector<WebAddress>&, HttpClient&, const AskingManner&);

}  // namespace causerie
