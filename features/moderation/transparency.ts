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

/** What the phases are about that are counted, for whoever does not know the pipeline. */
const PHASES: Readonly<Record<string, string>> = {
  repeated: 'Said before',
  words: 'A list of words',
  links: 'Many links',
  browser: 'How the form was sent',
  spam: 'Looks like advertising',
  policy: 'Every comment is read first',
};

/** How a phase of the pipeline is called in public. */
export function phaseName(phase: string): string {
  return PHASES[phase] ?? phase;
}

/** How a rule is called in public. Nothing for a decision without one. */
export function nameOf(rule: string): string {
  return ruleNamed(rule)?.name ?? rule;
}

const HEAD = ['month', 'kind', 'rule', 'outcome', 'comments'] as const;

/** As a file for a spreadsheet. */
export function asCsv(rows: readonly Counted[]): string {
  const lines = rows.map((row) => HEAD.map((name) => quoted(String(row[name]))).join(','));
  return `${[HEAD.join(','), ...lines].join('\r\n')}\r\n`;
}

/** What a spreadsheet would take for a formula, some of them after white space or by a wide sign. */
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r\n]/u;

function quoted(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
