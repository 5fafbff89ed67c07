import { Fragment } from 'react';
import { type Block, formatted, type Inline } from '#features/comments/formatting.ts';

/** What somebody wrote, as they wanted it set: never HTML of theirs, and no link that vouches for it. */
export function CommentText({ text }: { text: string }) {
  return <Blocks blocks={formatted(text)} />;
}

function Blocks({ blocks }: { blocks: Block[] }) {
  return blocks.map((block, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes in place
    return <OneBlock block={block} key={index} />;
  });
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inlines inside={block.inside} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} />
        </blockquote>
      );
    case 'code':
      return (
        <pre dir="ltr">
          <code>{block.text}</code>
        </pre>
      );
  }
}

function Inlines({ inside }: { inside: Inline[] }) {
  return inside.map((one, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes in place
    return <Fragment key={index}>{piece(one)}</Fragment>;
  });
}

function piece(one: Inline) {
  switch (one.kind) {
    case 'text':
      return one.text;
    case 'break':
      return <br />;
    case 'code':
      return <code>{one.text}</code>;
    case 'emphasis':
      return (
        <em>
          <Inlines inside={one.inside} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Inlines inside={one.inside} />
        </strong>
      );
    case 'link':
      return (
        <>
          <a className="linked" href={one.href} rel="ugc nofollow">
            {one.words}
          </a>
          {one.host && <span className="meta"> ({one.host})</span>}
        </>
      );
  }
}
