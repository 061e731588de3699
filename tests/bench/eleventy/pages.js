// What several templates have in them.
import markdownIt from "markdown-it";

export const site = { title: "A thousand evenings", url: "https://evenings.example", author: "Edith Marchant" };

// Readers' words: no HTML of theirs.
const readersMarkdown = markdownIt({ typographer: true });

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escape = (text) => text.replace(/[&<>"]/g, (character) => entities[character]);
export const slug = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

// Remembers what was made of a post: it stands on several pages.
function once(make) {
  const made = new Map();
  return (post) => {
    if (!made.has(post.url)) made.set(post.url, make(post));
    return made.get(post.url);
  };
}

const longDay = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
export const day = (date) =>
  `<time datetime="${date.toISOString().slice(0, 10)}">${longDay.format(date)}</time>`;

const minutes = once((post) => Math.ceil(post.rawInput.split(/\s+/).length / 213));

export const facts = once(
  (post) => `<span>${day(post.date)}</span>
<span>${minutes(post)} minutes</span>
<span>${post.data.comments.length} comments</span>
`,
);

export const entry = once(
  (post) => `<li class="entry">
<p class="title"><a href="${post.url}">${escape(post.data.title)}</a></p>
<p class="summary">${escape(post.data.description)}</p>
<p class="meta">
<span><a href="/${post.data.series.folder}/">${escape(post.data.series.title)}</a>, part ${post.data.part}</span>
${facts(post)}</p>
</li>
`,
);

const line = once(
  (post) =>
    `<li class="line"><span><a href="${post.url}">${escape(post.data.title)}</a> <span class="label">` +
    `${escape(post.data.series.title)}</span></span> ${day(post.date)}</li>\n`,
);

export function years(posts) {
  const byYear = new Map();
  for (const post of posts) {
    const year = post.date.getUTCFullYear();
    if (!byYear.has(year)) byYear.set(year, []);
    byYear.get(year).push(post);
  }
  return [...byYear]
    .map(
      ([year, those]) => `<section>
<h2>${year}</h2>
<ul class="lines">
${those.map(line).join("")}</ul>
</section>
`,
    )
    .join("");
}

export const latest = (posts) => `<section>
<h2>Latest posts</h2>
<ul class="entries">
${posts.slice(0, 5).map(entry).join("")}</ul>
</section>
`;

// The comments that reply to one, each with its own replies below it.
export function thread(comments, parent) {
  return comments
    .filter((comment) => comment.parent === parent.id)
    .map((comment) => {
      const replies = thread(comments, comment);
      const to = parent.id
        ? `<span><a href="#comment-${parent.id}">in reply to ${escape(parent.author)}</a></span>\n`
        : "";
      return `<div class="comment" id="comment-${comment.id}">
<div class="said">
<p class="meta">
<span class="who"><bdi>${escape(comment.author)}</bdi></span>
<span><a href="#comment-${comment.id}">${day(new Date(comment.date))}</a></span>
${to}</p>
<div class="prose">
${readersMarkdown.render(comment.body)}</div>
</div>
${replies && `<div class="replies">\n${replies}</div>\n`}</div>
`;
    })
    .join("");
}

export function page({ title, description, url, feed }, type, main) {
  const named = description ? `<meta name="description" content="${escape(description)}">\n` : "";
  return `<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title ? `${escape(title)} · ` : ""}${site.title}</title>
${named}<link rel="canonical" href="${site.url}${url}">
<link rel="stylesheet" href="/assets/style.css">
<link rel="alternate" type="application/atom+xml" title="${site.title}" href="/feed.xml">
${feed ? `<link rel="alternate" type="application/atom+xml" title="${escape(feed.title)}" href="${feed.url}">\n` : ""}\
<meta property="og:title" content="${escape(title || site.title)}">
<meta property="og:type" content="${type}">
<meta property="og:site_name" content="${site.title}">
<meta property="og:url" content="${site.url}${url}">
${named.replace('name="description"', 'property="og:description"')}</head>
<body>
<header class="masthead">
<p class="name"><a href="/" rel="home">${site.title}</a></p>
</header>
<main>
${main}</main>
<footer class="colophon">
<ul>
<li><a href="/">${site.title}</a></li>
<li><a href="/archive/">Archive</a></li>
<li><a href="/tags/">Tags</a></li>
<li><a href="/feed.xml" type="application/atom+xml">Feed</a></li>
</ul>
</footer>
</body>
</html>
`;
}

const feedEntry = once(
  (post) => `  <entry>
    <id>${site.url}${post.url}</id>
    <title>${escape(post.data.title)}</title>
    <link rel="alternate" type="text/html" href="${site.url}${post.url}"/>
    <published>${post.date.toISOString()}</published>
    <updated>${post.date.toISOString()}</updated>
    <author>
      <name>${site.author}</name>
    </author>
${post.data.tags.map((tag) => `    <category term="${escape(tag)}"/>\n`).join("")}\
    <summary type="html">${escape(post.data.description)}</summary>
    <content type="html">${escape(post.content)}</content>
  </entry>
`,
);

// The newest twenty of posts that are sorted so.
export function feed(address, title, description, posts) {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${site.url}${address}</id>
  <title>${escape(title)}</title>
${description ? `  <subtitle>${escape(description)}</subtitle>\n` : ""}\
  <updated>${posts[0].date.toISOString()}</updated>
  <link rel="self" type="application/atom+xml" href="${site.url}${address}feed.xml"/>
  <link rel="alternate" type="text/html" href="${site.url}${address}"/>
  <author>
    <name>${site.author}</name>
  </author>
${posts.slice(0, 20).map(feedEntry).join("")}</feed>
`;
}
