import { escape, page, slug } from "../pages.js";

export const data = { permalink: "/tags/" };

const item = ({ tag, posts }) =>
  `<li><a href="/tags/${slug(tag)}/">${escape(tag)}</a> <span class="label">${posts.length} posts</span></li>\n`;

export function render({ collections }) {
  return page({ title: "Tags", url: "/tags/" }, "website", `<header class="opening">
<h1>Tags</h1>
</header>
<ul class="index">
${collections.tagged.map(item).join("")}</ul>
`);
}
