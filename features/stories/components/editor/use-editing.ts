'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { moveStoryAction, saveStoryAction } from '#features/stories/actions.ts';
import { type Aside, DeviceMemory } from '#features/stories/components/editor/asides.ts';
import {
  type Draft,
  draftOf,
  type Fields,
  inputOf,
  sameDraft,
} from '#features/stories/components/editor/fields.ts';
import { type MoveName, wordsOf } from '#features/stories/components/editor/moves.ts';
import { useBody } from '#features/stories/components/editor/use-body.ts';
import type { EditorAnswer, EditorView } from '#features/stories/views.ts';
import { deviceNow } from '#lib/device.ts';
import { deskStoryPath } from '#lib/paths.ts';

/** How soon after a change the device keeps it. */
const KEEP_AFTER_MS = 150;

export type Said = { kind: 'problem' | 'done'; text: string };

const UNREACHED: EditorAnswer = {
  ok: false,
  code: 'limited',
  why: 'The newsroom’s server could not be reached, so nothing was saved. Your text is kept here: try again.',
  fields: {},
  theirs: null,
};

/** What is open in the editor: the story as the server knows it, what is typed, and what differs. */
export function useEditing(first: EditorView, personId: string) {
  const [view, setView] = useState(first);
  const [fields, setFields] = useState<Fields>(() => draftOf(first).fields);
  const [unsaved, setUnsaved] = useState(false);
  const [busy, setBusy] = useState<'saving' | 'moving' | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [theirs, setTheirs] = useState<EditorView | null>(null);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [asides, setAsides] = useState<Aside[]>([]);
  const [kept, setKept] = useState(true);

  const typed = useRef(fields);
  const saved = useRef<Draft>(draftOf(first));
  const basedOn = useRef(first.revisionId);
  const storyId = useRef(first.id);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const memory = useCallback(() => new DeviceMemory(personId, storyId.current), [personId]);

  const noteChange = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(compare, KEEP_AFTER_MS);
  };
  const body = useBody(first.body, first.buttons.write.allowed, noteChange);
  const draft = (): Draft => ({ fields: typed.current, body: body.read() });

  /** Looks whether anything is unsaved, and lets the device keep it if so. */
  function compare(): boolean {
    clearTimeout(timer.current);
    const current = draft();
    const differs = !sameDraft(current, saved.current);
    setUnsaved(differs);
    if (differs) {
      setKept(
        memory().keep({ at: deviceNow().toISOString(), basedOn: basedOn.current, draft: current }),
      );
    } else memory().forget();
    return differs;
  }

  const latestCompare = useRef(compare);
  latestCompare.current = compare;
  useEffect(() => {
    setAsides(memory().comeBack((left) => sameDraft(left, saved.current)));
    const leaving = (event: BeforeUnloadEvent) => {
      if (latestCompare.current()) event.preventDefault();
    };
    const hiding = () => latestCompare.current();
    window.addEventListener('beforeunload', leaving);
    window.addEventListener('pagehide', hiding);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      window.removeEventListener('pagehide', hiding);
    };
  }, [memory]);

  function change(changes: Partial<Fields>): void {
    typed.current = { ...typed.current, ...changes };
    setFields(typed.current);
    noteChange();
  }

  function show(next: Draft): void {
    typed.current = next.fields;
    setFields(next.fields);
    body.replace(next.body);
  }

  /** Shows another text of the server's in place of what is here. */
  function open(next: EditorView): void {
    setView(next);
    saved.current = draftOf(next);
    basedOn.current = next.revisionId;
    show(saved.current);
    setErrors({});
    compare();
  }

  async function ask(
    kind: 'saving' | 'moving',
    question: () => Promise<EditorAnswer>,
  ): Promise<EditorAnswer> {
    setBusy(kind);
    const answer = await question().catch(() => UNREACHED);
    setBusy(null);
    if (!answer.ok) setErrors(answer.fields);
    return answer;
  }

  function refuse(answer: Extract<EditorAnswer, { ok: false }>): void {
    const conflict = answer.theirs && answer.theirs.revisionId !== basedOn.current;
    if (conflict && answer.theirs && !compare()) {
      open(answer.theirs);
      setSaid({ kind: 'problem', text: `${answer.why} It is shown now: please look at it first.` });
      return;
    }
    setTheirs(conflict ? answer.theirs : null);
    setSaid(conflict ? null : { kind: 'problem', text: answer.why });
  }

  /** Saves as a new revision; the story as it is then, or null if it was refused. */
  async function save(): Promise<EditorView | null> {
    if (busy) return null;
    const sent = draft();
    const answer = await ask('saving', () =>
      saveStoryAction({
        ...inputOf(sent),
        storyId: storyId.current,
        basedOn: basedOn.current,
      }),
    );
    if (!answer.ok) {
      refuse(answer);
      return null;
    }
    memory().forget();
    if (!storyId.current) window.history.replaceState(null, '', deskStoryPath(answer.value.id));
    storyId.current = answer.value.id;
    basedOn.current = answer.value.revisionId;
    const { slug } = answer.value;
    saved.current = { ...sent, fields: { ...sent.fields, slug } };
    if (typed.current.slug === sent.fields.slug) change({ slug });
    setView(answer.value);
    setErrors({});
    setTheirs(null);
    setSavedAt(deviceNow());
    setSaid(null);
    compare();
    return answer.value;
  }

  /** Makes a move of the story's life; true if it was made. What is unsaved is saved first. */
  async function move(name: MoveName, extra: Record<string, unknown> = {}): Promise<boolean> {
    if (busy) return false;
    const words = wordsOf(name, view);
    const before = words.ofText && (compare() || !storyId.current) ? await save() : view;
    if (!before) return false;
    const answer = await ask('moving', () =>
      moveStoryAction(name, {
        storyId: storyId.current,
        revisionId: words.ofText ? basedOn.current : before.revisionId,
        ...extra,
      }),
    );
    if (!answer.ok) {
      refuse(answer);
      return false;
    }
    setErrors({});
    if (answer.value.revisionId === basedOn.current || compare()) setView(answer.value);
    else open(answer.value);
    setSaid({ kind: 'done', text: words.done });
    return true;
  }

  function setMineAside(): void {
    const mine = { at: deviceNow().toISOString(), basedOn: basedOn.current, draft: draft() };
    setAsides(memory().setAside(mine));
  }

  /** Ends a conflict: mine becomes a revision on top of theirs, or mine is set aside. */
  async function settle(choice: 'mine' | 'theirs'): Promise<void> {
    if (!theirs) return;
    if (choice === 'mine') {
      basedOn.current = theirs.revisionId;
      setTheirs(null);
      await save();
      return;
    }
    setMineAside();
    open(theirs);
    setTheirs(null);
    setSaid({ kind: 'done', text: 'This is the newest revision. Your text is kept aside.' });
  }

  function bringBack(aside: Aside): void {
    if (compare()) setMineAside();
    setAsides(memory().drop(aside));
    basedOn.current = aside.basedOn;
    show(aside.draft);
    compare();
  }

  return {
    view,
    fields,
    unsaved,
    busy,
    said,
    errors,
    theirs,
    savedAt,
    asides,
    kept,
    editor: body.editor,
    readBody: body.read,
    change,
    save,
    move,
    settle,
    bringBack,
    discard: (aside: Aside) => setAsides(memory().drop(aside)),
  };
}

export type Editing = ReturnType<typeof useEditing>;
