import { page, years } from "../pages.js";

export const data = { permalink: "/archive/" };

export function render({ collections }) {
  return page({ title: "Archive", url: "/archive/" }, "website", `<header class="opening">
<h1>Archive</h1>
</header>
${years(collections.essays)}`);
}
