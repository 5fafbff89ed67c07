// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { expect, onTestFinished, test } from 'vitest';
import { toBody } from '#features/stories/components/editor/convert.ts';
import { bodyExtensions } from '#features/stories/components/editor/schema/extensions.ts';

const p = (text = '') =>
  text ? { type: 'paragraph', content: [{ type: 'text', text }] } : { type: 'paragraph' };
const quote = (...texts: string[]) => ({
  type: 'quote',
  attrs: { speaker: 'A', source: '' },
  content: texts.map((text) => p(text)),
});
const picture = {
  type: 'picture',
  attrs: { pictureId: 'x', alt: '', caption: '', credit: '' },
};

/** An editor with these blocks, the cursor at `|`, which is not part of the text. */
function opened(...content: object[]): Editor {
  const editor = new Editor({ extensions: bodyExtensions, content: { type: 'doc', content } });
  onTestFinished(() => editor.destroy());
  let cursor = 0;
  editor.state.doc.descendants((node, at) => {
    const found = node.isText ? (node.text ?? '').indexOf('|') : -1;
    if (found >= 0) cursor = at + found;
  });
  if (cursor > 0) {
    editor.commands.deleteRange({ from: cursor, to: cursor + 1 });
    editor.commands.setTextSelection(cursor);
  }
  return editor;
}

/** The blocks in short, with the cursor. */
function shown(editor: Editor): string[] {
  editor.commands.insertContent('|');
  return toBody(editor.state.doc).content.map((block) => {
    const text = JSON.stringify(block).match(/"text":"([^"]*)"/g) ?? [];
    const words = text.map((one) => one.slice(8, -1)).join(' / ');
    return `${block.type} ${words}`.trim();
  });
}

test('a block goes over the one before it and takes the cursor along', () => {
  const editor = opened(p('One'), quote('Two', 'th|ree'), p('Four'));
  editor.commands.moveBlock(-1);
  expect(shown(editor)).toEqual(['quote Two / th|ree', 'paragraph One', 'paragraph Four']);
});

test('the first block goes no higher and the last no lower', () => {
  const editor = opened(p('On|e'), p('Two'));
  expect(editor.commands.moveBlock(-1)).toBe(false);
  editor.commands.moveBlock(1);
  expect(editor.commands.moveBlock(1)).toBe(false);
  expect(shown(editor)).toEqual(['paragraph Two', 'paragraph On|e']);
});

test('a block that is marked moves and stays marked', () => {
  const editor = opened(p('One'), picture, p('Two'));
  editor.commands.setNodeSelection(5);
  editor.commands.moveBlock(1);
  editor.commands.moveBlock(-1);
  editor.commands.moveBlock(-1);
  editor.commands.deleteSelection();
  expect(shown(editor).join()).not.toContain('picture');
});

test('a block that is removed leaves the cursor where it stood, and a story never without a line', () => {
  const editor = opened(p('One'), quote('T|wo'), p('Three'));
  editor.commands.removeBlock();
  expect(shown(editor)).toEqual(['paragraph One', 'paragraph |Three']);
  const last = opened(quote('On|ly'));
  last.commands.removeBlock();
  last.commands.removeBlock();
  expect(shown(last)).toEqual(['paragraph |']);
});

test('out of a block one comes to the line after it, or to a new one', () => {
  const editor = opened(quote('Sa|id'), p('After'));
  editor.commands.leaveBlock();
  expect(shown(editor)).toEqual(['quote Said', 'paragraph |After']);
  const between = opened(quote('Sa|id'), quote('Too'));
  between.commands.leaveBlock();
  expect(shown(between)).toEqual(['quote Said', 'paragraph |', 'quote Too']);
});

test.each([
  [
    'an empty line is replaced',
    [p('One'), p('|'), p('Two')],
    ['paragraph One', 'picture', 'paragraph |Two'],
  ],
  [
    'at the end it comes after',
    [p('One|'), p('Two')],
    ['paragraph One', 'picture', 'paragraph |Two'],
  ],
  ['in the middle it parts the words', [p('On|e')], ['paragraph On', 'picture', 'paragraph |e']],
  ['at the beginning it comes before', [p('|One')], ['picture', 'paragraph |One']],
  ['in a quote it comes after the quote', [quote('O|ne')], ['quote One', 'picture', 'paragraph |']],
  ['in a story of one empty line', [p('|')], ['picture', 'paragraph |']],
])('a picture is put in: %s', (_what, content, expected) => {
  const editor = opened(...content);
  editor.commands.putBlock(picture);
  expect(shown(editor)).toEqual(expected);
});

test('in a new table one writes at once', () => {
  const editor = opened(p('|'));
  editor.commands.insertTable(2, 2);
  expect(shown(editor)).toEqual(['table |']);
});
