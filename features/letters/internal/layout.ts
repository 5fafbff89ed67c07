import type { Composed } from '#features/addresses/letter-kinds.ts';
import { element, joined, type Markup } from '#lib/html.ts';

/** A paragraph, words of somebody else's, or a link with what it is for. */
export type Piece = string | { quote: string; by: string } | { act: string; url: string };

export type Letter = {
  subject: string;
  pieces: readonly Piece[];
  /** How letters of this kind are ended, and what that does, in a sentence. */
  ending?: { url: string; says: string };
};

/** A letter as it is sent: the same in text and in HTML, with nothing that is fetched when it is read. */
export function composed({ subject, pieces, ending }: Letter, from: string): Composed {
  const last: Piece[] = ending ? [{ act: ending.says, url: ending.url }] : [];
  return {
    from,
    subject,
    text: [...pieces, ...last].map(inText).join('\n\n').concat('\n'),
    html: page(subject, joined(...pieces.map(inHtml)), joined(...last.map(small))),
    ...(ending ? { unsubscribe: ending.url } : {}),
  };
}

const MOST_QUOTED = 1_200;

/** The beginning of what somebody wrote. */
function excerpt(text: string): string {
  const signs = [...text];
  return signs.length > MOST_QUOTED ? `${signs.slice(0, MOST_QUOTED).join('').trimEnd()} …` : text;
}

/**
 * A name or a headline inside a sentence of ours, whichever way its script is written: without this it
 * would turn the words around it.
 */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

function inText(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if ('url' in piece) return `${piece.act}:\n${piece.url}`;
  const lines = excerpt(piece.quote).split('\n');
  return [`${piece.by}:`, ...lines.map((line) => `> ${line}`.trimEnd())].join('\n');
}

function inHtml(piece: Piece): Markup {
  if (typeof piece === 'string') return element('p', {}, piece);
  if ('url' in piece) {
    return element(
      'p',
      {},
      element('a', { href: piece.url, style: 'font-weight:600' }, piece.act),
      element('br', {}),
      element('span', { style: 'font-size:13px;word-break:break-all' }, piece.url),
    );
  }
  return joined(
    element('p', { style: 'margin-bottom:0' }, `${piece.by}:`),
    element(
      'blockquote',
      {
        dir: 'auto',
        style:
          'margin:8px 0;padding-inline-start:14px;border-inline-start:3px solid;white-space:pre-line',
      },
      excerpt(piece.quote),
    ),
  );
}

function small(piece: Piece): Markup {
  if (typeof piece === 'string' || !('url' in piece)) return inHtml(piece);
  return element(
    'p',
    { style: 'margin-top:32px;padding-top:12px;border-top:1px solid;font-size:13px' },
    element('a', { href: piece.url }, piece.act),
  );
}

function page(title: string, ...body: readonly Markup[]): Markup {
  return element(
    'html',
    { lang: 'en' },
    element(
      'head',
      {},
      element('title', {}, title),
      element('meta', { name: 'viewport', content: 'width=device-width' }),
      element('meta', { name: 'color-scheme', content: 'light dark' }),
    ),
    element(
      'body',
      { style: 'font:16px/1.5 system-ui,sans-serif;max-width:34em;margin:0 auto;padding:16px' },
      ...body,
    ),
  );
}
