import { createHash } from 'node:crypto';
import breached from '#features/people/breached.json' with { type: 'json' };

/** What an attacker who knows the person would try first. */
export type Known = { email?: string; name?: string };

/** As two spellings of one password are compared. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** 32 bits of a digest: small enough to carry 50,000 of them, wrong once in 80,000 passwords. */
export function fingerprint(password: string): number {
  return createHash('sha256').update(folded(password)).digest().readUInt32BE(0);
}

let sorted: Uint32Array | undefined;

/** True if it stands in the list of stolen passwords that comes with Dateline. */
function isBreached(password: string): boolean {
  sorted ??= unpack(breached.fingerprints);
  const wanted = fingerprint(password);
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted;
}

function unpack(base64: string): Uint32Array {
  const bytes = Buffer.from(base64, 'base64');
  return Uint32Array.from({ length: bytes.length / 4 }, (_, n) => bytes.readUInt32BE(n * 4));
}

const REPEATED = /^(.{1,6}?)\1+.{0,5}$/u;

/** "1234…", "aaaa…", "hgfe…": nearly every sign follows from the one before. */
function isRow(text: string): boolean {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, n) => Math.abs(code - (codes[n] ?? 0)));
  return steps.filter((step) => step <= 1).length >= steps.length - 2;
}

/** The words of a name or an address that are long enough to be recognized. */
function wordsOf({ email = '', name = '' }: Known): Set<string> {
  const [local = '', domain = ''] = folded(email).split('@');
  const parts = [local, ...local.split(/[^\p{L}]+/u), domain.split('.')[0] ?? ''];
  const names = folded(name).split(/\s+/);
  const all = [folded(email), ...parts, ...names, names.join(''), folded(name)];
  return new Set(all.filter((word) => word.length >= 4));
}

/** Why a password that is long enough would still be guessed, or null. */
export function weakness(password: string, known: Known = {}): string | null {
  if (isBreached(password)) return 'It is on the lists of stolen passwords that are tried first.';
  const text = folded(password);
  if (REPEATED.test(text) || isRow(text)) {
    return 'It repeats or counts on: that is tried first.';
  }
  const words = wordsOf(known);
  const bare = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (words.has(text) || words.has(bare))
    return 'It is your name or address, which is tried first.';
  if (bare.length >= 3 && bare.length < text.length && isBreached(bare)) {
    return 'It is a common word with signs around it, which is tried first.';
  }
  return null;
}
