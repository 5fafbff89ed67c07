import type { ReactNode } from 'react';
import type { PictureView } from '#features/media/views.ts';
import { type Block, bodyText } from '#features/stories/body.ts';
import { Embed } from '#features/stories/components/embed.tsx';
import { Figure } from '#features/stories/components/figure.tsx';
import { Inlines } from '#features/stories/components/inline.tsx';
import { List, Words } from '#features/stories/components/list.tsx';
import { Table } from '#features/stories/components/table.tsx';
import { datelineOpening } from '#features/stories/dateline.ts';
import { typesetBody } from '#features/stories/typography.ts';
import type { PictureUse, StoryView } from '#features/stories/views.ts';

type Story = Pick<StoryView, 'body' | 'pictures' | 'dateline' | 'language'>;

const IN_TEXT = '(min-width: 40rem) 37rem, 95vw';
const IN_GALLERY = '(min-width: 40rem) 18rem, 95vw';

/** The text of a story. The dateline stands before the first word of the first paragraph. */
export function StoryBody({ story }: { story: Story }) {
  const { content } = typesetBody(story.body, story.language);
  const opening = story.dateline && (
    <b className="dateline">{datelineOpening(story.dateline, story.language)}</b>
  );
  const first = content.findIndex((block) => block.type === 'paragraph');
  return (
    <div className="prose">
      {opening && first < 0 && <p>{opening}</p>}
      {content.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity and never move
        <BlockView block={block} key={index} language={story.language} pictures={story.pictures}>
          {index === first && opening}
        </BlockView>
      ))}
    </div>
  );
}

type Props = {
  block: Block;
  language: string;
  pictures: StoryView['pictures'];
  children?: ReactNode;
};

function BlockView({ block, language, pictures, children }: Props): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          {children}
          {children && ' '}
          <Inlines content={block.content} />
        </p>
      );
    case 'heading': {
      const Heading = `h${block.attrs.level}` as const;
      return (
        <Heading>
          <Inlines content={block.content} />
        </Heading>
      );
    }
    case 'pullQuote':
      // Said in the text already: read aloud twice it would only confuse.
      return (
        <aside aria-hidden="true" className="pull">
          <Inlines content={block.content} />
        </aside>
      );
    case 'quote': {
      const { speaker, source } = block.attrs;
      return (
        <figure className={isMarked(bodyText(block)) ? 'quote' : 'quote bare'}>
          <blockquote>
            <Words content={block.content} />
          </blockquote>
          {(speaker || source) && (
            <figcaption>{[speaker, source].filter(Boolean).join(', ')}</figcaption>
          )}
        </figure>
      );
    }
    case 'bulletList':
    case 'orderedList':
      return <List list={block} />;
    case 'picture': {
      const picture = pictureUse(pictures, block.attrs);
      return picture && <Figure picture={picture} sizes={IN_TEXT} />;
    }
    case 'gallery':
      return (
        <div className="gallery">
          {block.attrs.pictures.map((use, index) => {
            const picture = pictureUse(pictures, use);
            // biome-ignore lint/suspicious/noArrayIndexKey: one picture may be there twice
            return picture && <Figure key={index} picture={picture} sizes={IN_GALLERY} />;
          })}
        </div>
      );
    case 'table':
      return <Table rows={block.content} />;
    case 'factBox':
      return (
        <aside aria-label={block.attrs.title || undefined} className="facts">
          {block.attrs.title && <h2>{block.attrs.title}</h2>}
          <Words content={block.content} />
        </aside>
      );
    case 'embed':
      return <Embed {...block.attrs} language={language} />;
    case 'divider':
      return <hr className="divider" />;
  }
}

/** True if what is said begins with a quotation mark, so that it needs none of ours. */
function isMarked(said: string): boolean {
  return /^\s*["'“”„«‹‘’‚「『《]/.test(said);
}

type Use = { pictureId: string; alt: string; caption: string; credit: string };

/** A picture with this use's own words; null if it is not there any more. */
function pictureUse(pictures: Record<string, PictureView>, use: Use): PictureUse | null {
  const known = pictures[use.pictureId];
  if (!known) return null;
  return {
    ...known,
    alt: use.alt || known.alt,
    caption: use.caption || known.caption,
    credit: use.credit || known.credit,
  };
}
