// A preview that runs, and what a writer does beside it: for the tests of `causerie serve`.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const patience = 10000; // milliseconds that anything may take on a machine with much to do

export class Site {
  constructor(folder) {
    this.folder = folder;
    rmSync(folder, { recursive: true, force: true });
    this.write("site.yaml", "title: Letters\nbase_url: https://example.org/letters/\ntheme: own\n");
    this.write("themes/own/theme.yaml", "extends: default\n");
    this.write("themes/own/assets/own.css", "h1 { color: rgb(1, 2, 3) }\n");
    this.write("content/talk/series.yaml", "title: Talk\n");
    this.write("content/talk/01-roots.md", essay("Roots", "A first word."));
    this.write("content/talk/02-boughs.md", essay("Boughs", "See [the first](01-roots.md).", "draft: true\n"));
    this.write("content/talk/03-leaves.md", essay("Leaves", "Still green."));
  }
  path(file) { return join(this.folder, file); }
  write(file, text) {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }
  // As most editors save: a file beside it, then its name.
  save(file, text) {
    this.write(`${file}.part`, text);
    renameSync(this.path(`${file}.part`), this.path(file));
  }
  rename(from, to) { renameSync(this.path(from), this.path(to)); }
  // Everything below a folder, with its times: what is equal was not touched.
  traces(folder, below = this.path(folder)) {
    if (!existsSync(below)) return "";
    return readdirSync(below).sort().map((name) => {
      const path = join(below, name);
      const stat = statSync(path, { bigint: true });
      return stat.isDirectory() ? this.traces(folder, path) : `${path} ${stat.mtimeNs} ${readFileSync(path).toString("base64")}`;
    }).join("\n");
  }
}

export const essay = (title, text, more = "") => `---\ntitle: ${title}\ndate: 2026-05-01\n${more}---\n${text}\n`;

export const until = async (isSo, what) => {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((done) => setTimeout(done, 10))) {
    const value = await isSo();
    if (value) return value;
  }
  throw new Error(`it never came: ${what}`);
};

export class Preview {
  output = "";
  errors = "";
  static start(program, site, ...options) { return this.run([program, "serve", site.folder, ...options]); }
  static async run([program, ...words], environment = {}) {
    const preview = new Preview();
    const env = { ...process.env, ...environment };
    preview.child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"], env });
    preview.child.stdout.on("data", (bytes) => { preview.output += bytes; });
    preview.child.stderr.on("data", (bytes) => { preview.errors += bytes; });
    preview.ended = new Promise((done) => preview.child.on("close", (status, signal) => done(signal ?? status)));
    preview.origin = (await until(() => preview.output.match(/http:\/\/127\.0\.0\.1:\d+/), "the address"))[0];
    return preview;
  }
  get port() { return Number(new URL(this.origin).port); }
  rounds() { return this.output.split("\n").filter((line) => line.startsWith("changed: ")); }
  async get(path) {
    const response = await fetch(this.origin + path, { redirect: "manual" });
    return { status: response.status, text: await response.text() };
  }
  async stop(signal = "SIGINT") {
    this.child.kill(signal);
    return this.ended;
  }
}

// The events that an open page is told, in order.
export class Stream {
  text = "";
  static async open(preview, page) {
    const stream = new Stream();
    const response = await fetch(`${preview.origin}/-/events?${new URLSearchParams({ page, known: "-" })}`);
    stream.ended = (async () => {
      for await (const bytes of response.body) stream.text += Buffer.from(bytes).toString();
    })();
    await stream.next("reload"); // since it knows nothing yet
    return stream;
  }
  // Waits for an event of that name behind all that was awaited before.
  async next(name) {
    const mark = `event: ${name}\n`;
    await until(() => this.text.includes(mark), name);
    this.text = this.text.slice(this.text.indexOf(mark) + mark.length);
  }
}

export const build = (program, site) => execFileSync(program, ["build", "--quiet", site.folder]);

// Runs each part, and says at the end which of their claims did not hold.
export async function run(parts) {
  const faults = [];
  let claims = 0;
  const expect = (isTrue, claim) => {
    ++claims;
    if (!isTrue) faults.push(claim);
  };
  for (const part of parts) await part(expect).catch((error) => faults.push(`${part.name}: ${error.message}`));
  console.log(`${claims} claims`);
  if (faults.length > 0) {
    console.error(`${faults.length} did not hold:\n${faults.join("\n")}`);
    process.exit(1);
  }
}
