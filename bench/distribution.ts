/** How far two samples are from being of one kind. */
export type Apart = {
  /** The largest difference of their cumulated shares (Kolmogorov and Smirnov): 0 alike, 1 apart. */
  distance: number;
  /** What it stays under in 999 of 1,000 cases if there is nothing to tell them apart by. */
  chance: number;
  /** How often one of the first is larger than one of the second: half of the time if they are alike. */
  rank: number;
};

const ONE_IN_A_THOUSAND = 1.949;

export function apart(one: readonly number[], other: readonly number[]): Apart {
  const all = [...one.map((at) => ({ at, of: 1 })), ...other.map((at) => ({ at, of: 0 }))];
  all.sort((a, b) => a.at - b.at);
  let [ones, others, distance, larger] = [0, 0, 0, 0];
  for (const { of } of all) {
    if (of === 1) {
      ones += 1;
      larger += others;
    } else others += 1;
    distance = Math.max(distance, Math.abs(ones / one.length - others / other.length));
  }
  const size = (one.length + other.length) / (one.length * other.length);
  return {
    distance,
    chance: ONE_IN_A_THOUSAND * Math.sqrt(size),
    rank: larger / (one.length * other.length),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function quantiles(values: readonly number[]): string {
  const shares = [0.05, 0.5, 0.95].map((share) => quantile(values, share).toFixed(2));
  return `${shares.join(', ')} ms`;
}

const BARS = 24;
const WIDEST = 36;

/** Both samples side by side, in steps of equal length up to where 98 of 100 are. */
export function histogram(samples: Readonly<Record<string, readonly number[]>>): string[] {
  const all = Object.values(samples).flat();
  const [from, to] = [Math.min(...all), quantile(all, 0.98)];
  const step = (to - from) / BARS || 1;
  const counted = Object.values(samples).map((values) =>
    Array.from({ length: BARS }, (_, bar) => {
      const low = from + bar * step;
      return values.filter((value) => value >= low && value < low + step).length;
    }),
  );
  const most = Math.max(...counted.flat(), 1);
  const head = ['ms'.padStart(8), ...Object.keys(samples).map((name) => name.padEnd(WIDEST))];
  const lines = Array.from({ length: BARS }, (_, bar) => {
    const bars = counted.map((counts) =>
      '█'.repeat(Math.round(((counts[bar] ?? 0) / most) * WIDEST)).padEnd(WIDEST),
    );
    return [(from + bar * step).toFixed(2).padStart(8), ...bars].join('  ').trimEnd();
  });
  return [head.join('  ').trimEnd(), ...lines];
}
