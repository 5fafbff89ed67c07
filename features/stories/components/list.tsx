import type { ReactNode } from 'react';
import type { Block } from '#features/stories/body.ts';
import { Inlines } from '#features/stories/components/inline.tsx';

type ListBlock = Extract<Block, { type: 'bulletList' | 'orderedList' }>;
type Item = ListBlock['content'][number]['content'][number];

/** A list, and lists in its points. */
export function List({ list }: { list: ListBlock }) {
  const Kind = list.type === 'bulletList' ? 'ul' : 'ol';
  return (
    <Kind>
      {list.content.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: points have no identity and never move
        <li key={index}>
          <Words content={item.content as Item[]} />
        </li>
      ))}
    </Kind>
  );
}

/** Paragraphs and lists, wherever they stand. */
export function Words({ content }: { content: readonly Item[] }): ReactNode {
  return content.map((node, index) =>
    node.type === 'paragraph' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <p key={index}>
        <Inlines content={node.content} />
      </p>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <List key={index} list={node as ListBlock} />
    ),
  );
}
