import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** The ids that a process draws whose chance is held still; it is a process of its own, for it stays so. */
function drawnBy(work: string): string[] {
  const program = `
    const { Stillness } = await import('#server/twin/stillness.ts');
    const still = new Stillness('test', new Date('2026-11-23T09:00:00Z'));
    const { newId, newToken } = await import('#lib/ids.ts');
    const story = () => newId();
    const reader = () => newToken();
    const drawn = [];
    ${work}
    console.log(JSON.stringify(drawn));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return JSON.parse(said);
}

test('what is drawn for one thing does not depend on how much was drawn for others', () => {
  // The same lines both times: what is drawn hangs on which of them draw.
  const drawnAfter = (others: number) =>
    drawnBy(`
      for (let n = 0; n < ${others}; n += 1) still.within('another', reader);
      const comment = () => {
        for (let n = 0; n < ${others}; n += 1) reader();
        return story();
      };
      drawn.push(still.within('a comment', comment));`);
  expect(drawnAfter(2)).toEqual(drawnAfter(0));
});

test('what is drawn for different things, or again for the same, is different', () => {
  const drawn = drawnBy(`
    for (const name of ['one', 'other']) still.within(name, () => drawn.push(story(), story()));`);
  expect(new Set(drawn).size).toBe(4);
});
