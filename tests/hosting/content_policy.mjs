// content_policy.mjs PROGRAM FOLDER: in a browser that is sent the headers of `_headers`, no page asks for anything that
// its policy forbids: those of the sample site, of a site of hard content, and of one with scripts and styles of its
// own, which must also do their work there. And a page does ask for it where the policy is not its own.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeHardSite } from "../browser/hard_site.mjs";

const program = resolve(process.env.CAUSERIE_BINARY ?? process.argv[2]);
const folder = resolve(process.argv[3]);
const modules = process.env.CAUSERIE_NODE_MODULES ?? "";
if (!existsSync(join(modules, "playwright-core")) || !existsSync("/usr/bin/chromium")) {
  console.log("skipped: needs chromium, and playwright-core in the folder that CAUSERIE_NODE_MODULES names");
  process.exit(77);
}
const { chromium } = createRequire(modules + "/")("playwright-core");
const repository = fileURLToPath(new URL("../..", import.meta.url));

const write = (site, files) => Object.entries(files).forEach(([path, text]) => {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
});
const essay = (title, text) => `---\ntitle: ${title}\ndate: 2026-01-01\n---\n${text}\n`;
const dot = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

const sites = {
  sample: (site) => ["site.yaml", "content", "themes"].forEach((name) => cpSync(join(repository, name), join(site, name), { recursive: true })),
  hard: writeHardSite,
  lively: (site) => write(site, {
    "site.yaml": "title: Lively\nbase_url: https://lively.example/\ntheme: lively\n",
    "themes/lively/theme.yaml": "name: lively\nextends: default\n",
    "themes/lively/assets/lively.js": "document.documentElement.dataset.asset = 'yes';",
    "themes/lively/templates/footer.mustache":
      "<footer><script src=\"{{asset.lively_js}}\"></script><script>let same = true;\ndocument.documentElement.dataset.template = 'yes';</script></footer>\n",
    "content/essays/script.md": essay("A script", "<script>\ndocument.documentElement.dataset.essay = `yes ${1 < 2}`;\n</script>\n\n" +
      "Words with <style>.inline { color: rgb(1, 2, 3) }</style> in them, and a [link](/about/)."),
    "content/essays/attributes.md": essay("Attributes", `<p style="color: rgb(4, 5, 6)" onclick="this.dataset.was = 'pressed'">Press.</p>\n\n![A dot](${dot})`),
    "content/essays/frame.md": essay("A frame", '<iframe src="/about/" title="About"></iframe>\n\n<iframe src="game.html" title="A game"></iframe>'),
    "content/essays/game.html": "<!DOCTYPE html><title>Game</title><style>p { color: red }</style><p onclick='1'>A game<script>document.title = 'Play';</script>",
    "content/about.md": "---\ntitle: About\n---\nText.\n",
  }),
};

// Of the file that hosts read: [pattern, [name, value]…] for each rule. All rules that match are sent, as hosts do.
function rulesOf(text) {
  return text.trim().split("\n\n").map((rule) => {
    const [pattern, ...lines] = rule.split("\n");
    return [pattern, lines.map((line) => line.trim().split(/: (.*)/s).slice(0, 2))];
  });
}
const headersFor = (rules, path) => rules.filter(([pattern]) => (pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern))
  .flatMap(([, headers]) => headers).flat();

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".xml": "application/xml" };

function serve(output, rules) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x/").pathname);
    const file = join(output, path.endsWith("/") ? `${path}index.html` : path);
    if (!existsSync(file) || statSync(file).isDirectory()) return response.writeHead(404).end();
    // A page that sends its reader on is to be looked at, not left.
    const bytes = readFileSync(file);
    const body = file.endsWith(".html") ? bytes.toString().replace(/<meta http-equiv="refresh"[^>]*>/, "") : bytes;
    response.writeHead(200, ["content-type", types[extname(file)] ?? "application/octet-stream", ...headersFor(rules, path)]).end(body);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

const everyFile = (below) => readdirSync(below, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? everyFile(join(below, entry.name)) : [join(below, entry.name)]);

// What the browser's policy refuses on each page. Outside hosts are never asked: what is allowed there fails quietly.
async function refusals(browser, output, rules, look = async () => {}) {
  const server = await serve(output, rules);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const found = [];
  const context = await browser.newContext();
  await context.route((url) => url.origin !== origin, (route) => route.abort());
  const paths = everyFile(output).filter((file) => file.endsWith(".html")).map((file) => `/${relative(output, file)}`.replace(/\/index\.html$/, "/"));
  const visit = async (page, path) => {
    page.removeAllListeners("console");
    page.on("console", (message) => /Content Security Policy|violates/i.test(message.text()) && found.push(`${path}: ${message.text()}`));
    await page.goto(origin + encodeURI(path), { waitUntil: "load" });
    await look(page, path);
  };
  const lanes = await Promise.all([0, 1].map(() => context.newPage()));
  await Promise.all(lanes.map(async (page) => {
    for (let path = paths.shift(); path !== undefined; path = paths.shift()) await visit(page, path);
  }));
  await context.close();
  server.close();
  return found;
}

const faults = [];
const expect = (isTrue, message) => isTrue || faults.push(message);

async function livelyPage(page, path) {
  if (path.endsWith("game.html")) return expect(await page.title() === "Play", "a page of the writer's own ran no script");
  const { dataset, pressed } = await page.evaluate(() => {
    const paragraph = document.querySelector("p[onclick]");
    paragraph?.click();
    return { dataset: { ...document.documentElement.dataset }, pressed: paragraph && [paragraph.dataset.was, getComputedStyle(paragraph).color] };
  });
  if (path.includes("/essays/") && path !== "/essays/") expect(dataset.asset === "yes" && dataset.template === "yes", `${path}: the theme's scripts did not run`);
  if (path === "/essays/script/") {
    expect(dataset.essay === "yes true", `${path}: the essay's script did not run`);
    const color = await page.evaluate(() => getComputedStyle(Object.assign(document.body.appendChild(document.createElement("p")), { className: "inline" })).color);
    expect(color === "rgb(1, 2, 3)", `${path}: the essay's style was not applied`);
  }
  if (path === "/essays/attributes/") expect(`${pressed}` === "pressed,rgb(4, 5, 6)", `${path}: ${pressed}`);
}

rmSync(folder, { recursive: true, force: true });
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let strictest;
try {
  for (const [name, make] of Object.entries(sites)) {
    make(join(folder, name));
    execFileSync(program, ["build", join(folder, name), "--quiet", "--base-url", "http://127.0.0.1/"], { stdio: "inherit" });
    const output = join(folder, name, "public");
    const rules = rulesOf(readFileSync(join(output, "_headers"), "utf8"));
    strictest ??= rules;
    faults.push(...(await refusals(browser, output, rules, name === "lively" ? livelyPage : undefined)).map((fault) => `${name}: ${fault}`));
  }
  const refused = await refusals(browser, join(folder, "lively/public"), strictest);
  for (const what of ["/essays/script/", "/essays/attributes/", "/essays/frame/"]) {
    expect(refused.some((one) => one.startsWith(what)), `under the policy of another site ${what} was not refused: nothing would be noticed`);
  }
} finally {
  await browser.close();
}
if (faults.length > 0) {
  console.error([...new Set(faults)].join("\n"));
  process.exit(1);
}
console.log("no page asks for what its policy forbids");
