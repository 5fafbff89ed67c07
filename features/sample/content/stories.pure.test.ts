import { describe, expect, it } from 'vitest';
import { COMMENTS } from '#features/sample/content/comments.ts';
import { PICTURES } from '#features/sample/content/pictures.ts';
import { STORIES } from '#features/sample/content/stories.ts';
import { Body, bodyText, countWords } from '#features/stories/body.ts';

describe('what is written for the sample', () => {
  it.each(STORIES.map((story) => [story.slug, story] as const))('%s can be printed', (_, story) => {
    const body = { type: 'doc' as const, content: story.body };
    expect(Body.parse(body)).toEqual(body);
    const words = countWords(bodyText(body), story.language ?? 'en');
    expect(words).toBeGreaterThan(120);
    expect(words).toBeLessThan(750);
  });

  it('has every kind of block that a page must know', () => {
    const kinds = new Set(STORIES.flatMap((story) => story.body.map((block) => block.type)));
    for (const kind of ['quote', 'pullQuote', 'factBox', 'table', 'bulletList', 'heading']) {
      expect(kinds).toContain(kind);
    }
  });

  it('leaves no picture and no discussion without its story', () => {
    const used = new Set(STORIES.map((story) => story.picture));
    expect(PICTURES.filter((picture) => !used.has(picture.name))).toEqual([]);
    const slugs = new Set(STORIES.map((story) => story.slug));
    expect(Object.keys(COMMENTS).filter((slug) => !slugs.has(slug))).toEqual([]);
  });
});
