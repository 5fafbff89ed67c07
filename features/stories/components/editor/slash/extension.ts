import { Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import type { Piece } from '#features/stories/components/editor/insertions.ts';

export type SlashProps = SuggestionProps<Piece, Piece>;

/** Who draws the menu and hears the keys while it is open. */
export type SlashMenu = {
  show: (props: SlashProps | null) => void;
  press: (event: KeyboardEvent) => boolean;
  choose: (piece: Piece) => void;
};

declare module '@tiptap/core' {
  interface Storage {
    slash: { menu: SlashMenu | null };
  }
}

/** "/" at the beginning of a line offers all that can stand in a story. */
export const Slash = Extension.create({
  name: 'slash',
  /** Before what else hears the arrow keys, Enter and Escape. */
  priority: 200,
  addStorage: () => ({ menu: null as SlashMenu | null }),
  addProseMirrorPlugins() {
    const { editor } = this;
    const menu = () => editor.storage.slash.menu;
    return [
      Suggestion<Piece, Piece>({
        editor,
        pluginKey: new PluginKey('slash'),
        char: '/',
        startOfLine: true,
        decorationClass: 'slash',
        allow: ({ state, range }) => {
          const $from = state.doc.resolve(range.from);
          return $from.depth === 1 && $from.parent.type.name === 'paragraph';
        },
        command: ({ editor: at, range, props: piece }) => {
          at.chain().focus().deleteRange(range).run();
          menu()?.choose(piece);
        },
        render: () => ({
          onStart: (props) => menu()?.show(props),
          onUpdate: (props) => menu()?.show(props),
          onKeyDown: ({ event }) => menu()?.press(event) ?? false,
          onExit: () => menu()?.show(null),
        }),
      }),
    ];
  },
});
