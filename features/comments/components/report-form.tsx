import { Comment } from '#features/comments/components/comment.tsx';
import type { ReportReason } from '#features/comments/reports.ts';
import type { ReplyTarget } from '#features/comments/views.ts';
import type { DateStyle } from '#lib/dates.ts';
import { href, sendReportPath } from '#lib/paths.ts';

/** In the words of whoever reports. */
const REASONS: Record<ReportReason, string> = {
  abuse: 'It insults or threatens somebody',
  spam: 'It advertises, or is spam',
  'off-topic': 'It has nothing to do with the story',
  private: 'It gives away something private',
  illegal: 'It is against the law',
  other: 'Something else',
};

type Props = {
  target: ReplyTarget;
  dates: DateStyle;
  typed?: { reason: string; note: string };
  wrong?: string;
};

/** A page of its own to report one comment. It asks for no name and no address. */
export function ReportPage({ target: { comment, story }, dates, typed, wrong }: Props) {
  return (
    <div className="own-comment replies">
      <p className="label">
        Report what <span dir="auto">{comment.name}</span> wrote
      </p>
      <h1 dir="auto" lang={story.language}>
        <a href={href(story.path)}>{story.headline}</a>
      </h1>
      <ol className="threads">
        <Comment acts={false} comment={comment} dates={dates} story={story} />
      </ol>
      <form action={sendReportPath()} className="reply" method="post">
        <input name="comment" type="hidden" value={comment.id} />
        {wrong && (
          <p className="wrong" id="report-wrong" role="alert">
            {wrong}
          </p>
        )}
        <fieldset aria-describedby={wrong ? 'report-wrong' : undefined} className="choices">
          <legend>What is wrong with it?</legend>
          {Object.entries(REASONS).map(([reason, words]) => (
            <label key={reason}>
              <input
                defaultChecked={typed?.reason === reason}
                name="reason"
                type="radio"
                value={reason}
              />{' '}
              {words}
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="report-note">What our moderators should know</label>
          <textarea
            defaultValue={typed?.note}
            dir="auto"
            id="report-note"
            maxLength={500}
            name="note"
            rows={3}
          />
        </div>
        <p>
          <button type="submit">Send the report</button>
        </p>
      </form>
    </div>
  );
}
