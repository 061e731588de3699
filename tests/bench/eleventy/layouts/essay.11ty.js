import { escape, facts, page, site, slug, thread } from "../pages.js";

const link = (post, relation) => `<a rel="${relation}" href="${post.url}">${escape(post.data.title)}</a>`;

export function render({ title, description, series, part, tags, comments, content, collections, page: { url } }) {
  const parts = collections.parts[series.folder];
  const at = parts.findIndex((post) => post.url === url);
  const [previous, self, next] = [parts[at - 1], parts[at], parts[at + 1]];
  const threads = [...comments].sort((a, b) => (a.date < b.date ? -1 : 1));
  const feed = { title: series.title, url: `/${series.folder}/feed.xml` };
  return page({ title, description, url, feed }, "article", `<article>
<header class="opening">
<nav class="series place">
<p><a href="/${series.folder}/">${escape(series.title)}</a> \
<span class="label">Part ${part} of ${parts.length}</span></p>
</nav>
<h1>${escape(title)}</h1>
<p class="standfirst">${escape(description)}</p>
<p class="meta">
<span>${site.author}</span>
${facts(self)}</p>
</header>
<div class="prose">
${content}</div>
<nav class="series onward">
${previous ? `<p class="label">Previous ${link(previous, "prev")}</p>\n` : ""}\
${next ? `<p class="label">Next ${link(next, "next")}</p>
<p class="summary">${escape(next.data.description)}</p>
<p class="meta">${facts(next)}</p>
` : ""}\
<h2>All parts</h2>
<ol class="parts">
${parts.map((post) => `<li><span class="number">${post.data.part}</span><a href="${post.url}"\
${post === self ? ' aria-current="page"' : ""}>${escape(post.data.title)}</a></li>\n`).join("")}</ol>
<p class="label"><a href="${feed.url}" type="application/atom+xml">The series’ feed</a></p>
</nav>
<p class="meta tags">
${tags.map((tag) => `<span><a rel="tag" href="/tags/${slug(tag)}/">${escape(tag)}</a></span>\n`).join("")}</p>
<section id="comments">
<h2>${comments.length} comments</h2>
${thread(threads, { id: "" })}</section>
</article>
`);
}
