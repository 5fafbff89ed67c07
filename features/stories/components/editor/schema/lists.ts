import { InputRule, Node } from '@tiptap/core';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';

/** As in features/stories/body.ts: an item may begin with a list, and nothing but text and lists is in one. */
const Item = ListItem.extend({ content: '(paragraph | bulletList | orderedList)+' });
const Bullets = BulletList.extend({
  addAttributes: () => ({}),
  addInputRules() {
    return (this.parent?.() ?? []).map(onceOnly);
  },
});
const Numbers = OrderedList.extend({
  addAttributes: () => ({}),
  addInputRules() {
    return (this.parent?.() ?? []).map(onceOnly);
  },
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
});

/** Whoever types the sign on each line of a list means its next item, not a list within it. */
function onceOnly(rule: InputRule): InputRule {
  return new InputRule({
    find: rule.find,
    handler: (props) => {
      const { $from } = props.state.selection;
      if ($from.node(-1)?.type.name !== 'listItem') return rule.handler(props);
      props.state.tr.delete(props.range.from, props.range.to);
      return undefined;
    },
  });
}

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
