import { Node } from '@tiptap/core';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';

/** As in features/stories/body.ts: an item may begin with a list, and nothing but text and lists is in one. */
const Item = ListItem.extend({ content: '(paragraph | bulletList | orderedList)+' });
const Bullets = BulletList.extend({ addAttributes: () => ({}) });
const Numbers = OrderedList.extend({
  addAttributes: () => ({}),
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
});

/** A block of facts beside the story, under a title of its own. */
export const FactBox = Node.create({
  name: 'factBox',
  group: 'block',
  content: '(paragraph | bulletList | orderedList)+',
  defining: true,
  addAttributes: () => ({
    title: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-title') ?? '',
      renderHTML: ({ title }) => ({ 'data-title': title }),
    },
  }),
  parseHTML: () => [{ tag: 'aside[data-title]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', HTMLAttributes, 0],
});

export const lists = [Item, Bullets, Numbers];
