import {
  InputRule,
  Mark,
  mergeAttributes,
  Node,
  PasteRule,
  textblockTypeInputRule,
} from '@tiptap/core';
import { isSafeLink } from '#features/stories/body.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    textBlocks: {
      /** Heading, pull quote or, if it is that already, a paragraph again. */
      toggleTextBlock: (name: 'heading' | 'pullQuote', level?: 2 | 3) => ReturnType;
    };
    safeLink: {
      linkTo: (href: string) => ReturnType;
      unlink: () => ReturnType;
    };
  }
}

/** A heading inside a story: 2 or 3, since the headline is the page's only 1. */
export const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () =>
    [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      attrs: { level: level <= 2 ? 2 : 3 },
    })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${node.attrs.level}`, HTMLAttributes, 0],
  addCommands() {
    return {
      toggleTextBlock:
        (name, level) =>
        ({ commands }) =>
          commands.toggleNode(name, 'paragraph', level ? { level } : {}),
    };
  },
  addKeyboardShortcuts() {
    return {
      'Mod-Alt-2': () => this.editor.commands.toggleTextBlock('heading', 2),
      'Mod-Alt-3': () => this.editor.commands.toggleTextBlock('heading', 3),
    };
  },
  addInputRules() {
    return ([2, 3] as const).map((level) =>
      textblockTypeInputRule({
        find: level === 2 ? /^(##?)\s$/ : /^(###)\s$/,
        type: this.type,
        getAttributes: { level },
      }),
    );
  },
});

/** A sentence of the story itself, set large. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'p[data-pull-quote]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => [
    'p',
    mergeAttributes(HTMLAttributes, { 'data-pull-quote': '' }),
    0,
  ],
});

/** A line between parts of a story: "---" makes one. */
export const Divider = Node.create({
  name: 'divider',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: ({ HTMLAttributes }) => ['hr', HTMLAttributes],
  addInputRules() {
    return [
      new InputRule({
        find: /^(?:---|—-)$/,
        handler: ({ chain, range }) => {
          chain().deleteRange(range).putBlock({ type: 'divider' }).run();
        },
      }),
    ];
  },
});

const MARKDOWN_LINK = /\[([^\]]+)\]\(([^)\s]+)\)$/;
const BARE_ADDRESS = /(?<![\w/])https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/** Never `javascript:` and the like, whatever is pasted: the body's own rule decides. */
export const Link = Mark.create({
  name: 'link',
  /** Outside the others, so that half a link in italics is one link. */
  priority: 1100,
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = element.getAttribute('href') ?? '';
        return isSafeLink(href) ? { href } : false;
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
  addCommands() {
    return {
      linkTo:
        (href) =>
        ({ chain }) =>
          isSafeLink(href) && chain().extendMarkRange('link').setMark('link', { href }).run(),
      unlink:
        () =>
        ({ chain }) =>
          chain().extendMarkRange('link').unsetMark('link').run(),
    };
  },
  addInputRules() {
    return [
      new InputRule({
        find: MARKDOWN_LINK,
        handler: ({ range, match, chain }) => {
          const [, text = '', href = ''] = match;
          if (!isSafeLink(href)) return null;
          chain()
            .insertContentAt(range, {
              type: 'text',
              text,
              marks: [{ type: 'link', attrs: { href } }],
            })
            .unsetMark('link')
            .run();
          return undefined;
        },
      }),
    ];
  },
  addPasteRules() {
    return [
      new PasteRule({
        find: BARE_ADDRESS,
        handler: ({ state, range, match }) => {
          const [href] = match;
          if (isSafeLink(href)) state.tr.addMark(range.from, range.to, this.type.create({ href }));
        },
      }),
    ];
  },
});
