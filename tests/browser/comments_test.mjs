// comments_test.mjs PROGRAM FOLDER: what is published of readers' comments, judged by DOMPurify in a real browser. The
// site is made below FOLDER: comments of other systems with HTML in them, written for this test and made up at random.
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [program, folder] = process.argv.slice(2, 4).map((path) => resolve(path));
const modules = process.env.CAUSERIE_NODE_MODULES ?? "";
const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
if (!existsSync(join(modules, "dompurify")) || !existsSync(join(modules, "playwright-core")) || chromium === undefined) {
  console.log("skipped: needs chromium, and dompurify and playwright-core in the folder that CAUSERIE_NODE_MODULES names");
  process.exit(77);
}
const fromNpm = createRequire(modules + "/");

const written = [
  "<p>One<br />two <b>three</b></p>\n\n<blockquote><p>four</p></blockquote>",
  "<script>window.isHurt = true</script> <style>p { display: none }</style>",
  "<img src=x onerror='window.isHurt = true'> <svg onload='window.isHurt = true'><path/></svg>",
  "<a href='https://x.example/' onclick='window.isHurt = true' target=_blank>a</a> <a href='java&#10;script:f()'>b</a>",
  "<form action=https://x.example/><input name=body><button formaction=https://x.example/>press</button></form>",
  "<div id=comments class=by-author>a</div></div></section></article></main>",
  "<math><mtext><table><mglyph><style><img src=x onerror='window.isHurt = true'>",
  "<noscript><p title='</noscript><img src=x onerror=window.isHurt=true>'>a",
  "<textarea></textarea><title>a</title><plaintext>b",
  "| a | b |\n|---|---|\n| x<br>y | <b onmouseover=f()>z</b> |",
  "```html\n<b>code</b>\n```\n\n# Heading <i>x</i>\n\n1. one <u>two</u>",
  "<ul><li>a<ul><li>b</li></ul></li><ul><li>c</li></ul></ul><pre>d\n e</pre>",
  "<base href=https://x.example/><meta http-equiv=refresh content='0;url=https://x.example/'><link rel=stylesheet href=x>",
];

// Random soup, the same in every run (mulberry32).
let state = 7;
function random(n) {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % n;
}
const pick = (list) => list[random(list.length)];
const names = ["p", "br", "b", "i", "em", "a", "ul", "ol", "li", "pre", "code", "blockquote", "div", "span", "table", "tr", "td", "h2", "svg", "math",
  "style", "script", "template", "select", "option", "form", "input", "img", "video", "details", "summary", "button", "title", "textarea", "xmp",
  "mtext", "annotation-xml", "foreignObject", "desc", "int", "x-y", "body", "html", "head", "frameset", "dl", "dt", "dd", "hr", "noscript", "s", "nobr"];
const attributes = ["", "", "", " onclick=f()", " style=color:red", " id=comments", " class=by-author", " href=https://x.example/", " href=javascript:f()",
  " src=https://x.example/a.png", " name=body", " xlink:href=data:,x", " href='https://x.example/\"x'", " is=x-y"];
const words = ["word", "*star*", "<", "&lt;b&gt;", "\n\n", "\n", "`code`", "> ", "- ", "    ", "<!-- c -->", "<![CDATA[x]]>", "<?x ?>", "</", "]]>", "--!>"];
function soup() {
  let text = "start ";
  for (let i = 3 + random(20); i > 0; --i) {
    const kind = random(5);
    text += kind < 2 ? `<${pick(names)}${pick(attributes)}>` : kind < 3 ? `</${pick(names)}>` : pick(words);
  }
  return text;
}

const bodies = [...written, ...Array.from({ length: 1500 }, soup)];
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, "content/essays"), { recursive: true });
mkdirSync(join(folder, "data/one"), { recursive: true });
writeFileSync(join(folder, "site.yaml"), "title: Site\ncomments:\n  folders: [data]\n");
writeFileSync(join(folder, "content/essays/one.md"), "---\ntitle: One\n---\nText.\n");
const comments = bodies.flatMap((message, i) => [
  { _id: `m${i}`, name: "Ann", date: 1700000000 + i, message },
  { _id: `h${i}`, name: "Ann", date: 1700000000 + i, message, body_format: "html" },
]);
writeFileSync(join(folder, "data/one/all.json"), JSON.stringify(comments));
const built = spawnSync(program, ["build", folder], { encoding: "utf8" });
if (built.status !== 0) {
  console.error(built.stderr);
  process.exit(1);
}

const browser = await fromNpm("playwright-core").chromium.launch({
  executablePath: chromium,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage();
await page.goto(pathToFileURL(join(folder, "public/essays/one/index.html")).href);
await page.addScriptTag({ path: fromNpm.resolve("dompurify/dist/purify.js") });
const { shown, faults, isHurt } = await page.evaluate(() => {
  const allowed = new Set("P BR A EM STRONG B I U S DEL CODE PRE BLOCKQUOTE UL OL LI SUB SUP HR DIV TABLE THEAD TBODY TR TH TD DL DT DD INPUT LABEL".split(" "));
  const faults = [];
  window.DOMPurify.sanitize("<b>a<script></script></b>");
  if (window.DOMPurify.removed.length === 0) faults.push("DOMPurify does not say what it removes");
  const parts = document.querySelectorAll("#comments .prose");
  for (const part of parts) {
    const html = part.innerHTML;
    window.DOMPurify.sanitize(html);
    const removed = window.DOMPurify.removed.map((one) => one.element?.nodeName ?? `${one.from.nodeName} ${one.attribute?.name}`);
    const others = [...part.querySelectorAll("*")].filter((one) => !allowed.has(one.nodeName) || one.id !== "").map((one) => one.nodeName);
    if (removed.length + others.length > 0) faults.push(`${[...removed, ...others].join(" ")} in ${html}`);
  }
  return { shown: parts.length, faults, isHurt: window.isHurt === true };
});
await browser.close();
for (const fault of faults.slice(0, 10)) console.error(fault);
console.log(`${comments.length} comments, ${shown} shown, ${faults.length} that DOMPurify would change`);
if (shown < bodies.length || faults.length > 0 || isHurt) process.exit(1);
