import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { OperatorError } from '#lib/errors.ts';
import type { Incoming } from '#scripts/news/incoming.ts';
import { fromSeedPage } from '#scripts/news/seed-page.ts';
import { EnglishFile, fromEnglish } from '#scripts/news/wikinews-english.ts';
import { FrenchFile, fromFrench } from '#scripts/news/wikinews-french.ts';

/** The names of the files, as they stand in the folder and in what a story says of its source. */
const ENGLISH = 'wikinews/en.json';
const FRENCH = 'wikinews/fr.json';
const SEED = 'seed-story.txt';

/** All stories in a folder that holds one or more of the three files. */
export function readNews(folder: string): Incoming[] {
  const there = [ENGLISH, FRENCH, SEED].filter((name) => existsSync(join(folder, name)));
  if (there.length === 0) {
    throw new OperatorError(`There is no ${ENGLISH}, ${FRENCH} or ${SEED} in ${folder}.`);
  }
  return there.flatMap((name) => {
    if (name === SEED) return [fromSeedPage(readFileSync(join(folder, SEED), 'utf8'), SEED)];
    if (name === ENGLISH) {
      return parsed(folder, ENGLISH, EnglishFile).stories.map((one) => fromEnglish(one, ENGLISH));
    }
    let lastDay = '2012-01-01';
    return parsed(folder, FRENCH, FrenchFile).stories.map((one) => {
      const story = fromFrench(one, FRENCH, lastDay);
      lastDay = story.day;
      return story;
    });
  });
}

function parsed<T extends z.ZodType>(folder: string, name: string, schema: T): z.infer<T> {
  const result = schema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new OperatorError(
    `${name} is not as expected: ${issue?.path.join('.')} ${issue?.message}.`,
  );
}
