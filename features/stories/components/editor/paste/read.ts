import type { Block, Mark } from '#features/stories/body.ts';
import {
  Gathering,
  type Item,
  inOneLine,
  type List,
  type Paragraph,
  type Place,
} from '#features/stories/components/editor/paste/gather.ts';
import { marksIn } from '#features/stories/components/editor/paste/marks.ts';
import { isSmall, pictureIn } from '#features/stories/components/editor/paste/picture.ts';
import { isLayout, tablesOf } from '#features/stories/components/editor/paste/table.ts';
import { embedOf } from '#features/stories/embeds.ts';

/** Never seen on the page that it was copied from. */
const UNSEEN =
  /^(script|style|head|title|meta|link|template|noscript|object|embed|audio|video|canvas|map|xml|datalist)$/;
const BLOCKS =
  /^(p|div|section|article|header|footer|main|aside|nav|address|dl|dt|dd|details|summary|fieldset|legend|form|center|figure|figcaption|pre|li|caption|hgroup|search|option|body|tr|td|th|tbody|thead|tfoot|button|textarea)$/;
const QUOTED = /\bMso(Intense)?Quote\b/;
const UNSEEN_SIGNS = /[\0\ufeff\u200b]/g;
const KEEPS_LINES = /white-space(?:-collapse)?:\s*(pre|break-spaces|preserve)/i;

/** Reads a pasted page in its order, and leaves no seen word out. */
export class PageReader {
  /** Pictures on other sites: nobody fetches them from here. */
  elsewhere = 0;
  readonly pictures: { id: string; data: string }[] = [];

  read(element: Element): Block[] {
    const all = new Gathering('body');
    this.#nodes(element.childNodes, [], false, all);
    all.end();
    return all.blocks;
  }

  #nodes(nodes: Iterable<Node>, marks: readonly Mark[], lines: boolean, into: Gathering): void {
    for (const node of nodes) {
      if (node.nodeType === 3) this.#text(node.nodeValue ?? '', marks, lines, into);
      else if (node.nodeType === 1) this.#element(node as Element, marks, lines, into);
    }
  }

  #text(text: string, marks: readonly Mark[], lines: boolean, into: Gathering): void {
    const rows = lines ? text.split(/\r\n?|\n/) : [text];
    for (const [at, row] of rows.entries()) {
      if (at > 0) into.lineBreak();
      into.text(row.replace(UNSEEN_SIGNS, '').replace(/\s*[ \t\r\n\f]\s*/g, ' '), marks);
    }
  }

  #element(element: Element, around: readonly Mark[], lines: boolean, into: Gathering): void {
    const tag = element.localName;
    if (UNSEEN.test(tag) || isHidden(element)) return;
    const marks = marksIn(element, around);
    const style = element.getAttribute('style') ?? '';
    const kept = lines || tag === 'pre' || tag === 'textarea' || KEEPS_LINES.test(style);
    if (this.#special(element, marks, into)) return;
    const block = BLOCKS.test(tag);
    if (block) into.end();
    this.#nodes(element.childNodes, marks, kept, into);
    if (block) into.end();
  }

  /** True for what is more than its words in a paragraph. */
  #special(element: Element, marks: readonly Mark[], into: Gathering): boolean {
    const tag = element.localName;
    const level = headingLevel(element);
    if (tag === 'br') into.lineBreak();
    else if (tag === 'hr') this.#divider(into);
    else if (tag === 'img') this.#picture(element, into);
    else if (tag === 'iframe') this.#frame(element, into);
    else if (/^(ul|ol|menu|dir)$/.test(tag)) this.#list(element, marks, into);
    else if (tag === 'table') this.#table(element, marks, into);
    else if (tag === 'blockquote' || QUOTED.test(element.className)) {
      this.#quote(element, marks, into);
    } else if (level) this.#heading(element, level, marks, into);
    else return tag === 'figure' && this.#figure(element, into);
    return true;
  }

  #divider(into: Gathering): void {
    into.end();
    if (into.place === 'body') into.put({ type: 'divider' });
  }

  #part(element: Element, place: Place, marks: readonly Mark[]): Gathering {
    const part = new Gathering(place);
    this.#nodes(element.childNodes, marks, false, part);
    part.end();
    return part;
  }

  #heading(element: Element, level: 2 | 3, marks: readonly Mark[], into: Gathering): void {
    const part = this.#part(element, 'flat', marks);
    into.take(part, (read) =>
      into.place === 'body'
        ? [{ type: 'heading', attrs: { level }, content: inOneLine(read) }]
        : read,
    );
  }

  #quote(element: Element, marks: readonly Mark[], into: Gathering): void {
    const part = this.#part(element, 'flat', marks);
    into.take(part, (read) =>
      into.place === 'body'
        ? [{ type: 'quote', attrs: { speaker: '', source: '' }, content: read as Paragraph[] }]
        : read,
    );
    if (!/(^|\s)(twitter-tweet|bluesky-embed|mastodon-embed)/.test(element.className)) return;
    const addresses = [...element.querySelectorAll('a')].map((link) => link.href);
    const post = [element.getAttribute('data-embed-url') ?? '', ...addresses].findLast(
      (address) => embedOf(address)?.shape === 'post',
    );
    if (post) this.#embed(post, '', into);
  }

  #list(element: Element, marks: readonly Mark[], into: Gathering): void {
    if (into.place === 'flat') {
      into.end();
      this.#nodes(element.childNodes, marks, false, into);
      into.end();
      return;
    }
    const list = this.#items(element, marks, into);
    if (list) into.put(list);
  }

  #items(element: Element, marks: readonly Mark[], into: Gathering): List | null {
    const items: Item[] = [];
    const add = (part: Gathering, own: boolean) => {
      for (const block of part.after) into.alone(block);
      if (part.blocks.length === 0) return;
      const content = part.blocks as Item['content'];
      const last = items.at(-1);
      if (own || !last) items.push({ type: 'listItem', content });
      else last.content.push(...content);
    };
    for (const node of element.childNodes) {
      const tag = node.nodeType === 1 ? (node as Element).localName : '';
      const part = new Gathering('item');
      if (tag === 'li') this.#nodes(node.childNodes, marksIn(node as Element, marks), false, part);
      else this.#nodes([node], marks, false, part);
      part.end();
      add(part, tag === 'li');
    }
    if (items.length === 0) return null;
    return { type: element.localName === 'ol' ? 'orderedList' : 'bulletList', content: items };
  }

  #table(element: Element, marks: readonly Mark[], into: Gathering): void {
    into.end();
    if (into.place !== 'body' || isLayout(element)) {
      this.#nodes(element.childNodes, marks, false, into);
      into.end();
      return;
    }
    for (const caption of element.querySelectorAll('caption')) {
      this.#nodes(caption.childNodes, marks, false, into);
      into.end();
    }
    const after: Block[] = [];
    const tables = tablesOf(element, (cell) => {
      const part = this.#part(cell, 'flat', marks);
      after.push(...part.after);
      return part.blocks as Paragraph[];
    });
    into.put(...tables, ...after);
  }

  /** True if the figure became a picture with its caption. */
  #figure(element: Element, into: Gathering): boolean {
    const images = element.querySelectorAll('img');
    const [image] = images;
    const picture = image && images.length === 1 ? pictureIn(image) : null;
    if (!picture) return false;
    const caption = element.querySelector('figcaption')?.textContent ?? '';
    const seen = (element.textContent ?? '').trim().length;
    if (seen > caption.trim().length) return false;
    this.#keep(picture, caption.replace(/\s+/g, ' ').trim(), into);
    return true;
  }

  #picture(element: Element, into: Gathering): void {
    const picture = pictureIn(element);
    if (picture) this.#keep(picture, '', into);
    else if (!isSmall(element)) this.elsewhere += 1;
  }

  #keep(
    picture: { id: string; data: string; alt: string },
    caption: string,
    into: Gathering,
  ): void {
    const { id, data, alt } = picture;
    this.pictures.push({ id, data });
    into.alone({
      type: 'picture',
      attrs: { pictureId: id, alt, caption: caption.slice(0, 2_000), credit: '' },
    });
  }

  #frame(element: Element, into: Gathering): void {
    const title = (element.getAttribute('title') ?? '').replace(/\s+/g, ' ').trim().slice(0, 500);
    const src = element.getAttribute('src') ?? '';
    this.#embed(src.startsWith('//') ? `https:${src}` : src, title, into);
  }

  #embed(address: string, title: string, into: Gathering): void {
    const known = embedOf(address);
    if (known) into.alone({ type: 'embed', attrs: { url: known.url, title } });
  }
}

function headingLevel(element: Element): 2 | 3 | null {
  const level = /^h([1-6])$/.exec(element.localName)?.[1];
  if (level) return Number(level) <= 2 ? 2 : 3;
  return /^MsoTitle\b/.test(element.className) ? 2 : null;
}

function isHidden(element: Element): boolean {
  const style = element.getAttribute('style') ?? '';
  return element.hasAttribute('hidden') || /display:\s*none|mso-hide:\s*all/i.test(style);
}
