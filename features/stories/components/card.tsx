import { Picture } from '#features/media/components/picture.tsx';
import { cardTime } from '#features/stories/times.ts';
import type { Card } from '#features/stories/views.ts';
import { kindWord, wordsOf } from '#features/stories/words.ts';
import { directionOf } from '#lib/dates.ts';
import { href } from '#lib/paths.ts';

export type CardLook = {
  /** Which heading it is where it stands. */
  heading: 'h2' | 'h3';
  /** How wide its picture stands on the page. */
  sizes: string;
  timeZone: string;
  /** Given by a page that is made anew each day. */
  today?: Date | undefined;
  /** The page's first picture: fetched before the others. */
  first?: boolean;
  /** Leaves out what a narrow column has no room for: the sentence, and who wrote a mere report. */
  short?: boolean;
  className?: string;
};

/** A story in a list. Its picture says what the headline says, so it needs no words of its own. */
export function StoryCard({ card, ...look }: { card: Card } & CardLook) {
  const {
    heading: Heading,
    sizes,
    timeZone,
    today,
    first = false,
    short = false,
    className = '',
  } = look;
  const { language, picture } = card;
  const time = cardTime(card, timeZone, today);
  const signed = card.kind === 'opinion' || card.kind === 'analysis';
  const byline = (signed || !short) && bylineOf(card);
  return (
    <article className={`card ${className}`.trim()} dir={directionOf(language)} lang={language}>
      {picture && <Picture first={first} picture={{ ...picture, alt: '' }} sizes={sizes} />}
      <div>
        <span className="label">{kindWord(card.kind, language) || card.kicker}</span>
        <Heading>
          <a href={href(card.path)}>{card.headline}</a>
        </Heading>
        {card.standfirst && !short && <p>{card.standfirst}</p>}
        <div className="meta">
          {byline && (
            <>
              <bdi>{byline}</bdi> ·{' '}
            </>
          )}
          <time dateTime={time.at.toISOString()}>{time.text}</time>
        </div>
      </div>
    </article>
  );
}

function bylineOf({ byline, language }: Card): string {
  const text = byline && wordsOf(language).by.replace('{}', byline);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
