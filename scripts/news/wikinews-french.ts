import { z } from 'zod';
import { rejoinFrench } from '#scripts/news/cleaning.ts';
import { countriesIn, countryNames, type Incoming, paragraph } from '#scripts/news/incoming.ts';

export const FrenchFile = z.object({
  stories: z.array(
    z.object({ id: z.string(), title: z.string(), paragraphs: z.array(z.string()).min(1) }),
  ),
});
type FrenchStory = z.infer<typeof FrenchFile>['stories'][number];

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const BEGINNING =
  /^(\d{1,2})(?:er)? (\p{L}+) (\d{4})(?:, (\p{Lu}[\p{L} -]*))?\. - (?:(Québec) - )?/u;

/** `lastDay` is for a story that says no date: the files are in the order of their days. */
export function fromFrench(story: FrenchStory, file: string, lastDay: string): Incoming {
  const [first = '', ...rest] = story.paragraphs;
  const begins = BEGINNING.exec(first.replaceAll('\u00ad', ''));
  const datelineDate = begins ? dayOf(begins) : null;
  const text =
    begins && datelineDate ? first.replaceAll('\u00ad', '').slice(begins[0].length) : first;
  const { topics, places } = about(story.title);
  return {
    source: { system: 'wikinews-fr', id: story.id, file },
    day: datelineDate ?? lastDay,
    language: 'fr',
    headline: rejoinFrench(story.title),
    standfirst: '',
    datelinePlace: begins?.[4] ?? begins?.[5] ?? '',
    datelineDate,
    sourceLine: `Texte : contributeurs de Wikinews, CC BY 2.5. ${addressOf(story.title)}`,
    author: 'Wikinews contributors',
    topics,
    places,
    body: { type: 'doc', content: [text, ...rest].map((one) => paragraph(rejoinFrench(one))) },
  };
}

function dayOf([, day, month = '', year]: RegExpExecArray): string | null {
  const number = MONTHS.indexOf(month) + 1;
  if (number === 0) return null;
  return `${year}-${String(number).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** "Espace : Découverte…" is about space; "Espagne : …" is about a place. */
function about(title: string): { topics: string[]; places: string[] } {
  const [, label] = /^([^:«]{3,40}) : /.exec(title) ?? [];
  const places = countriesIn(title, 'fr');
  if (!label) return { topics: [], places };
  if (label === 'Québec' || countryNames('fr').has(label)) {
    return { topics: [], places: [...new Set([label, ...places])].slice(0, 3) };
  }
  return { topics: [label], places };
}

function addressOf(title: string): string {
  return `https://fr.wikinews.org/wiki/${encodeURIComponent(title.replaceAll(' ', '_'))}`;
}
