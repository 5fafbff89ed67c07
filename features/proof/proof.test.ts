import { beforeEach, expect, test } from 'vitest';
import { onTouched } from '#db/outbox.ts';
import { system, VISITOR } from '#features/people/actor.ts';
import { recordProof } from '#features/proof/commands.ts';
import { lastProof } from '#features/proof/queries.ts';
import { holdClock } from '#tests/fixtures.ts';
import { member } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';
import { wipe } from '#tests/wipe.ts';

const PROVER = system('prove-privacy');
const PROOF = {
  provedOn: 'copy',
  held: true,
  digest: 'ab'.repeat(32),
  observations: 1_200,
  differences: 0,
};

let clock = holdClock();
beforeEach(async () => {
  clock = holdClock();
  await wipe();
});

test('a site that never had it proved says so', async () => {
  expect(await lastProof()).toBeNull();
});

test('readers are told the last proof, also when it did not hold, on pages made anew', async () => {
  const touched: string[][] = [];
  onTouched((tags) => touched.push(tags));
  good(await recordProof(PROVER, PROOF));
  const { provedOn, held, digest, observations } = PROOF;
  const first = { at: clock.at, provedOn, held, digest, observations };
  expect(await lastProof()).toEqual(first);
  const at = clock.forward(60_000);
  good(await recordProof(PROVER, { ...PROOF, held: false, differences: 2 }));
  expect(await lastProof()).toEqual({ ...first, at, held: false });
  expect(touched).toEqual([['proof'], ['proof']]);
});

test('nobody says by hand that it was proved', async () => {
  for (const actor of [VISITOR, await member('admin'), await member('moderator')]) {
    expect(await recordProof(actor, PROOF)).toMatchObject({ ok: false, code: 'forbidden' });
  }
  expect(await lastProof()).toBeNull();
});

test('what is no proof is not kept as one', async () => {
  const bad = [{ digest: 'none' }, { observations: -1 }, { provedOn: 'trust' }, { held: 'yes' }];
  for (const part of bad) {
    expect(await recordProof(PROVER, { ...PROOF, ...part })).toMatchObject({ code: 'invalid' });
  }
  expect(await lastProof()).toBeNull();
});
