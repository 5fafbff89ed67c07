'use client';
// Drawn while HTML is written: no reader gets it as script. See docs/decisions/0003.

import { CommentForm } from '#features/comments/components/comment-form.tsx';
import { Threads } from '#features/comments/components/threads.tsx';
import type { ThreadPage } from '#features/comments/views.ts';
import type { AddressKeeping } from '#features/site/views.ts';
import { type DateStyle, directionOf } from '#lib/dates.ts';
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
export function CommentsSection({ story, comments, dates, policy, addresses }: Props) {
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
      <LeaveReply addresses={addresses} policy={policy} story={story} />
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

function LeaveReply({ story, policy, addresses }: Pick<Props, 'story' | 'policy' | 'addresses'>) {
  if (!story.commentsOpen) return <p>Comments are closed.</p>;
  return (
    <>
      <ReplyHeading addresses={addresses} policy={policy} />
      <CommentForm addresses={addresses} storyPath={story.path} />
    </>
  );
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
