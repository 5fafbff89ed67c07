import { sharedPath, sharedSize } from '#features/media/renditions.ts';
import { type Block, type Inline, isSafeLink, type Mark } from '#features/stories/body.ts';
import { correctionWord } from '#features/stories/correction-words.ts';
import { datelineOpening } from '#features/stories/dateline.ts';
import { embedOf } from '#features/stories/embeds.ts';
import type { CorrectionView, Severity, StoryView } from '#features/stories/views.ts';
import { type DateStyle, dateAndTime } from '#lib/dates.ts';
import { element, joined, type Markup } from '#lib/html.ts';
import { absolute } from '#lib/paths.ts';

type Words = { alt: string; caption: string; credit: string };
type List = Extract<Block, { type: 'bulletList' | 'orderedList' }>;
type Item = List['content'][number];

/**
 * The full text as plain HTML that stands anywhere, for feeds and mails: whole addresses, no classes,
 * no scripts. Begins with the dateline and ends with the source line, as the page does.
 */
export function storyHtml(
  story: Pick<
    StoryView,
    | 'body'
    | 'corrections'
    | 'pictures'
    | 'picture'
    | 'dateline'
    | 'language'
    | 'path'
    | 'sourceLine'
  >,
  siteUrl: string,
  timeZone: string,
): string {
  const told = (severity: Severity) =>
    story.corrections
      .filter((one) => one.severity === severity)
      .map((one) => correction(one, { language: story.language, timeZone }));
  const draw = writer(story, siteUrl);
  const { dateline } = story;
  const opening = dateline ? element('b', {}, datelineOpening(dateline, story.language)) : null;
  const [first, ...rest] = story.body.content;
  const beginsWithText = first?.type === 'paragraph';
  return joined(
    ...told('serious'),
    story.picture ? draw.picture(story.picture.id, story.picture) : null,
    opening && !beginsWithText ? element('p', {}, opening) : null,
    first ? draw.block(first, beginsWithText ? opening : null) : null,
    ...rest.map((block) => draw.block(block, null)),
    ...told('minor'),
    story.sourceLine ? element('p', {}, element('small', {}, story.sourceLine)) : null,
  ).markup;
}

/** "Correction (23 November 2026, 09:30 GMT+6): …" */
function correction({ kind, text, at }: CorrectionView, style: DateStyle): Markup {
  const what = `${correctionWord(kind, style.language)} (${dateAndTime(at, style)}): `;
  return element('p', {}, element('strong', {}, what), text);
}

function writer(story: Pick<StoryView, 'pictures' | 'path'>, siteUrl: string) {
  const base = absolute(siteUrl, story.path);

  function marked(text: Markup, mark: Mark): Markup {
    if (mark.type === 'bold') return element('strong', {}, text);
    if (mark.type !== 'link') return element('em', {}, text);
    const { href } = mark.attrs;
    return isSafeLink(href) ? element('a', { href: new URL(href, base).href }, text) : text;
  }

  function inlines(content: readonly Inline[] = []): Markup {
    return joined(
      ...content.map((node) =>
        node.type === 'hardBreak'
          ? element('br', {})
          : (node.marks ?? []).reduce(marked, joined(node.text)),
      ),
    );
  }

  function paragraphs(nodes: readonly { content?: readonly Inline[] | undefined }[]): Markup[] {
    return nodes.map((node) => element('p', {}, inlines(node.content)));
  }

  function list(node: List): Markup {
    const items = (node.content as Item[]).map((item) =>
      element('li', {}, ...item.content.map(inItem)),
    );
    return element(node.type === 'bulletList' ? 'ul' : 'ol', {}, ...items);
  }

  function inItem(node: Item['content'][number]): Markup {
    return node.type === 'paragraph' ? element('p', {}, inlines(node.content)) : list(node as List);
  }

  function picture(id: string, words: Words): Markup | null {
    const known = story.pictures[id];
    if (!known) return null;
    const src = absolute(siteUrl, sharedPath(known));
    const said = [words.caption || known.caption, words.credit || known.credit].filter(Boolean);
    const caption = said.length > 0 ? element('figcaption', {}, said.join(' ')) : null;
    const image = { src, alt: words.alt || known.alt, ...sharedSize(known) };
    return element('figure', {}, element('img', image), caption);
  }

  function block(node: Block, opening: Markup | null): Markup | null {
    switch (node.type) {
      case 'paragraph':
        return element('p', {}, opening, opening ? ' ' : null, inlines(node.content));
      case 'heading':
        return element(`h${node.attrs.level}`, {}, inlines(node.content));
      case 'pullQuote':
        return element('aside', {}, element('p', {}, inlines(node.content)));
      case 'quote': {
        const said = [node.attrs.speaker, node.attrs.source].filter(Boolean).join(', ');
        const by = said ? element('footer', {}, `— ${said}`) : null;
        return element('blockquote', {}, ...paragraphs(node.content), by);
      }
      case 'bulletList':
      case 'orderedList':
        return list(node);
      case 'picture':
        return picture(node.attrs.pictureId, node.attrs);
      case 'gallery':
        return joined(...node.attrs.pictures.map((use) => picture(use.pictureId, use)));
      case 'table':
        return element(
          'table',
          {},
          ...node.content.map((row) =>
            element(
              'tr',
              {},
              ...row.content.map((cell) =>
                element(cell.type === 'tableHeader' ? 'th' : 'td', {}, ...paragraphs(cell.content)),
              ),
            ),
          ),
        );
      case 'factBox': {
        const title = node.attrs.title ? element('h3', {}, node.attrs.title) : null;
        return element('aside', {}, title, ...node.content.map(inItem));
      }
      case 'embed': {
        const { url, title } = node.attrs;
        const { href } = new URL(embedOf(url)?.url ?? url);
        return element('p', {}, element('a', { href }, title || href));
      }
      case 'divider':
        return element('hr', {});
    }
  }

  return { block, picture };
}
