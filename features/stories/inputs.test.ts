import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { system } from '#features/people/actor.ts';
import { createStory } from '#features/stories/commands.ts';
import { storyAt } from '#features/stories/queries.ts';
import { paragraphs, publish, section } from '#tests/newsroom.ts';

const FOLDER = join(process.cwd(), '..', 'shared', 'data', 'inputs');
const FILES = ['naughty-strings.json', 'xss-payloads.json'];

/** What is stored must come back as it was sent, but for what lib/text.ts says it takes away. */
for (const file of FILES) {
  test.skipIf(!existsSync(join(FOLDER, file)))(
    `${file}: every string goes through every field or is refused at its field (skipped without ../shared)`,
    async () => {
      const strings = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as string[];
      const { id } = await section();
      for (const text of strings) {
        const short = [...text].slice(0, 60).join('');
        const result = await createStory(system('test'), {
          sectionId: id,
          headline: short,
          standfirst: short,
          shortHeadline: short,
          datelinePlace: short,
          sourceLine: short,
          notes: text,
          topics: short.trim() ? [short] : [],
          body: text ? paragraphs(text) : paragraphs(),
        });
        if (!result.ok) {
          expect(result.code).toBe('invalid');
          expect(Object.keys(result.fields ?? {}).length).toBeGreaterThan(0);
          continue;
        }
        const shown = await storyAt(await publish(result.value));
        expect(shown?.body).toEqual(text ? paragraphs(text) : paragraphs());
        expect(seen(shown?.headline ?? '')).toBe(seen(short));
      }
    },
    120_000,
  );
}

/** What eyes see of a text. */
function seen(text: string): string {
  return text.normalize('NFC').replace(/[\p{C}\p{Z}]/gu, '');
}
