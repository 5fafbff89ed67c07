'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Notice } from '#components/controls/notice.tsx';
import { PicturePicker } from '#features/media/components/picture-picker.tsx';
import type { PictureView } from '#features/media/views.ts';
import { Bar } from '#features/stories/components/editor/bar.tsx';
import { ChecksGroup } from '#features/stories/components/editor/checks-group.tsx';
import { CompanyNotice } from '#features/stories/components/editor/company.tsx';
import { Conflict } from '#features/stories/components/editor/conflict.tsx';
import { CorrectionDialog } from '#features/stories/components/editor/correction-dialog.tsx';
import { CorrectionsGroup } from '#features/stories/components/editor/corrections-group.tsx';
import { DiscussionGroup } from '#features/stories/components/editor/discussion/discussion.tsx';
import { EmbedDialog } from '#features/stories/components/editor/embed-dialog.tsx';
import type { Insertion } from '#features/stories/components/editor/insertions.ts';
import { KeptAside } from '#features/stories/components/editor/kept-aside.tsx';
import { KeysDialog } from '#features/stories/components/editor/keys-dialog.tsx';
import { LeadField } from '#features/stories/components/editor/lead-field.tsx';
import { LinkDialog } from '#features/stories/components/editor/link-dialog.tsx';
import { MoveDialog } from '#features/stories/components/editor/move-dialog.tsx';
import { type MoveName, wordsOf } from '#features/stories/components/editor/moves.ts';
import { Panel } from '#features/stories/components/editor/panel.tsx';
import { Pending } from '#features/stories/components/editor/pending.tsx';
import { SharingGroup } from '#features/stories/components/editor/sharing-group.tsx';
import { openChecks, useChecks } from '#features/stories/components/editor/use-checks.ts';
import { useEditing } from '#features/stories/components/editor/use-editing.ts';
import { usePasted } from '#features/stories/components/editor/use-pasted.ts';
import { PictureChoosing } from '#features/stories/components/editor/views/choosing.tsx';
import { KnownPictures } from '#features/stories/components/editor/views/pictures.ts';
import { Writing } from '#features/stories/components/editor/writing.tsx';
import type { Choices, EditorView, KeptText } from '#features/stories/views.ts';

type Props = {
  first: EditorView;
  /** What this person typed into it before and never saved. */
  unsaved: KeptText[];
  personId: string;
  timeZone: string;
  choices: Choices;
  mayAddPictures: boolean;
};

/** A story open for writing. Opened anew by each navigation, kept as it was by the back button. */
export function StoryEditor(props: Props) {
  const { bfcacheId } = useRouter();
  return <Desk key={bfcacheId} {...props} />;
}

function Desk({ first, unsaved, personId, timeZone, choices, mayAddPictures }: Props) {
  const editing = useEditing(first, personId, unsaved);
  const { view, editor, said, errors, conflict, save } = editing;
  const [asking, setAsking] = useState<MoveName | null>(null);
  const [inserting, setInserting] = useState<Insertion | null>(null);
  const [finding, setFinding] = useState(false);
  const [keys, setKeys] = useState(false);
  const [chosen, setChosen] = useState<Record<string, PictureView>>({});
  const pictures = useMemo(() => ({ ...view.pictures, ...chosen }), [view.pictures, chosen]);

  const { checks, look } = useChecks(editing, pictures);
  const hindered = openChecks(checks, editing);

  const onMove = (name: MoveName) => {
    const asks = name === 'publish' && openChecks(look(), editing).length > 0;
    if (wordsOf(name, view).question === 'nothing' && !asks) {
      void editing.move(name, name === 'comments' ? { open: !view.commentsOpen } : {});
    } else setAsking(name);
  };
  const know = (pictures: PictureView[]) =>
    setChosen((before) => ({
      ...before,
      ...Object.fromEntries(pictures.map((one) => [one.id, one])),
    }));
  const pasted = usePasted(editing, mayAddPictures, know);
  const insertPictures = (chosenNow: PictureView[]) => {
    know(chosenNow);
    const uses = chosenNow.map(({ id }) => ({ pictureId: id, alt: '', caption: '', credit: '' }));
    const [attrs] = uses;
    if (!attrs) return;
    const node =
      inserting === 'gallery'
        ? { type: 'gallery', attrs: { pictures: uses } }
        : { type: 'picture', attrs };
    editor?.chain().focus().putBlock(node).run();
    setInserting(null);
  };
  useShortcuts({
    s: () => void save(),
    // Elsewhere on the page these are the desk's search and the browser's own.
    k: () => isIn('.writing') && setInserting('link'),
    f: () => isIn('.writing') && setFinding(true),
    '/': () => setKeys(true),
  });
  useFocusOnFirst(errors);

  return (
    <KnownPictures value={pictures}>
      <div className="editor">
        <Bar editing={editing} timeZone={timeZone} onMove={onMove} />
        <div className="editor-said">
          <Notice kind="problem">{said?.kind === 'problem' && !asking && said.text}</Notice>
          <Notice kind="done">{said?.kind === 'done' && said.text}</Notice>
          <Notice kind="done">{pasted}</Notice>
          <KeptAside editing={editing} timeZone={timeZone} />
          <Pending view={view} timeZone={timeZone} />
          <CompanyNotice editing={editing} timeZone={timeZone} />
          {conflict && (
            <Conflict
              key={conflict.theirs.revisionId}
              editing={editing}
              conflict={conflict}
              choices={choices}
              timeZone={timeZone}
            />
          )}
        </div>
        <PictureChoosing mayAdd={mayAddPictures} onKnown={know}>
          <Writing
            editing={editing}
            finding={finding}
            onFind={setFinding}
            onInsert={setInserting}
            onKeys={() => setKeys(true)}
          />
        </PictureChoosing>
        <Panel
          editing={editing}
          choices={choices}
          lead={<LeadField editing={editing} mayAdd={mayAddPictures} onChosen={know} />}
          discussion={<DiscussionGroup editing={editing} timeZone={timeZone} />}
          more={
            <>
              <ChecksGroup checks={checks} editing={editing} timeZone={timeZone} />
              <CorrectionsGroup editing={editing} timeZone={timeZone} />
              <SharingGroup view={view} timeZone={timeZone} />
            </>
          }
        />
      </div>
      {keys && <KeysDialog onClose={() => setKeys(false)} />}
      {asking === 'correct' && (
        <CorrectionDialog editing={editing} onClose={() => setAsking(null)} />
      )}
      {asking && asking !== 'correct' && (
        <MoveDialog
          name={asking}
          editing={editing}
          hindered={hindered}
          timeZone={timeZone}
          onClose={() => setAsking(null)}
        />
      )}
      {(inserting === 'picture' || inserting === 'gallery') && (
        <PicturePicker
          several={inserting === 'gallery'}
          mayAdd={mayAddPictures}
          onChoose={insertPictures}
          onClose={() => setInserting(null)}
        />
      )}
      {editor && inserting === 'link' && (
        <LinkDialog editor={editor} timeZone={timeZone} onClose={() => setInserting(null)} />
      )}
      {editor && inserting === 'embed' && (
        <EmbedDialog editor={editor} onClose={() => setInserting(null)} />
      )}
    </KnownPictures>
  );
}

/** Ctrl or ⌘ with a letter, wherever the focus is. What answers false leaves the key to the browser. */
function useShortcuts(shortcuts: Record<string, () => unknown>): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const run = latest.current[event.key.toLowerCase()];
      if (run && run() !== false) event.preventDefault();
    };
    // Before what hears the same keys for the whole desk.
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, []);
}

function isIn(selector: string): boolean {
  return document.activeElement?.closest(selector) != null;
}

/** After a refusal the focus goes to the field that is marked first on the page. */
function useFocusOnFirst(errors: Record<string, string>): void {
  useEffect(() => {
    const [first] = Object.keys(errors)
      .flatMap((name) => document.getElementById(name) ?? [])
      .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    first?.focus();
  }, [errors]);
}
