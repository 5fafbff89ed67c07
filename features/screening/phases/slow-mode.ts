import type { Context, DoorContext } from '#features/screening/context.ts';
import type { DoorRefusal, PhaseVerdict } from '#features/screening/views.ts';

/**
 * Slow mode at the door counts networks, because what it answers may not depend on who writes. Whoever
 * comes around by another network is found inside.
 */
export function slowMode({
  network,
  policy,
  edit,
}: Pick<DoorContext, 'network' | 'policy' | 'edit'>): DoorRefusal | null {
  if (edit || policy.slowSeconds === 0 || network.secondsLeft <= 0) return null;
  const wait = inWords(network.secondsLeft);
  const why = `This discussion is slow: one comment every ${inWords(policy.slowSeconds)}. Yours can be sent in ${wait}.`;
  return { code: 'limited', why };
}

/** The same person again within the time of slow mode, from somewhere else. */
export function tooSoon({
  at,
  writer,
  policy,
  edit,
}: Pick<Context, 'at' | 'writer' | 'policy' | 'edit'>): PhaseVerdict | null {
  if (edit || policy.slowSeconds === 0 || writer.lastAt === null) return null;
  const seconds = Math.floor((at.getTime() - writer.lastAt.getTime()) / 1_000);
  if (seconds >= policy.slowSeconds) return null;
  return {
    outcome: 'hold',
    rule: 'too soon',
    why: `Slow mode: the same writer sent a comment ${inWords(seconds)} before.`,
  };
}

export function inWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
