import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { live } from '#db/schema/readers.ts';
import { revisions, stories } from '#db/schema/stories.ts';
import { read } from '#db/store.ts';
import { Body } from '#features/stories/body.ts';
import { loadStories } from '#scripts/news/load.ts';
import { readNews } from '#scripts/news/reading.ts';

/** Real stories are not part of the project: they lie beside it, where there are any. */
const FOLDER = join(import.meta.dirname, '../../shared/data');
const there = existsSync(join(FOLDER, 'wikinews/en.json'));
if (!there) console.warn('Skipped: there are no real stories in ../shared/data to load.');

describe.skipIf(!there)('real stories', () => {
  it('are read whole, each with a text that can be stored and a line that says whose it is', () => {
    const news = readNews(FOLDER);
    expect(news).toHaveLength(125);
    for (const story of news) {
      expect(Body.safeParse(story.body).success).toBe(true);
      expect(story.sourceLine).not.toBe('');
      if (story.source.system.startsWith('wikinews')) {
        expect(story.sourceLine).toMatch(/Wikinews, CC BY 2\.5|Wikinews contributors, CC BY 2\.5/);
      }
    }
    expect(JSON.stringify(news)).not.toMatch(/\w - \w|\u00ad| ,/);
  });

  it('are loaded once, however often they are loaded', async () => {
    const news = readNews(FOLDER);
    const some = [...news.slice(0, 3), ...news.slice(30, 33), ...news.slice(-1)];
    expect(await loadStories(some)).toEqual({ loaded: 7, known: 0 });
    expect(await loadStories(some)).toEqual({ loaded: 0, known: 7 });
    expect(await read.select().from(stories)).toHaveLength(7);
    expect(await read.select().from(revisions)).toHaveLength(7);
    const shown = await read.select().from(live);
    expect(new Set(shown.map((story) => story.language))).toEqual(new Set(['en', 'fr']));
    const days = shown.map((story) => story.firstPublishedAt.toISOString().slice(0, 10));
    expect(days.toSorted()).toEqual(some.map((story) => story.day).toSorted());
  });
});
