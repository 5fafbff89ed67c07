import type { Editor } from '@tiptap/core';
import type { IconName } from '#components/controls/icon.tsx';

/** What needs an answer before it can be put into the text. */
export type Insertion = 'link' | 'picture' | 'gallery' | 'embed';

export type Piece = {
  name: string;
  icon: IconName;
  /** Other words under which somebody may look for it. */
  also: string;
  put: (editor: Editor, ask: (what: Insertion) => void) => void;
};

const chain = (editor: Editor) => editor.chain().focus();

/** All that can stand in a story, in the order in which it is offered. */
const PIECES: readonly Piece[] = [
  {
    name: 'Heading',
    icon: 'heading',
    also: 'title h2',
    put: (editor) => chain(editor).setNode('heading', { level: 2 }).run(),
  },
  {
    name: 'Subheading',
    icon: 'heading',
    also: 'title h3',
    put: (editor) => chain(editor).setNode('heading', { level: 3 }).run(),
  },
  {
    name: 'Quote',
    icon: 'quote',
    also: 'said speaker source blockquote',
    put: (editor) => chain(editor).toggleWrap('quote').run(),
  },
  {
    name: 'Pull quote',
    icon: 'pullQuote',
    also: 'large sentence',
    put: (editor) => chain(editor).toggleTextBlock('pullQuote').run(),
  },
  {
    name: 'Bullets',
    icon: 'bullets',
    also: 'list ul points',
    put: (editor) => chain(editor).toggleBulletList().run(),
  },
  {
    name: 'Numbers',
    icon: 'numbers',
    also: 'list ol ordered steps',
    put: (editor) => chain(editor).toggleOrderedList().run(),
  },
  {
    name: 'Picture',
    icon: 'pictures',
    also: 'image photo photograph',
    put: (_editor, ask) => ask('picture'),
  },
  {
    name: 'Gallery',
    icon: 'gallery',
    also: 'images photos pictures',
    put: (_editor, ask) => ask('gallery'),
  },
  {
    name: 'From another site',
    icon: 'embed',
    also: 'embed video youtube vimeo post tweet x bluesky mastodon map openstreetmap',
    put: (_editor, ask) => ask('embed'),
  },
  {
    name: 'Table',
    icon: 'table',
    also: 'rows columns figures',
    put: (editor) => chain(editor).insertTable(3, 3).run(),
  },
  {
    name: 'Fact box',
    icon: 'factBox',
    also: 'aside background facts',
    put: (editor) => chain(editor).toggleWrap('factBox').run(),
  },
  {
    name: 'Divider',
    icon: 'divider',
    also: 'line rule hr',
    put: (editor) => chain(editor).putBlock({ type: 'divider' }).run(),
  },
  {
    name: 'Link',
    icon: 'link',
    also: 'address url story',
    put: (_editor, ask) => ask('link'),
  },
];

/** Those that somebody may mean who has typed this much: by the beginning of any of their words. */
export function piecesFor(typed: string): Piece[] {
  const wanted = typed.toLowerCase();
  const begins = (text: string) =>
    text.toLowerCase().startsWith(wanted) ||
    text
      .toLowerCase()
      .split(' ')
      .some((word) => word.startsWith(wanted));
  const named = PIECES.filter(({ name }) => begins(name));
  return [...named, ...PIECES.filter((piece) => !named.includes(piece) && begins(piece.also))];
}
