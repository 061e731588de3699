import { latest, page } from "../pages.js";

export const data = { permalink: "/404.html" };

export function render({ collections }) {
  return page({ title: "There is no such page", url: "/404.html" }, "website", `<header class="opening">
<h1>There is no such page</h1>
<p class="standfirst">What was written last is below.</p>
</header>
${latest(collections.essays)}`);
}
