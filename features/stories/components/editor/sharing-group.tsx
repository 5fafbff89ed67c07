'use client';

import { useCallback, useState } from 'react';
import { Notice } from '#components/controls/notice.tsx';
import { endSharingAction, sharedLinksAction } from '#features/stories/actions.ts';
import { ShareDialog } from '#features/stories/components/editor/share-dialog.tsx';
import type { SharedLink } from '#features/stories/sharing.ts';
import type { EditorView } from '#features/stories/views.ts';
import { dateAndTime } from '#lib/dates.ts';
import { refuse } from '#lib/result.ts';

const UNREACHED = refuse('limited', 'The newsroom’s server could not be reached: try again.');

/** Secret addresses of this story for people without an account, and what came back by them. */
export function SharingGroup({ view, timeZone }: { view: EditorView; timeZone: string }) {
  const [links, setLinks] = useState<SharedLink[]>([]);
  const [problem, setProblem] = useState('');
  const [asking, setAsking] = useState(false);
  const { id: storyId } = view;
  const load = useCallback(async () => {
    const found = await sharedLinksAction(storyId).catch(() => UNREACHED);
    setProblem(found.ok ? '' : found.why);
    if (found.ok) setLinks(found.value);
  }, [storyId]);
  if (storyId === '' || !view.buttons.share.allowed) return null;
  const end = async (linkId: string) => {
    const answer = await endSharingAction(storyId, linkId).catch(() => null);
    setProblem(answer ? answer.message : UNREACHED.why);
    await load();
  };
  return (
    <details className="group" onToggle={(event) => event.currentTarget.open && void load()}>
      <summary>Secret links</summary>
      <div className="grid gap-3 pb-4">
        <Notice kind="problem">{problem}</Notice>
        {links.length === 0 && (
          <p className="text-soft">
            With a secret link somebody without an account reads this story before it is published:
            a lawyer, a source, whoever is quoted.
          </p>
        )}
        {links.length > 0 && (
          <ul className="grid gap-4">
            {links.map((link) => (
              <li key={link.id} className="grid justify-items-start gap-1">
                <LinkLines link={link} timeZone={timeZone} />
                {link.standing === 'open' && (
                  <button
                    type="button"
                    className="link text-note"
                    onClick={() => void end(link.id)}
                  >
                    End it<span className="sr-only">: the link for {link.person}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
        <p>
          <button type="button" className="button" onClick={() => setAsking(true)}>
            Make a secret link…
          </button>
        </p>
      </div>
      {asking && (
        <ShareDialog
          storyId={storyId}
          onClose={() => {
            setAsking(false);
            void load();
          }}
        />
      )}
    </details>
  );
}

function LinkLines({ link, timeZone }: { link: SharedLink; timeZone: string }) {
  const on = (at: Date) => dateAndTime(at, { timeZone, language: 'en' });
  const until = {
    open: `Until ${on(link.expiresAt)}`,
    expired: `Ended on ${on(link.expiresAt)}`,
    ended: 'Ended by the desk',
  }[link.standing];
  return (
    <>
      <p className="text-label">For {link.person}</p>
      <p className="text-note text-soft">
        {until}. Made by {link.by}
        {link.mayAnswer ? ', may write back.' : ', for reading only.'}
      </p>
      {link.answers.map((answer) => (
        <p key={answer.id} className="check check-reason">
          <span className="text-note text-soft">
            {answer.kind === 'approval' ? 'Approved' : 'On'} revision {answer.revisionNumber},{' '}
            {on(answer.at)}
          </span>
          {answer.text && (
            <span className="block whitespace-pre-line" dir="auto">
              {answer.text}
            </span>
          )}
        </p>
      ))}
    </>
  );
}
