'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import { type Block, bodyText, countWords, readingMinutes } from '#features/stories/body.ts';
import { toBody } from '#features/stories/components/editor/convert.ts';

/** Words by block and language: at each key only the block that is typed in is counted anew. */
const counted = new WeakMap<Block, { language: string; words: number }>();

/** How long the text is, for whoever writes it and for whoever reads it. */
export function WordCount({ editor, language }: { editor: Editor; language: string }) {
  const words = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      toBody(now.state.doc).content.reduce((sum, block) => sum + wordsOf(block, language), 0),
  });
  const number = new Intl.NumberFormat('en').format(words);
  return (
    <p className="paper-count">
      {number} {words === 1 ? 'word' : 'words'}
      {words > 0 && ` · ${readingMinutes(words)} min read`}
    </p>
  );
}

function wordsOf(block: Block, language: string): number {
  const known = counted.get(block);
  if (known?.language === language) return known.words;
  const words = countWords(bodyText({ content: [block] }), language);
  counted.set(block, { language, words });
  return words;
}
