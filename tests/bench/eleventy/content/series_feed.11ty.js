import { feed, site } from "../pages.js";

export const data = {
  pagination: { data: "collections.series", size: 1, alias: "shown" },
  permalink: ({ shown }) => `/${shown.folder}/feed.xml`,
};

export function render({ shown: { folder, title, description, posts } }) {
  return feed(`/${folder}/`, `${title} · ${site.title}`, description, posts);
}
