import type { ReactNode } from 'react';
import { type Inline, isSafeLink, type Mark } from '#features/stories/body.ts';

/** Words with their marks. An address that may not be used (an older body's) is only its words. */
export function Inlines({ content = [] }: { content?: readonly Inline[] | undefined }): ReactNode {
  return content.map((node, index) => {
    // Nodes have no identity, and nothing here is ever changed in place.
    const key = `${index}`;
    if (node.type === 'hardBreak') return <br key={key} />;
    return <Marked key={key} marks={node.marks ?? []} text={node.text} />;
  });
}

/** The last mark is the outermost. */
function Marked({ text, marks }: { text: string; marks: readonly Mark[] }): ReactNode {
  const mark = marks.at(-1);
  if (!mark) return text;
  const inner = <Marked marks={marks.slice(0, -1)} text={text} />;
  if (mark.type === 'bold') return <strong>{inner}</strong>;
  if (mark.type !== 'link') return <em>{inner}</em>;
  const { href } = mark.attrs;
  if (!isSafeLink(href)) return inner;
  return (
    <a href={href} rel={/^[/#]/.test(href) ? undefined : 'external noopener'}>
      {inner}
    </a>
  );
}
