import { Picture } from '#features/media/components/picture.tsx';
import { cardTime } from '#features/stories/times.ts';
import { typeset } from '#features/stories/typography.ts';
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
  /** Its picture is small and square on a narrow screen. */
  small?: boolean;
  /** Leaves out the sentence under the headline. */
  short?: boolean;
  /** Names who wrote it. An analysis or an opinion always does. */
  signed?: boolean;
  /** What goes without saying where the card stands: the kicker is left out if it says that. */
  within?: string | undefined;
  className?: string;
};

/** A story in a list. Its picture says what the headline says, so it needs no words of its own. */
export function StoryCard({ card, ...look }: { card: Card } & CardLook) {
  const { heading: Heading, sizes, timeZone, first = false, className = '' } = look;
  const { language, picture } = card;
  const kicker = kindWord(card.kind, language) || card.kicker;
  const time = cardTime(card, timeZone, look.today);
  const signed = look.signed || card.kind === 'opinion' || card.kind === 'analysis';
  const byline = signed && bylineOf(card);
  return (
    <article className={`card ${className}`.trim()}>
      {picture && (
        <Picture
          cut={look.small ? 'small card' : 'card'}
          first={first}
          picture={{ ...picture, alt: '' }}
          sizes={sizes}
        />
      )}
      <div dir={directionOf(language)} lang={language}>
        {kicker !== look.within && <span className="label">{kicker}</span>}
        <Heading>
          <a href={href(card.path)}>{typeset(card.headline, language)}</a>
        </Heading>
        {card.standfirst && !look.short && <p>{typeset(card.standfirst, language)}</p>}
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
