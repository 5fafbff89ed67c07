'use client';

import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { useEffect, useMemo, useState } from 'react';
import type { PictureView } from '#features/media/views.ts';
import { type Check, checksOf, hindering } from '#features/stories/checks.ts';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';

/** How long nobody has typed before the text is looked through: at every key it would be felt. */
const PAUSE_MS = 300;

/**
 * The checks of what is being typed, as it was at the last pause; `look` checks the text of this moment.
 * Which links lead nowhere, and who else wants the address, is known of what was saved.
 */
export function useChecks(
  { view, fields, editor, readBody }: Editing,
  pictures: Readonly<Record<string, PictureView>>,
): { checks: Check[]; look: () => Check[] } {
  const [doc, settle] = useSettledDoc(editor);
  const { brokenLinks } = view;
  const namesakes = namesakesNow({ view, fields }).map((other) => other.headline);
  const { headline, standfirst, bylines, picture } = fields;
  const current = () =>
    checksOf(
      { headline, standfirst, bylines, picture, body: readBody() },
      { pictures, brokenLinks, namesakes },
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `doc` says when the body is another
  const checks = useMemo(current, [
    headline,
    standfirst,
    bylines,
    picture,
    pictures,
    brokenLinks,
    namesakes.join(),
    doc,
  ]);
  const look = () => {
    settle();
    return current();
  };
  return { checks, look };
}

/** Other stories with the address that was saved, as long as nobody has typed another. */
export function namesakesNow({ view, fields }: Pick<Editing, 'view' | 'fields'>) {
  const isSaved = fields.slug === view.slug && fields.sectionId === view.sectionId;
  return isSaved ? view.namesakes : [];
}

/** The text as it was when somebody last paused, and a way to take it as it is now. */
function useSettledDoc(editor: Editor | null): [Node | null, () => void] {
  const [doc, setDoc] = useState<Node | null>(null);
  useEffect(() => {
    if (!editor) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = ({ transaction }: { transaction: Transaction }) => {
      if (!transaction.docChanged) return;
      clearTimeout(timer);
      timer = setTimeout(() => setDoc(editor.state.doc), PAUSE_MS);
    };
    editor.on('transaction', settle);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', settle);
    };
  }, [editor]);
  return [doc, () => setDoc(editor?.state.doc ?? null)];
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
