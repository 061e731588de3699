import { escape, page, slug, years } from "../pages.js";

export const data = {
  pagination: { data: "collections.tagged", size: 1, alias: "shown" },
  permalink: ({ shown }) => `/tags/${slug(shown.tag)}/`,
};

export function render({ shown: { tag, posts } }) {
  const url = `/tags/${slug(tag)}/`;
  return page({ title: tag, url, feed: { title: tag, url: `${url}feed.xml` } }, "website", `<header class="opening">
<h1>${escape(tag)}</h1>
<p class="meta"><span>${posts.length} posts</span> \
<span><a href="${url}feed.xml" type="application/atom+xml">Feed</a></span></p>
</header>
${years(posts)}`);
}
