import type { Block, Inline, Mark } from '#features/stories/body.ts';

export type Paragraph = Extract<Block, { type: 'paragraph' }>;
export type List = Extract<Block, { type: 'bulletList' | 'orderedList' }>;
export type Item = List['content'][number];

/** Where something stands, and so what may stand there: see features/stories/body.ts. */
export type Place = 'body' | 'item' | 'flat';

/**
 * What is read of a page, block by block. White space is put together as browsers show it, and two line
 * breaks end a paragraph. What has no place here (a picture in a list) waits in `after`.
 */
export class Gathering {
  readonly place: Place;
  readonly blocks: Block[] = [];
  readonly after: Block[] = [];
  #line: Inline[] = [];

  constructor(place: Place) {
    this.place = place;
  }

  text(text: string, marks: readonly Mark[]): void {
    const last = this.#line.at(-1);
    const atStart = !last || last.type === 'hardBreak' || / $/.test(last.text);
    const words = atStart ? text.replace(/^[ \u00a0]+/, '') : text;
    if (words === '') return;
    if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) {
      this.#line[this.#line.length - 1] = { ...last, text: last.text + words };
    } else {
      this.#line.push({
        type: 'text',
        text: words,
        ...(marks.length > 0 ? { marks: [...marks] } : {}),
      });
    }
  }

  lineBreak(): void {
    if (this.#line.at(-1)?.type === 'hardBreak') {
      this.end();
      return;
    }
    const line = trimmed(this.#line);
    this.#line = line.length > 0 ? [...line, { type: 'hardBreak' }] : [];
  }

  /** Ends the paragraph that is being read, if there is one. */
  end(): void {
    const content = trimmed(this.#line);
    this.#line = [];
    if (content.length > 0) this.blocks.push({ type: 'paragraph', content });
  }

  put(...blocks: Block[]): void {
    this.end();
    this.blocks.push(...blocks);
  }

  /** A block of its own; where none may stand it comes after what this is part of. */
  alone(block: Block): void {
    if (this.place === 'body') this.put(block);
    else this.after.push(block);
  }

  /** Takes over what was read of a part of this one. */
  take(part: Gathering, as: (blocks: Block[]) => Block[]): void {
    part.end();
    if (part.blocks.length > 0) this.put(...as(part.blocks));
    for (const block of part.after) this.alone(block);
  }
}

function trimmed(line: Inline[]): Inline[] {
  const content = [...line];
  for (;;) {
    const last = content.at(-1);
    if (!last) return content;
    if (last.type === 'text') {
      const text = last.text.replace(/[ \u00a0]+$/, '');
      if (text === last.text) return content;
      content.pop();
      if (text) content.push({ ...last, text });
    } else content.pop();
  }
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}

/** The words of paragraphs in one line, for what has only one: a heading. */
export function inOneLine(paragraphs: readonly Block[]): Inline[] {
  return paragraphs.flatMap((block, at) => {
    const content = block.type === 'paragraph' ? (block.content ?? []) : [];
    const plain = content.map((node): Inline => {
      if (node.type === 'hardBreak') return { type: 'text', text: ' ' };
      const marks = (node.marks ?? []).filter((mark) => mark.type !== 'bold');
      return { type: 'text', text: node.text, ...(marks.length > 0 ? { marks } : {}) };
    });
    return at === 0 ? plain : [{ type: 'text', text: ' ' } as Inline, ...plain];
  });
}
