import { type Command, Extension, Node } from '@tiptap/core';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  tableEditing,
  toggleHeaderRow,
} from '@tiptap/pm/tables';

const TABLE_ACTS = {
  addRow: addRowAfter,
  addColumn: addColumnAfter,
  removeRow: deleteRow,
  removeColumn: deleteColumn,
  headerRow: toggleHeaderRow,
  removeTable: deleteTable,
};

export type TableAct = keyof typeof TABLE_ACTS;

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    tables: {
      insertTable: (rows: number, columns: number) => ReturnType;
      changeTable: (act: TableAct) => ReturnType;
    };
  }
}

const ROLES: Record<string, string> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
};

/** prosemirror-tables asks for these three; the body has none of them (see convert.ts). */
const CELL_ATTRIBUTES = {
  colspan: { default: 1, rendered: false },
  rowspan: { default: 1, rendered: false },
  colwidth: { default: null, rendered: false },
};

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
});

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

const TableCell = Node.create({
  name: 'tableCell',
  content: 'paragraph+',
  isolating: true,
  addAttributes: () => CELL_ATTRIBUTES,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: () => ['td', 0],
});

const TableHeader = TableCell.extend({
  name: 'tableHeader',
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: () => ['th', 0],
});

const TableTools = Extension.create({
  name: 'tables',
  extendNodeSchema: ({ name }) => (ROLES[name] ? { tableRole: ROLES[name] } : {}),
  addCommands() {
    return {
      insertTable:
        (rows, columns) =>
        ({ commands }) =>
          commands.putBlock(emptyTable(rows, columns)),
      changeTable:
        (act): Command =>
        ({ state, dispatch }) =>
          TABLE_ACTS[act](state, dispatch),
    };
  },
  addKeyboardShortcuts() {
    const go = (direction: 1 | -1) => () =>
      this.editor.commands.command(({ state, dispatch }) =>
        goToNextCell(direction)(state, dispatch),
      );
    return {
      Tab: () =>
        go(1)() ||
        (this.editor.isActive('table') &&
          this.editor.chain().changeTable('addRow').run() &&
          go(1)()),
      'Shift-Tab': go(-1),
    };
  },
  addProseMirrorPlugins: () => [tableEditing({ allowTableNodeSelection: true })],
});

function emptyTable(rows: number, columns: number) {
  const cells = (type: string) =>
    Array.from({ length: columns }, () => ({ type, content: [{ type: 'paragraph' }] }));
  return {
    type: 'table',
    content: Array.from({ length: rows }, (_, row) => ({
      type: 'tableRow',
      content: cells(row === 0 ? 'tableHeader' : 'tableCell'),
    })),
  };
}

export const tables = [Table, TableRow, TableCell, TableHeader, TableTools];
