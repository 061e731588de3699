#include "pipeline/fingerprints.h"

#include <algorithm>

#include "system/parallel.h"

namespace causerie {

namespace {

struct Inputs {
  const Plan& plan;
  Hash program;
  const std::function<Hash(std::string_view layout)>& layout_hash;
  std::vector<Input> inputs;

  void operator()(const Page& page) {
    inputs.push_back({std::string(program_input), program});
    inputs.push_back({std::string(layout_input), layout_hash(page.layout)});
    inputs.push_back({std::string(links_input), page.links.fingerprint()});
    add_fields(page.record());
  }
  void operator()(const Text& text) {
    inputs.push_back({std::string(program_input), program});
    add_fields(text.record());
  }
  void operator()(const Copy& copy) { inputs.push_back({std::string(bytes_input), copy.hash}); }
  void operator()(const Compressed& compressed) {
    const auto& source = plan.outputs[compressed.of].content;
    std::visit(*this, source);
    // The program decides how a file is compressed; for a plain copy it is not an input.
    if (std::holds_alternative<Copy>(source)) inputs.push_back({std::string(program_input), program});
  }

  void add_fields(const Record& record) {
    for (const auto& [name, value] : record.fields()) inputs.push_back({name, fingerprint(value)});
  }
};

}  // namespace

Fingerprints fingerprints(const Plan& plan, Hash program,
                          const std::function<Hash(std::string_view layout)>& layout_hash, int jobs) {
  Fingerprints wanted(plan.outputs.size());
  constexpr std::size_t least = 256;
  for_each_index(plan.outputs.size(), jobs_for(plan.outputs.size(), least, jobs), [&](std::size_t i, int) {
    Inputs collected{plan, program, layout_hash, {}};
    std::visit(collected, plan.outputs[i].content);
    std::sort(collected.inputs.begin(), collected.inputs.end(),
              [](const Input& a, const Input& b) { return a.name < b.name; });
    wanted[i] = {plan.outputs[i].path, std::move(collected.inputs)};
  });
  return wanted;
}

}  // namespace causerie
