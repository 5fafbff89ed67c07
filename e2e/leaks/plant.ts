/**
 * Loaded before everything else into the two sites of a proof, by the test alone: plants the leak that
 * is named, or several, as a careless program would have it, to see that the proof finds it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeHeads } from '#e2e/leaks/answers.ts';
import { hashed, knownAddresses, listenForAddresses, onAddress } from '#e2e/leaks/knowing.ts';
import { changeValues, renameCommenters, sortByAddress } from '#e2e/leaks/rows.ts';

/** The address that came last, and whether it had been known before. */
const last = { address: '', known: false };

const LEAKS: Record<string, () => void> = {
  'a picture made from the address': () => renameCommenters(({ address }) => hashed(address)),
  'one picture for a person in every story': () =>
    renameCommenters(({ identity }) => hashed(identity)),
  'a sort by the address': sortByAddress,
  'a search that looks at addresses': () =>
    changeValues((sql, values) => {
      if (!sql.includes('story_search match')) return values;
      const local = (address: string) => address.split('@')[0]?.split(/[^a-z0-9]/)[0] ?? '';
      const looked = (value: string) =>
        knownAddresses().some((one) => local(one).length > 4 && value.includes(local(one)));
      return values.map((value) =>
        typeof value === 'string' && looked(value) ? 'everything : "the"' : value,
      );
    }),
  'a line in the log': () =>
    onAddress((address) => {
      process.stdout.write(`A comment of ${address.replace(/.@/, '…@')}\n`);
    }),
  'a file with its hash in the name': () =>
    onAddress((address) => {
      writeFileSync(join(process.env.DATA_DIR ?? '', `${hashed(address)}.tmp`), '');
    }),
  'a cookie': () =>
    changeHeads((_, { status, lines }) => ({
      status,
      lines: status === 303 ? [...lines, 'Set-Cookie', `who=${hashed(last.address)}`] : lines,
    })),
  'another status for a known address': () =>
    changeHeads((res, { status, lines }) => ({
      status: res.req.method === 'POST' && status === 303 && last.known ? 302 : status,
      lines,
    })),
  'a longer answer to HEAD': () =>
    changeHeads((res, { status, lines }) => ({
      status,
      lines: res.req.method === 'HEAD' ? [...lines, 'X-Last', `${last.address.length}`] : lines,
    })),
  'a line in what has not changed': () =>
    changeHeads((_, { status, lines }) => ({
      status,
      lines: status === 304 ? [...lines, 'X-Last', hashed(last.address)] : lines,
    })),
  'a row of the audit log': () =>
    changeValues((sql, values) =>
      sql.startsWith('insert into "audit"')
        ? values.map((value) =>
            typeof value === 'string' && value.startsWith('{"storyId"')
              ? `{"by":"${hashed(last.address)}",${value.slice(1)}`
              : value,
          )
        : values,
    ),
};

const { PLANTED_LEAK = '' } = process.env;
if (process.argv[1]?.endsWith('server/twin.ts')) {
  listenForAddresses();
  onAddress((address, known) => Object.assign(last, { address, known }));
  for (const leak of PLANTED_LEAK.split(', ')) LEAKS[leak]?.();
}
