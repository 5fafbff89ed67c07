import type { Answer } from '#scripts/proof/asking.ts';

/** One thing that is not the same on both sites. */
export type Difference = {
  /** What was asked or looked at. */
  what: string;
  /** In which part of the answer. */
  where: string;
  one: string;
  other: string;
};

/** All in which two answers differ; none if they are the same to the byte. */
export function differencesOf(what: string, one: Answer, other: Answer): Difference[] {
  const found: Difference[] = [];
  const note = (where: string, left: string, right: string) =>
    found.push({ what, where, one: left, other: right });
  if (one.status !== other.status) note('status', String(one.status), String(other.status));
  const [left, right] = [one.lines.join('\n'), other.lines.join('\n')];
  if (left !== right) note('headers', ...onlyIn(one.lines, other.lines));
  if (!one.body.equals(other.body)) {
    const at = firstDifference(one.body, other.body);
    note(`body at byte ${at}`, excerpt(one.body, at), excerpt(other.body, at));
  }
  return found;
}

/** The lines that only one has; if it is their order alone, all of them. */
function onlyIn(one: readonly string[], other: readonly string[]): [string, string] {
  const left = one.filter((line) => !other.includes(line));
  const right = other.filter((line) => !one.includes(line));
  if (left.length === 0 && right.length === 0) return [one.join('; '), other.join('; ')];
  return [left.join('; '), right.join('; ')];
}

function firstDifference(one: Uint8Array, other: Uint8Array): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at += 1) if (one[at] !== other[at]) return at;
  return length;
}

const AROUND = 60;

function excerpt(bytes: Buffer, at: number): string {
  return bytes.subarray(Math.max(0, at - AROUND), at + AROUND).toString('utf8');
}

/** The first line in which two texts differ. */
export function textDifference(what: string, one: string, other: string): Difference[] {
  if (one === other) return [];
  const [left, right] = [one.split('\n'), other.split('\n')];
  const at = left.findIndex((line, n) => line !== right[n]);
  const line = at < 0 ? left.length : at;
  return [{ what, where: `line ${line + 1}`, one: left[line] ?? '', other: right[line] ?? '' }];
}
