import { type Body, isSafeLink } from '#features/stories/body.ts';
import { embedOf } from '#features/stories/embeds.ts';
import { wordsOf } from '#features/stories/words.ts';

type Props = { url: string; title: string; language: string };

/**
 * Something on another site: a link, until a reader asks for it here. Nobody else is asked for anything
 * before that; `public/embeds.js` makes the button from what the attributes say.
 */
export function Embed({ url, title, language }: Props) {
  if (!isSafeLink(url)) return null;
  const known = embedOf(url);
  if (!known) {
    return (
      <p className="embed">
        <a href={url} rel="external noopener">
          {title || url}
        </a>
        <span className="meta">{new URL(url).hostname}</span>
      </p>
    );
  }
  return (
    <figure
      className="embed"
      data-frame={known.frame}
      data-load={wordsOf(language).load.replace('{}', known.name)}
      data-shape={known.shape}
    >
      <a href={known.url} rel="external noopener">
        {title || known.url}
      </a>
      <figcaption className="meta">{known.name}</figcaption>
    </figure>
  );
}

/** The module that shows what readers ask for, on a page that has something to show. */
export function EmbedScript({ body }: { body: Body }) {
  const needed = body.content.some(
    (block) => block.type === 'embed' && embedOf(block.attrs.url) !== null,
  );
  return needed ? <script src="/embeds.js" type="module" /> : null;
}
