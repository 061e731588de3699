import { site, slug } from "../pages.js";

export const data = { permalink: "/sitemap.xml" };

export function render({ collections: { essays, series, tagged } }) {
  const addresses = ["/", "/archive/", "/tags/", ...series.map(({ folder }) => `/${folder}/`),
    ...tagged.map(({ tag }) => `/tags/${slug(tag)}/`)];
  const undated = (address) => `<url><loc>${site.url}${address}</loc></url>\n`;
  const dated = ({ url, date }) =>
    `<url><loc>${site.url}${url}</loc><lastmod>${date.toISOString().slice(0, 10)}</lastmod></url>\n`;
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map(undated).join("")}${essays.map(dated).join("")}</urlset>
`;
}
