import type { Body } from '#features/stories/body.ts';
import type { StoryContent } from '#features/stories/input.ts';

const CODES = [
  'long-headline',
  'no-standfirst',
  'no-byline',
  'no-text',
  'no-alt',
  'no-credit',
  'broken-link',
  'empty-link',
  'heading-order',
  'same-address',
] as const;
export type CheckCode = (typeof CODES)[number];

/**
 * How much it weighs: advice never hinders, a `reason` has to be given to go out all the same, and a
 * `must` cannot be passed.
 */
export type Weight = 'advice' | 'reason' | 'must';

export type Check = {
  code: CheckCode;
  /** Which picture or link it is about, so that a reason holds for that one and no other. */
  subject: string;
  weight: Weight;
  why: string;
  /** Where in the editor: a field by its name, or a block of the text by its number from 0. */
  where: { field: string } | { block: number };
};

type PictureWords = { alt: string; credit: string };

/** What is known besides the text: the library's words of its pictures, and which links lead nowhere. */
export type Known = {
  pictures: Readonly<Record<string, PictureWords>>;
  brokenLinks: readonly string[];
  /** Headlines of stories that are not published either and want the same address. */
  namesakes?: readonly string[];
};

export type Checked = Pick<StoryContent, 'headline' | 'standfirst' | 'body' | 'picture'> & {
  bylines: readonly unknown[];
};

/** Longer headlines are cut off in cards, search results and feed readers. */
const LONG_HEADLINE = 110;

/** Everything that should be looked at before a story goes out, in the order of the page. */
export function checksOf(story: Checked, known: Known): Check[] {
  const { headline, standfirst, bylines, picture, body } = story;
  const length = [...headline].length;
  const at = (field: string) => ({ subject: '', where: { field } });
  const checks: (Check | false)[] = [
    length > LONG_HEADLINE && {
      code: 'long-headline',
      weight: 'advice',
      why: `The headline has ${length} characters: cards and search engines cut it off.`,
      ...at('headline'),
    },
    standfirst.trim() === '' && {
      code: 'no-standfirst',
      weight: 'advice',
      why: 'There is no standfirst: lists and search engines show nothing under the headline.',
      ...at('standfirst'),
    },
    bylines.length === 0 && {
      code: 'no-byline',
      weight: 'reason',
      why: 'Nobody stands in the byline.',
      ...at('bylines'),
    },
    body.content.length === 0 && {
      code: 'no-text',
      weight: 'must',
      why: 'There is no text.',
      ...at('body'),
    },
  ];
  return [
    ...checks.filter((check) => check !== false),
    ...namesakeChecks(known),
    ...(picture ? pictureChecks(picture, { field: 'picture' }, known) : []),
    ...body.content.flatMap((block, index) => blockChecks(block, index, known)),
    ...headingChecks(body),
  ];
}

function namesakeChecks({ namesakes = [] }: Known): Check[] {
  const [headline] = namesakes;
  if (headline === undefined) return [];
  const others = namesakes.length > 1 ? ` and ${namesakes.length - 1} more` : '';
  const why = `“${headline}”${others} wants the same address: whichever goes out later is asked for another.`;
  return [{ code: 'same-address', subject: '', weight: 'advice', why, where: { field: 'slug' } }];
}

/** Those that hinder a story from going out, given what was given a reason for. */
export function hindering(
  checks: readonly Check[],
  reasons: readonly { code: string; subject: string }[],
): Check[] {
  return checks.filter(
    ({ code, subject, weight }) =>
      weight === 'must' ||
      (weight === 'reason' &&
        !reasons.some((reason) => reason.code === code && reason.subject === subject)),
  );
}

type Use = { pictureId: string; alt: string; credit: string };

function pictureChecks(use: Use, where: Check['where'], { pictures }: Known): Check[] {
  const { pictureId: subject } = use;
  const words = pictures[subject];
  const checks: Check[] = [];
  if (!(use.alt || words?.alt)) {
    const why = 'A picture has no alt text: who does not see it learns nothing of it.';
    checks.push({ code: 'no-alt', subject, weight: 'reason', why, where });
  }
  if (!(use.credit || words?.credit)) {
    const why = 'A picture has no credit: it does not say whose it is.';
    checks.push({ code: 'no-credit', subject, weight: 'reason', why, where });
  }
  return checks;
}

type AnyNode = {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: readonly { type: string; attrs?: Record<string, unknown> }[];
  content?: readonly AnyNode[];
};

function blockChecks(block: Body['content'][number], index: number, known: Known): Check[] {
  const where = { block: index };
  const node = block as AnyNode;
  return [
    ...usesIn(node).flatMap((use) => pictureChecks(use, where, known)),
    ...linksOf(node).flatMap(({ href, text }): Check[] => {
      if (text.trim() === '') {
        const why = 'A link has no words: nobody can see or hear it.';
        return [{ code: 'empty-link', subject: href, weight: 'must', why, where }];
      }
      if (!known.brokenLinks.includes(href)) return [];
      const why = `The link “${text.trim()}” leads to no page of this site: ${href}`;
      return [{ code: 'broken-link', subject: href, weight: 'reason', why, where }];
    }),
  ];
}

function usesIn(node: AnyNode): Use[] {
  const { attrs = {}, content = [] } = node;
  const several = Array.isArray(attrs.pictures) ? attrs.pictures : [];
  const own = [attrs, ...several].filter((one) => typeof one?.pictureId === 'string');
  return [...(own as Use[]), ...content.flatMap(usesIn)];
}

type Link = { href: string; text: string };

/** The links of a block, each with all of its words, however they are marked besides. */
function linksOf({ content = [] }: AnyNode): Link[] {
  const links: Link[] = [];
  let before = '';
  for (const child of content) {
    const href = hrefOf(child);
    const last = links.at(-1);
    if (href && last && href === before) last.text += child.text ?? '';
    else if (href) links.push({ href, text: child.text ?? '' });
    before = href;
    links.push(...linksOf(child));
  }
  return links;
}

function hrefOf({ marks = [] }: AnyNode): string {
  const href = marks.find((mark) => mark.type === 'link')?.attrs?.href;
  return typeof href === 'string' ? href : '';
}

/** Where the links of a text lead, each once. */
export function linksIn(body: Body): string[] {
  const all = body.content.flatMap((block) => linksOf(block as AnyNode));
  return [...new Set(all.map((link) => link.href))];
}

/** A heading of the third level stands under one of the second: else an outline has a hole. */
function headingChecks(body: Body): Check[] {
  let under = false;
  return body.content.flatMap((block, index): Check[] => {
    if (block.type !== 'heading') return [];
    if (block.attrs.level === 2) under = true;
    if (under) return [];
    const why = 'A small heading stands where no large one is above it.';
    return [{ code: 'heading-order', subject: '', weight: 'advice', why, where: { block: index } }];
  });
}
