import { z } from 'zod';
import { rejoinEnglish } from '#scripts/news/cleaning.ts';
import {
  captions,
  countriesIn,
  heading,
  type Incoming,
  paragraph,
} from '#scripts/news/incoming.ts';

export const EnglishFile = z.object({
  stories: z.array(
    z.object({
      title: z.string(),
      date: z.iso.date(),
      source: z.url(),
      summary: z.string(),
      blocks: z.array(
        z.object({ type: z.enum(['paragraph', 'caption', 'heading']), text: z.string() }),
      ),
    }),
  ),
});
type EnglishStory = z.infer<typeof EnglishFile>['stories'][number];

const DAY_MS = 86_400_000;
/** A first line that is further from the date of the file than this is not the story's own. */
const NEAR_DAYS = 31;

export function fromEnglish(story: EnglishStory, file: string): Incoming {
  const blocks = story.blocks.map(({ type, text }) => ({ type, text: rejoinEnglish(text) }));
  const day = dayOf(blocks[0]?.text ?? '', story.date);
  if (day) blocks.shift();
  const first = blocks.find((block) => block.type === 'paragraph');
  const datelinePlace = first ? takePlace(first) : '';
  const captionTexts = blocks.filter((block) => block.type === 'caption').map(({ text }) => text);
  const text = blocks.filter((block) => block.type !== 'caption');
  return {
    source: { system: 'wikinews-en', id: story.source, file },
    day: day ?? story.date,
    language: 'en',
    headline: rejoinEnglish(story.title),
    standfirst: rejoinEnglish(story.summary),
    datelinePlace,
    datelineDate: day,
    sourceLine: `Text: Wikinews contributors, CC BY 2.5. ${story.source}`,
    author: 'Wikinews contributors',
    topics: [],
    places: countriesIn(`${story.title} ${story.summary}`, 'en'),
    body: {
      type: 'doc',
      content: [
        ...text.map((block) =>
          block.type === 'heading' ? heading(block.text) : paragraph(block.text),
        ),
        ...captions('Captions of the pictures', captionTexts),
      ],
    },
  };
}

/** "Friday, July 21, 2017" as a day, if that is what the line says and it can be true. */
function dayOf(line: string, date: string): string | null {
  const match = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\w+ \d{1,2}, \d{4})$/.exec(line);
  const time = match ? Date.parse(`${match[1]} UTC`) : Number.NaN;
  if (Number.isNaN(time)) return null;
  const away = Math.abs(time - Date.parse(date)) / DAY_MS;
  return away <= NEAR_DAYS ? new Date(time).toISOString().slice(0, 10) : null;
}

/** Takes "Taipei, Taiwan — " from the beginning of the text, where it is a dateline. */
function takePlace(block: { text: string }): string {
  const match = /^(\p{Lu}[\p{L} ]+(?:, \p{Lu}[\p{L} ]+)?) — /u.exec(block.text);
  if (!match?.[1]) return '';
  block.text = block.text.slice(match[0].length);
  return match[1];
}
