/** A run of words with what its writer wanted of it. Everything that is not one of these is text. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'emphasis' | 'strong'; inside: Inline[] }
  | { kind: 'code'; text: string }
  /** `host` is said beside words of the writer's own, so that they cannot hide where it leads. */
  | { kind: 'link'; href: string; words: string; host: string | null };

export type Block =
  | { kind: 'paragraph'; inside: Inline[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'code'; text: string };

/** What follows the backticks names a language and is not shown. */
const FENCE = /^ {0,3}```[\w+-]{0,20}\s*$/;
const QUOTED = /^ {0,3}> ?/;
/** Quotes in quotes, and emphasis in emphasis, are text from here on. */
const MAX_DEPTH = 3;

/** What a comment says, as blocks: paragraphs, quotes (`>`) and code between lines of three backticks. */
export function formatted(text: string, depth = 0): Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at += 1;
    } else if (FENCE.test(line)) {
      const end = lines.findIndex((other, n) => n > at && FENCE.test(other));
      const stop = end < 0 ? lines.length : end;
      const code = lines.slice(at + 1, stop).join('\n');
      if (code.trim() !== '') blocks.push({ kind: 'code', text: code });
      at = stop + 1;
    } else if (depth < MAX_DEPTH && QUOTED.test(line)) {
      const stop = endOf(lines, at, (other) => !QUOTED.test(other));
      const inner = lines.slice(at, stop).map((one) => one.replace(QUOTED, ''));
      const quoted = formatted(inner.join('\n'), depth + 1);
      if (quoted.length > 0) blocks.push({ kind: 'quote', blocks: quoted });
      at = stop;
    } else {
      const ends = (other: string) =>
        other.trim() === '' || FENCE.test(other) || (depth < MAX_DEPTH && QUOTED.test(other));
      const stop = endOf(lines, at, ends);
      blocks.push({ kind: 'paragraph', inside: inlines(lines.slice(at, stop).join('\n')) });
      at = stop;
    }
  }
  return blocks;
}

function endOf(lines: readonly string[], from: number, ends: (line: string) => boolean): number {
  const found = lines.findIndex((line, n) => n > from && ends(line));
  return found < 0 ? lines.length : found;
}

const SPECIAL = /[`*_[\n]|https?:\/\//g;
const LABELLED = /\[([^[\]\n]{1,200})\]\((https?:\/\/[^\s()<>]{1,2000})\)/y;
const BARE = /https?:\/\/[^\s<>"]{1,2000}/y;
const WORD = /[\p{L}\p{N}]/u;

type Found = { one: Inline; end: number };

function inlines(text: string, depth = 0): Inline[] {
  const made: Inline[] = [];
  let plain = 0;
  for (let at = 0; at < text.length; ) {
    SPECIAL.lastIndex = at;
    const next = SPECIAL.exec(text);
    if (!next) break;
    const found = special(text, next.index, depth);
    if (!found) {
      at = next.index + next[0].length;
      continue;
    }
    if (next.index > plain) made.push({ kind: 'text', text: text.slice(plain, next.index) });
    made.push(found.one);
    at = found.end;
    plain = found.end;
  }
  if (plain < text.length) made.push({ kind: 'text', text: text.slice(plain) });
  return made;
}

function special(text: string, at: number, depth: number): Found | null {
  switch (text[at]) {
    case '\n':
      return { one: { kind: 'break' }, end: at + 1 };
    case '`':
      return code(text, at);
    case '[':
      return labelled(text, at);
    case '*':
    case '_':
      return depth < MAX_DEPTH ? stressed(text, at, depth) : null;
    default:
      return bare(text, at);
  }
}

function code(text: string, at: number): Found | null {
  const end = text.indexOf('`', at + 1);
  const inside = text.slice(at + 1, end);
  if (end < 0 || inside.trim() === '' || inside.includes('\n')) return null;
  return { one: { kind: 'code', text: inside }, end: end + 1 };
}

/** A sign that stands at the outside of words on both ends: `a * b` and `file_name_here` are text. */
function stressed(text: string, at: number, depth: number): Found | null {
  const sign = text[at] ?? '';
  const marker = sign === '*' && text[at + 1] === '*' ? '**' : sign;
  const start = at + marker.length;
  if (WORD.test(text[at - 1] ?? '') || /^[\s*_]?$/.test(text[start] ?? '')) return null;
  for (let end = text.indexOf(marker, start + 1); end > 0; end = text.indexOf(marker, end + 1)) {
    const after = end + marker.length;
    if (/\s/.test(text[end - 1] ?? '') || text[after] === sign) continue;
    if (WORD.test(text[after] ?? '')) continue;
    const kind = marker === '**' ? 'strong' : 'emphasis';
    return { one: { kind, inside: inlines(text.slice(start, end), depth + 1) }, end: after };
  }
  return null;
}

function labelled(text: string, at: number): Found | null {
  LABELLED.lastIndex = at;
  const [whole = '', words = '', typed = ''] = LABELLED.exec(text) ?? [];
  const url = webAddress(typed);
  if (!url || words.trim() === '') return null;
  return {
    one: { kind: 'link', href: url.href, words, host: url.host },
    end: at + whole.length,
  };
}

/** An address as it stands; what ends the sentence is not part of it. */
function bare(text: string, at: number): Found | null {
  BARE.lastIndex = at;
  let [words = ''] = BARE.exec(text) ?? [];
  words = words.replace(/[.,;:!?'*_`\]]+$/, '');
  if (words.endsWith(')') && !words.includes('(')) words = words.slice(0, -1);
  const url = webAddress(words);
  if (!url) return null;
  return { one: { kind: 'link', href: url.href, words, host: null }, end: at + words.length };
}

/** Null for what pretends to be another site by a name before an @. */
function webAddress(typed: string): URL | null {
  if (!URL.canParse(typed)) return null;
  const url = new URL(typed);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  return web && url.username === '' && url.password === '' ? url : null;
}

const MAX_QUOTED = 1_000;

/** What somebody said, as the beginning of an answer that quotes it. */
export function quotedText(text: string): string {
  const characters = [...text];
  const cut = characters.length > MAX_QUOTED;
  const words = cut ? `${characters.slice(0, MAX_QUOTED).join('')}…` : text;
  return `${words.replace(/^/gm, '> ')}\n\n`;
}
