'use client';

import { redoDepth, undoDepth } from '@tiptap/pm/history';
import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useRef } from 'react';
import type { Insertion } from '#features/stories/components/editor/insertions.ts';
import type { TableAct } from '#features/stories/components/editor/schema/tables.ts';
import { type Tool, ToolButton } from '#features/stories/components/editor/tool-button.tsx';

const HEADINGS = { 2: 'heading', 3: 'subheading' } as const;

/** The tools above the text. One Tab stop; the arrow keys go from tool to tool. */
export function Toolbar({
  editor,
  onInsert,
  onKeys,
  onFind,
}: {
  editor: Editor;
  onInsert: (what: Insertion) => void;
  onKeys: () => void;
  onFind: () => void;
}) {
  const bar = useRef<HTMLDivElement>(null);
  const is = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      paragraph: now.isActive('heading')
        ? HEADINGS[now.getAttributes('heading').level as 2 | 3]
        : 'text',
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      link: now.isActive('link'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      quote: now.isActive('quote'),
      pullQuote: now.isActive('pullQuote'),
      factBox: now.isActive('factBox'),
      table: now.isActive('table'),
      undo: undoDepth(now.state) > 0,
      redo: redoDepth(now.state) > 0,
    }),
  });
  const chain = () => editor.chain().focus();
  const groups: Tool[][] = [
    [
      {
        name: 'Bold',
        icon: 'bold',
        keys: 'Ctrl B',
        on: is.bold,
        run: () => chain().toggleBold().run(),
      },
      {
        name: 'Italic',
        icon: 'italic',
        keys: 'Ctrl I',
        on: is.italic,
        run: () => chain().toggleItalic().run(),
      },
      {
        name: 'Link',
        icon: 'link',
        keys: 'Ctrl K',
        on: is.link,
        run: () => onInsert('link'),
      },
    ],
    [
      {
        name: 'Bullets',
        icon: 'bullets',
        keys: 'Ctrl Shift 8',
        on: is.bullets,
        run: () => chain().toggleBulletList().run(),
      },
      {
        name: 'Numbers',
        icon: 'numbers',
        keys: 'Ctrl Shift 7',
        on: is.numbers,
        run: () => chain().toggleOrderedList().run(),
      },
      {
        name: 'Quote',
        icon: 'quote',
        keys: 'Ctrl Shift B',
        on: is.quote,
        run: () => chain().toggleWrap('quote').run(),
      },
      {
        name: 'Pull quote',
        icon: 'pullQuote',
        on: is.pullQuote,
        run: () => chain().toggleTextBlock('pullQuote').run(),
      },
    ],
    [
      { name: 'Picture', icon: 'pictures', run: () => onInsert('picture') },
      { name: 'Gallery', icon: 'gallery', run: () => onInsert('gallery') },
      {
        name: 'Table',
        icon: 'table',
        on: is.table,
        off: is.table,
        run: () => chain().insertTable(3, 3).run(),
      },
      {
        name: 'Fact box',
        icon: 'factBox',
        on: is.factBox,
        run: () => chain().toggleWrap('factBox').run(),
      },
      { name: 'From another site', icon: 'embed', run: () => onInsert('embed') },
      {
        name: 'Divider',
        icon: 'divider',
        run: () => chain().putBlock({ type: 'divider' }).run(),
      },
    ],
    [
      {
        name: 'Undo',
        icon: 'undo',
        keys: 'Ctrl Z',
        off: !is.undo,
        run: () => chain().undo().run(),
      },
      {
        name: 'Redo',
        icon: 'redo',
        keys: 'Ctrl Shift Z',
        off: !is.redo,
        run: () => chain().redo().run(),
      },
      { name: 'Find and replace', icon: 'search', keys: 'Ctrl F', run: onFind },
    ],
    [
      {
        name: 'Move the block up',
        icon: 'up',
        keys: 'Alt ↑',
        run: () => chain().moveBlock(-1).run(),
      },
      {
        name: 'Move the block down',
        icon: 'down',
        keys: 'Alt ↓',
        run: () => chain().moveBlock(1).run(),
      },
      {
        name: 'Remove the block',
        icon: 'remove',
        keys: 'Ctrl Shift ⌫',
        run: () => chain().removeBlock().run(),
      },
      { name: 'All keys', icon: 'keys', keys: 'Ctrl /', run: onKeys },
    ],
  ];
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Form of the text"
      aria-orientation="horizontal"
      className="toolbar"
      onKeyDown={(event) => walk(event, bar.current, editor)}
    >
      <select
        aria-label="Kind of paragraph"
        className="toolbar-select"
        value={is.paragraph}
        onChange={({ target }) => {
          if (target.value === 'text') chain().setNode('paragraph').run();
          else
            chain()
              .setNode('heading', { level: target.value === 'heading' ? 2 : 3 })
              .run();
        }}
      >
        <option value="text">Text</option>
        <option value="heading">Heading</option>
        <option value="subheading">Subheading</option>
      </select>
      {groups.map((tools) => (
        <div key={tools[0]?.name} className="toolbar-group">
          {tools.map((tool) => (
            <ToolButton key={tool.name} {...tool} />
          ))}
        </div>
      ))}
      {is.table && <TableTools onChoose={(act) => chain().changeTable(act).run()} />}
    </div>
  );
}

const TABLE_WORDS: [TableAct, string][] = [
  ['addRow', 'Row below'],
  ['addColumn', 'Column after'],
  ['removeRow', 'Remove row'],
  ['removeColumn', 'Remove column'],
  ['headerRow', 'Header row'],
  ['removeTable', 'Remove table'],
];

function TableTools({ onChoose }: { onChoose: (act: TableAct) => void }) {
  return (
    <fieldset className="toolbar-group">
      <legend className="sr-only">Table</legend>
      {TABLE_WORDS.map(([act, words]) => (
        <button
          key={act}
          type="button"
          tabIndex={-1}
          className="toolbar-word"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(act)}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}

/** Left and right, Home and End, as in every toolbar (WAI-ARIA); Escape goes back into the text. */
function walk(event: KeyboardEvent, bar: HTMLElement | null, editor: Editor): void {
  if (event.key === 'Escape') editor.commands.focus();
  const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
  if (step === undefined || !bar) return;
  const tools = [...bar.querySelectorAll<HTMLElement>('button, select')];
  const at = tools.indexOf(document.activeElement as HTMLElement);
  const next = Math.min(tools.length - 1, Math.max(0, at + step));
  event.preventDefault();
  tools[next]?.focus();
}
