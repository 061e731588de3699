import { feed, site, slug } from "../pages.js";

export const data = {
  pagination: { data: "collections.tagged", size: 1, alias: "shown" },
  permalink: ({ shown }) => `/tags/${slug(shown.tag)}/feed.xml`,
};

export function render({ shown: { tag, posts } }) {
  return feed(`/tags/${slug(tag)}/`, `${tag} · ${site.title}`, "", posts);
}
