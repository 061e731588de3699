// preview_session_test.mjs PROGRAM FOLDER: a writer's hour with `causerie serve`, without a browser. The site is made
// below FOLDER.
import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, existsSync, ftruncateSync, openSync, readFileSync, renameSync, rmSync,
  writeSync } from "node:fs";
import { resolve } from "node:path";
import { build, essay, Preview, run, Site, Stream, until } from "./preview.mjs";

const [program, folder] = process.argv.slice(2, 4).map((path) => resolve(path));
const site = new Site(folder);
build(program, site);
const published = site.traces("public") + site.traces(".causerie");
const preview = await Preview.start(program, site, "--port", "0");
const first = "content/talk/01-roots.md";

async function pages(expect) {
  const { status, text } = await preview.get("/talk/roots/");
  expect(status === 200 && text.includes("A first word."), "an essay is where the site has it");
  expect((await preview.get("/talk/boughs/")).text.includes("<strong>Draft</strong>"), "a draft is shown and marked");
  expect((await preview.get("/nowhere/")).status === 404, "what is not there is not found");
  expect((await preview.get("/talk/roots")).status === 301, "a slash that is missing is added");
}

async function tenSaves(expect) {
  const stream = await Stream.open(preview, "/talk/roots/");
  const before = preview.rounds().length;
  for (let i = 1; i <= 10; ++i) {
    site.write("content/talk/4913", "");
    site.write(`${first}~`, "a backup");
    site.save(first, essay("Roots", `Word ${i}.`));
    await stream.next("reload");
    expect((await preview.get("/talk/roots/")).text.includes(`Word ${i}.`), `save ${i} is there when the page is told`);
  }
  await new Promise((done) => setTimeout(done, 200));
  expect(preview.rounds().length - before === 10, `ten saves are ten rounds:\n${preview.output}`);
  expect(/changed: content\/talk\/01-roots\.md; [0-9.]+ s/.test(preview.output), "a round names what was saved");
}

async function faults(expect) {
  const stream = await Stream.open(preview, "/talk/roots/");
  site.save(first, essay("Roots", "Word 11.", "sumary: none\n"));
  await stream.next("faults");
  const shown = await preview.get("/talk/roots/");
  expect(shown.status === 200 && shown.text.includes("Word 10."), "the last good page stays");
  expect(shown.text.includes(`${site.folder}/${first}:4:1">${first}:4:1</a>: error: unknown key &#39;sumary&#39;\n  4 | sumary: none\n    | ^~~~~~\n  hint: did you mean &#39;summary&#39;?\n1 error\n`), `what is wrong stands over it:\n${shown.text.slice(-2000)}`);
  expect(preview.errors.includes(`${first}:4:1: error: unknown key 'sumary'\n  4 | sumary: none\n    | ^~~~~~\n  hint: did you mean 'summary'?\n1 error\n`), `and in the terminal: ${preview.errors}`);
  site.save(first, "---\ntitle: [\n---\nNo more YAML.\n");
  await stream.next("faults");
  expect((await preview.get("/talk/leaves/")).text.includes("Still green."), "broken YAML ends nothing");
  site.save(first, essay("Roots", "Word 12."));
  await stream.next("reload");
  const mended = await preview.get("/talk/roots/");
  expect(mended.text.includes("Word 12.") && !mended.text.includes("causerie-faults"), "mended, it is gone");
}

async function renames(expect) {
  const stream = await Stream.open(preview, "/talk/leaves/");
  site.rename("content/talk/03-leaves.md", "content/talk/03-needles.md");
  await stream.next("reload");
  expect((await preview.get("/talk/leaves/")).status === 404, "a renamed essay's old address is gone");
  expect((await preview.get("/talk/needles/")).text.includes("Still green."), "and the new one there");
  site.rename("content/talk", "content/speech");
  await until(async () => (await preview.get("/speech/needles/")).status === 200, "the series' new address");
  expect((await preview.get("/talk/needles/")).status === 404, "a renamed series' old address is gone");
  const list = (await preview.get("/speech/")).text;
  expect(["roots/", "boughs/", "needles/"].every((part) => list.includes(`href="${part}"`)), `its list is right:\n${list}`);
  expect(!(await preview.get("/")).text.includes("talk/"), "and the home page");
  site.save("content/speech/03-needles.md", essay("Needles", "Green in winter."));
  await until(async () => (await preview.get("/speech/needles/")).text.includes("winter"), "a save in the renamed folder");
  site.rename("content/speech", "content/talk");
  await until(async () => (await preview.get("/talk/needles/")).status === 200, "the way back");
}

// Only what is asked for is read of it.
async function aFilm(expect) {
  const film = site.path("content/talk/film.mp4");
  const size = 64 * 2 ** 20;
  const file = openSync(film, "w");
  ftruncateSync(file, size);
  writeSync(file, "the end", size - 7);
  closeSync(file);
  await until(async () => (await fetch(`${preview.origin}/talk/film.mp4`, { method: "HEAD" })).status === 200, "the film");
  const part = await fetch(`${preview.origin}/talk/film.mp4`, { headers: { Range: `bytes=${size - 3}-` } });
  expect(part.status === 206 && await part.text() === "end", "the end of a film");
  expect(part.headers.get("Content-Range") === `bytes ${size - 3}-${size - 1}/${size}`, "and where it is");
  const all = await fetch(`${preview.origin}/talk/film.mp4`, { headers: { Range: "bytes=0-" } });
  const reader = all.body.getReader();
  const { value } = await reader.read();
  expect(all.status === 206 && value.length > 0, "a film is sent from its beginning");
  await reader.cancel();
  rmSync(film);
  // Until the preview has heard of it, an answer that was begun breaks off.
  const status = () => preview.get("/talk/film.mp4").then((answer) => answer.status, () => "broken off");
  await until(async () => await status() === 404, "the film's end");
}

async function opening(expect) {
  const opened = site.path("opened");
  site.write("programs/xdg-open", `#!/bin/sh\nprintf %s "$1" > '${opened}.part'; mv '${opened}.part' '${opened}'\n`);
  chmodSync(site.path("programs/xdg-open"), 0o755);
  const words = [program, "serve", site.folder, "--port", "0", "--open"];
  const open = await Preview.run(words, { PATH: `${site.path("programs")}:${process.env.PATH}` });
  await until(() => existsSync(opened), "the browser");
  expect(readFileSync(opened, "utf8") === `${open.origin}/`, "--open gives the address to whatever opens addresses");
  await open.stop();
  const closed = await Preview.run(words, { PATH: site.path("nowhere") });
  await until(() => (closed.output + closed.errors).includes("no browser could be opened: open the address yourself"), "a word");
  expect(await closed.stop() === 0, "without a browser it goes on");
}

// The system's own limit, lowered for this one program.
async function withoutWatches(expect) {
  const limited = ["unshare", "--user", "--map-root-user", "sh", "-c",
    'echo 3 > /proc/sys/user/max_inotify_watches && exec "$@"', "sh"];
  if (spawnSync(limited[0], [...limited.slice(1), "true"]).status !== 0) {
    return console.log("a system without watches: left out, since this user may have none of their own");
  }
  const poor = await Preview.run([...limited, program, "serve", site.folder, "--port", "0"]);
  const said = "cannot watch so many folders (sysctl fs.inotify.max_user_watches); every file is checked twice";
  await until(() => (poor.output + poor.errors).includes(said), "why it looks");
  site.save("content/talk/03-needles.md", essay("Needles", "Seen without watches."));
  await until(async () => (await poor.get("/talk/needles/")).text.includes("without watches"), "a save without watches");
  expect(await poor.stop() === 0, "it ends as others do");
}

async function movedAway(expect) {
  const away = `${site.folder}-moved`;
  rmSync(away, { recursive: true, force: true });
  const stream = await Stream.open(preview, "/talk/roots/");
  renameSync(site.folder, away);
  await stream.next("faults");
  expect(preview.errors.includes("the site's folder was moved or deleted\n  hint: put it back"), `a folder that is gone is missed:\n${preview.errors}`);
  expect((await preview.get("/talk/roots/")).text.includes("Word 12."), "the last good page stays");
  renameSync(away, site.folder);
  await stream.next("fine");
  site.save(first, essay("Roots", "Back again."));
  await until(async () => (await preview.get("/talk/roots/")).text.includes("Back again."), "a save after the way back");
}

async function neighbours(expect) {
  const second = await Preview.start(program, site, "-p", String(preview.port), "--quiet");
  expect(second.port > preview.port, "a port in use is passed over");
  expect(await second.stop("SIGTERM") === 0, "being told to end is no error");
  const third = await Preview.start(program, site, "-p", String(preview.port));
  expect(third.output.includes(`port ${preview.port} is in use; using port ${third.port} instead`), `and that is said: ${third.output}`);
  await third.stop();
}

async function theEnd(expect) {
  const streams = await Promise.all([1, 2, 3].map(() => Stream.open(preview, "/talk/roots/")));
  const start = Date.now();
  expect(await preview.stop() === 0, "Ctrl-C ends it with 0");
  expect(Date.now() - start < 5000, `soon, with pages open: ${Date.now() - start} ms`);
  await Promise.all(streams.map((stream) => stream.ended));
  expect(site.traces("public") + site.traces(".causerie") === published, "nothing that was published is touched");
}

await run([pages, tenSaves, faults, renames, aFilm, opening, withoutWatches, movedAway, neighbours, theEnd]);
