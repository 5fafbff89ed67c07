import { type Address, indexUnder } from '#features/addresses/address.ts';
import { blurred, keyOfToday } from '#lib/blurred.ts';
import { now } from '#lib/clock.ts';
import { networkOf } from '#lib/network.ts';
import type { Result } from '#lib/result.ts';
import { onePerProcess } from '#lib/singleton.ts';
import { Windows } from '#lib/windows.ts';

/** Many, because a school or a careless proxy is one place. Every comment waits for a person anyway. */
const A_MINUTE = 30;
const AN_HOUR = 300;
const SAME_FOR_MS = 60_000;
const REMEMBERED = 5_000;

type Recent = { at: number; answer: Promise<Result<unknown>> };

type Memory = {
  minute: Windows;
  hour: Windows;
  recent: Map<string, Recent>;
  /** When a place last had its turn under a story that is in slow mode. */
  turns: Map<string, number>;
};

const memory = onePerProcess<Memory>('comment-limits', () => ({
  minute: new Windows(A_MINUTE, 60_000),
  hour: new Windows(AN_HOUR, 3_600_000),
  recent: new Map<string, Recent>(),
  turns: new Map<string, number>(),
}));

/** An address as it is remembered: only whether it is the same as a moment ago can be seen. */
export function blurredAddress(address: Address): string {
  return indexUnder(keyOfToday(), address);
}

/** Counts one comment from a network. False when there were too many, whoever wrote them. */
export function mayPost(place: string): boolean {
  const key = blurred(networkOf(place));
  const both = [memory.minute, memory.hour];
  if (!both.every((windows) => windows.allows(key, now()))) return false;
  for (const windows of both) windows.count(key, now());
  return true;
}

/** How many seconds a place has to wait until it may comment again under a story in slow mode. */
export function secondsLeft(place: string, storyId: string, slowSeconds: number): number {
  const last = memory.turns.get(blurred(place, storyId));
  if (slowSeconds === 0 || last === undefined) return 0;
  const passed = (now().getTime() - last) / 1_000;
  return passed < 0 ? 0 : Math.max(0, Math.ceil(slowSeconds - passed));
}

/** Takes the turn of a place. Between this and the question nothing else may be awaited. */
export function takeTurn(place: string, storyId: string): void {
  const key = blurred(place, storyId);
  memory.turns.delete(key);
  memory.turns.set(key, now().getTime());
  const [oldest = ''] = memory.turns.keys();
  if (memory.turns.size > REMEMBERED) memory.turns.delete(oldest);
}

/** Pressed twice is sent once: the same again within a minute gets the answer of the first. */
export async function onlyOnce<T>(key: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const at = now().getTime();
  for (const [known, { at: since }] of memory.recent) {
    if (since + SAME_FOR_MS > at && memory.recent.size < REMEMBERED) break;
    memory.recent.delete(known);
  }
  const earlier = memory.recent.get(key);
  // Asked of the entry itself too: a clock that was set back has left some that are not in order.
  if (earlier && Math.abs(at - earlier.at) < SAME_FOR_MS) {
    return earlier.answer as Promise<Result<T>>;
  }
  memory.recent.delete(key);
  const answer = work();
  memory.recent.set(key, { at, answer });
  try {
    const result = await answer;
    if (!result.ok) memory.recent.delete(key);
    return result;
  } catch (error) {
    memory.recent.delete(key);
    throw error;
  }
}
