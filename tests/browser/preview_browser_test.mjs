// preview_browser_test.mjs PROGRAM FOLDER: what a writer sees in a real browser beside the editor. The site is made
// below FOLDER.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { essay, patience, Preview, run, Site } from "./preview.mjs";

const [program, folder] = process.argv.slice(2, 4).map((path) => resolve(path));
const modules = process.env.CAUSERIE_NODE_MODULES ?? "";
const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
if (!existsSync(join(modules, "playwright-core")) || chromium === undefined) {
  console.log("skipped: needs chromium, and playwright-core in the folder that CAUSERIE_NODE_MODULES names");
  process.exit(77);
}
const playwright = createRequire(modules + "/")("playwright-core");

const site = new Site(folder);
const long = (word) => Array.from({ length: 80 }, (_, i) => `Paragraph ${i} ${word}.`).join("\n\n");
site.write("content/talk/01-roots.md", essay("Roots", long("first")));
const preview = await Preview.start(program, site, "--port", "0");
const following = await Preview.start(program, site, "--port", "0", "--follow");
const browser = await playwright.chromium.launch({
  executablePath: chromium,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const complaints = [];

async function open(address) {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  page.setDefaultTimeout(patience);
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address);
  await page.evaluate(() => { window.isTheSame = true; });
  // The page listens once its script has run.
  await page.waitForFunction(() => performance.getEntriesByName(`${location.origin}/-/preview.js`).length > 0);
  return page;
}

async function aSavedWord(expect) {
  const page = await open(`${preview.origin}/talk/roots/`);
  await page.evaluate(() => scrollTo(0, 1200));
  const start = performance.now();
  site.save("content/talk/01-roots.md", essay("Roots", long("second")));
  await page.getByText("Paragraph 40 second.").waitFor({ state: "attached" });
  console.log(`from the save to the word in the browser: ${Math.round(performance.now() - start)} ms`);
  await page.waitForFunction(() => scrollY > 0);
  expect(await page.evaluate(() => scrollY) === 1200, "the page is where it was");
  site.save("content/talk/03-leaves.md", essay("Leaves", "Turning red."));
  await page.evaluate(() => { window.isTheSame = true; });
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => window.isTheSame), "a page that another essay does not concern is left alone");
  await page.close();
}

async function aStylesheet(expect) {
  const page = await open(`${preview.origin}/talk/roots/`);
  const color = () => page.evaluate(() => getComputedStyle(document.querySelector("h1")).color);
  site.write("themes/own/templates/head.mustache", "<meta charset=\"utf-8\">\n<title>{{page.title}}</title>\n<link rel=\"stylesheet\" href=\"{{asset.own_css}}\">\n");
  await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(1, 2, 3)");
  await page.evaluate(() => { window.isTheSame = true; });
  for (const green of [10, 20]) {
    site.save("themes/own/assets/own.css", `h1 { color: rgb(1, ${green}, 3) }\n`);
    await page.waitForFunction((want) => getComputedStyle(document.querySelector("h1")).color === want, `rgb(1, ${green}, 3)`);
  }
  expect(await page.evaluate(() => window.isTheSame), "a stylesheet is changed without loading the page again");
  expect(await page.evaluate(() => document.querySelectorAll("link[rel=stylesheet]").length) === 1, "and the old one is gone");
  expect(await color() === "rgb(1, 20, 3)", "the colour stays");
  await page.close();
}

async function faults(expect) {
  const page = await open(`${preview.origin}/talk/roots/`);
  site.save("content/talk/03-leaves.md", essay("Leaves", "See [it](series:9)."));
  const overlay = page.locator("#causerie-faults");
  await overlay.waitFor();
  const text = await overlay.innerText();
  expect(text.startsWith("content/talk/03-leaves.md:5:") && text.includes("error: ") && text.includes("\n1 error"), `what is wrong is over the page: ${text}`);
  const link = overlay.locator("a").first();
  expect((await link.getAttribute("href")).startsWith(`vscode://file${site.folder}/content/talk/03-leaves.md:5:`), "its place is a link");
  expect(await page.evaluate(() => window.isTheSame), "the page below it stays");
  await page.reload();
  expect(await overlay.isVisible(), "a page that is loaded now has it, too");
  await page.evaluate(() => { window.isTheSame = true; });
  site.save("content/talk/03-leaves.md", essay("Leaves", "Fallen."));
  await overlay.waitFor({ state: "detached" });
  expect(await page.evaluate(() => window.isTheSame), "mended, it goes, and the page stays");
  await page.close();
}

async function whoFollows(expect) {
  const page = await open(`${following.origin}/talk/roots/`);
  site.save("content/talk/03-leaves.md", essay("Leaves", "Swept up."));
  await page.getByText("Swept up.").waitFor();
  expect(new URL(page.url()).pathname === "/talk/leaves/", "the page goes to the essay that was saved");
  await page.close();
}

await run([aSavedWord, aStylesheet, faults, whoFollows, async (expect) => {
  await browser.close();
  expect(await preview.stop() === 0 && await following.stop() === 0, "Ctrl-C ends it with 0");
  expect(complaints.length === 0, `no script complains: ${complaints.join("; ")}`);
}]);
