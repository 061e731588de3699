// look.mjs PROGRAM FOLDER [PATTERN]: pictures of every kind of page (or of those whose names match), in three widths,
// light and dark, and as printed, and an index.html that shows them all. What a machine can see for itself is said at the end, and makes it fail: a page wider
// than the screen, a request that fails or leaves the site, layout that shifts, what axe finds (contrast at 7:1).
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeHardSite } from "./hard_site.mjs";
import { writeRevisedSite } from "./revised_site.mjs";

const [program, folder] = process.argv.slice(2, 4).map((path) => resolve(path));
const isWanted = new RegExp(process.argv[4] ?? ".");
const repository = fileURLToPath(new URL("../..", import.meta.url));
const fromNpm = createRequire(process.env.CAUSERIE_NODE_MODULES + "/");
const { chromium } = fromNpm("playwright-core");
const axe = readFileSync(fromNpm.resolve("axe-core/axe.min.js"), "utf8");

const widths = { 360: 740, 768: 1024, 1440: 900 };
const tallest = 9000; // of a picture; the rest of a very long page is not shown

const sites = {
  sample: {
    write: (site) => ["site.yaml", "content", "themes"].forEach((name) => cpSync(join(repository, name), join(site, name), { recursive: true })),
    pages: {
      home: "/", series: "/the-long-table/", "essay-long-thread": "/the-long-table/letters-that-cross/",
      "essay-next-planned": "/the-long-table/as-we-were-saying/", "essay-first": "/the-long-table/fourteen-chairs/",
      "essay-alone": "/essays/on-being-interrupted/", page: "/about/", folder: "/essays/", archive: "/archive/", tags: "/tags/",
      tag: "/tags/conversation/", "not-found": "/404.html", redirect: "/table.html", handbook: "/handbook/references-and-markdown/",
      "handbook-tables": "/handbook/every-key-and-every-command/",
    },
  },
  revised: {
    write: writeRevisedSite,
    pages: { essay: "/essays/the-map/", history: "/essays/the-map/history/" },
  },
  hard: {
    write: writeHardSite,
    pages: Object.fromEntries([["home", "/"], ["archive", "/archive/"], ["tags", "/tags/"], ["one-part-series", "/one-part/"],
      ["one-part", "/one-part/only/"], ["forty-series", "/forty/"], ["forty-20", "/forty/part-20/"], ["forty-40", "/forty/part-40/"],
      ...["long-title", "unbroken-title", "names", "deep-thread", "500-comments", "wide", "details", "arabic",
        "japanese", "one-sentence", "no-comments", "closed"].map((slug) => [slug, `/essays/${slug}/`])]),
  },
};

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".xml": "application/xml" };

// Each site below a path of its own, so that a link which supposes the root leads nowhere.
function serve() {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x/").pathname);
    const [, name, rest] = path.match(/^\/(\w+)(\/.*)$/) ?? [];
    const file = name in sites ? join(folder, name, "public", rest.endsWith("/") ? `${rest}index.html` : rest) : "";
    if (file === "" || !existsSync(file)) return response.writeHead(404).end();
    const bytes = readFileSync(file);
    // A page that sends its reader on is to be looked at, not left.
    const body = file.endsWith(".html") ? bytes.toString().replace(/<meta http-equiv="refresh"[^>]*>/, "") : bytes;
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(body);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

const faults = [];

async function shifts(page) {
  return page.evaluate(() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
      .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 100);
  }));
}

async function tooWide(page) {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= window.innerWidth) return "";
    const culprits = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5
      || element.getBoundingClientRect().left < -0.5).map((element) => element.tagName.toLowerCase() + (element.className && `.${element.className}`));
    return `${scrollWidth} wide: ${[...new Set(culprits)].slice(0, 5).join(", ")}`;
  });
}

async function axeFindings(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run({ rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } } }));
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `axe ${id}: ${node.target.join(" ")} ${(node.any[0]?.message ?? "").slice(0, 200)}`));
}

async function picture(page, file) {
  // What is not laid out yet is not in a picture, and has no size that axe could judge.
  await page.addStyleTag({ content: "* { content-visibility: visible !important }" });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const { width } = page.viewportSize();
  await page.screenshot({ path: join(folder, file), ...(height > tallest ? { clip: { x: 0, y: 0, width, height: tallest }, fullPage: true } : { fullPage: true }) });
  return file;
}

async function printed(page, name) {
  const pdf = join(folder, `${name}.pdf`);
  await page.pdf({ path: pdf, format: "A5", printBackground: false });
  execFileSync("pdftoppm", ["-r", "60", "-l", "8", "-png", pdf, join(folder, `${name}-print`)]);
  return readdirSync(folder).filter((file) => file.startsWith(`${name}-print-`)).sort();
}

async function lookAt(browser, site, origin, name, path) {
  const label = `${site}-${name}`;
  const pictures = [];
  for (const colorScheme of ["light", "dark"]) {
    for (const [width, height] of Object.entries(widths)) {
      const page = await browser.newPage({ viewport: { width: Number(width), height }, colorScheme });
      const where = `${label} at ${width}, ${colorScheme}`;
      page.on("console", (message) => message.type() === "error" && faults.push(`${where}: ${message.text()}`));
      page.on("request", (request) => request.url().startsWith(origin) || faults.push(`${where}: asks ${request.url()}`));
      page.on("response", (response) => response.ok() || faults.push(`${where}: ${response.status()} ${response.url()}`));
      await page.goto(`${origin}/${site}${path}`).catch((error) => faults.push(`${where}: ${error.message.split("\n")[0]}`));
      await page.waitForLoadState("networkidle");
      const wide = await tooWide(page);
      if (wide !== "") faults.push(`${where}: ${wide}`);
      const shift = await shifts(page);
      if (shift > 0) faults.push(`${where}: layout shifts by ${shift}`);
      pictures.push(await picture(page, `${label}-${width}-${colorScheme}.png`));
      if ((width === "360") === (colorScheme === "light") && width !== "768") faults.push(...(await axeFindings(page)).map((found) => `${where}: ${found}`));
      if (width === "1440" && colorScheme === "light") pictures.push(...await printed(page, label));
      await page.close();
    }
  }
  return { label, pictures };
}

const server = await serve();
const origin = `http://127.0.0.1:${server.address().port}`;
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const shown = [];
try {
  for (const [site, { write, pages }] of Object.entries(sites)) {
    write(join(folder, site));
    execFileSync(program, ["build", join(folder, site), "--base-url", `${origin}/${site}/`], { stdio: "inherit" });
    for (const [name, path] of Object.entries(pages)) {
      if (isWanted.test(`${site}-${name}`)) shown.push(await lookAt(browser, site, origin, name, path));
    }
  }
} finally {
  await browser.close();
  server.close();
}

const figure = (file) => `<a href="${file}"><figure><img src="${file}" alt="" loading="lazy"><figcaption>${file.replace(".png", "")}</figcaption></figure></a>`;
const row = ({ label, pictures }) => `<h2 id="${label}">${label}</h2>\n<div>${pictures.map(figure).join("")}</div>`;
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const once = [...new Set(faults)];
writeFileSync(join(folder, "index.html"), `<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>How it looks</title>
<style>
  body { font: 1rem sans-serif; background: #888 } div { display: flex; gap: 1rem; overflow-x: auto; align-items: start }
  figure { margin: 0 } img { height: 30rem; width: auto; max-width: 40rem; object-fit: contain; object-position: top }
</style>
<h1>How it looks</h1>
<ul>${once.map((fault) => `<li>${escaped(fault)}`).join("\n")}</ul>
<p>${shown.map(({ label }) => `<a href="#${label}">${label}</a>`).join(" · ")}</p>
${shown.map(row).join("\n")}
</html>
`);
console.log(`${shown.length} pages: ${join(folder, "index.html")}`);
if (once.length > 0) {
  console.error(`${once.length} faults:\n${once.join("\n")}`);
  process.exit(1);
}
