'use client';

import { useState, useTransition } from 'react';
import { Menu, MenuItem } from '#components/controls/menu.tsx';
import { liftBanAction, switchAction } from '#features/moderation/actions.ts';
import type { QueuedComment } from '#features/moderation/views.ts';
import { type FormState, IDLE } from '#lib/forms.ts';
import { commentLawPath, commentRulesPath } from '#lib/paths.ts';

export type More = 'note' | 'ban' | 'answer';

type Props = { comment: QueuedComment; mayRedact: boolean; onMore: (what: More) => void };

/** What is done seldom, behind one button. */
export function MoreActs({ comment, mayRedact, onMore }: Props) {
  const [said, setSaid] = useState<FormState>(IDLE);
  const [busy, startTransition] = useTransition();
  const { id, name, state, story, thread, ban, writer } = comment;
  const send = (action: typeof switchAction, fields: Record<string, string>) => {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) form.set(key, value);
    startTransition(async () => setSaid(await action(IDLE, form).catch(() => UNREACHED)));
  };
  const switchOver = (what: Record<string, string>, open: boolean) =>
    send(switchAction, { ...what, open: open ? 'no' : 'yes' });
  return (
    <>
      <Menu
        label={
          <>
            More<span className="sr-only"> about the comment of {name || 'nobody'}</span>
          </>
        }
      >
        <MenuItem onChoose={() => onMore('note')}>Note for moderators (N)</MenuItem>
        {state === 'approved' && story.path && (
          <MenuItem onChoose={() => onMore('answer')}>Answer as staff</MenuItem>
        )}
        {ban ? (
          <MenuItem onChoose={() => send(liftBanAction, { banId: ban.id })}>Lift the ban</MenuItem>
        ) : (
          <MenuItem
            onChoose={() => onMore('ban')}
            why={writer ? undefined : 'The staff wrote this.'}
          >
            Ban the writer… (B)
          </MenuItem>
        )}
        <MenuItem onChoose={() => switchOver({ commentId: id }, thread.open)}>
          {thread.open ? 'Close this conversation' : 'Open this conversation again'}
        </MenuItem>
        <MenuItem onChoose={() => switchOver({ storyId: story.id }, story.open)}>
          {story.open ? 'Close all comments under the story' : 'Open the comments under the story'}
        </MenuItem>
        <a className="menu-item" href={commentRulesPath({ story: story.id })}>
          Rules and slow mode of the story
        </a>
        {mayRedact && (
          <a className="menu-item" href={commentLawPath(id)}>
            Hold or redact
          </a>
        )}
      </Menu>
      <span role="status" className="self-center text-note text-soft">
        {busy ? 'Working…' : said.message}
      </span>
    </>
  );
}

const UNREACHED: FormState = {
  ...IDLE,
  status: 'refused',
  message: 'The newsroom’s server could not be reached: try again.',
};
