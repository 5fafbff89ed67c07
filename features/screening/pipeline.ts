import type { Context, DoorContext } from '#features/screening/context.ts';
import { banned } from '#features/screening/phases/banned.ts';
import { browser } from '#features/screening/phases/browser.ts';
import { closed } from '#features/screening/phases/closed.ts';
import { empty } from '#features/screening/phases/empty.ts';
import { firstComment } from '#features/screening/phases/first-comment.ts';
import { heldByPolicy } from '#features/screening/phases/held-by-policy.ts';
import { links } from '#features/screening/phases/links.ts';
import { rate } from '#features/screening/phases/rate.ts';
import { repeated } from '#features/screening/phases/repeated.ts';
import { slowMode, tooSoon } from '#features/screening/phases/slow-mode.ts';
import { spam } from '#features/screening/phases/spam.ts';
import { throwAway } from '#features/screening/phases/throw-away.ts';
import { tooLong } from '#features/screening/phases/too-long.ts';
import { words } from '#features/screening/phases/words.ts';
import type {
  DoorRefusal,
  KeptVerdict,
  PhaseVerdict,
  Screened,
} from '#features/screening/views.ts';

type DoorPhase = (context: DoorContext) => DoorRefusal | null;
type Phase = (context: Context) => PhaseVerdict | null;

/** Before anybody asks who writes: the first that refuses answers the form. */
export const DOOR: readonly (readonly [name: string, phase: DoorPhase])[] = [
  ['closed', closed],
  ['empty', empty],
  ['too long', tooLong],
  ['rate', rate],
  ['slow mode', slowMode],
];

/** Then, in this order and each of them whatever the others say: what moderators are told. */
export const INSIDE: readonly (readonly [name: string, phase: Phase])[] = [
  ['repeated', repeated],
  ['slow mode', tooSoon],
  ['banned', banned],
  ['words', words],
  ['links', links],
  ['first comment', firstComment],
  ['throw-away', throwAway],
  ['browser', browser],
  ['spam', spam],
  ['policy', heldByPolicy],
];

/** Null if the comment may come in. */
export function refusedAtDoor(context: DoorContext): DoorRefusal | null {
  for (const [, phase] of DOOR) {
    const refusal = phase(context);
    if (refusal) return refusal;
  }
  return null;
}

/** What every phase says, and what the strictest of them makes of the comment. */
export function screen(context: Context, phases: typeof INSIDE = INSIDE): Screened {
  const verdicts = phases.flatMap(([name, phase]): KeptVerdict[] => {
    const verdict = phase(context);
    return verdict ? [{ spans: [], ...verdict, phase: name }] : [];
  });
  const says = (outcome: KeptVerdict['outcome']) =>
    verdicts.some((verdict) => verdict.outcome === outcome);
  if (says('reject')) return { state: 'rejected', lane: 'waiting', verdicts };
  if (says('spam')) return { state: 'waiting', lane: 'spam', verdicts };
  if (says('hold')) return { state: 'waiting', lane: 'held', verdicts };
  return { state: says('wait') ? 'waiting' : 'approved', lane: 'waiting', verdicts };
}
