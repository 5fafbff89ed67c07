'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import { useMemo } from 'react';
import type { PictureView } from '#features/media/views.ts';
import { type Check, checksOf, hindering } from '#features/stories/checks.ts';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';

/** The checks of what is being typed. Which links lead nowhere is known of the saved text. */
export function useChecks(
  { view, fields, editor, readBody }: Editing,
  pictures: Readonly<Record<string, PictureView>>,
): Check[] {
  const doc = useEditorState({ editor, selector: ({ editor: now }) => now?.state.doc ?? null });
  const { brokenLinks } = view;
  const { headline, standfirst, bylines, picture } = fields;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `doc` says when the body is another
  return useMemo(
    () =>
      checksOf(
        { headline, standfirst, bylines, picture, body: readBody() },
        { pictures, brokenLinks },
      ),
    [headline, standfirst, bylines, picture, pictures, brokenLinks, doc],
  );
}

/** The checks that a reason must still be given for, or that cannot be passed. */
export function openChecks(checks: readonly Check[], { view }: Editing): Check[] {
  return hindering(checks, view.reasons);
}

/** Puts the cursor where a check is about, opening whatever is folded around it. */
export function jumpTo({ where }: Check, editor: Editor | null): void {
  if ('field' in where && where.field !== 'body') {
    const field = document.getElementById(where.field);
    field?.closest('details')?.setAttribute('open', '');
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
    return;
  }
  if (!editor) return;
  const index = 'block' in where ? where.block : 0;
  let place = 0;
  editor.state.doc.forEach((_node, offset, at) => {
    if (at === index) place = offset;
  });
  const block = editor.state.doc.nodeAt(place);
  const chain = editor.chain().focus();
  if (block?.isTextblock) chain.setTextSelection(place + 1).run();
  else chain.setNodeSelection(place).run();
  const shown = editor.view.nodeDOM(place);
  if (shown instanceof HTMLElement) shown.scrollIntoView({ block: 'center' });
}
