import { beforeEach, expect, test } from 'vitest';
import { drainOutbox, touch } from '#db/outbox.ts';
import { transaction } from '#db/store.ts';
import { Ledger } from '#lib/ledger.ts';
import { forget } from '#lib/singleton.ts';
import { handleEvent } from '#server/events.ts';
import { Touches } from '#server/press/touches.ts';
import { holdClock } from '#tests/fixtures.ts';
import { startChild } from '#tests/processes.ts';

let ledger: Ledger;
let touches: Touches;
let clock: ReturnType<typeof holdClock>;

beforeEach(async () => {
  forget('outbox');
  // The other process has the real time, and what it writes must not be in the future here.
  clock = holdClock(new Date(Date.now() + 1000).toISOString());
  await drainOutbox(handleEvent);
  ledger = new Ledger();
  touches = new Touches(ledger);
});

/** Whether a page with this tag that was made before `act` is stale after it. */
async function makesStale(tag: string, act: () => Promise<unknown>): Promise<boolean> {
  const begun = ledger.generation;
  await act();
  return ledger.isStale([tag], begun);
}

const commit = (tag: string) => transaction((tx) => touch(tx, [tag]));

test('what a command touched is stale when the command returns', async () => {
  expect(await makesStale('story:1', () => commit('story:1'))).toBe(true);
});

test('a command that fails makes nothing stale', async () => {
  const fail = () =>
    transaction(async (tx) => {
      await touch(tx, ['story:2']);
      throw new Error('no');
    }).catch(() => undefined);
  expect(await makesStale('story:2', fail)).toBe(false);
});

test('own changes are not applied a second time, which would throw new pages away', async () => {
  await commit('story:a');
  expect(await makesStale('story:a', () => touches.notice())).toBe(false);
  await drainOutbox(handleEvent);
  expect(await makesStale('story:a', () => touches.notice())).toBe(false);
});

test('what another process touched is noticed, once, whoever marks the event as done', async () => {
  const child = await startChild('other');
  await child.touch('story:b');
  expect(await makesStale('story:b', () => touches.notice())).toBe(true);
  expect(await makesStale('story:b', () => touches.notice())).toBe(false);
  await child.touch('story:c');
  await drainOutbox(handleEvent);
  expect(await makesStale('story:c', () => touches.notice())).toBe(true);
  expect(await makesStale('story:c', () => touches.notice())).toBe(false);
});

test('an event that was noticed long ago and is done only now is not applied again', async () => {
  const child = await startChild('late');
  await child.touch('story:d');
  await touches.notice();
  for (let minute = 0; minute < 5; minute += 1) {
    clock.forward(60_000);
    await touches.notice();
  }
  clock.forward(60_000);
  await drainOutbox(handleEvent);
  expect(await makesStale('story:d', () => touches.notice())).toBe(false);
});

test('what was touched before this process started concerns nobody: its caches were empty', async () => {
  await commit('story:e');
  await drainOutbox(handleEvent);
  clock.forward(10 * 60_000);
  forget('outbox');
  const later = new Touches(ledger);
  const before = ledger.generation;
  await later.notice();
  expect(ledger.generation).toBe(before);
});
