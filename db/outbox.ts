import {
  and,
  asc,
  eq,
  gte,
  inArray,
  isNull,
  lte,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { each, prepared, preparedWrite, type The } from '#db/prepared.ts';
import { outbox } from '#db/schema/site.ts';
import { read, store, type Tx, transaction } from '#db/store.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { onePerProcess } from '#lib/singleton.ts';

/** What happened, for whoever has to do something about it later. A closed list. */
export type OutboxEvent =
  | { kind: 'touched'; payload: { tags: string[] } }
  | { kind: 'section.moved'; payload: { sectionId: string } }
  | { kind: 'picture.changed'; payload: { pictureId: string } }
  | { kind: 'story.live'; payload: { storyId: string } }
  | { kind: 'story.gone'; payload: { storyId: string } }
  | { kind: 'redacted'; payload: { files: string[] } }
  | { kind: 'comment.posted'; payload: { commentId: string } }
  | { kind: 'comment.decided'; payload: { commentId: string } }
  /** By its writer, with its words. */
  | { kind: 'comment.removed'; payload: { commentId: string } }
  | { kind: 'address.granted'; payload: { requestId: string } }
  | { kind: 'drafts.handed-over'; payload: HandedOver }
  | { kind: 'link.wanted'; payload: WantedLink };

/** The drafts of one person went to another: all, or those of the sections where the other writes. */
export type HandedOver = { from: string; to: string; sections: string[] | null };

/** A link to be made and mailed: it is in no row, so that nobody who reads the rows can use it. */
export type WantedLink = {
  purpose: 'invite' | 'reset';
  /** Null if nobody has the address that was typed: the same work is done for it. */
  personId: string | null;
  /** Of no use after this moment, written as ISO 8601. */
  until: string;
};

/** What is done by asking another machine, which may take its time: nothing else waits for it. */
const SLOW = ['link.wanted'] as const satisfies OutboxEvent['kind'][];
export type Lane = 'quick' | 'slow';

type OnTouched = (tags: string[], eventId: string) => void;
type Listeners = { touched: Set<OnTouched>; waiting: Set<() => void> };

const listeners = onePerProcess<Listeners>('outbox', () => ({
  touched: new Set(),
  waiting: new Set(),
}));

/** Calls back, in the committing process and before the command returns, with the tags it touched. */
export function onTouched(listener: OnTouched): void {
  listeners.touched.add(listener);
}

/** Calls back when there is something to do. */
export function onWaiting(listener: () => void): void {
  listeners.waiting.add(listener);
}

type Put = Pick<typeof outbox.$inferSelect, 'id' | 'kind' | 'payload' | 'createdAt' | 'dueAt'>;

const put = preparedWrite((on, the: The<Put>) =>
  on.insert(outbox).values(each(the, 'id', 'kind', 'payload', 'createdAt', 'dueAt')),
);

/**
 * Writes the event with the change that it tells of. It is handled at least once, afterwards. Returns
 * its id.
 */
export async function emit(tx: Tx, event: OutboxEvent): Promise<string> {
  const at = now();
  const id = newId();
  await put(tx, { id, ...event, createdAt: at, dueAt: at });
  store().afterCommit(announce);
  return id;
}

function announce(): void {
  for (const listener of listeners.waiting) listener();
}

/** Says which cache tags the change made stale: at once in this process, by the outbox in others. */
export async function touch(tx: Tx, tags: readonly string[]): Promise<void> {
  const unique = [...new Set(tags)];
  if (unique.length === 0) return;
  const id = await emit(tx, { kind: 'touched', payload: { tags: unique } });
  store().afterCommit(() => {
    for (const listener of listeners.touched) listener(unique, id);
  });
}

/** What any process touched and nobody had marked as done before `since`. Some may come twice. */
export async function touchedSince(since: Date): Promise<{ id: string; tags: string[] }[]> {
  const rows = await read
    .select({ id: outbox.id, payload: outbox.payload })
    .from(outbox)
    .where(and(eq(outbox.kind, 'touched'), or(isNull(outbox.doneAt), gte(outbox.doneAt, since))));
  return rows.map(({ id, payload }) => ({ id, tags: (payload as { tags: string[] }).tags }));
}

const BATCH = 100;
const MAX_DELAY_MS = 60 * 60_000;

const dueWhere = (ours: SQL) =>
  prepared((on, the: The<{ at: Date; most: number }>) =>
    on
      .select()
      .from(outbox)
      .where(
        and(isNull(outbox.doneAt), lte(outbox.dueAt, sql.param(the('at'), outbox.dueAt)), ours),
      )
      .orderBy(asc(outbox.dueAt), asc(outbox.id))
      .limit(the('most')),
  );
const DUE = {
  quick: dueWhere(notInArray(outbox.kind, SLOW)),
  slow: dueWhere(inArray(outbox.kind, SLOW)),
} satisfies Record<Lane, unknown>;

/** Kinds of which many come at once, each with what is done about several together. */
export type Together = {
  [Kind in OutboxEvent['kind']]?: (
    payloads: Extract<OutboxEvent, { kind: Kind }>['payload'][],
  ) => Promise<void>;
};

/**
 * Handles what is due, oldest first, until nothing is; what is done `together` goes before the rest of
 * its batch. A failure moves its rows later (1 s, doubling, up to an hour) and the rest of the lane
 * goes on. Returns how many were done.
 */
export async function drainOutbox(
  handle: (event: OutboxEvent) => Promise<void>,
  {
    batch = BATCH,
    lane = 'quick',
    together = {},
  }: { batch?: number; lane?: Lane; together?: Together } = {},
): Promise<number> {
  let done = 0;
  for (;;) {
    const due = await DUE[lane](read, { at: now(), most: batch });
    if (due.length === 0) return done;
    const handled: string[] = [];
    const attempt = async (rows: typeof due, work: () => Promise<void>) => {
      try {
        await work();
        handled.push(...rows.map((row) => row.id));
      } catch (error) {
        for (const row of rows) await later(row, error);
      }
    };
    const alike = Map.groupBy(due, (row) =>
      row.kind in together ? (row.kind as OutboxEvent['kind']) : null,
    );
    for (const [kind, rows] of alike) {
      const all = kind && (together[kind] as ((payloads: unknown[]) => Promise<void>) | undefined);
      if (all) await attempt(rows, () => all(rows.map((row) => row.payload)));
    }
    for (const row of alike.get(null) ?? []) {
      await attempt([row], () => handle({ kind: row.kind, payload: row.payload } as OutboxEvent));
    }
    if (handled.length > 0) await markDone(handled);
    done += handled.length;
  }
}

/** Together, because making sure of a commit takes longer than most of the work. */
async function markDone(ids: readonly string[]): Promise<void> {
  await transaction((tx) =>
    tx
      .update(outbox)
      .set({ doneAt: now() })
      .where(inArray(outbox.id, [...ids]))
      .then(() => undefined),
  );
}

async function later(row: { id: string; attempts: number }, error: unknown): Promise<void> {
  const delay = Math.min(1000 * 2 ** row.attempts, MAX_DELAY_MS);
  await transaction((tx) =>
    tx
      .update(outbox)
      .set({
        attempts: row.attempts + 1,
        dueAt: new Date(now().getTime() + delay),
        lastError: error instanceof Error ? error.name : 'unknown',
      })
      .where(eq(outbox.id, row.id))
      .then(() => undefined),
  );
}

/**
 * Empties the events whose details `tells` says have to go: what was forced out is not carried on. The
 * names of tags hold no words of anybody's.
 */
export async function eraseEvents(tx: Tx, tells: (payload: string) => boolean): Promise<number> {
  const rows = await tx
    .select({ id: outbox.id, payload: outbox.payload })
    .from(outbox)
    .where(notInArray(outbox.kind, ['touched', 'redacted']));
  const doomed = rows.filter((row) => tells(JSON.stringify(row.payload))).map((row) => row.id);
  if (doomed.length > 0) await tx.delete(outbox).where(inArray(outbox.id, doomed));
  return doomed.length;
}

/** Forgets what was done before `before`, so that the table stays small. */
export async function sweepOutbox(before: Date): Promise<void> {
  await transaction((tx) =>
    tx
      .delete(outbox)
      .where(sql`${outbox.doneAt} is not null and ${lte(outbox.createdAt, before)}`)
      .then(() => undefined),
  );
}
