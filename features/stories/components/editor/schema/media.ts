import { Node } from '@tiptap/core';
import { isShowable } from '#features/stories/body.ts';

const words = (name: string, inHtml = name) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${inHtml}`) ?? '',
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${inHtml}`]: attributes[name] }),
});

/** One picture in the text, with words of its own for this use. */
export const Picture = Node.create({
  name: 'picture',
  group: 'block',
  draggable: true,
  addAttributes: () => ({
    pictureId: words('pictureId', 'picture-id'),
    alt: words('alt'),
    caption: words('caption'),
    credit: words('credit'),
  }),
  parseHTML: () => [{ tag: 'figure[data-picture-id]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
});

/** Several pictures, one after the other. */
export const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  draggable: true,
  addAttributes: () => ({
    pictures: {
      default: [],
      parseHTML: (element) => pasted(element.getAttribute('data-gallery')),
      renderHTML: ({ pictures }) => ({ 'data-gallery': JSON.stringify(pictures) }),
    },
  }),
  parseHTML: () => [
    {
      tag: 'div[data-gallery]',
      getAttrs: (element) => (pasted(element.getAttribute('data-gallery')).length > 0 ? {} : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
});

const WORDS = ['pictureId', 'alt', 'caption', 'credit'] as const;

/** Anybody can write such an attribute: what has another shape than ours is not taken. */
function pasted(json: string | null): Record<string, string>[] {
  try {
    const list: unknown = JSON.parse(json ?? '[]');
    const uses = (Array.isArray(list) ? list : []) as (Record<string, unknown> | null)[];
    return uses
      .map((use) => Object.fromEntries(WORDS.map((word) => [word, String(use?.[word] ?? '')])))
      .filter(({ pictureId }) => pictureId !== '');
  } catch {
    return [];
  }
}

/** Something that is shown from another site, by its address. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  draggable: true,
  addAttributes: () => ({ url: words('url'), title: words('title') }),
  parseHTML: () => [
    {
      tag: 'figure[data-url]',
      getAttrs: (element) => (isShowable(element.getAttribute('data-url') ?? '') ? {} : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
});
