import { Frame } from '#app/(site)/frame/frame.tsx';
import { siteSettings } from '#features/site/queries.ts';
import { type Answered, PreviewAnswers } from '#features/stories/components/preview-answers.tsx';
import { StoryArticle } from '#features/stories/components/story.tsx';
import type { SharedPreview } from '#features/stories/sharing.ts';
import { dateAndTime, directionOf } from '#lib/dates.ts';
import { env } from '#lib/env.ts';
import { absolute, answerPreviewPath } from '#lib/paths.ts';

/** What is at a secret address: the story, what it is, and what may be written back. */
export async function SecretPreview({
  preview,
  token,
  answered,
}: {
  preview: SharedPreview;
  token: string;
  /** A form that was refused, as it was typed. */
  answered?: Answered;
}) {
  const { view, person, revisionNumber, expiresAt } = preview;
  const { timeZone } = await siteSettings();
  const until = dateAndTime(expiresAt, { timeZone, language: 'en' });
  const bar = (
    <aside aria-label="Secret preview" className="preview-bar" lang="en" dir="ltr">
      <span>
        For {person} only: revision {revisionNumber}, which readers may not have. Please pass on
        neither the text nor this address, which ends on {until}.
      </span>
      {preview.mayAnswer && <a href="#answer">Write back</a>}
    </aside>
  );
  return (
    <Frame above={bar} section={view.section.path}>
      <article className="story" dir={directionOf(view.language)} lang={view.language}>
        <StoryArticle
          address={absolute(env().siteUrl, view.path)}
          story={view}
          timeZone={timeZone}
        />
        {preview.mayAnswer && (
          <PreviewAnswers
            preview={preview}
            action={answerPreviewPath(token)}
            timeZone={timeZone}
            answered={answered}
          />
        )}
      </article>
    </Frame>
  );
}
