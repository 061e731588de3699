// A site with an essay that was revised twice since it was published, as its history in git has it.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const first = `My grandmother kept one map in the house, a road map of a county that she had left at nineteen. It was
folded so often that the roads had worn through, and where two folds crossed there was a hole with a town in it.

She never took it out to find anything. She took it out to show where something had been.

## What it left out

It had no contour lines, no woods, and no names for the farms. She said them aloud as her finger came by, from the
Ash Well down to the three Millers, and so I had them for years in the order of the road.

- the Ash Well, which was dry
- the three Millers, who didn't speak
- the bend where the cart went over
`;
const revisions = [
  ["2024-03-02", first],
  ["2024-05-20", first.replace("a road map of a county", "a cyclist's map of a county").replace("who didn't speak", "who had not spoken since the flood")],
  ["2025-01-11", `${first.replace("a road map of a county", "a cyclist's map of a county").replace("who didn't speak", "who had not spoken since the flood")
    .replace("It had no contour lines, no woods, and no names for the farms. ", "")}
## Afterwards

When I drove the road at last, it took eleven minutes. Every farm was where she had said it was, and every name was
another one. The county's longest word, Unterwasserkorrespondenzgeschwindigkeitsmessungsbericht, stood on a bus stop.
`],
];

export function writeRevisedSite(site) {
  mkdirSync(join(site, "content/essays"), { recursive: true });
  const git = (when, ...words) => execFileSync("git", ["-c", "user.name=Edith", "-c", "user.email=edith@example.org", ...words], {
    cwd: site, env: { ...process.env, GIT_AUTHOR_DATE: `${when}T12:00:00Z`, GIT_COMMITTER_DATE: `${when}T12:00:00Z` } });
  git("2024-01-01", "init", "-q");
  writeFileSync(join(site, "site.yaml"), "title: Second thoughts\nbase_url: https://thoughts.example/\nhistory: true\n");
  for (const [day, text] of revisions) {
    writeFileSync(join(site, "content/essays/the-map.md"), `---\ntitle: The map that was worn through\ndate: 2024-03-02\nsummary: A map that nobody used to find anything.\n---\n${text}`);
    git(day, "add", ".");
    git(day, "commit", "-q", "-m", "Words");
  }
}
