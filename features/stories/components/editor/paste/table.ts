import type { Block } from '#features/stories/body.ts';
import type { Paragraph } from '#features/stories/components/editor/paste/gather.ts';

type Table = Extract<Block, { type: 'table' }>;
type Cell = Table['content'][number]['content'][number];

const MOST_COLUMNS = 20;
const MOST_ROWS = 300;

/** True for a table that only puts things beside each other, as mails and old pages do. */
export function isLayout(table: Element): boolean {
  if (/^(presentation|none)$/.test(table.getAttribute('role') ?? '')) return true;
  if (table.querySelector('table, h1, h2, h3, h4, h5, h6, hr, iframe, figure')) return true;
  const rows = [...table.querySelectorAll('tr')];
  return rows.every((row) => cellsOf(row).length <= 1);
}

function cellsOf(row: Element): Element[] {
  return [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th');
}

/**
 * The rows of a table, all of one length: a cell that went over several gets empty ones beside it,
 * since ours do not. What is more than a table may have goes into its last column, or into another.
 */
export function tablesOf(table: Element, words: (cell: Element) => Paragraph[]): Table[] {
  const rows: Cell[][] = [];
  const taken: boolean[][] = [];
  for (const [at, row] of [...table.querySelectorAll('tr')].entries()) {
    const cells: Cell[] = [];
    taken[at] ??= [];
    const head = row.parentElement?.localName === 'thead';
    for (const element of cellsOf(row)) {
      while (taken[at]?.[cells.length]) cells.push(empty());
      const first = cells.length;
      const wide = span(element, 'colspan', MOST_COLUMNS);
      for (let down = 0; down < span(element, 'rowspan', MOST_ROWS); down += 1) {
        for (let right = 0; right < wide; right += 1) {
          taken[at + down] ??= [];
          (taken[at + down] as boolean[])[first + right] = true;
        }
      }
      const content = words(element);
      const type = head || element.localName === 'th' ? 'tableHeader' : 'tableCell';
      cells.push({ type, content: content.length > 0 ? content : [{ type: 'paragraph' }] });
      while (cells.length < first + wide) cells.push({ ...empty(), type });
    }
    while (taken[at]?.[cells.length]) cells.push(empty());
    rows.push(cells.length > MOST_COLUMNS ? narrowed(cells) : cells);
  }
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  const whole = rows
    .filter((cells) => cells.some(hasWords))
    .map((cells) => ({
      type: 'tableRow' as const,
      content: [...cells, ...Array.from({ length: width - cells.length }, empty)],
    }));
  const parts: Table[] = [];
  for (let from = 0; from < whole.length; from += MOST_ROWS) {
    parts.push({ type: 'table', content: whole.slice(from, from + MOST_ROWS) });
  }
  return parts;
}

function narrowed(cells: Cell[]): Cell[] {
  const rest = cells.slice(MOST_COLUMNS - 1);
  const content = rest.filter(hasWords).flatMap((cell) => cell.content);
  const last: Cell = { type: rest[0]?.type ?? 'tableCell', content };
  return [...cells.slice(0, MOST_COLUMNS - 1), content.length > 0 ? last : empty()];
}

function hasWords({ content }: Cell): boolean {
  return content.some((paragraph) => paragraph.content !== undefined);
}

function empty(): Cell {
  return { type: 'tableCell', content: [{ type: 'paragraph' }] };
}

function span(cell: Element, name: string, most: number): number {
  const asked = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, most) : 1;
}
