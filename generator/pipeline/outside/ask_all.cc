#include "pipeline/outside/ask_all.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

#include "system/clock.h"

namespace causerie {
namespace {

struct Task {
  std::size_t index;
  LinkProbe probe;
};

struct Host {
  std::deque<Task> waiting;
  int asked_now = 0;
  double ready_at = 0;
  bool is_looked_up = false;
  MachineAddress machine;
  std::optional<LinkFinding> closed;  // the finding for all links to it, if already known
  int failures = 0;
};

class Asking {
 public:
  Asking(const std::vector<WebAddress>& addresses, HttpClient& client, const ProbeLimits& limits)
      : client_(client), limits_(limits), findings_(addresses.size()), open_(addresses.size()) {
    for (std::size_t i = 0; i < addresses.size(); ++i) queue({i, LinkProbe(addresses[i])});
  }

  std::vector<LinkFinding> run() {
    const std::size_t count = std::min<std::size_t>(static_cast<std::size_t>(limits_.at_once), findings_.size());
    std::vector<std::thread> workers;
    for (std::size_t i = 0; i < count; ++i) workers.emplace_back([this] { work(); });
    for (std::thread& worker : workers) worker.join();
    return std::move(findings_);
  }

 private:
  void queue(Task task) { hosts_[task.probe.address().host].waiting.push_back(std::move(task)); }

  // Each iteration sends one request to one host; any follow-up is queued again.
  void work() {
    std::unique_lock lock(mutex_);
    while (open_ > 0) {
      Host* host = next_host();
      if (host == nullptr) {
        wait(lock);
        continue;
      }
      Task task = std::move(host->waiting.front());
      host->waiting.pop_front();
      ++host->asked_now;
      host->ready_at = steady_seconds() + limits_.pause;
      lock.unlock();
      look_up(*host, task.probe.address().host);
      const HttpReply reply = host->closed ? HttpReply() : ask(*host, task.probe);
      lock.lock();
      --host->asked_now;
      handle(*host, std::move(task), reply);
      changed_.notify_all();
    }
  }

  bool is_free(const Host& host) const {
    // Until the name is looked up there is only one request at a time: others would look it up as well.
    return !host.waiting.empty() && host.asked_now < (host.is_looked_up ? limits_.at_once_of_host : 1);
  }

  Host* next_host() {
    Host* best = nullptr;
    for (auto& [name, host] : hosts_) {
      if (is_free(host) && host.ready_at <= steady_seconds() && (best == nullptr || host.ready_at < best->ready_at))
        best = &host;
    }
    return best;
  }

  void wait(std::unique_lock<std::mutex>& lock) {
    double earliest = steady_seconds() + 1;
    for (const auto& [name, host] : hosts_) {
      if (is_free(host)) earliest = std::min(earliest, host.ready_at);
    }
    changed_.wait_for(lock, std::chrono::duration<double>(std::max(0.001, earliest - steady_seconds())));
  }

  // Called by one worker at a time for each host until the name is looked up.
  void look_up(Host& host, const std::string& name) {
    if (host.is_looked_up) return;
    std::string why = why_private(name);
    std::vector<MachineAddress> machines;
    if (why.empty()) {
      machines = client_.machines(name);
      if (machines.empty())
        host.closed = LinkFinding{LinkVerdict::unreachable, fmt::format("there is no host '{}'", name)};
    }
    for (const MachineAddress& machine : machines) {
      if (const std::string reason = limits_.why_not(machine); why.empty() && !reason.empty()) {
        why = machine.text == name ? reason : fmt::format("{}, {}", machine.text, reason);
      }
    }
    if (!why.empty()) host.closed = LinkFinding{LinkVerdict::unasked, fmt::format("'{}' is {}", name, why)};
    // IPv4 addresses first: many machines have an IPv6 address that leads nowhere.
    const auto first = std::find_if(machines.begin(), machines.end(), [](const MachineAddress& machine) {
      return machine.text.find(':') == std::string::npos;
    });
    if (!machines.empty()) host.machine = first != machines.end() ? *first : machines.front();
    const std::scoped_lock lock(mutex_);
    host.is_looked_up = true;
  }

  HttpReply ask(const Host& host, const LinkProbe& probe) {
    return client_.ask({probe.method(), probe.address(), host.machine, limits_.timeout});
  }

  void handle(Host& host, Task task, const HttpReply& reply) {
    if (host.closed) return finish(task.index, *host.closed);
    int pause = 0;
    const auto finding = task.probe.handle(reply, now(), limits_.longest_pause, pause);
    if (pause > 0) host.ready_at = std::max(host.ready_at, steady_seconds() + pause);
    const bool is_failure = reply.status == 0 && finding.has_value();
    host.failures = is_failure ? host.failures + 1 : 0;
    if (!finding) return queue(std::move(task));
    finish(task.index, *finding);
    if (host.failures < limits_.most_failures) return;
    for (const Task& other : host.waiting) finish(other.index, *finding);
    host.waiting.clear();
  }

  void finish(std::size_t index, const LinkFinding& finding) {
    findings_[index] = finding;
    --open_;
  }

  HttpClient& client_;
  const ProbeLimits& limits_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, Host> hosts_;  // a map, so that references to hosts stay valid
  std::vector<LinkFinding> findings_;
  std::size_t open_;
};

}  // namespace

std::vector<LinkFinding> ask_all(const std::vector<WebAddress>& addresses, HttpClient& client,
                                 const ProbeLimits& limits) {
  return Asking(addresses, client, limits).run();
}

}  // namespace causerie
