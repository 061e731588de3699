// Writes a site of hard content: what is too long, too deep, too many, or of another script.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const sentence = "The kettle had been talking to itself for some time before anybody thought of answering it. ";
const prose = (sentence.repeat(5).trim() + "\n\n").repeat(3);
const unbroken = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const longName = "Maximiliana Philippa Konstantina von und zu Hohenstein-Rechberg";
const longUrl = "https://example.org/" + "a-very-long-path-without-an-end/".repeat(6) + "?q=" + "0123456789".repeat(8);

const essay = (fields, text) => `---\n${Object.entries(fields).map(([key, value]) => `${key}: ${value}\n`).join("")}---\n${text}\n`;
const quoted = (text) => JSON.stringify(text);
const comment = ({ id, parent, author, body, day = 1, role }) =>
  [`- id: ${id}`, parent && `  parent: ${parent}`, `  author: ${quoted(author)}`, role && `  role: ${role}`,
    `  date: 2025-${String(1 + Math.floor(day / 28) % 12).padStart(2, "0")}-${String(1 + (day % 28)).padStart(2, "0")}T09:30:00Z`,
    `  body: |\n${body.split("\n").map((line) => `    ${line}\n`).join("")}`].filter(Boolean).join("\n");
const comments = (list) => list.map(comment).join("\n");

function files() {
  const made = {
    "site.yaml": "title: Hard content\nbase_url: https://hard.example/below/\nauthor:\n  name: Edith Marchant\n" +
      `  bio: ${sentence.repeat(3).trim()}\n` +
      "menu:\n  - label: Essays\n    to: /essays/\n  - label: Forty parts\n    to: /forty/\n" +
      "  - label: An entry of the menu that is far too long\n    to: /archive/\n",
    "content/index.md": "---\n---\nPages that a stylesheet would rather not meet.\n",
  };
  const add = (name, fields, text, said = []) => {
    made[`content/essays/${name}.md`] = essay({ date: "2025-01-01", ...fields }, text);
    if (said.length > 0) made[`content/essays/${name}.comments.yaml`] = comments(said);
  };
  add("long-title", {
    title: "On the several ways in which a title that was meant to be short may, if nobody is there to stop it, go on and on until it has told the whole essay and left nothing for the text to say",
    summary: quoted(sentence.repeat(4).trim()),
    tags: "[a tag that is as long as some titles are and wraps more than once, short]",
  }, prose);
  add("unbroken-title", { title: unbroken, summary: unbroken, tags: `[${unbroken}]` },
    `## ${unbroken}\n\n${prose}[](essay:long-title) and \`${unbroken}${unbroken}\``);
  add("names", { title: "Names and addresses" }, prose, [
    { id: "long-name", author: longName, body: "A name of sixty characters." },
    { id: "unbroken-name", parent: "long-name", author: unbroken, body: "A name without a space." },
    { id: "address", parent: "long-name", author: "Short", body: longUrl, day: 2 },
    { id: "emoji", author: "🌷 Ella 👩‍👩‍👧‍👦 🇫🇷", body: "Emoji in the name, 🎉 in the text, and a [link](https://example.org/) 🥖.", day: 3 },
    { id: "arabic", author: "ليلى حدّاد", body: "مرحبا، هذا تعليق باللغة العربية داخل صفحة إنجليزية.", day: 4 },
    { id: "code", author: "Coder", body: "```\n" + "x".repeat(200) + "\n```\n\n> " + unbroken, day: 5 },
  ]);
  add("deep-thread", { title: "A thread nine deep" }, prose, Array.from({ length: 9 }, (_, n) => ({
    id: `d${n + 1}`, parent: n > 0 ? `d${n}` : undefined, author: n % 3 === 2 ? longName : `Speaker ${n + 1}`,
    role: n === 3 ? "author" : undefined, body: sentence + (n === 8 ? longUrl : sentence), day: n,
  })));
  add("500-comments", { title: "Five hundred comments" }, prose, Array.from({ length: 500 }, (_, n) => ({
    id: `c${n}`, parent: n % 5 > 0 ? `c${n - 1 - (n % 2)}` : undefined, author: `Reader ${n % 37}`, body: sentence.repeat(1 + (n % 4)), day: n % 300,
  })).map((said) => (said.parent === "c-1" ? { ...said, parent: undefined } : said)));
  const columns = Array.from({ length: 14 }, (_, n) => n + 1);
  const row = (cell) => `| ${columns.map(cell).join(" | ")} |\n`;
  add("wide", { title: "A wide table and a long line of code" },
    prose + row((n) => `Heading ${n}`) + row(() => "---") + row((n) => `${n * 123456}`) + row((n) => `a cell of words ${n}`) +
    "\n```cpp\n" + "auto line = std::string(200, 'x'); ".repeat(6).slice(0, 200) + "\n```\n\n" +
    "A formula inline: `" + "f(x)+".repeat(30) + "0`, and an address: <" + longUrl + ">\n\n" +
    "1. one\n   - two\n     1. three\n        - four\n          > five, quoted: " + sentence + "\n\n" +
    "A note[^1].\n\n[^1]: " + longUrl + " and " + sentence);
  add("arabic", { title: "عن فنّ الحديث", language: "ar", summary: "كيف يبدأ الحديث وكيف ينتهي، ومن يجيب مَن.", tags: "[حديث]" },
    "كان الإبريق يحدّث نفسه منذ وقت طويل قبل أن يفكّر أحد في الردّ عليه.[^1]\n\n## بداية\n\n> قيل قديمًا: الكلام دواء.\n\n- أولًا\n- ثانيًا\n\n1. واحد\n2. اثنان\n\n| كلمة | معنى |\n|---|---|\n| حديث | كلام |\n\n`code` وسط السطر. English words inside.\n\n[^1]: حاشية قصيرة.", [
      { id: "a1", author: "ليلى", body: "أحسنتِ!" }, { id: "a2", parent: "a1", author: "Edith", body: "Thank you.", day: 2 }]);
  add("japanese", { title: "会話というものについて、あるいは夕食のあとで", language: "ja", summary: "夕食のあと、湯が沸くまでのあいだに。" },
    "湯沸かしは、だれかが返事をしようと思うずっと前から、ひとりごとを言っていた。".repeat(6) + "\n\n## 第一節\n\n*強調*と`コード`。" + "長い文章は続く。".repeat(20), [
      { id: "j1", author: "山田花子", body: "とても面白かったです。" }]);
  add("details", { title: "The details of a page" },
    "Two notes in a row[^1][^2], and <mark>a marked word</mark>; an icon ![bell](bell.svg) on the line, and text after it. *Emphasis.*\n\n" +
    `- a loose item\n\n- another, of two paragraphs\n\n  ${sentence}\n\n- the last\n\n` + "After it.\n\n" +
    "- a tight item\n- one with code\n  ```\n  make tea\n  ```\n- the last\n\n```\ncode after a list\n```\n\n" +
    `![A tall picture](tall.svg "${sentence.repeat(3).trim()}")\n\n` +
    row((n) => `Heading ${n}`) + row(() => "---") + Array.from({ length: 4 }, () => row((n) => `cell ${n}`)).join("") +
    "\n| Word | Meaning |\n|---|---|\n" + `| kettle | ${sentence.repeat(2).trim()} |\n`.repeat(6) +
    "\n[^1]: The first.\n[^2]: The second.", [
      { id: "mixed", author: "ليلى حدّاد", body: "تعليق *مهمّ* بالعربية.\n\nAnd a paragraph in English.\n\n- واحد\n- اثنان" },
      { id: "second", author: "Second", body: sentence, day: 2 }, { id: "third", author: "Third", body: sentence, day: 3 }]);
  made["content/essays/bell.svg"] = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><path d="M1 15h14L8 1z"/></svg>\n';
  made["content/essays/tall.svg"] = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="1600"><path fill="gray" d="M0 0h400v1600H0z"/></svg>\n';
  add("one-sentence", { title: "Short" }, "That is all.");
  add("no-comments", { title: "Nobody has said anything" }, prose);
  add("closed", { title: "The conversation is over", comments: "closed" }, prose, [{ id: "c1", author: "Last", body: "The last word." }]);
  made["content/one-part/series.yaml"] = "title: A series of one\ndescription: It stands alone.\nstatus: complete\n";
  made["content/one-part/01-only.md"] = essay({ title: "The only part", date: "2025-02-01" }, prose);
  made["content/forty/series.yaml"] = `title: Forty parts and ${unbroken}\ndescription: Many.\nplanned:\n  - part: 41\n    title: ${unbroken}\n`;
  for (let part = 1; part <= 40; part++) {
    made[`content/forty/${String(part).padStart(2, "0")}-part-${part}.md`] =
      essay({ title: part % 7 === 0 ? `The part numbered ${part}, whose title takes more than one line on a telephone` : `Part the ${part}`, date: "2025-03-01" }, prose);
  }
  return made;
}

export function writeHardSite(folder) {
  for (const [path, text] of Object.entries(files())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
