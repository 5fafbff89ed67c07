import { textOf } from '#scripts/proof/asking.ts';
import { crossed, type Person, person } from '#scripts/proof/cast.ts';
import type { Cookies, Pair } from '#scripts/proof/pair.ts';
import { comment, commentForm } from '#scripts/proof/walk/writing.ts';

const SOON_MS = 2 * 60_000;

/** Who takes part: two who are known, and who is new to one of the sites or to both. */
export const CAST = {
  regular: person(0),
  second: person(1),
  answering: person(2),
  newcomer: person(3),
  nobody: person(4),
} as const satisfies Record<string, Person>;

/** Stories with a form to comment by, in the order in which they were found. */
export function discussedStories(
  pages: ReadonlyMap<string, Parameters<typeof textOf>[0]>,
): string[] {
  return [...pages]
    .filter(([path, answer]) => !path.includes('?') && commentForm(answer, path))
    .map(([path]) => path);
}

/**
 * The same people say the same at both sites: one of them twice, one of them by pressing the button
 * twice, and one in answer to another. Some of it is approved. Returns the writers' own pages; `cookies`
 * has afterwards what a browser that all of them used would have.
 */
export async function discuss(pair: Pair, story: string, cookies: Cookies): Promise<string[]> {
  const { regular, second, answering } = CAST;
  const first = { text: 'Proof: the first word', name: 'Regular', by: regular };
  const again = { text: 'Proof: once more', name: 'Regular', by: regular };
  const twice = { text: 'Proof: pressed twice', name: 'Second', by: second };
  const refused = { text: 'Proof: not wanted', name: 'Answering', by: answering };
  const own = [
    await comment(pair, 'posting', story, first, cookies),
    await comment(pair, 'posting', story, again, cookies),
    await comment(pair, 'posting', story, twice, cookies),
    await comment(pair, 'the same comment twice', story, twice, cookies),
    await comment(pair, 'posting', story, refused, cookies),
  ];
  await decide(pair, [
    [first.text, 'approve'],
    [again.text, 'approve'],
    [twice.text, 'approve'],
    [refused.text, 'reject'],
  ]);
  const page = await pair.ask('posting', { method: 'GET', path: story, headers: {} });
  const [, replyTo] = /href="([^"]+\/reply\/[^"]+)"/.exec(textOf(page)) ?? [];
  if (replyTo) {
    const answer = { text: 'Proof: in answer', name: 'Answering', by: answering };
    own.push(await comment(pair, 'posting', replyTo, answer, cookies));
    await decide(pair, [[answer.text, 'approve']]);
  }
  return own;
}

/**
 * In another story somebody writes who is known at one site and new at the other, and the other way
 * round: nobody can tell from anything, not even once it is approved.
 */
export async function cross(pair: Pair, story: string, cookies: Cookies): Promise<string[]> {
  const { regular, second, newcomer, nobody } = CAST;
  const known = {
    text: 'Proof: known here',
    name: 'One',
    by: crossed(regular, newcomer),
    reserved: true,
  };
  const fresh = {
    text: 'Proof: new here',
    name: 'Other',
    by: crossed(nobody, second),
    reserved: true,
  };
  const own = [
    await comment(pair, 'known and unknown', story, known, cookies),
    await comment(pair, 'known and unknown', story, fresh, cookies),
  ];
  await decide(pair, [
    [known.text, 'approve'],
    [fresh.text, 'approve'],
  ]);
  return own;
}

async function decide(
  pair: Pair,
  verdicts: readonly (readonly [text: string, move: 'approve' | 'reject'])[],
): Promise<void> {
  await pair.order({ do: 'forward', ms: SOON_MS });
  await pair.order({ do: 'settle' });
  for (const [text, move] of verdicts) await pair.order({ do: 'judge', text, move });
  await pair.order({ do: 'settle' });
  // A page that has only new comments to show may take its time until it shows them.
  await pair.order({ do: 'forward', ms: SOON_MS });
}
