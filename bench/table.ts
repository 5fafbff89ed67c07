/** One line of the table. Without an aim it is said for the record, and cannot fail. */
export type Row = { what: string; figure: string; aim?: string; ok?: boolean };

export function printTable(title: string, rows: readonly Row[]): void {
  const lines = rows.map(({ what, figure, aim = '', ok }) => [what, figure, aim, verdict(ok)]);
  const all = [['', 'figure', 'aim', ''], ...lines];
  const widths = [0, 1, 2, 3].map((n) => Math.max(...all.map((line) => (line[n] ?? '').length)));
  console.log(`\n${title}`);
  for (const line of all) {
    console.log(`  ${line.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join('  ')}`.trimEnd());
  }
}

function verdict(ok: boolean | undefined): string {
  if (ok === undefined) return '';
  return ok ? 'ok' : 'NOT';
}

export function atLeast(what: string, value: number, aim: number, digits = 2): Row {
  return { what, figure: value.toFixed(digits), aim: `≥ ${aim}`, ok: value >= aim };
}

export function atMost(what: string, value: number, aim: number, unit: string, digits = 0): Row {
  const figure = `${value.toFixed(digits)} ${unit}`.trim();
  return { what, figure, aim: `≤ ${aim} ${unit}`.trim(), ok: value <= aim };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[sorted.length % 2 === 0 ? middle - 1 : middle],
    sorted[middle],
  ];
  return (low + high) / 2;
}
