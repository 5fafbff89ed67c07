/** The side of the small grey picture that a fingerprint is taken of. */
export const GREY_SIDE = 32;
const KEPT = 8;
const FLAT = 100;

/** cos((2x + 1) u π / 2N) for the waves that are kept. */
const WAVES = Array.from({ length: KEPT }, (_, u) =>
  Array.from({ length: GREY_SIDE }, (_, x) =>
    Math.cos(((2 * x + 1) * u * Math.PI) / (2 * GREY_SIDE)),
  ),
);

/**
 * 64 bits that hardly change when a picture is made smaller, compressed anew or a little lighter: which
 * of its slowest waves (DCT) are stronger than the middle one. In hex.
 */
export function fingerprintOf(grey: Uint8Array): string {
  const rows = Array.from({ length: GREY_SIDE }, (_, y) =>
    WAVES.map((wave) => {
      let sum = 0;
      for (let x = 0; x < GREY_SIDE; x += 1) sum += (grey[y * GREY_SIDE + x] ?? 0) * (wave[x] ?? 0);
      return sum;
    }),
  );
  const strengths: number[] = [];
  for (const wave of WAVES) {
    for (let u = 0; u < KEPT; u += 1) {
      let sum = 0;
      for (let y = 0; y < GREY_SIDE; y += 1) sum += (rows[y]?.[u] ?? 0) * (wave[y] ?? 0);
      strengths.push(sum);
    }
  }
  // The first is only how light the whole is. Where nothing else is, there is nothing to compare.
  if (strengths.slice(1).every((strength) => Math.abs(strength) < FLAT)) return '';
  const middle = [...strengths.slice(1)].sort((a, b) => a - b)[31] ?? 0;
  const bits = strengths.map((strength, at) => (at > 0 && strength > middle ? '1' : '0')).join('');
  const hex = (from: number) => Number.parseInt(bits.slice(from, from + 32), 2).toString(16);
  return hex(0).padStart(8, '0') + hex(32).padStart(8, '0');
}

/** Of 64 bits. Two pictures of different things differ in about thirty. */
const ALIKE = 8;

type Print = { id: string; fingerprint: string };

/** Those that look like one of `wanted`, nearest first. Ten thousand are compared in milliseconds. */
export function alike(
  wanted: readonly Print[],
  all: readonly Print[],
): Map<string, { id: string; distance: number }[]> {
  const known = all.flatMap(({ id, fingerprint }) => halves(id, fingerprint));
  const found = new Map<string, { id: string; distance: number }[]>();
  for (const { id, fingerprint } of wanted) {
    const [own] = halves(id, fingerprint);
    if (!own) continue;
    const near: { id: string; distance: number }[] = [];
    for (const other of known) {
      const distance = ones(own.high ^ other.high) + ones(own.low ^ other.low);
      if (distance <= ALIKE && other.id !== id) near.push({ id: other.id, distance });
    }
    if (near.length > 0) {
      found.set(
        id,
        near.sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1)),
      );
    }
  }
  return found;
}

/** How the 64 bits are cut: two that differ in eight at most are the same in one of nine bands. */
const BANDS = 9;

/**
 * All that look like another one of them. Only those that share a band are compared, so that tens of
 * thousands take a moment and not a minute.
 */
export function lookAlikes(all: readonly Print[]): Set<string> {
  const found = new Set<string>();
  const known = all.flatMap(({ id, fingerprint }) => halves(id, fingerprint));
  for (let band = 0; band < BANDS; band += 1) {
    for (const some of Map.groupBy(known, (one) => bandOf(one, band)).values()) {
      for (const [at, one] of some.entries()) {
        for (const other of some.slice(at + 1)) {
          if (found.has(one.id) && found.has(other.id)) continue;
          if (ones(one.high ^ other.high) + ones(one.low ^ other.low) > ALIKE) continue;
          found.add(one.id).add(other.id);
        }
      }
    }
  }
  return found;
}

/** Seven bits from either half by turns, and in the ninth the four that are left of each. */
function bandOf({ high, low }: { high: number; low: number }, band: number): number {
  if (band === BANDS - 1) return ((high >>> 28) << 4) | (low >>> 28);
  return ((band < 4 ? high : low) >>> ((band % 4) * 7)) & 0x7f;
}

function halves(id: string, fingerprint: string) {
  if (fingerprint.length !== 16) return [];
  const high = Number.parseInt(fingerprint.slice(0, 8), 16);
  const low = Number.parseInt(fingerprint.slice(8), 16);
  return [{ id, high, low }];
}

/** How many bits are set, by the usual additions within the word. */
function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
