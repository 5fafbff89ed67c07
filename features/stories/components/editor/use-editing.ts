'use client';

import { useEffect, useRef, useState } from 'react';
import { catchUpAction, moveStoryAction, saveStoryAction } from '#features/stories/actions.ts';
import {
  type Draft,
  draftOf,
  type Fields,
  inputOf,
  sameDraft,
} from '#features/stories/components/editor/fields.ts';
import { inAPause } from '#features/stories/components/editor/keeping/pausing.ts';
import { readDraft } from '#features/stories/components/editor/keeping/reading.ts';
import {
  type LeftText,
  useKeeping,
} from '#features/stories/components/editor/keeping/use-keeping.ts';
import { type ActName, wordsOf } from '#features/stories/components/editor/moves.ts';
import { useBody } from '#features/stories/components/editor/use-body.ts';
import { useCompany } from '#features/stories/components/editor/use-company.ts';
import type { CaughtUp, EditorAnswer, EditorView, KeptText } from '#features/stories/views.ts';
import { deviceNow } from '#lib/device.ts';
import { deskStoryPath } from '#lib/paths.ts';

/** How soon after a change it is kept; who types without a pause does not put it off. */
const KEEP_AFTER_MS = 150;

/** Two texts between which somebody has to decide, and the one that both began from. */
export type Conflicting = { theirs: EditorView; base: Draft | null };

export type Said = { kind: 'problem' | 'done'; text: string };

const UNREACHED: Extract<EditorAnswer, { ok: false }> = {
  ok: false,
  code: 'limited',
  why: 'The newsroom’s server could not be reached, so nothing was saved. Your text is kept here: try again.',
  fields: {},
  theirs: null,
  base: null,
};

/** What is open in the editor: the story as the server knows it, what is typed, and what differs. */
export function useEditing(first: EditorView, personId: string, left: KeptText[]) {
  const [view, setView] = useState(first);
  const [fields, setFields] = useState<Fields>(() => draftOf(first).fields);
  const [unsaved, setUnsaved] = useState(false);
  const [busy, setBusy] = useState<'saving' | 'moving' | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [conflict, setConflict] = useState<Conflicting | null>(null);
  const [savedAt, setSavedAt] = useState<Date | null>(null);

  const typed = useRef(fields);
  const saved = useRef<Draft>(draftOf(first));
  const basedOn = useRef(first.revisionId);
  const storyId = useRef(first.id);
  const callOff = useRef<(() => void) | undefined>(undefined);

  const noteChange = () => {
    callOff.current ??= inAPause(KEEP_AFTER_MS, compare);
  };
  const body = useBody(first.body, first.buttons.write.allowed, noteChange);
  const draft = (): Draft => ({ fields: typed.current, body: body.read() });
  const keeping = useKeeping({ personId, storyId: first.id, kept: left }, (text) => {
    const found = readDraft(text, saved.current);
    return found && sameDraft(found, saved.current) ? 'same' : found;
  });
  const company = useCompany(keeping.editing().id, view.id, keeping.hurry);
  const here = () => ({ storyId: storyId.current, basedOn: basedOn.current, draft: draft() });

  /** Looks whether anything is unsaved, and has it kept if so. */
  function compare(): boolean {
    callOff.current?.();
    callOff.current = undefined;
    const now = here();
    const differs = !sameDraft(now.draft, saved.current);
    setUnsaved(differs);
    if (differs) keeping.keep(now);
    else keeping.drop(now.storyId);
    return differs;
  }

  const latest = useRef({ compare, leave: keeping.leave });
  latest.current = { compare, leave: keeping.leave };
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (latest.current.compare()) event.preventDefault();
    };
    const hiding = () => {
      latest.current.compare();
      latest.current.leave();
    };
    window.addEventListener('beforeunload', leaving);
    window.addEventListener('pagehide', hiding);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      window.removeEventListener('pagehide', hiding);
    };
  }, []);

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

  function refuse({ theirs, base, why }: Extract<EditorAnswer, { ok: false }>): void {
    if (theirs && theirs.revisionId !== basedOn.current) meet({ theirs, base }, why);
    else {
      setConflict(null);
      setSaid({ kind: 'problem', text: why });
    }
  }

  /** Somebody saved since: both texts are shown, or theirs alone if nothing is unsaved here. */
  function meet({ theirs, base }: CaughtUp, why: string): void {
    if (compare()) {
      setConflict({ theirs, base: base && readDraft(base, saved.current) });
      setSaid(null);
      return;
    }
    open(theirs);
    setConflict(null);
    setSaid(
      why ? { kind: 'problem', text: `${why} It is shown now: please look at it first.` } : null,
    );
  }

  async function catchUp(): Promise<void> {
    const caught = await catchUpAction(storyId.current, basedOn.current).catch(() => UNREACHED);
    if (caught.ok) meet(caught.value, '');
    else setSaid({ kind: 'problem', text: caught.why });
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
        editing: keeping.editing(),
      }),
    );
    if (!answer.ok) {
      refuse(answer);
      return null;
    }
    if (!storyId.current) window.history.replaceState(null, '', deskStoryPath(answer.value.id));
    storyId.current = answer.value.id;
    basedOn.current = answer.value.revisionId;
    const { slug } = answer.value;
    saved.current = { ...sent, fields: { ...sent.fields, slug } };
    if (typed.current.slug === sent.fields.slug) change({ slug });
    setView(answer.value);
    setErrors({});
    setConflict(null);
    setSavedAt(deviceNow());
    setSaid(null);
    compare();
    return answer.value;
  }

  /** Makes a move of the story's life; true if it was made. What is unsaved is saved first. */
  async function move(name: ActName, extra: Record<string, unknown> = {}): Promise<boolean> {
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

  /** Ends a conflict: a text goes on top of theirs, or theirs goes on. Mine is kept aside unless it is that. */
  async function settle(choice: Draft | 'theirs'): Promise<void> {
    if (!conflict) return;
    const { theirs } = conflict;
    if (choice === 'theirs') {
      keeping.setAside(here());
      open(theirs);
      setConflict(null);
      setSaid({ kind: 'done', text: 'This is the newest revision. Your text is kept aside.' });
      return;
    }
    if (!sameDraft(choice, draft())) {
      keeping.setAside(here());
      show(choice);
    }
    basedOn.current = theirs.revisionId;
    setConflict(null);
    await save();
  }

  function bringBack(text: LeftText): void {
    if (compare()) keeping.setAside(here());
    basedOn.current = text.basedOn;
    show(text.draft);
    compare();
    keeping.discard(text);
  }

  return {
    view,
    fields,
    unsaved,
    busy,
    said,
    errors,
    conflict,
    company,
    savedAt,
    keeping,
    editor: body.editor,
    readBody: body.read,
    change,
    save,
    move,
    settle,
    catchUp,
    draft,
    bringBack,
  };
}

export type Editing = ReturnType<typeof useEditing>;
