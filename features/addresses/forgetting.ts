import {
  and,
  eq,
  exists,
  gte,
  isNotNull,
  lt,
  lte,
  ne,
  notInArray,
  or,
  type SQL,
} from 'drizzle-orm';
import { identityTransaction, readIdentity } from '#db/identity.ts';
import { consents, identities, letters } from '#db/identity-schema.ts';
import { personKeysTransaction } from '#db/person-keys.ts';
import { personKeys } from '#db/person-keys-schema.ts';

const BATCH = 500;

/** Forgets the address of one person, who wants no letters. */
export function forgetAddressOf(identityId: string): Promise<number> {
  return forgetAddresses(eq(identities.id, identityId));
}

/** Forgets what nobody commented with since `before`, and what may never be written to. */
export function forgetUnused(before: Date, except: readonly string[] = []): Promise<number> {
  const refused = readIdentity()
    .select({ id: consents.identityId })
    .from(consents)
    .where(and(eq(consents.identityId, identities.id), isNotNull(consents.refusedAt)));
  return forgetAddresses(and(or(lt(identities.seenAt, before), exists(refused)), notAmong(except)));
}

/**
 * Forgets what has had its one letter, sent or not, since it was last given; and after `before` what
 * never had one.
 */
export function forgetAfterLetter(
  kind: string,
  before: Date,
  except: readonly string[] = [],
): Promise<number> {
  const had = readIdentity()
    .select({ id: letters.id })
    .from(letters)
    .where(
      and(
        eq(letters.identityId, identities.id),
        eq(letters.kind, kind),
        ne(letters.state, 'waiting'),
        gte(letters.createdAt, identities.seenAt),
      ),
    );
  return forgetAddresses(and(or(lt(identities.seenAt, before), exists(had)), notAmong(except)));
}

/** Addresses that the law keeps for now. */
function notAmong(except: readonly string[]): SQL | undefined {
  return except.length > 0 ? notInArray(identities.id, [...except]) : undefined;
}

/**
 * What is matched by stays; what is sealed goes, and with it the key, so that a backup cannot be opened
 * either. Who is just commenting again keeps both.
 */
async function forgetAddresses(which: SQL | undefined): Promise<number> {
  for (let forgotten = 0; ; ) {
    const rows = await readIdentity()
      .select({ id: identities.id, seenAt: identities.seenAt })
      .from(identities)
      .where(and(isNotNull(identities.sealed), which))
      .limit(BATCH);
    const gone = await identityTransaction(async (tx) => {
      const emptied = [];
      for (const { id, seenAt } of rows) {
        const [row] = await tx
          .update(identities)
          .set({ sealed: null })
          .where(and(eq(identities.id, id), eq(identities.seenAt, seenAt)))
          .returning({ id: identities.id, seenAt: identities.seenAt });
        if (row) emptied.push(row);
      }
      return emptied;
    });
    if (gone.length === 0) return forgotten;
    await personKeysTransaction(async (tx) => {
      for (const { id, seenAt } of gone) {
        await tx
          .delete(personKeys)
          .where(and(eq(personKeys.identityId, id), lte(personKeys.seenAt, seenAt)));
      }
    });
    forgotten += gone.length;
  }
}

/** Whether an address is kept, and when it was last given. */
export async function addressKept(
  identityId: string,
): Promise<{ kept: boolean; lastSeen: Date } | null> {
  const [row] = await readIdentity()
    .select({ sealed: identities.sealed, lastSeen: identities.seenAt })
    .from(identities)
    .where(eq(identities.id, identityId));
  return row ? { kept: row.sealed !== null, lastSeen: row.lastSeen } : null;
}
