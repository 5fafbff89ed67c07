import { type Incoming, paragraph } from '#scripts/news/incoming.ts';

/** Where the story ends and the page goes on with its form and its links. */
const FURNITURE = /^Leave a Reply$/m;
const DATELINE = /^(\p{Lu}\p{L}+): (?=\p{Lu})/u;
/** The talks began on this day; the page does not say. */
const DAY = '2017-01-23';

/** A page as somebody copied it: headline, perhaps twice, then paragraphs, the first with a dateline. */
export function fromSeedPage(page: string, file: string): Incoming {
  const [story = ''] = page.split(FURNITURE);
  const [headline = '', ...lines] = story
    .split(/\n{2,}/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const text = lines.filter((line) => line !== headline);
  const [first = '', ...rest] = text;
  const [beginning = '', place = ''] = DATELINE.exec(first) ?? [];
  return {
    source: { system: 'seed', id: 'syria-peace-talks', file },
    day: DAY,
    language: 'en',
    headline,
    standfirst: '',
    datelinePlace: place,
    datelineDate: null,
    sourceLine: 'Text: the page that this newsroom was modelled on',
    author: 'From the archive',
    topics: ['Syrian war', 'Diplomacy'],
    places: [place, 'Kazakhstan', 'Syria'].filter((name) => name !== ''),
    body: { type: 'doc', content: [first.slice(beginning.length), ...rest].map(paragraph) },
  };
}
