import { identityTransaction } from '#db/identity.ts';
import { letterLinks, letters } from '#db/identity-schema.ts';
import { drainOutbox } from '#db/outbox.ts';
import { outbox } from '#db/schema/site.ts';
import { transaction } from '#db/store.ts';
import { sendDue } from '#features/addresses/mailing.ts';
import { approveComment, rejectComment } from '#features/comments/commands.ts';
import { LETTERS } from '#features/letters/jobs.ts';
import { system } from '#features/people/actor.ts';
import { changeSettings } from '#features/settings/commands.ts';
import type { AddressKeeping } from '#features/site/views.ts';
import { handleEvent } from '#server/events.ts';
import { judgeable } from '#tests/discussion.ts';
import type { Received } from '#tests/mail-server.ts';
import { good } from '#tests/results.ts';

/** No letter is left from an earlier test, and nothing happened that one would follow from. */
export async function forgetLetters(): Promise<void> {
  await transaction((tx) => tx.delete(outbox).then(() => undefined));
  await identityTransaction(async (tx) => {
    await tx.delete(letters);
    await tx.delete(letterLinks);
  });
}

/** What the clock and the mailer do by themselves: what happened becomes letters, and those are sent. */
export async function deliver(): Promise<number> {
  await drainOutbox(handleEvent);
  return sendDue(LETTERS, () => undefined);
}

export async function keepAddresses(keep: AddressKeeping['keep'], days = 30): Promise<void> {
  good(await changeSettings(system('test'), { addresses: { keep, days } }));
}

/** The token of the link in a letter that leads to one of these pages. */
export function tokenIn(
  mail: Received | undefined,
  page: 'confirm' | 'unsubscribe' | 'comments',
): string {
  const [, token] = new RegExp(`/privacy/${page}/([\\w-]{43})`).exec(mail?.text ?? '') ?? [];
  if (!token) throw new Error(`no link to ${page} in ${mail?.subject ?? 'no letter'}`);
  return token;
}

export async function approve(commentId: string, state: 'waiting' | 'rejected' = 'waiting') {
  good(await approveComment(system('test'), await judgeable(commentId, state)));
}

export async function reject(commentId: string, reason = '', rule = '') {
  const judged = await judgeable(commentId, 'waiting');
  good(await rejectComment(system('test'), { ...judged, reason, rule }));
}
