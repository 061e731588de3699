import { day, escape, latest, page, site } from "../pages.js";

export const data = { permalink: "/" };

const series = ({ folder, title, description, status, posts }) => {
  const newest = posts.reduce((a, b) => (a.date > b.date ? a : b));
  return `<li class="entry">
<h3 class="title"><a href="/${folder}/">${escape(title)}</a></h3>
<div class="summary prose">${escape(description)}</div>
<p class="meta"><span>${posts.length} posts</span> <span>${status}</span> <span>latest ${day(newest.date)}</span></p>
</li>
`;
};

export function render({ collections }) {
  return page({ url: "/" }, "website", `<header class="opening">
<h1>${site.title}</h1>
</header>
<section>
<h2>Series</h2>
<ul class="entries">
${collections.series.map(series).join("")}</ul>
</section>
${latest(collections.essays)}`);
}
