'use client';

import { useState } from 'react';
import { Dialog } from '#components/controls/dialog.tsx';
import { bodyText, countWords } from '#features/stories/body.ts';
import { compareBodies } from '#features/stories/compare.ts';
import { Comparison } from '#features/stories/components/comparison/comparison.tsx';
import { compareFields } from '#features/stories/components/comparison/fields.ts';
import type { Draft } from '#features/stories/components/editor/fields.ts';
import type { LeftText } from '#features/stories/components/editor/keeping/use-keeping.ts';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import { dateAndTime } from '#lib/dates.ts';

/** More than these are folded away, so that the text stays in sight. */
const MOST_SHOWN = 2;
const LONGEST_HEADLINE = 60;

type Props = { editing: Editing; timeZone: string };

/** Text that was never saved: after a crash, from another device, or set aside after a conflict. */
export function KeptAside({ editing, timeZone }: Props) {
  const { keeping } = editing;
  const [comparing, setComparing] = useState<LeftText | null>(null);
  if (keeping.left.length === 0 && !keeping.thrown) return null;
  const list = (texts: LeftText[]) => (
    <ul className="grid gap-2">
      {texts.map((text) => (
        <li key={text.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <p className="flex-1 basis-64">{described(text, timeZone)}</p>
          <Acts editing={editing} text={text} onCompare={() => setComparing(text)} />
        </li>
      ))}
    </ul>
  );
  const rest = keeping.left.slice(MOST_SHOWN);
  return (
    <section className="notice grid gap-2" aria-label="Unsaved text">
      {keeping.thrown && (
        <p role="status" className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="flex-1 basis-64">The text is thrown away.</span>
          <button type="button" className="button" onClick={keeping.fetchBack}>
            Undo
          </button>
        </p>
      )}
      {list(keeping.left.slice(0, MOST_SHOWN))}
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} older</summary>
          {list(rest)}
        </details>
      )}
      {comparing && (
        <Dialog wide title="What is here, and what was left" onClose={() => setComparing(null)}>
          <Compared editing={editing} text={comparing} />
          <p className="dialog-acts">
            <Acts editing={editing} text={comparing} onDone={() => setComparing(null)} />
          </p>
        </Dialog>
      )}
    </section>
  );
}

function Acts({
  editing,
  text,
  onCompare,
  onDone = () => undefined,
}: {
  editing: Editing;
  text: LeftText;
  onCompare?: () => void;
  onDone?: () => void;
}) {
  const act = (work: (text: LeftText) => void) => () => {
    work(text);
    onDone();
  };
  return (
    <>
      {onCompare && (
        <button type="button" className="button" onClick={onCompare}>
          Compare
        </button>
      )}
      {editing.view.buttons.write.allowed && (
        <button type="button" className="button" onClick={act(editing.bringBack)}>
          Bring it back
        </button>
      )}
      <button type="button" className="button button-bare" onClick={act(editing.keeping.throwAway)}>
        Discard
      </button>
    </>
  );
}

function Compared({ editing, text }: { editing: Editing; text: LeftText }) {
  const here = editing.draft();
  const { language } = here.fields;
  return (
    <Comparison
      caption="What is in the editor beside what was left unsaved"
      kind="sides"
      titles={['In the editor', 'Left unsaved']}
      fields={compareFields(here.fields, text.draft.fields, language)}
      pairs={compareBodies(here.body, text.draft.body, language)}
      language={language}
    />
  );
}

function described({ at, draft, aside, open }: LeftText, timeZone: string): string {
  const when = dateAndTime(new Date(at), { timeZone, language: 'en' });
  const words = wordsIn(draft);
  const { headline } = draft.fields;
  const short =
    headline.length > LONGEST_HEADLINE ? `${headline.slice(0, LONGEST_HEADLINE)}…` : headline;
  const what = [short && `“${short}”`, words > 0 && `${words} ${words === 1 ? 'word' : 'words'}`];
  const why = aside ? 'Kept aside: your text of' : 'Recovered: unsaved text of';
  const where = open ? ' (open in another window of yours)' : '';
  return `${why} ${when}${where}: ${what.filter(Boolean).join(', ') || 'no words'}`;
}

/** Counted once: the editor is drawn anew while somebody types. */
const counted = new WeakMap<Draft, number>();

function wordsIn(draft: Draft): number {
  const words = counted.get(draft) ?? countWords(bodyText(draft.body), draft.fields.language);
  counted.set(draft, words);
  return words;
}
