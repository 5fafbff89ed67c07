import { ruleNamed } from '#features/screening/rules.ts';

/** One number of the public count: in which month, what, by which rule. */
export type Counted = {
  /** 2017-01 */
  month: string;
  kind: 'decision' | 'pipeline' | 'appeal';
  rule: string;
  outcome: string;
  comments: number;
};

/** The sums of several months, one line a rule and outcome, the largest first. */
export function summed(rows: readonly Counted[], kind: Counted['kind']): Omit<Counted, 'month'>[] {
  const sums = new Map<string, Omit<Counted, 'month'>>();
  for (const { rule, outcome, comments, ...row } of rows) {
    if (row.kind !== kind) continue;
    const key = JSON.stringify([outcome, rule]);
    const before = sums.get(key)?.comments ?? 0;
    sums.set(key, { kind, rule, outcome, comments: before + comments });
  }
  return [...sums.values()].sort((a, b) => b.comments - a.comments || a.rule.localeCompare(b.rule));
}

/** How a rule is called in public. Nothing for a decision without one. */
export function nameOf(rule: string): string {
  return ruleNamed(rule)?.name ?? rule;
}

const HEAD = ['month', 'kind', 'rule', 'outcome', 'comments'] as const;

/** As a file for a spreadsheet. Nothing in it was typed by a reader, so nothing needs disarming. */
export function asCsv(rows: readonly Counted[]): string {
  const lines = rows.map((row) => HEAD.map((name) => quoted(String(row[name]))).join(','));
  return `${[HEAD.join(','), ...lines].join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
