/** `npm run lint`: who may import whom, and what else Biome cannot know. See docs/architecture.md. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { LAYERS } from '#scripts/imports/places.ts';
import { problemsOf } from '#scripts/imports/problems.ts';

const CODE = /(?<!\.d)\.(ts|tsx|mjs)$/;

const paths = [
  ...readdirSync('.'),
  ...LAYERS.filter((layer) => existsSync(layer)).flatMap((layer) =>
    readdirSync(layer, { recursive: true, encoding: 'utf8' }).map((path) => `${layer}/${path}`),
  ),
].filter((path) => CODE.test(path));

const problems = problemsOf(new Map(paths.map((path) => [path, readFileSync(path, 'utf8')])));
for (const { path, line, why } of problems) console.error(`${path}:${line} ${why}`);
if (problems.length > 0) {
  console.error(`${problems.length} against the rules of the house.`);
  process.exit(1);
}
console.log(`${paths.length} files keep the rules of the house.`);
