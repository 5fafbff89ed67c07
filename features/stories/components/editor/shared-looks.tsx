'use client';

import { Cropped } from '#features/media/components/cropped.tsx';
import type { PictureView } from '#features/media/views.ts';
import type { Fields } from '#features/stories/components/editor/fields.ts';
import type { Choices } from '#features/stories/views.ts';
import { directionOf } from '#lib/dates.ts';
import { slugify } from '#lib/paths.ts';

/** The story as a search engine lists it and as it looks when somebody shares it, while it is written. */
export function SharedLooks({
  fields,
  choices,
  picture,
}: {
  fields: Fields;
  choices: Choices;
  picture: PictureView | undefined;
}) {
  const { language, headline, standfirst } = fields;
  const { host } = choices;
  const section = choices.sections.find(({ id }) => id === fields.sectionId);
  const slug = fields.slug || slugify(headline) || '…';
  const title = fields.searchTitle || headline || 'Headline';
  const description = fields.searchDescription || standfirst;
  const words = { lang: language, dir: directionOf(language) };
  return (
    <>
      <figure className="look">
        <figcaption className="text-label">In a search engine</figcaption>
        <p className="look-address">
          {host} › {section?.slug} › {slug}
        </p>
        <p className="look-title" {...words}>
          {title}
        </p>
        {description ? (
          <p className="look-words" {...words}>
            {description}
          </p>
        ) : (
          <p className="look-words">
            Without a standfirst or a description the engine takes words of the text.
          </p>
        )}
      </figure>
      <figure className="look">
        <figcaption className="text-label">When it is shared</figcaption>
        <div className="look-card">
          {picture ? (
            <Cropped picture={picture} crop="share" className="look-picture" />
          ) : (
            <p className="look-picture text-note text-soft">No lead picture: a small card</p>
          )}
          <p className="look-address">{host}</p>
          <p className="look-title" {...words}>
            {headline || 'Headline'}
          </p>
          <p className="look-words" {...words}>
            {description}
          </p>
        </div>
      </figure>
    </>
  );
}
