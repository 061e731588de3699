// Markdown as it is, templates in plain JavaScript, and each list made once.
import markdownIt from "markdown-it";
import footnotes from "markdown-it-footnote";
import { slug } from "./pages.js";

// A heading's id is the slug of its text.
function headingIds(markdown) {
  markdown.core.ruler.push("heading_ids", (state) => {
    const seen = new Map();
    state.tokens.forEach((token, at) => {
      if (token.type !== "heading_open") return;
      const id = slug(state.tokens[at + 1].content) || "section";
      const count = (seen.get(id) ?? 0) + 1;
      seen.set(id, count);
      token.attrSet("id", count > 1 ? `${id}-${count}` : id);
    });
  });
}

function newestFirst(posts) {
  return [...posts].sort((a, b) => b.date - a.date);
}

function grouped(posts, keysOf) {
  const groups = new Map();
  for (const post of posts)
    for (const key of keysOf(post)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(post);
    }
  return [...groups];
}

export default function (config) {
  config.setLibrary("md", markdownIt({ html: true, typographer: true }).use(footnotes).use(headingIds));
  config.addPassthroughCopy({ assets: "assets" });

  const essays = (api) => newestFirst(api.getAll().filter((item) => item.data.series));
  config.addCollection("essays", essays);
  config.addCollection("parts", (api) =>
    Object.fromEntries(
      grouped(essays(api), (post) => [post.data.series.folder]).map(([folder, posts]) => [
        folder,
        posts.sort((a, b) => a.data.part - b.data.part),
      ]),
    ),
  );
  config.addCollection("series", (api) =>
    grouped(essays(api), (post) => [post.data.series.folder]).map(([, posts]) => ({ ...posts[0].data.series, posts })),
  );
  config.addCollection("tagged", (api) =>
    grouped(essays(api), (post) => post.data.tags)
      .map(([tag, posts]) => ({ tag, posts }))
      .sort((a, b) => (a.tag < b.tag ? -1 : 1)),
  );

  return {
    dir: { input: "content", output: "public", includes: "../layouts", data: "../data" },
    markdownTemplateEngine: false,
  };
}
