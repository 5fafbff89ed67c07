import type { ListedOwn } from '#features/comments/discussions.ts';
import { type DateStyle, dateAndTime } from '#lib/dates.ts';
import { writersCommentPath } from '#lib/paths.ts';

const STANDING = {
  waiting: 'Waiting for approval',
  approved: 'Published',
  rejected: 'Not published',
  removed: 'Removed by you',
} as const;

const SHOWN_WORDS = 160;

/** The way back to the own comments, for whoever lost the address of their page. */
export function OwnComments({ comments, dates }: { comments: ListedOwn[]; dates: DateStyle }) {
  return (
    <div className="own-comment replies">
      <h1>What you wrote in this browser</h1>
      {comments.length === 0 ? (
        <p>
          Nothing yet, or it was long ago: for thirty days this browser remembers the page of each
          comment that you send from it. Nobody else can see that.
        </p>
      ) : (
        <ol className="threads">
          {comments.map(({ token, state, at, text, headline }) => (
            <li className="gone comment" key={token}>
              <div>
                <p className="label">{STANDING[state]}</p>
                <p className="comment-text" dir="auto">
                  <a className="linked" href={writersCommentPath(token)}>
                    {beginningOf(text)}
                  </a>
                </p>
                <p className="meta">
                  <time dateTime={at.toISOString()}>{dateAndTime(at, dates)}</time>
                  {headline && (
                    <>
                      {' · '}
                      <span dir="auto">{headline}</span>
                    </>
                  )}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function beginningOf(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  if (characters.length === 0) return 'Its words are gone';
  const cut = characters.length > SHOWN_WORDS;
  return cut ? `${characters.slice(0, SHOWN_WORDS).join('')}…` : characters.join('');
}
