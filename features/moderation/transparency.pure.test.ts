import { expect, test } from 'vitest';
import { asCsv, type Counted, summed } from '#features/moderation/transparency.ts';

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

test('the file opens in a spreadsheet', () => {
  expect(asCsv(ROWS.slice(1, 2))).toBe(
    'month,kind,rule,outcome,comments\r\n2026-10,decision,insult,rejected,2\r\n',
  );
  expect(asCsv([{ ...(ROWS[0] as Counted), rule: 'a "b", c' }])).toContain('"a ""b"", c"');
});
