import type { FoundName, Hit } from '#features/search/views.ts';
import { cardTime } from '#features/stories/times.ts';
import { kindWord } from '#features/stories/words.ts';
import { directionOf } from '#lib/dates.ts';
import { href } from '#lib/paths.ts';

const KINDS = { author: 'Author', topic: 'Topic', place: 'Place' } as const;

/** People, topics and places of the name that was searched for. */
export function FoundNames({ names }: { names: readonly FoundName[] }) {
  if (names.length === 0) return null;
  return (
    <ul aria-label="Authors, topics and places" className="tags">
      {names.map(({ kind, name, path }) => (
        <li key={path}>
          <a href={href(path)}>
            {name} <span className="meta">{KINDS[kind]}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Stories that were found, each with the place in its text that shows why. */
export function Hits({ hits, timeZone }: { hits: readonly Hit[]; timeZone: string }) {
  return (
    <ol className="river">
      {hits.map((hit) => {
        const time = cardTime(hit, timeZone);
        return (
          <li key={hit.id}>
            <article className="card" dir={directionOf(hit.language)} lang={hit.language}>
              <span className="label">{kindWord(hit.kind, hit.language) || hit.kicker}</span>
              <h2>
                <a href={href(hit.path)}>{hit.headline}</a>
              </h2>
              <p>
                {hit.snippet.map(({ text, found }, index) => {
                  const key = `${index}`;
                  return found ? <mark key={key}>{text}</mark> : text;
                })}
              </p>
              <div className="meta">
                <time dateTime={time.at.toISOString()}>{time.text}</time>
              </div>
            </article>
          </li>
        );
      })}
    </ol>
  );
}
