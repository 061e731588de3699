// reader_test.mjs PROGRAM FOLDER: what a reader sees of the default theme, measured in a real browser: each fault that
// readers have met is a case. The sites are made below FOLDER.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { writeHardSite } from "./hard_site.mjs";
import { writeRevisedSite } from "./revised_site.mjs";

const [program, folder] = process.argv.slice(2, 4).map((path) => resolve(path));
const modules = process.env.CAUSERIE_NODE_MODULES ?? "";
const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
if (!existsSync(join(modules, "playwright-core")) || chromium === undefined) {
  console.log("skipped: needs chromium, and playwright-core in the folder that CAUSERIE_NODE_MODULES names");
  process.exit(77);
}
const playwright = createRequire(modules + "/")("playwright-core");

rmSync(folder, { recursive: true, force: true });
for (const [name, write] of Object.entries({ hard: writeHardSite, revised: writeRevisedSite })) {
  write(join(folder, name));
  execFileSync(program, ["build", join(folder, name)]);
}
const browser = await playwright.chromium.launch({
  executablePath: chromium,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--allow-file-access-from-files"],
});
const faults = [];
const expect = (holds, fault) => holds || faults.push(fault);

async function open(path, options = {}) {
  const page = await browser.newPage({ viewport: { width: 768, height: 1024 }, ...options });
  await page.goto(pathToFileURL(join(folder, "hard/public/essays", path, "index.html")).href);
  return page;
}

// The value of a property for each element that matches.
const styles = (page, selector, property) =>
  page.$$eval(selector, (all, name) => all.map((element) => getComputedStyle(element).getPropertyValue(name)), property);

async function threadsAfterTheFirstAreLaidOutWhenNeeded() {
  const page = await open("500-comments");
  const isLate = async () => (await styles(page, "#comments > .comment", "content-visibility")).map((value) => value === "auto");
  const [first, ...others] = await isLate();
  expect(!first && others.length > 20 && others.every(Boolean), "threads from the second on are not content-visibility: auto");
  await page.emulateMedia({ media: "print" });
  expect(!(await isLate()).includes(true), "printed threads are laid out late");
}

async function listsHaveEvenSpace() {
  const page = await open("details");
  const gaps = await page.$$eval(".e-content > ul", (lists) => lists.map((list) => {
    const items = [...list.children].map((item) => item.getBoundingClientRect());
    return items.slice(1).map((item, i) => Math.round(item.top - items[i].bottom));
  }));
  expect(gaps[0].length === 2 && gaps[0][0] === gaps[0][1] && gaps[0][0] > 0, `items of a loose list are ${gaps[0]} px apart`);
  const code = await page.$eval(".e-content li pre", (pre) => {
    const words = document.createRange();
    words.selectNodeContents(pre.parentElement.firstChild);
    const box = pre.getBoundingClientRect();
    const after = pre.parentElement.nextElementSibling.getBoundingClientRect();
    return [box.top - words.getBoundingClientRect().bottom, after.top - box.bottom].map(Math.round);
  });
  expect(Math.abs(code[0] - code[1]) < 8 && code[0] > 8, `code in a list has ${code[0]} px above it and ${code[1]} below`);
}

async function aLineIsKept() {
  const page = await open("details");
  const [image, baseline, lines] = await page.$eval(".e-content p img", (element) => {
    const mark = document.createElement("span");
    mark.style.cssText = "display: inline-block; width: 1px; height: 0";
    element.after(mark);
    const paragraph = element.closest("p");
    return [element.getBoundingClientRect().bottom, mark.getBoundingClientRect().bottom,
      paragraph.getBoundingClientRect().height / parseFloat(getComputedStyle(paragraph).lineHeight)];
  });
  expect(Math.abs(image - baseline) < 1, `a picture in a line ends ${image - baseline} px below it`);
  expect(Math.abs(lines - Math.round(lines)) < 0.02, `notes, a mark and a picture make a paragraph ${lines} lines high`);
  const [size, leading] = [await styles(page, "figcaption", "font-size"), await styles(page, "figcaption", "line-height")].map((all) => parseFloat(all[0]));
  expect(leading / size < 1.7, `a caption's lines are ${leading / size} apart`);
}

async function notesInARowAreSeparate() {
  const page = await open("details");
  const text = await page.$eval(".e-content p", (paragraph) => paragraph.textContent);
  expect(text.startsWith("Two notes in a row1,2, and"), `two notes in a row read: ${text.slice(0, 30)}`);
}

async function aTableIsNamedAndItsRowsAreDistinct() {
  const page = await open("details");
  expect(await page.getByRole("group", { name: "Table", exact: true }).count() === 2, "a table is no group with a name");
  const rules = await styles(page, "tbody td", "border-top-width");
  expect(rules.length > 0 && rules.every((width) => parseFloat(width) > 0), "rows of a table run together");
}

async function dotsStandBetween() {
  for (const width of [320, 360, 768]) {
    const page = await open("details", { viewport: { width, height: 740 } });
    const wrong = await page.$$eval(".meta", (lines) => lines.flatMap((line) => {
      const edge = line.getBoundingClientRect().left;
      const items = [...line.children].map((item) => item.getBoundingClientRect());
      return items.slice(1).flatMap((item, i) => {
        const em = parseFloat(getComputedStyle(line).fontSize);
        const begins = item.top > items[i].top + 1;
        // The dot is half an em before its item: beyond the edge, where it is clipped, or in a gap that is wide enough.
        const isRight = begins ? item.left - 0.35 * em < edge && getComputedStyle(line).overflowX === "clip" : item.left - items[i].right > 0.9 * em;
        return isRight ? [] : [line.textContent.replaceAll(/\s+/g, " ")];
      });
    }));
    expect(wrong.length === 0, `a dot stands alone at ${width} px: ${wrong}`);
  }
  const page = await open("details");
  const after = await page.$$eval(".meta > *", (all) => all.map((item) => getComputedStyle(item, "::after").content).filter((content) => content !== "none"));
  expect(after.length === 0, `a separator stands after an item: ${after}`);
}

async function emphasisIsSeen() {
  const japanese = await open("japanese");
  expect((await styles(japanese, ".e-content em", "text-emphasis-style")).every((style) => style.includes("dot")), "emphasis is invisible in Japanese");
  const arabic = await open("details");
  const [weight] = await styles(arabic, ".comment em", "font-weight");
  const [slant] = await styles(arabic, ".comment em", "font-style");
  expect(Number(weight) >= 700 && slant === "normal", `emphasis in Arabic has weight ${weight} and is ${slant}`);
}

async function aMarkHasTheThemesColours() {
  const seen = [];
  for (const colorScheme of ["light", "dark"]) {
    const page = await open("details", { colorScheme });
    const [background] = await styles(page, "mark", "background-color");
    const [ink] = await styles(page, "mark", "color");
    expect(background !== "rgb(255, 255, 0)" && ink === (await styles(page, ".e-content p", "color"))[0], `a mark is ${ink} on ${background}`);
    seen.push(background);
  }
  expect(seen[0] !== seen[1], "a mark is the same in light and dark");
}

async function directionIsThatOfEachParagraph() {
  const page = await open("details");
  const directions = await styles(page, "#comment-mixed .prose > *", "direction");
  expect(`${directions}` === "rtl,ltr,rtl", `the paragraphs of a comment in two scripts run ${directions}`);
}

// The theme has no words in Arabic: English ones stand in for them, and dates need none.
async function wordsOfAnotherLanguageSaySo() {
  const page = await open("arabic");
  const unmarked = await page.$$eval("body *", (all) => all.filter((element) => {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join("");
    const isTheirs = element.closest(".prose, .who, h1, .name, .masthead nav, [rel=author], .colophon li:first-child, .p-author, .address, .skip, script, style") !== null;
    return /[A-Za-z]{3}/.test(own) && !isTheirs && element.closest("[lang]").lang !== "en";
  }).map((element) => element.textContent));
  expect(unmarked.length === 0, `English words do not say so on an Arabic page: ${unmarked}`);
  const [right, end] = await page.$eval(".about h2", (heading) => {
    const words = document.createRange();
    words.selectNodeContents(heading);
    return [words.getBoundingClientRect().right, heading.getBoundingClientRect().right];
  });
  expect(Math.abs(right - end) < 1, `an English heading on an Arabic page ends ${end - right} px from its edge`);
  const date = await page.$eval(".opening time", (time) => time.textContent);
  expect(!/January/.test(date), `a date on an Arabic page is ${date}`);
}

// A5, with margins of 2 cm, at 96 px to the inch.
async function printIsWhole() {
  const page = await open("details", { viewport: { width: 408, height: 642 } });
  await page.emulateMedia({ media: "print" });
  await page.addStyleTag({ content: "body > * { padding: 0 !important }" });
  const cut = await page.$$eval(".table", (tables) => tables.filter((table) => table.scrollWidth > table.clientWidth + 1).length);
  expect(cut === 0, `${cut} printed tables are cut`);
  const tall = await page.$eval("figure", (figure) => figure.getBoundingClientRect().height);
  expect(tall < 642, `a printed picture and its caption are ${tall} px high`);
  for (const selector of [".about", ".table", "figure"]) {
    expect((await styles(page, selector, "break-inside"))[0] === "avoid", `${selector} is not kept together in print`);
  }
}

function everyPageIsDescribed() {
  for (const site of ["hard", "revised"]) {
    const pages = readdirSync(join(folder, site, "public"), { recursive: true }).filter((file) => file.endsWith(".html"));
    expect(pages.length > 5, `${site} has ${pages.length} pages`);
    for (const file of pages) {
      const html = readFileSync(join(folder, site, "public", file), "utf8");
      expect(/<meta name="description" content="[^"]+">/.test(html), `${site}/${file} has no description`);
    }
  }
}

const cases = [threadsAfterTheFirstAreLaidOutWhenNeeded, listsHaveEvenSpace, aLineIsKept, notesInARowAreSeparate,
  aTableIsNamedAndItsRowsAreDistinct, dotsStandBetween, emphasisIsSeen, aMarkHasTheThemesColours, directionIsThatOfEachParagraph,
  wordsOfAnotherLanguageSaySo, printIsWhole, everyPageIsDescribed];
try {
  for (const one of cases) await one();
} finally {
  await browser.close();
}
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
console.log(`${cases.length} cases`);
