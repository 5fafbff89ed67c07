import { asc } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { drainOutbox, emit, onTouched, onWaiting, sweepOutbox, touch } from '#db/outbox.ts';
import { outbox } from '#db/schema/site.ts';
import { read, transaction } from '#db/store.ts';
import { holdClock } from '#tests/fixtures.ts';

let clock: ReturnType<typeof holdClock>;

beforeEach(async () => {
  clock = holdClock();
  await transaction(async (tx) => {
    await tx.delete(outbox);
  });
});

function tell(storyId: string) {
  return transaction((tx) => emit(tx, { kind: 'story.live', payload: { storyId } }));
}

function rows() {
  return read.select().from(outbox).orderBy(asc(outbox.createdAt));
}

/** Drains, failing for the stories in `failing`; returns what was handed over, in order. */
async function drain(failing: readonly string[] = []): Promise<string[]> {
  const handed: string[] = [];
  await drainOutbox(async ({ payload }) => {
    const id = 'tags' in payload ? payload.tags.join(' ') : Object.values(payload).join(' ');
    handed.push(id);
    if (failing.includes(id)) throw new Error('cannot');
  });
  return handed;
}

test('an event is handed over once when it is handled, oldest first', async () => {
  await tell('first');
  clock.forward(1);
  await tell('second');
  expect(await drain()).toEqual(['first', 'second']);
  expect(await drain()).toEqual([]);
});

test('an event of a transaction that failed never was', async () => {
  const failing = transaction(async (tx) => {
    await emit(tx, { kind: 'story.live', payload: { storyId: 'never' } });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await drain()).toEqual([]);
});

test('a failure keeps its event for later, later each time, and the others go on', async () => {
  await tell('broken');
  clock.forward(1);
  await tell('whole');
  expect(await drain(['broken'])).toEqual(['broken', 'whole']);
  expect(await drain(['broken'])).toEqual([]);
  clock.forward(1000);
  expect(await drain(['broken'])).toEqual(['broken']);
  clock.forward(1999);
  expect(await drain(['broken'])).toEqual([]);
  clock.forward(1);
  expect(await drain()).toEqual(['broken']);
  expect(await drain()).toEqual([]);
});

test('an event that failed for days is tried at least every hour', async () => {
  await tell('stubborn');
  for (let attempt = 0; attempt < 40; attempt++) {
    expect(await drain(['stubborn'])).toEqual(['stubborn']);
    clock.forward(60 * 60_000);
  }
  expect(await drain()).toEqual(['stubborn']);
});

test('what a failure said is not kept, because it may quote what is private', async () => {
  await tell('private');
  await drainOutbox(async () => {
    throw new TypeError('could not write to alice@example.org');
  });
  expect((await rows()).map((row) => row.lastError)).toEqual(['TypeError']);
});

test('tags are announced when they are committed, once each, and not before', async () => {
  const heard: string[][] = [];
  onTouched((tags) => heard.push(tags));
  await transaction(async (tx) => {
    await touch(tx, ['a', 'b', 'a']);
    expect(heard).toEqual([]);
  });
  expect(heard).toEqual([['a', 'b']]);
  const failing = transaction(async (tx) => {
    await touch(tx, ['c']);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(heard).toEqual([['a', 'b']]);
  expect(await drain()).toEqual(['a b']);
});

test('whoever waits for work is told once a transaction, however much it left', async () => {
  let told = 0;
  onWaiting(() => {
    told += 1;
  });
  await transaction(async (tx) => {
    await emit(tx, { kind: 'story.live', payload: { storyId: 'one' } });
    await emit(tx, { kind: 'story.gone', payload: { storyId: 'two' } });
  });
  expect(told).toBe(1);
});

test('touching nothing leaves nothing to do', async () => {
  await transaction((tx) => touch(tx, []));
  expect(await rows()).toEqual([]);
});

test('a sweep forgets what was done long ago, and nothing that waits', async () => {
  await tell('done');
  await drain();
  await tell('waiting');
  await sweepOutbox(clock.forward(1));
  expect((await rows()).map((row) => row.payload)).toEqual([{ storyId: 'waiting' }]);
});

test('more than a batch is drained to the end', async () => {
  await transaction(async (tx) => {
    for (let i = 0; i < 7; i++)
      await emit(tx, { kind: 'story.live', payload: { storyId: `${i}` } });
  });
  const handed = new Set<string>();
  const done = await drainOutbox(
    async ({ payload }) => {
      if ('storyId' in payload) handed.add(payload.storyId);
    },
    { batch: 3 },
  );
  expect(done).toBe(7);
  expect(handed.size).toBe(7);
});

test('what comes in floods is handled together; if that fails all of it comes again, and only that', async () => {
  await transaction(async (tx) => {
    for (const commentId of ['one', 'two']) {
      await emit(tx, { kind: 'comment.posted', payload: { commentId } });
    }
    await emit(tx, { kind: 'story.live', payload: { storyId: 'three' } });
  });
  const calls: string[][] = [];
  const alone: string[] = [];
  const handle = async ({ kind }: { kind: string }) => void alone.push(kind);
  let fails = true;
  const together = {
    'comment.posted': async (posted: { commentId: string }[]) => {
      calls.push(posted.map(({ commentId }) => commentId).toSorted());
      if (fails) throw new Error('no');
    },
  };
  expect(await drainOutbox(handle, { together })).toBe(1);
  fails = false;
  clock.forward(1_000);
  expect(await drainOutbox(handle, { together })).toBe(2);
  expect(calls).toEqual([
    ['one', 'two'],
    ['one', 'two'],
  ]);
  expect(alone).toEqual(['story.live']);
});
