import { and, eq, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { people } from '#db/schema/people.ts';
import { read, type Tx, transaction } from '#db/store.ts';
import { SsoClaims } from '#features/people/input.ts';
import { insertAuthor } from '#features/people/internal/accounts.ts';
import { endLinks } from '#features/people/internal/links.ts';
import { type Opened, openSession } from '#features/people/internal/sessions.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

type Claims = { subject: string; email: string; name: string };

/**
 * Opens a session for whoever a provider says it is: only somebody who is on the staff or invited, by
 * an address that the provider has verified. The provider's own account is bound at the first time, so
 * that nobody gets in later who was only given the address.
 */
export async function signInBySso(
  issuer: string,
  sent: unknown,
  device: string,
): Promise<Result<Opened>> {
  const parsed = SsoClaims.safeParse(sent);
  if (!parsed.success) return notLetIn();
  const { sub, email, name } = parsed.data;
  const claims = { subject: `${issuer} ${sub}`, email, name };
  const [person] = await read.select().from(people).where(eq(people.email, email));
  if (!person || person.deactivatedAt || !mayBe(person.ssoSubject, issuer, claims.subject)) {
    return notLetIn();
  }
  return transaction(async (tx) => {
    if (person.invited && !(await come(tx, person.id, claims))) return notLetIn();
    const bound = await tx
      .update(people)
      .set({ ssoSubject: claims.subject })
      .where(and(eq(people.id, person.id), isNull(people.deactivatedAt)))
      .returning({ id: people.id });
    if (bound.length === 0) return notLetIn();
    return ok(await openSession(tx, person.id, { method: 'sso', device }));
  });
}

/** Nobody was bound yet, or this account was, or one of a provider that the site had before. */
function mayBe(bound: string | null, issuer: string, subject: string): boolean {
  return bound === null || bound === subject || !bound.startsWith(`${issuer} `);
}

/** Who was invited comes with the name that the provider knows. False if it knows none. */
async function come(tx: Tx, personId: string, { name }: Claims): Promise<boolean> {
  if (!name) return false;
  const came = await tx
    .update(people)
    .set({ name, invited: false })
    .where(and(eq(people.id, personId), eq(people.invited, true)))
    .returning({ id: people.id });
  if (came.length === 0) return false;
  await insertAuthor(tx, { name, personId });
  await endLinks(tx, personId, 'invite');
  await recordAudit(tx, {
    actor: `staff:${personId}`,
    act: 'person.join',
    noun: 'person',
    thingId: personId,
    payload: { name, by: 'sso' },
  });
  return true;
}

function notLetIn() {
  return refuse(
    'forbidden',
    'This account is not on the staff. Ask an administrator to invite you.',
  );
}
