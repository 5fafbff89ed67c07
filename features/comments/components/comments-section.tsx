'use client';
// Drawn while HTML is written: no reader gets it as script. See docs/decisions/0003.

import { CommentForm } from '#features/comments/components/comment-form.tsx';
import { Threads } from '#features/comments/components/threads.tsx';
import type { Asked, ThreadPage } from '#features/comments/views.ts';
import { inWords } from '#features/screening/phases/slow-mode.ts';
import type { AddressKeeping } from '#features/site/views.ts';
import { type DateStyle, directionOf, longDate } from '#lib/dates.ts';
import { commentCountPath, href } from '#lib/paths.ts';

type Props = {
  story: { path: string; language: string; commentsOpen: boolean };
  comments: ThreadPage;
  /** The site's own language and zone: everything around the comments is said in it. */
  dates: DateStyle;
  /** What the newsroom asks of those who comment. */
  policy: string;
  addresses: AddressKeeping;
};

/** What readers said to a story, and where they can say more. */
export function CommentsSection({ story: told, comments, dates, policy, addresses }: Props) {
  const { asked } = comments;
  const story = { ...told, commentsOpen: asked.open };
  return (
    <section
      className="replies"
      data-count={comments.comments}
      data-count-at={href(commentCountPath(story.path))}
      dir={directionOf(dates.language)}
      id="comments"
      lang={dates.language}
    >
      {comments.comments > 0 && (
        <>
          <h2>{countOf(comments.comments)}</h2>
          <Threads comments={comments} dates={dates} story={story} />
        </>
      )}
      <LeaveReply addresses={addresses} asked={asked} dates={dates} policy={policy} story={story} />
      <CommentScript />
    </section>
  );
}

/** What a browser with script gets besides; the page is complete without. */
export function CommentScript() {
  return <script src="/comments.js" type="module" />;
}

function countOf(comments: number): string {
  return comments === 1 ? '1 comment' : `${comments} comments`;
}

function LeaveReply({
  story,
  policy,
  addresses,
  asked,
  dates,
}: Omit<Props, 'comments'> & { asked: Asked }) {
  if (!asked.open) return <p>Comments are closed.</p>;
  return (
    <>
      <ReplyHeading addresses={addresses} policy={policy} />
      <p className="meta">{whatIsAsked(asked, dates)}</p>
      <CommentForm addresses={addresses} storyPath={story.path} />
    </>
  );
}

/** When a comment will be seen, how often one may come, and for how long. */
function whatIsAsked(
  { moderation, firstComment, slowSeconds, closesAt }: Asked,
  dates: DateStyle,
): string {
  const atOnce = firstComment
    ? 'Comments appear at once; somebody’s first one is read before.'
    : 'Comments appear at once.';
  const said = [moderation === 'pre' ? 'Every comment is read before it appears.' : atOnce];
  if (slowSeconds > 0) {
    said.push(`This discussion is slow: one comment every ${inWords(slowSeconds)}.`);
  }
  if (closesAt) {
    const lastMoment = new Date(closesAt.getTime() - 1);
    said.push(`Comments close at the end of ${longDate(lastMoment, dates)}.`);
  }
  return said.join(' ');
}

const REQUIRED = 'Required fields are marked *';

/** The heading of every form for a comment, with the promise that goes with it. */
export function ReplyHeading({ policy, addresses }: Pick<Props, 'policy' | 'addresses'>) {
  return (
    <>
      <h2 id="reply">Leave a Reply</h2>
      <p className="meta">
        {addresses.keep === 'none'
          ? REQUIRED
          : `Your email address will not be published. ${REQUIRED}`}
      </p>
      {policy && (
        <div className="comment-policy" dir="auto">
          {policy.split(/\n{2,}/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      )}
    </>
  );
}
