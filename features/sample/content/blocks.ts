import type { Block, Inline, Mark } from '#features/stories/body.ts';

type Paragraph = Extract<Block, { type: 'paragraph' }>;
type BulletList = Extract<Block, { type: 'bulletList' }>;
type TableRow = Extract<Block, { type: 'table' }>['content'][number];

const MARKED = /\[([^\]]+)\]\(([^)]+)\)|\*\*([^*]+)\*\*|\*([^*]+)\*/g;

/** Text in which `[words](address)`, `**bold**` and `*italic*` are marked, as typed nodes. */
function inline(text: string): Inline[] {
  const nodes: Inline[] = [];
  const push = (words: string, ...marks: Mark[]) => {
    if (words)
      nodes.push(
        marks.length ? { type: 'text', text: words, marks } : { type: 'text', text: words },
      );
  };
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    const [whole, linked, href, bold, italic] = match;
    push(text.slice(end, match.index));
    if (linked && href) push(linked, { type: 'link', attrs: { href } });
    if (bold) push(bold, { type: 'bold' });
    if (italic) push(italic, { type: 'italic' });
    end = match.index + whole.length;
  }
  push(text.slice(end));
  return nodes;
}

export function p(text: string): Paragraph {
  return { type: 'paragraph', content: inline(text) };
}

export function h2(text: string): Block {
  return { type: 'heading', attrs: { level: 2 }, content: inline(text) };
}

export function quote(speaker: string, source: string, ...paragraphs: string[]): Block {
  return { type: 'quote', attrs: { speaker, source }, content: paragraphs.map(p) };
}

export function pull(text: string): Block {
  return { type: 'pullQuote', content: inline(text) };
}

export function list(...items: string[]): BulletList {
  return {
    type: 'bulletList',
    content: items.map((item) => ({ type: 'listItem', content: [p(item)] })),
  };
}

export function facts(title: string, ...content: (Paragraph | BulletList)[]): Block {
  return { type: 'factBox', attrs: { title }, content };
}

/** The first row is the heads of the columns, and the first cell of each row is its own head. */
export function table(...rows: [string[], ...string[][]]): Block {
  const row = (cells: string[], number: number): TableRow => ({
    type: 'tableRow',
    content: cells.map((cell, column) => ({
      type: number === 0 || column === 0 ? 'tableHeader' : 'tableCell',
      content: [p(cell)],
    })),
  });
  return { type: 'table', content: rows.map(row) };
}

export const divider: Block = { type: 'divider' };
