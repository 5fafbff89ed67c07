import { and, count, eq } from 'drizzle-orm';
import { letters } from '#db/identity-schema.ts';
import { each, preparedWrite, type The } from '#db/prepared.ts';
import type { Reader, Tx } from '#db/store.ts';
import { type Address, sealedFor } from '#features/addresses/address.ts';
import type { LetterContent } from '#features/addresses/letter-kinds.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { publicKey } from '#lib/mailer-public.ts';

/** An address that somebody typed, sealed for the mailer. Whether it is known, only the mailer sees. */
export type TypedAddress = { sealed: Buffer; sealKeyVersion: number };

export type NewLetter = LetterContent & {
  /** Null if it goes to nobody but whom it names itself. */
  to: { identityId: string } | TypedAddress | null;
  /** The same id twice is one letter: for what may come more than once. */
  id?: string;
  dueAt?: Date;
  /** Somebody sits and waits for it: however many others are due, it goes before them. */
  first?: true;
  /** After it the letter is of no use. */
  until?: Date;
};

const USEFUL_MS = 5 * 24 * 3_600_000;

/** Before the transaction that queues the letter, since it takes a moment. */
export async function sealTyped(address: Address): Promise<TypedAddress> {
  const { key, version } = publicKey();
  return { sealed: await sealedFor(key, address), sealKeyVersion: version };
}

/** How many letters of a kind wait, to bound what strangers can have queued. */
export async function waitingLetters(from: Reader, kind: LetterContent['kind']): Promise<number> {
  const [row] = await from
    .select({ letters: count() })
    .from(letters)
    .where(and(eq(letters.state, 'waiting'), eq(letters.kind, kind)));
  return row?.letters ?? 0;
}

/** Leaves a letter to the mailer, in a transaction of the store of addresses. */
export async function queueLetter(tx: Tx, letter: NewLetter): Promise<void> {
  const { id = newId(), kind, payload, to, dueAt = now() } = letter;
  await put(tx, {
    id,
    kind,
    payload,
    identityId: null,
    sealed: null,
    sealKeyVersion: null,
    ...to,
    createdAt: now(),
    dueAt: letter.first ? new Date(0) : dueAt,
    until: letter.until ?? new Date(dueAt.getTime() + USEFUL_MS),
  });
}

type Put = Omit<typeof letters.$inferSelect, 'state' | 'tries' | 'doneAt'>;

const put = preparedWrite((on, the: The<Put>) =>
  on
    .insert(letters)
    .values({
      ...each(
        the,
        'id',
        'kind',
        'payload',
        'identityId',
        'sealed',
        'sealKeyVersion',
        'createdAt',
        'dueAt',
        'until',
      ),
      state: 'waiting',
      tries: 0,
    })
    .onConflictDoNothing(),
);
