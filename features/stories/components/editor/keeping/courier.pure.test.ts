import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  Courier,
  type Delivery,
  type Outcome,
  type Parcel,
} from '#features/stories/components/editor/keeping/courier.ts';

function parcel(id: string, sequence: number): Parcel {
  const draft = { words: `${id} ${sequence}` };
  return { id, personId: 'ada', storyId: 's', basedOn: 'r', sequence, draft };
}

/** A road to the server on which nothing moves by itself: the test says when, and how it ends. */
function road() {
  const timers: (() => void)[] = [];
  const under: { parcel: Parcel; arrive: (outcome: Outcome) => void }[] = [];
  const told: Delivery[] = [];
  const server = new Map<string, number>();
  const courier = new Courier(
    (sent) =>
      new Promise((resolve) => {
        under.push({
          parcel: sent,
          arrive: (outcome) => {
            if (outcome === 'kept') server.set(sent.id, sent.sequence);
            resolve(outcome);
          },
        });
      }),
    (delivery) => told.push(delivery),
    (_ms, work) => {
      timers.push(work);
      return () => timers.splice(timers.indexOf(work), 1);
    },
  );
  const tick = () => timers.shift()?.();
  const end = async (outcome: Outcome) => {
    under.shift()?.arrive(outcome);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { courier, timers, under, told, server, tick, end };
}

test('who types without a pause is still kept, the newest each time and one after the other', async () => {
  const { courier, under, server, tick, end, told } = road();
  for (let n = 1; n <= 5; n += 1) courier.offer(parcel('a', n));
  tick();
  expect(under.map((one) => one.parcel.sequence)).toEqual([5]);
  for (let n = 6; n <= 9; n += 1) courier.offer(parcel('a', n));
  expect(under).toHaveLength(1);
  await end('kept');
  expect(told.at(-1)).toEqual({ at: 'device', why: 'on its way' });
  tick();
  await end('kept');
  expect(server.get('a')).toBe(9);
  expect(told.at(-1)).toEqual({ at: 'server' });
});

test('without a server it says so, tries again, and goes at once when the network is back', async () => {
  const { courier, under, server, tick, end, told, timers } = road();
  courier.offer(parcel('a', 1));
  tick();
  await end('unreached');
  expect(told.at(-1)).toEqual({ at: 'device', why: 'unreached' });
  courier.offer(parcel('a', 2));
  expect(told.at(-1)).toEqual({ at: 'device', why: 'unreached' });
  courier.hurry();
  expect(timers).toHaveLength(0);
  expect(under[0]?.parcel.sequence).toBe(2);
  await end('kept');
  expect(server.get('a')).toBe(2);
});

test('signed out is not given up: it is sent as soon as somebody has signed in', async () => {
  const { courier, server, tick, end, told } = road();
  courier.offer(parcel('a', 1));
  tick();
  await end('signed out');
  expect(told.at(-1)).toEqual({ at: 'device', why: 'signed out' });
  tick();
  await end('kept');
  expect(server.get('a')).toBe(1);
});

test('a refusal is said, and only something new is sent after it', async () => {
  const { courier, tick, end, told, timers } = road();
  courier.offer(parcel('a', 1));
  tick();
  await end({ refused: 'is too long' });
  expect(told.at(-1)).toEqual({ at: 'device', why: 'refused', words: 'is too long' });
  expect(timers).toHaveLength(0);
  courier.offer(parcel('a', 2));
  expect(timers).toHaveLength(1);
});

test('a page that is left sends all that waits', () => {
  const { courier, under } = road();
  courier.offer(parcel('a', 1));
  courier.offer(parcel('b', 1));
  courier.leave();
  expect(under.map((one) => one.parcel.id)).toEqual(['a', 'b']);
});

const event = fc.oneof(
  fc.record({ what: fc.constant('type' as const), id: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ what: fc.constant('tick' as const) }),
  fc.record({ what: fc.constant('hurry' as const) }),
  fc.record({
    what: fc.constant('end' as const),
    outcome: fc.constantFrom('kept' as const, 'unreached' as const, 'signed out' as const),
  }),
);

test('whatever happens on the way, in the end the newest of each editor is at the server', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 60 }), async (events) => {
      const { courier, server, tick, end, timers, under } = road();
      const newest = new Map<string, number>();
      for (const one of events) {
        if (one.what === 'type') {
          newest.set(one.id, (newest.get(one.id) ?? 0) + 1);
          courier.offer(parcel(one.id, newest.get(one.id) ?? 0));
        } else if (one.what === 'tick') tick();
        else if (one.what === 'hurry') courier.hurry();
        else await end(one.outcome);
        expect(under.length).toBeLessThanOrEqual(1);
      }
      while (timers.length > 0 || under.length > 0) {
        tick();
        await end('kept');
      }
      expect(server).toEqual(newest);
    }),
  );
});
