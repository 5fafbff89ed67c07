import { readingMinutes } from '#features/stories/body.ts';
import { bylinePieces } from '#features/stories/byline.ts';
import { storyTimes } from '#features/stories/times.ts';
import type { StoryView } from '#features/stories/views.ts';
import { wordsOf } from '#features/stories/words.ts';
import { href } from '#lib/paths.ts';

type Props = {
  story: Pick<StoryView, 'bylines' | 'language' | 'publishedAt' | 'updatedAt' | 'words'>;
  timeZone: string;
};

/** Who wrote it, when it came out and when it changed, how long it takes to read. */
export function Byline({ story, timeZone }: Props) {
  const people = bylinePieces(story.bylines, story.language);
  return (
    <div className="bylines meta">
      {people.length > 0 && (
        <p>
          {people.map((piece) =>
            piece.path ? (
              <a href={href(piece.path)} key={piece.path + piece.text} rel="author">
                {piece.text}
              </a>
            ) : (
              piece.text
            ),
          )}
        </p>
      )}
      {storyTimes(story, timeZone).map((time) => (
        <p key={time.text}>
          <time dateTime={time.at.toISOString()}>{time.text}</time>
        </p>
      ))}
      <p>{wordsOf(story.language).minutes.replace('{}', `${readingMinutes(story.words)}`)}</p>
    </div>
  );
}
