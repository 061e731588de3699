#include "pipeline/output.h"

#include <algorithm>
#include <utility>

#include "pipeline/render.h"

namespace causerie {
namespace {

void add_fields(const Record& record, std::vector<Input>& inputs) {
  for (const auto& [name, value] : record.fields()) inputs.push_back({name, fingerprint(value)});
}

void add_inputs(const Page& page, const InputHashes& hashes, std::vector<Input>& inputs) {
  inputs.push_back({program_input, hashes.program});
  inputs.push_back({layout_input, hashes.layout(page.layout)});
  inputs.push_back({links_input, page.links.fingerprint()});
  add_fields(page.record(), inputs);
}

Hash hash_of_inputs(const std::vector<Input>& inputs) {
  Hasher hasher;
  for (const Input& input : inputs) hasher.add(input.name.text()).add(input.hash);
  return hasher.finish();
}

void add_inputs(const Made& made, const InputHashes& hashes, std::vector<Input>& inputs) {
  const auto& [record, files, outputs] = made.from;
  if (made.is_copy) {
    inputs.push_back({bytes_input, files[0].hash});
    return;
  }
  const bool is_of_one = outputs.size() == 1 && files.empty() && !record;
  if (is_of_one) inputs = hashes.inputs_of(outputs[0]);
  const bool has_program = std::ranges::find(inputs, InternedName(program_input), &Input::name) != inputs.end();
  if (!has_program) inputs.push_back({program_input, hashes.program});
  if (is_of_one) return;
  if (record) add_fields(record(), inputs);
  for (const WriterFile& file : files) inputs.push_back({file.path, file.hash});
  for (const std::string& path : outputs) inputs.push_back({"/" + path, hash_of_inputs(hashes.inputs_of(path))});
}

}  // namespace

Result<std::string> MadeSources::file(std::size_t index) const { return rendering_.read(from_.files[index]); }

Result<std::string> MadeSources::output(std::size_t index) const {
  return rendering_.bytes(from_.outputs[index], worker_);
}

Made made_from(MakeRecord record, std::function<std::string(const Record&)> write) {
  return {{.record = std::move(record)},
          [write = std::move(write)](const MadeSources& sources) { return write(sources.record()); }};
}

Made copy_of(WriterFile file) {
  return {
      .from = {.files = {std::move(file)}},
      .write = [](const MadeSources& sources) { return sources.file(0); },
      .is_copy = true,
  };
}

std::vector<Input> Output::inputs(const InputHashes& hashes) const {
  std::vector<Input> inputs;
  std::visit([&](const auto& one) { add_inputs(one, hashes, inputs); }, content);
  std::ranges::sort(inputs, {}, &Input::name);
  inputs.shrink_to_fit();
  return inputs;
}

Result<std::string> Output::bytes(Rendering& rendering, int worker) const {
  if (const auto* page = std::get_if<Page>(&content)) return rendering.render(*page, worker);
  const Made& made = std::get<Made>(content);
  return made.write(MadeSources(made.from, rendering, worker));
}

bool Output::is_page() const { return std::holds_alternative<Page>(content); }

const WriterFile* Output::copied() const {
  const Made* made = std::get_if<Made>(&content);
  return made != nullptr && made->is_copy ? &made->from.files[0] : nullptr;
}

const std::vector<std::string>& Output::made_of() const {
  static const std::vector<std::string> none;
  const Made* made = std::get_if<Made>(&content);
  return made != nullptr ? made->from.outputs : none;
}

}  // namespace causerie
