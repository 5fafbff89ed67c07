import type { CardPicture } from '#db/schema/readers.ts';
import { type Dice, PowerLaw } from '#features/sample/internal/archive/dice.ts';
import type { Cast } from '#features/sample/internal/archive/grammar.ts';
import { peopleNames } from '#features/sample/internal/archive/names.ts';
import type { Author, Section, Setting, Term } from '#features/sample/internal/archive/setting.ts';

const MINUTE_MS = 60_000;
const MEDIAN_WORDS = 190;
const SPREAD = 0.8;
const SHORTEST = 80;
/** The last paragraph may run a little over. */
const LONGEST = 4_850;

export type Kind = 'news' | 'analysis' | 'opinion' | 'feature' | 'live';

/** Everything about a story but its words. */
export type Plan = {
  at: number;
  section: Section;
  kind: Kind;
  topics: Term[];
  places: Term[];
  authors: Author[];
  cast: Cast;
  words: number;
  dateline: boolean;
  picture: CardPicture | null;
  comments: number;
  commentsOpen: boolean;
  /** When its text changed for readers, and when it was withdrawn; most never. */
  updatedAt: number | null;
  withdrawnAt: number | null;
};

const BODIES = [
  'the Port Authority',
  'the Water Board',
  'the Ministry of Works',
  'the Rail Regulator',
  'the Health Service',
  'the Chamber of Trade',
  'the Heritage Fund',
  'the Audit Office',
  'the School Board',
  'the Land Registry',
];

/** Draws plans, one after the other, in the shape of a real archive. */
export function planner(dice: Dice, setting: Setting, until: number) {
  const sections = new PowerLaw(setting.sections, 1.1);
  const topics = new PowerLaw(setting.topics, 0.95);
  const places = new PowerLaw(setting.places, 0.95);
  const authors = new PowerLaw(setting.authors, 0.8);
  const people = peopleNames(dice, 600);
  return (at: number, comments: number): Plan => {
    const section = sections.pick(dice);
    const where = places.some(dice, dice.happens(0.3) ? 2 : 1);
    const what = topics.some(dice, dice.between(1, 3));
    const writers = authors.some(dice, dice.happens(0.14) ? 2 : 1);
    const later = (minutes: number, chance: number) => {
      const moment = at + dice.between(20, minutes) * MINUTE_MS;
      return dice.happens(chance) && moment < until ? moment : null;
    };
    const [town, other] = [...where, ...places.some(dice, 2)].map((one) => one.name);
    const words = MEDIAN_WORDS * Math.exp(SPREAD * dice.normal());
    return {
      at,
      section,
      kind: kindIn(dice, section),
      topics: what,
      places: where,
      authors: writers,
      cast: {
        topic: what[0]?.name ?? section.name,
        town: town ?? 'the town',
        other: other ?? 'the next valley',
        person: dice.pick(people),
        critic: dice.pick(people),
        witness: dice.pick(people),
        body: dice.pick(BODIES),
      },
      words: Math.round(Math.min(LONGEST, Math.max(SHORTEST, words))),
      dateline: dice.happens(0.8),
      picture:
        dice.happens(0.6) && setting.pictures.length > 0 ? dice.pick(setting.pictures) : null,
      comments,
      commentsOpen: dice.happens(0.95),
      updatedAt: later(36 * 60, 0.12),
      withdrawnAt: comments > 0 ? null : later(90 * 24 * 60, 0.004),
    };
  };
}

function kindIn(dice: Dice, { slug }: Section): Kind {
  if (slug === 'opinion') return dice.happens(0.9) ? 'opinion' : 'analysis';
  const part = dice.part();
  if (part < 0.78) return 'news';
  if (part < 0.88) return 'analysis';
  if (part < 0.96) return 'feature';
  return part < 0.985 ? 'opinion' : 'live';
}
