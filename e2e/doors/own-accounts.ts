import { passkeys } from '#db/schema/people.ts';
import { transaction } from '#db/store.ts';
import { type Caller, formOf } from '#e2e/doors/callers.ts';
import type { Actor } from '#features/people/actor.ts';
import { ownSessions } from '#features/people/queries.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { accountPath } from '#lib/paths.ts';

const PASSWORD = 'nine improbable otters';

type Own = { door: string; values: readonly unknown[] };

/** Every door of the own account, used with what belongs to a colleague. */
async function colleagues(of: Caller): Promise<(Own & { says: string })[]> {
  const personId = of.account?.id ?? '';
  const actor: Actor = { type: 'staff', id: personId, name: '', grants: [] };
  const [session] = await ownSessions(actor, '');
  const id = newId();
  await transaction((tx) =>
    tx.insert(passkeys).values({
      ...{ id, personId, name: 'Mine', publicKey: Buffer.alloc(8), counter: 0, transports: [] },
      createdAt: now(),
    }),
  );
  const wrong = 'This is not your present password.';
  return [
    {
      door: 'endSessionAction',
      values: formOf({ key: session?.key ?? '' }),
      says: 'This session has ended already.',
    },
    {
      door: 'renamePasskeyAction',
      values: formOf({ id, name: 'Yours' }),
      says: 'There is no such passkey.',
    },
    { door: 'removePasskeyAction', values: formOf({ id }), says: 'There is no such passkey.' },
    {
      door: 'changePasswordAction',
      values: formOf({ current: PASSWORD, next: PASSWORD }),
      says: wrong,
    },
    { door: 'takeOffAppAction', values: formOf({ password: PASSWORD }), says: wrong },
    { door: 'beginAppAction', values: [PASSWORD], says: wrong },
    { door: 'renewCodesAction', values: [PASSWORD], says: wrong },
    { door: 'beginPasskeyAction', values: [PASSWORD], says: wrong },
    { door: 'finishAppAction', values: ['000000'], says: '' },
    { door: 'addPasskeyAction', values: [{}, 'Mine'], says: '' },
  ];
}

/** What asks for nothing by which another person could be meant. */
const MINE: readonly Own[] = [
  { door: 'seeMentionsAction', values: [null] },
  { door: 'calendarLinkAction', values: formOf({ act: 'make' }) },
  { door: 'endOtherSessionsAction', values: [] },
];

/** The doors of the own account: what is not so. */
export async function wrongInOwnAccounts(
  nobody: Caller,
  one: Caller,
  other: Caller,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { door, values, says } of await colleagues(other)) {
    const out = await nobody.act(door, ...values);
    if (out.letter !== 'o') wrong.push(`${door}, nobody signed in: ${out.letter}`);
    const { letter, why } = await one.act(door, ...values);
    if (letter === 'Y' || !why.startsWith(says))
      wrong.push(`${door}, a colleague: ${letter} ${why}`);
  }
  for (const { door, values } of MINE) {
    const out = await nobody.act(door, ...values);
    if (out.letter !== 'o') wrong.push(`${door}, nobody signed in: ${out.letter}`);
    const { letter } = await one.act(door, ...values);
    if (letter !== 'Y') wrong.push(`${door}: ${letter}`);
  }
  const still = await other.page(accountPath());
  if (still.letter !== 'Y') wrong.push('somebody else was signed out');
  return wrong;
}
