import { expect, test } from 'vitest';
import { asCsv, type Counted, phaseName, summed } from '#features/moderation/transparency.ts';
import { NASTY_STRINGS } from '#tests/nasty-strings.ts';

const ROWS: Counted[] = [
  { month: '2026-09', kind: 'decision', rule: '', outcome: 'approved', comments: 5 },
  { month: '2026-10', kind: 'decision', rule: 'insult', outcome: 'rejected', comments: 2 },
  { month: '2026-10', kind: 'decision', rule: '', outcome: 'approved', comments: 4 },
  { month: '2026-10', kind: 'appeal', rule: '', outcome: 'upheld', comments: 1 },
];

test('months are summed, kinds are kept apart', () => {
  expect(summed(ROWS, 'decision')).toEqual([
    { kind: 'decision', rule: '', outcome: 'approved', comments: 9 },
    { kind: 'decision', rule: 'insult', outcome: 'rejected', comments: 2 },
  ]);
});

test('a phase is told by what it is about, for whoever does not know the pipeline', () => {
  expect(phaseName('policy')).toBe('Every comment is read first');
  expect(phaseName('a newer one')).toBe('a newer one');
});

test('the file opens in a spreadsheet', () => {
  expect(asCsv(ROWS.slice(1, 2))).toBe(
    'month,kind,rule,outcome,comments\r\n2026-10,decision,insult,rejected,2\r\n',
  );
  expect(asCsv([{ ...(ROWS[0] as Counted), rule: 'a "b", c' }])).toContain('"a ""b"", c"');
});

/** The cells of a line, as a spreadsheet takes it apart. */
function cells(csv: string): string[] {
  return [...csv.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  );
}

test('no cell is a formula, whatever a rule or an outcome is called, and none breaks out of its place', () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '"=1'];
  for (const text of [...formulas, ...NASTY_STRINGS]) {
    const file = asCsv([{ ...(ROWS[0] as Counted), rule: text, outcome: text }]);
    const line = file.slice(file.indexOf('\r\n') + 2, -2);
    const found = cells(line);
    expect([text, found.length]).toEqual([text, 5]);
    expect([text, `'${text}`]).toContain(found[2]);
    for (const cell of found) expect(cell).not.toMatch(/^\s*[=+\-@\t\r\n＝＋－＠]/u);
  }
});
