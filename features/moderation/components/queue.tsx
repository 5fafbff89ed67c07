'use client';

import { useEffect, useRef, useState } from 'react';
import { Notice } from '#components/controls/notice.tsx';
import { ChosenBar } from '#features/moderation/components/chosen-bar.tsx';
import { QueueKeys } from '#features/moderation/components/queue-keys.tsx';
import { QueuedComment } from '#features/moderation/components/queued-comment.tsx';
import { useDeciding } from '#features/moderation/components/use-deciding.ts';
import { useKeys } from '#features/moderation/components/use-keys.ts';
import type { Pile, QueuedComment as Queued, QueueMove } from '#features/moderation/views.ts';

/** What is asked under a comment: a rule, a note, a ban, or what to know of one that lies aside. */
type Asking = 'rules' | 'note' | 'ban' | 'aside';
type Open = { id: string; what: Asking } | null;

type Props = { pile: Pile; comments: Queued[]; timeZone: string; mayRedact: boolean };

/** Not the id of a comment: whichever comes first. */
const FIRST = 'first';

const DONE: Record<QueueMove, string> = {
  approve: 'approved',
  keep: 'still published',
  reopen: 'reported again',
  reject: 'rejected',
  undo: 'waiting again',
  aside: 'set aside',
  back: 'back with what waits',
};

/** The moderators' list. Everything in it is done by keyboard: see QueueKeys. */
export function Queue({ pile, comments, timeZone, mayRedact }: Props) {
  const deciding = useDeciding(comments);
  const [open, setOpen] = useState<Open>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const [showKeys, setShowKeys] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef('');
  // Where everything is, what is decided stays in the list.
  const here = pile === 'all' ? comments : comments.filter(({ id }) => !deciding.gone.has(id));
  const chosenHere = here.filter(({ id }) => chosen.has(id));

  // What is taken back, and what comes after the last one, is in the list only once it was fetched.
  useEffect(() => {
    const { current } = wanted;
    const found = current === FIRST ? articles(list.current)[0] : document.getElementById(current);
    if (!found) return;
    found.focus();
    wanted.current = '';
  });

  function judge(which: readonly Queued[], move: QueueMove, rule = '', reason = ''): void {
    const able = which.filter((comment) => comment.moves.includes(move));
    const [first] = able;
    if (!first) return;
    const next = neighbour(list.current, new Set(able.map(({ id }) => id)));
    const whose =
      able.length === 1 ? `The comment of ${first.name} is` : `${able.length} comments are`;
    deciding.decide(
      able.map(({ id, revisionId }) => ({ move, commentId: id, revisionId, rule, reason })),
      `${whose} ${DONE[move]}.`,
    );
    setOpen(null);
    setAsking(false);
    setChosen(new Set());
    wanted.current = next ? '' : FIRST;
    next?.focus();
  }

  /** What readers have and reported is approved by leaving it where it is. */
  function approve(which: readonly Queued[]): void {
    const reported = which.filter((comment) => comment.moves.includes('keep'));
    judge(reported, 'keep');
    judge(
      which.filter((comment) => !reported.includes(comment)),
      'approve',
    );
  }

  function takeBack(): void {
    wanted.current = deciding.undo() ?? '';
  }

  function choose(id: string, on: boolean): void {
    setChosen((before) => {
      const after = new Set(before);
      on ? after.add(id) : after.delete(id);
      return after;
    });
  }

  const atHand = () => {
    const focused = list.current?.querySelector<HTMLElement>('article:focus-within');
    return here.find(({ id }) => id === focused?.id);
  };
  /** The chosen ones; if there are none, the one at hand. */
  const meant = () => (chosenHere.length > 0 ? chosenHere : [atHand() ?? []].flat());
  const ask = (what: 'note' | 'ban') => {
    const comment = atHand();
    if (comment && (what === 'note' || comment.writer)) setOpen({ id: comment.id, what });
  };

  useKeys({
    j: () => step(list.current, 1),
    k: () => step(list.current, -1),
    a: () => approve(meant()),
    s: () => judge(meant(), 'reject', 'spam'),
    u: takeBack,
    r: () => {
      const [first] = meant();
      if (chosenHere.length > 0) setAsking(true);
      else if (first?.moves.includes('reject')) setOpen({ id: first.id, what: 'rules' });
    },
    x: () => {
      const comment = atHand();
      if (comment) choose(comment.id, !chosen.has(comment.id));
    },
    h: () => {
      const [first] = meant();
      if (chosenHere.length > 0) judge(chosenHere, 'aside');
      else if (first?.moves.includes('aside')) setOpen({ id: first.id, what: 'aside' });
    },
    n: () => ask('note'),
    b: () => ask('ban'),
    '/': () => document.getElementById('q')?.focus(),
    '?': () => setShowKeys(true),
  });

  return (
    <>
      <Notice kind="problem">{deciding.failure}</Notice>
      <ol ref={list} className="queue" aria-busy={deciding.sending}>
        {here.map((comment) => (
          <li key={comment.id}>
            <QueuedComment
              comment={comment}
              timeZone={timeZone}
              mayRedact={mayRedact}
              chosen={chosen.has(comment.id)}
              open={open?.id === comment.id ? open.what : null}
              problem={deciding.problems.get(comment.id) ?? ''}
              onOpen={(what) => setOpen(what && { id: comment.id, what })}
              onChoose={(on) => choose(comment.id, on)}
              onJudge={(move, rule, reason) => judge([comment], move, rule, reason)}
            />
          </li>
        ))}
      </ol>
      <div role="status" className="queue-said">
        {deciding.last && (
          <p className="notice notice-done">
            {deciding.last}{' '}
            <button type="button" className="link" onClick={takeBack}>
              Undo <kbd>U</kbd>
            </button>
          </p>
        )}
      </div>
      {chosenHere.length > 0 && (
        <ChosenBar
          many={chosenHere.length}
          asking={asking}
          onAsk={setAsking}
          onApprove={() => approve(chosenHere)}
          onAside={() => judge(chosenHere, 'aside')}
          onReject={(rule, reason) => judge(chosenHere, 'reject', rule, reason)}
          onAll={() => setChosen(new Set(here.map(({ id }) => id)))}
          onNone={() => setChosen(new Set())}
        />
      )}
      <p className="keys text-note">
        <button type="button" className="link" onClick={() => setShowKeys(true)}>
          Everything by keyboard <kbd>?</kbd>
        </button>
      </p>
      {showKeys && <QueueKeys onClose={() => setShowKeys(false)} />}
    </>
  );
}

function articles(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('article') ?? [])];
}

function step(list: HTMLElement | null, by: 1 | -1): void {
  const all = articles(list);
  const at = all.findIndex((one) => one.matches(':focus-within'));
  const next = at < 0 ? all[0] : all[at + by];
  next?.focus();
}

/** The comment that takes the place of those that are decided about: the next, or the one before. */
function neighbour(list: HTMLElement | null, going: ReadonlySet<string>): HTMLElement | undefined {
  const all = articles(list);
  const at = all.findLastIndex((one) => going.has(one.id));
  return all[at + 1] ?? all.slice(0, Math.max(at, 0)).findLast((one) => !going.has(one.id));
}
