import { and, asc, eq, lte } from 'drizzle-orm';
import { identityTransaction, readIdentity } from '#db/identity.ts';
import { identities, letters } from '#db/identity-schema.ts';
import { readPersonKeys } from '#db/person-keys.ts';
import { personKeys } from '#db/person-keys-schema.ts';
import { Address } from '#features/addresses/address.ts';
import { blindIndexes } from '#features/addresses/internal/index-keys.ts';
import { opened } from '#features/addresses/internal/opening.ts';
import { unclosed } from '#features/addresses/internal/person-box.ts';
import type { Composed, Letters, OpenedLetter } from '#features/addresses/letter-kinds.ts';
import { identityAmong } from '#features/addresses/queries.ts';
import { now } from '#lib/clock.ts';
import { errorCode } from '#lib/errors.ts';
import { sendMail } from '#lib/mail.ts';

const BATCH = 50;
/** Longer than a mail server is waited for, so that nobody else takes a letter that is being sent. */
const FIRST_DELAY_MS = 2 * 60_000;
const MAX_DELAY_MS = 6 * 3_600_000;

type Row = typeof letters.$inferSelect;

/**
 * Sends what is due. A letter that cannot be sent now is tried again later, and `tell` hears of it
 * without the error's words, which may hold the address. Returns how many went, `most` at the most.
 */
export async function sendDue(
  writers: Partial<Letters>,
  tell: (sentence: string) => void,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  let sent = 0;
  while (sent < most) {
    const due = await readIdentity()
      .select({ id: letters.id })
      .from(letters)
      .where(and(eq(letters.state, 'waiting'), lte(letters.dueAt, now())))
      .orderBy(asc(letters.dueAt), asc(letters.id))
      .limit(Math.min(BATCH, most - sent));
    if (due.length === 0) break;
    for (const { id } of due) {
      const letter = await take(id);
      if (!letter) continue;
      if (letter.until <= now()) await finish(id, 'given up');
      else if (await attempt(letter, writers, tell)) {
        await finish(id, 'done');
        sent += 1;
      }
    }
  }
  return sent;
}

/** Moves the letter to its next try before this one, so that a mailer that dies loses nothing. */
async function take(id: string): Promise<Row | null> {
  return identityTransaction(async (tx) => {
    const at = now();
    const [row] = await tx
      .select({ tries: letters.tries })
      .from(letters)
      .where(and(eq(letters.id, id), eq(letters.state, 'waiting'), lte(letters.dueAt, at)));
    if (!row) return null;
    const delay = Math.min(FIRST_DELAY_MS * 2 ** row.tries, MAX_DELAY_MS);
    const [taken] = await tx
      .update(letters)
      .set({ tries: row.tries + 1, dueAt: new Date(at.getTime() + delay) })
      .where(and(eq(letters.id, id), eq(letters.tries, row.tries), eq(letters.state, 'waiting')))
      .returning();
    return taken ?? null;
  });
}

/** What is left over says neither what was written nor whether it was to anybody. */
async function finish(id: string, state: 'done' | 'given up'): Promise<void> {
  await identityTransaction((tx) =>
    tx
      .update(letters)
      .set({ state, sealed: null, payload: {}, doneAt: now() })
      .where(eq(letters.id, id))
      .then(() => undefined),
  );
}

/** False if it is to be tried again. */
async function attempt(
  letter: Row,
  writers: Partial<Letters>,
  tell: (sentence: string) => void,
): Promise<boolean> {
  try {
    const { to, identityId } = await receiver(letter);
    const { id, kind, payload } = letter;
    const composed = await writerOf(writers, kind)(
      { id, kind, payload, identityId } as OpenedLetter,
      addressOf,
    );
    const receiving = composed?.to ?? to;
    if (composed && receiving !== null) await sendMail({ ...composed, to: receiving });
    return true;
  } catch (error) {
    const what = errorCode(error) || (error instanceof Error ? error.name : 'unknown');
    tell(`A letter (${letter.kind}) was not sent, and will be tried again: ${what}.`);
    return false;
  }
}

type Writer = (
  letter: OpenedLetter,
  addressOf: (identityId: string) => Promise<string | null>,
) => Promise<Composed | null>;

/** The kind is what the row says; that it fits to the payload is the word of whoever queued it. */
function writerOf(writers: Partial<Letters>, kind: string): Writer {
  const writer = Object.hasOwn(writers, kind) ? writers[kind as keyof Letters] : undefined;
  if (!writer) throw new Error('nobody writes such a letter');
  return writer as Writer;
}

async function receiver(letter: Row): Promise<{ to: string | null; identityId: string | null }> {
  if (letter.identityId !== null) {
    return { to: await addressOf(letter.identityId), identityId: letter.identityId };
  }
  if (!letter.sealed) return { to: null, identityId: null };
  const to = await opened(letter.sealed, letter.sealKeyVersion ?? 1);
  const address = Address.parse(to);
  return { to, identityId: address && (await identityAmong(blindIndexes(address))) };
}

/** Null if the person was erased, or the address is not kept. */
async function addressOf(identityId: string): Promise<string | null> {
  const [row] = await readIdentity().select().from(identities).where(eq(identities.id, identityId));
  if (!row?.sealed) return null;
  if (!row.underPersonKey) return opened(row.sealed, row.sealKeyVersion);
  const [own] = await readPersonKeys()
    .select({ key: personKeys.key })
    .from(personKeys)
    .where(eq(personKeys.identityId, identityId));
  return own ? opened(await unclosed(own.key, row.sealed), row.sealKeyVersion) : null;
}
