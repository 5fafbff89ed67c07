import { astana } from '#features/sample/content/astana.ts';
import { bookstalls } from '#features/sample/content/bookstalls.ts';
import { drought } from '#features/sample/content/drought.ts';
import { ghent } from '#features/sample/content/ghent.ts';
import { leadTest } from '#features/sample/content/leadtest.ts';
import { lots } from '#features/sample/content/lots.ts';
import { oil } from '#features/sample/content/oil.ts';
import { prespa, prespaInFrench } from '#features/sample/content/prespa.ts';
import type { SampleStory } from '#features/sample/content/shape.ts';
import { sleeper } from '#features/sample/content/sleeper.ts';
import { sounds } from '#features/sample/content/sounds.ts';
import { star } from '#features/sample/content/star.ts';
import { storm } from '#features/sample/content/storm.ts';
import { theatre } from '#features/sample/content/theatre.ts';
import { trieste } from '#features/sample/content/trieste.ts';

export const STORIES: readonly SampleStory[] = [
  storm,
  prespa,
  prespaInFrench,
  astana,
  ghent,
  lots,
  trieste,
  oil,
  sleeper,
  leadTest,
  drought,
  star,
  theatre,
  bookstalls,
  sounds,
];
