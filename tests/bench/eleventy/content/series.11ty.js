import { entry, escape, page } from "../pages.js";

export const data = {
  pagination: { data: "collections.series", size: 1, alias: "shown" },
  permalink: ({ shown }) => `/${shown.folder}/`,
};

export function render({ shown, collections }) {
  const { folder, title, description, status } = shown;
  const parts = collections.parts[folder];
  const comments = parts.reduce((sum, post) => sum + post.data.comments.length, 0);
  const feed = { title, url: `/${folder}/feed.xml` };
  return page({ title, description, url: `/${folder}/`, feed }, "website", `<header class="opening">
<h1>${escape(title)}</h1>
<p class="meta"><span>${parts.length} posts</span> <span>${status}</span> <span>${comments} comments</span> \
<span><a href="${feed.url}" type="application/atom+xml">The series’ feed</a></span></p>
</header>
<div class="prose"><p>${escape(description)}</p></div>
<p class="alone"><span class="label">Start reading</span> \
<a href="${parts[0].url}">${escape(parts[0].data.title)}</a></p>
<ol class="entries">
${parts.map(entry).join("")}</ol>
`);
}
