import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { drainOutbox } from '#db/outbox.ts';
import { assignments } from '#db/schema/planning.ts';
import { read, transaction } from '#db/store.ts';
import { system } from '#features/people/actor.ts';
import { followHandOver } from '#features/planning/jobs.ts';
import { handOverDrafts } from '#features/stories/handover.ts';
import { newId } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';
import { member, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const { at } = holdClock();

beforeEach(() => {
  holdClock();
});

test('what somebody was to write goes to who gets their drafts; what is done or dropped stays', async () => {
  const { id: sectionId } = await section();
  const [leaving, staying] = [await member('reporter'), await member('reporter')];
  const row = { sectionId, personId: leaving.id, version: 1, createdAt: at, changedAt: at };
  const [open, done, dropped] = [newId(), newId(), newId()];
  await transaction(async (tx) => {
    await tx.insert(assignments).values([
      { id: open, title: 'Open', state: 'writing', ...row },
      { id: done, title: 'Done', state: 'done', ...row },
      { id: dropped, title: 'Dropped', state: 'assigned', droppedAt: at, ...row },
    ]);
  });
  good(await handOverDrafts(system('test'), { from: leaving.id, to: staying.id }));
  await drainOutbox(async (event) => {
    if (event.kind === 'drafts.handed-over') await followHandOver(event.payload);
  });
  const rows = await read.select().from(assignments).where(eq(assignments.sectionId, sectionId));
  const held = new Map(rows.map(({ id, personId, version }) => [id, { personId, version }]));
  expect(held.get(open)).toEqual({ personId: staying.id, version: 2 });
  for (const id of [done, dropped]) {
    expect(held.get(id)).toEqual({ personId: leaving.id, version: 1 });
  }
});
