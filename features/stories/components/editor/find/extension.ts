import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type Match, matchesIn } from '#features/stories/components/editor/find/matches.ts';

type Finding = {
  words: string;
  exact: boolean;
  matches: Match[];
  /** Which of them is looked at; -1 while there is none. */
  at: number;
  shown: DecorationSet;
};

const NOTHING: Finding = {
  words: '',
  exact: false,
  matches: [],
  at: -1,
  shown: DecorationSet.empty,
};

export const findKey = new PluginKey<Finding>('find');

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    find: {
      /** Marks all places of the words; with no words none. */
      lookFor: (words: string, exact: boolean) => ReturnType;
      /** Goes to the next place or the one before, from the last on to the first. */
      goToMatch: (step: 1 | -1) => ReturnType;
      replaceMatch: (by: string) => ReturnType;
      replaceAllMatches: (by: string) => ReturnType;
    };
  }
}

/** Finding words in the text, and putting others in their place. */
export const Find = Extension.create({
  name: 'find',
  addCommands() {
    const finding = () => findKey.getState(this.editor.state) ?? NOTHING;
    return {
      lookFor:
        (words, exact) =>
        ({ tr }) => {
          tr.setMeta(findKey, { words, exact }).setMeta('addToHistory', false);
          return true;
        },
      goToMatch:
        (step) =>
        ({ tr }) => {
          const { matches, at } = finding();
          if (matches.length === 0) return false;
          const next =
            at < 0 && step < 0 ? matches.length - 1 : (at + step + matches.length) % matches.length;
          const match = matches[next];
          if (!match) return false;
          tr.setSelection(TextSelection.create(tr.doc, match.from, match.to));
          tr.setMeta(findKey, { at: next }).scrollIntoView();
          return true;
        },
      replaceMatch:
        (by) =>
        ({ tr }) => {
          const { matches, at } = finding();
          const match = matches[at];
          if (!match) return false;
          tr.insertText(by, match.from, match.to).setMeta(findKey, { at });
          return true;
        },
      replaceAllMatches:
        (by) =>
        ({ tr }) => {
          const { matches } = finding();
          for (const { from, to } of matches.toReversed()) tr.insertText(by, from, to);
          return matches.length > 0;
        },
    };
  },
  addProseMirrorPlugins: () => [
    new Plugin<Finding>({
      key: findKey,
      state: {
        init: () => NOTHING,
        apply(tr, before) {
          const asked = tr.getMeta(findKey) as Partial<Finding> | undefined;
          const words = asked?.words ?? before.words;
          const exact = asked?.exact ?? before.exact;
          if (words === '') return NOTHING;
          const same = !tr.docChanged && words === before.words && exact === before.exact;
          const matches = same ? before.matches : matchesIn(tr.doc, words, exact);
          const at = Math.min(asked?.at ?? (asked ? -1 : before.at), matches.length - 1);
          if (same && at === before.at) return before;
          const marks = matches.map(({ from, to }, index) =>
            Decoration.inline(from, to, { class: index === at ? 'found found-now' : 'found' }),
          );
          return { words, exact, matches, at, shown: DecorationSet.create(tr.doc, marks) };
        },
      },
      props: { decorations: (state) => findKey.getState(state)?.shown },
    }),
  ],
});
