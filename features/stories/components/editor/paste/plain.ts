import type { Block, Inline } from '#features/stories/body.ts';
import type { Paragraph } from '#features/stories/components/editor/paste/gather.ts';

/** Lines that a mail program broke are about this long, but for the last one of a paragraph. */
const BROKEN = { least: 45, most: 80 };

/**
 * Plain text as blocks. An empty line ends a paragraph; without one each line is one. Lines that were
 * broken by a program are put together, others stay lines, and "> " is what somebody is quoted with.
 */
export function blocksOfText(text: string): Block[] {
  const lines = text.replace(/[\0\ufeff\u200b]/g, '').split(/\r\n?|\n/);
  const parts = lines.some((line, at) => isEmpty(line) && at > 0 && at < lines.length - 1)
    ? byEmptyLines(lines)
    : lines.filter((line) => !isEmpty(line)).map((line) => [line]);
  return parts.flatMap(blocksOf);
}

function isEmpty(line: string): boolean {
  return line.trim() === '';
}

function byEmptyLines(lines: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (isEmpty(line)) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.filter((part) => part.length > 0);
}

function blocksOf(lines: readonly string[]): Block[] {
  const quoted = lines.every((line) => /^\s*>/.test(line));
  if (!quoted) return [paragraphOf(lines)];
  const inner = blocksOfText(lines.map((line) => line.replace(/^\s*(?:> ?)+/, '')).join('\n'));
  const content = inner.filter((block): block is Paragraph => block.type === 'paragraph');
  if (content.length === 0) return [];
  return [{ type: 'quote', attrs: { speaker: '', source: '' }, content }];
}

function paragraphOf(lines: readonly string[]): Paragraph {
  const broken = lines
    .slice(0, -1)
    .every(({ length }) => length >= BROKEN.least && length <= BROKEN.most);
  const words = lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
  const content = broken
    ? [{ type: 'text' as const, text: words.join(' ') }]
    : words.flatMap((line, at): Inline[] => [
        ...(at > 0 ? [{ type: 'hardBreak' as const }] : []),
        { type: 'text', text: line },
      ]);
  return { type: 'paragraph', content };
}
