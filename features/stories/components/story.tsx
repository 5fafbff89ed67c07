'use client';
// Drawn while HTML is written: no reader gets it as script. See docs/decisions/0003.

import { StoryBody } from '#features/stories/components/body.tsx';
import { Byline } from '#features/stories/components/byline.tsx';
import { Corrections } from '#features/stories/components/corrections.tsx';
import { Figure } from '#features/stories/components/figure.tsx';
import { typeset } from '#features/stories/typography.ts';
import type { StoryView, TermView } from '#features/stories/views.ts';
import { kindWord, wordsOf } from '#features/stories/words.ts';
import { href } from '#lib/paths.ts';

type Props = { story: StoryView; timeZone: string; address: string };

/** The story itself, in its own language and direction: the page around it has the site's. */
export function StoryArticle({ story, timeZone, address }: Props) {
  return (
    <>
      <header>
        <Kicker story={story} />
        <h1>{typeset(story.headline, story.language)}</h1>
        {story.standfirst && (
          <p className="standfirst">{typeset(story.standfirst, story.language)}</p>
        )}
        <Byline story={story} timeZone={timeZone} />
        <Translations story={story} />
      </header>
      <Corrections severity="serious" story={story} timeZone={timeZone} />
      {story.picture && (
        <Figure
          className="wide lead-picture"
          first
          picture={story.picture}
          sizes="(min-width: 62rem) 62rem, 100vw"
        />
      )}
      <StoryBody story={story} />
      <Corrections severity="minor" story={story} timeZone={timeZone} />
      {story.sourceLine && <p className="source meta">{story.sourceLine}</p>}
      <Tags terms={[...story.topics, ...story.places]} />
      <p className="on-paper meta">{address}</p>
    </>
  );
}

/** Where the story stands: its section, its first topic, and what kind it is if it is no news. */
function Kicker({ story }: { story: StoryView }) {
  const kind = kindWord(story.kind, story.language);
  const [topic] = story.topics;
  return (
    <p className="kicker label">
      {kind && <strong>{kind}</strong>}
      <a href={href(story.section.path)}>{story.section.name}</a>
      {topic && <a href={href(topic.path)}>{topic.name}</a>}
    </p>
  );
}

function Translations({ story }: { story: StoryView }) {
  if (story.translations.length === 0) return null;
  return (
    <p className="meta">
      {wordsOf(story.language).alsoIn}{' '}
      {story.translations.map(({ language, path }, index) => (
        <span key={path}>
          {index > 0 && ', '}
          <a className="linked" href={href(path)} hrefLang={language} lang={language}>
            {new Intl.DisplayNames(language, { type: 'language' }).of(language)}
          </a>
        </span>
      ))}
    </p>
  );
}

function Tags({ terms }: { terms: readonly TermView[] }) {
  if (terms.length === 0) return null;
  return (
    <ul aria-label="Topics and places" className="tags">
      {terms.map((term) => (
        <li key={term.id}>
          <a href={href(term.path)} rel="tag">
            {term.name}
          </a>
        </li>
      ))}
    </ul>
  );
}
