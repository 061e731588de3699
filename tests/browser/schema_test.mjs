// schema_test.mjs PROGRAM FOLDER: the schemas that PROGRAM prints are sound (ajv's strict mode compiles them), accept
// every file of the sample site, and refuse and accept what the program itself does of schema_cases.yaml. The small
// sites for that are made below FOLDER.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [program, folder] = process.argv.slice(2, 4).map((path) => resolve(path));
const modules = process.env.CAUSERIE_NODE_MODULES ?? "";
if (!existsSync(join(modules, "ajv"))) {
  console.log("skipped: needs ajv and yaml in the folder that CAUSERIE_NODE_MODULES names");
  process.exit(77);
}
const fromNpm = createRequire(modules + "/");
const { default: Ajv } = fromNpm("ajv");
const { parse } = fromNpm("yaml");
const here = dirname(fileURLToPath(import.meta.url));
const repository = join(here, "../..");

const faults = [];
let checks = 0;
const expect = (isTrue, message) => {
  ++checks;
  if (!isTrue) faults.push(message);
};

const schemas = Object.fromEntries(["site", "series", "essay", "comment"].map((kind) => {
  const printed = spawnSync(program, ["schema", kind], { encoding: "utf8" });
  expect(printed.status === 0 && printed.stderr === "", `schema ${kind}: ${printed.stderr}`);
  return [kind, new Ajv({ strict: true, allErrors: true }).compile(JSON.parse(printed.stdout))];
}));
const why = (schema) => JSON.stringify((schema.errors ?? []).map((error) => [error.instancePath, error.message]));

const everyFile = (below) => readdirSync(below, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? everyFile(join(below, entry.name)) : [join(below, entry.name)]);
const frontMatter = (text) => /^---[ \t]*\n(.*?)^---[ \t]*$/ms.exec(text)?.[1];

// The sample site. An index.md may do without a title, and is not what the schema of an essay describes.
const seen = { site: 0, series: 0, essay: 0, comment: 0 };
for (const path of [join(repository, "site.yaml"), ...everyFile(join(repository, "content"))]) {
  const kind = path.endsWith("site.yaml") ? "site" : path.endsWith("series.yaml") ? "series" :
    /\.comments(\.yaml|\/.*\.yaml)$/.test(path) ? "comment" : path.endsWith(".md") && !path.endsWith("index.md") ? "essay" : null;
  if (kind === null) continue;
  const text = readFileSync(path, "utf8");
  ++seen[kind];
  const schema = schemas[kind];
  expect(schema(parse(kind === "essay" ? frontMatter(text) : text)), `${relative(repository, path)}: ${why(schema)}`);
}
for (const [kind, count] of Object.entries(seen)) expect(count > 0, `the sample site has no file of the kind ${kind}`);

// A site with one file of a kind as given. All others in it are right.
const files = {
  site: ["site.yaml", (text) => text],
  series: ["content/clocks/series.yaml", (text) => text],
  essay: ["content/clocks/01-winding.md", (text) => `---\n${text}\n---\nA text.\n`],
  comment: ["content/clocks/01-winding.comments.yaml", (text) => text],
};
const rightOnes = {
  site: "title: Letters\nbase_url: https://letters.example/\nauthors: {edith: {name: Edith}}\n",
  series: "title: Clocks\n",
  essay: "title: Winding",
};
function builds(kind, text) {
  rmSync(folder, { recursive: true, force: true });
  for (const [one, right] of Object.entries({ ...rightOnes, [kind]: text })) {
    const [path, write] = files[one];
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), write(right));
  }
  writeFileSync(join(folder, "content/clocks/clock.png"), "");
  const { status, stderr } = spawnSync(program, ["build", folder, "--clock", "2026-06-01"], { encoding: "utf8" });
  return { status, stderr };
}

for (const [kind, cases] of Object.entries(parse(readFileSync(join(here, "schema_cases.yaml"), "utf8")))) {
  const schema = schemas[kind];
  for (const [name, text] of Object.entries(cases.refused)) {
    expect(!schema(parse(text)), `the schema of ${kind} accepts: ${name}`);
    const built = builds(kind, text);
    expect(built.status === 1 && built.stderr.includes(`${files[kind][0]}:`), `the program accepts in ${kind}: ${name}\n${built.stderr}`);
  }
  for (const [name, text] of Object.entries(cases.accepted)) {
    expect(schema(parse(text)), `the schema of ${kind} refuses: ${name}: ${why(schema)}`);
    const built = builds(kind, text);
    expect(built.status === 0, `the program refuses in ${kind}: ${name}\n${built.stderr}`);
  }
}
rmSync(folder, { recursive: true, force: true });

for (const fault of faults) console.log(fault);
console.log(`${checks} checks, ${faults.length} failed`);
process.exitCode = faults.length > 0 || checks < 100 ? 1 : 0;
