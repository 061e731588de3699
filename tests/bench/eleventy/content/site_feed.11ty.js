import { feed, site } from "../pages.js";

export const data = { permalink: "/feed.xml", eleventyImport: { collections: ["essays"] } };

export function render({ collections }) {
  return feed("/", site.title, "", collections.essays);
}
