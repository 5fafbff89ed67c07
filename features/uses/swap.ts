import type { Block, Body } from '#features/stories/body.ts';
import type { StoryContent } from '#features/stories/input.ts';

type PictureUse = { pictureId: string; alt: string; caption: string; credit: string };

/** The content with another picture wherever the one stood; itself if it stood nowhere. */
export function swapped(
  content: StoryContent,
  from: string,
  to: string,
  keepWords: boolean,
): StoryContent {
  let found = false;
  const inUse = (use: PictureUse): PictureUse => {
    if (use.pictureId !== from) return use;
    found = true;
    return keepWords
      ? { ...use, pictureId: to }
      : { pictureId: to, alt: '', caption: '', credit: '' };
  };
  const inBlock = (block: Block): Block => {
    if (block.type === 'picture') return { ...block, attrs: inUse(block.attrs) };
    if (block.type !== 'gallery') return block;
    return { ...block, attrs: { ...block.attrs, pictures: block.attrs.pictures.map(inUse) } };
  };
  const body: Body = { ...content.body, content: content.body.content.map(inBlock) };
  const picture = content.picture && inUse(content.picture);
  return found ? { ...content, body, picture } : content;
}
