import type { Block } from '#features/stories/body.ts';
import { PageReader } from '#features/stories/components/editor/paste/read.ts';
import { tidyWord } from '#features/stories/components/editor/paste/word.ts';

export type Pasted = {
  blocks: Block[];
  /** Words that are not the text: comments in its margin, what was struck out. For the notes. */
  asides: string[];
  /** Pictures that came along, by the id under which they stand in the blocks until they are stored. */
  pictures: { id: string; data: string }[];
  /** How many pictures stayed where they are, on another site. */
  elsewhere: number;
};

/** A page from Word, Google Docs, a mail or the web as blocks of a story: no word of it is lost. */
export function blocksOfHtml(html: string): Pasted {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const asides = tidyWord(page);
  const reader = new PageReader();
  const blocks = reader.read(page.body);
  return { blocks, asides, pictures: reader.pictures, elsewhere: reader.elsewhere };
}
