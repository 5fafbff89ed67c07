import { z } from 'zod';

/** The version of the schema below. A stored body says which it was written in. */
export const BODY_VERSION = 1;

/** A story longer than this is a book; the database, the editor and the page all bear it. */
const MAX_BLOCKS = 2_000;
const MAX_CHARACTERS = 400_000;
/** As many pictures as a gallery may have. */
export const MOST_PICTURES = 60;

/** https, mailto, or a place on this site. Never javascript:, data: or a protocol-relative address. */
export function isSafeLink(href: string): boolean {
  if (/^\/(?!\/)/.test(href) || href.startsWith('#')) return !/[\\\s]/.test(href);
  return URL.canParse(href) && /^(https?|mailto):$/.test(new URL(href).protocol);
}

/** What may be shown from another site: https, and nothing that only this browser knows. */
export function isShowable(url: string): boolean {
  return /^https:\/\//.test(url) && isSafeLink(url);
}

const clean = z.string().refine((text) => !text.includes('\u0000'), 'must not contain a zero byte');
const line = clean.max(500);
const Link = z.strictObject({
  type: z.literal('link'),
  attrs: z.object({ href: clean.max(2_000).refine(isSafeLink, 'is not a link that may be used') }),
});
const Mark = z.union([z.strictObject({ type: z.enum(['bold', 'italic']) }), Link]);
const Text = z.strictObject({
  type: z.literal('text'),
  text: clean.min(1),
  marks: z.array(Mark).max(3).optional(),
});
const Inline = z.union([Text, z.strictObject({ type: z.literal('hardBreak') })]);
const inlines = z.array(Inline).optional();

const Paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines });
const Heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlines,
});
const PullQuote = z.strictObject({ type: z.literal('pullQuote'), content: inlines });
const Quote = z.strictObject({
  type: z.literal('quote'),
  attrs: z.strictObject({ speaker: line, source: line }),
  content: z.array(Paragraph).min(1),
});
const ListItem = z.strictObject({
  type: z.literal('listItem'),
  get content() {
    return z.array(z.union([Paragraph, BulletList, OrderedList])).min(1);
  },
});
const BulletList = z.strictObject({
  type: z.literal('bulletList'),
  content: z.array(ListItem).min(1),
});
const OrderedList = z.strictObject({
  type: z.literal('orderedList'),
  content: z.array(ListItem).min(1),
});
const pictureUse = { pictureId: line, alt: line, caption: clean.max(2_000), credit: line };
const Picture = z.strictObject({ type: z.literal('picture'), attrs: z.strictObject(pictureUse) });
const Gallery = z.strictObject({
  type: z.literal('gallery'),
  attrs: z.strictObject({
    pictures: z.array(z.strictObject(pictureUse)).min(1).max(MOST_PICTURES),
  }),
});
const cellContent = z.array(Paragraph).min(1);
const TableCell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  content: cellContent,
});
const Table = z.strictObject({
  type: z.literal('table'),
  content: z
    .array(
      z.strictObject({ type: z.literal('tableRow'), content: z.array(TableCell).min(1).max(20) }),
    )
    .min(1)
    .max(300),
});
const FactBox = z.strictObject({
  type: z.literal('factBox'),
  attrs: z.strictObject({ title: line }),
  content: z.array(z.union([Paragraph, BulletList, OrderedList])).min(1),
});
const Embed = z.strictObject({
  type: z.literal('embed'),
  attrs: z.strictObject({
    url: clean.max(2_000).refine(isShowable, 'is not an address that may be shown'),
    title: line,
  }),
});
const Divider = z.strictObject({ type: z.literal('divider') });

const Block = z.discriminatedUnion('type', [
  Paragraph,
  Heading,
  PullQuote,
  Quote,
  BulletList,
  OrderedList,
  Picture,
  Gallery,
  Table,
  FactBox,
  Embed,
  Divider,
]);

export const Body = z
  .strictObject({ type: z.literal('doc'), content: z.array(Block).max(MAX_BLOCKS) })
  .refine((body) => bodyText(body).length <= MAX_CHARACTERS, 'is too long');

export type Body = { type: 'doc'; content: Block[] };
export type Block = z.infer<typeof Block>;
export type Inline = z.infer<typeof Inline>;
export type Mark = z.infer<typeof Mark>;

type AnyNode = { type: string; text?: string; content?: AnyNode[] };

/** The words of a body, a line a block: for search, counting and comparing. */
export function bodyText(body: { content: unknown[] }): string {
  const lines: string[] = [];
  const inlineText = (node: AnyNode): string =>
    node.text ?? (node.type === 'hardBreak' ? '\n' : (node.content ?? []).map(inlineText).join(''));
  const visit = (node: AnyNode): void => {
    const isTextBlock = (node.content ?? []).some((child) => child.type === 'text');
    if (isTextBlock) lines.push(inlineText(node));
    else for (const child of node.content ?? []) visit(child);
  };
  for (const node of body.content) visit(node as AnyNode);
  return lines.join('\n');
}

/** Words as readers count them; a script without spaces counts by Intl's own segmentation. */
export function countWords(text: string, language: string): number {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  let words = 0;
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) words += 1;
  return words;
}

const WORDS_A_MINUTE = 230;

/** How long readers take for so many words: never less than a minute. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}

/** The ids of all pictures that a body uses. */
export function picturesIn(body: Body): string[] {
  return body.content.flatMap((block) => {
    if (block.type === 'picture') return [block.attrs.pictureId];
    if (block.type === 'gallery') return block.attrs.pictures.map((use) => use.pictureId);
    return [];
  });
}
