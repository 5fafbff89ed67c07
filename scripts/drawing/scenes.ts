import type { Painting } from '#scripts/drawing/paint.ts';
import { bookstalls } from '#scripts/drawing/scenes/bookstalls.ts';
import { conferenceHall } from '#scripts/drawing/scenes/conference-hall.ts';
import { councilSquare } from '#scripts/drawing/scenes/council-square.ts';
import { harbourCranes } from '#scripts/drawing/scenes/harbour-cranes.ts';
import { laboratory } from '#scripts/drawing/scenes/laboratory.ts';
import { lighthouse } from '#scripts/drawing/scenes/lighthouse.ts';
import { market } from '#scripts/drawing/scenes/market.ts';
import { mountainLake } from '#scripts/drawing/scenes/mountain-lake.ts';
import { nightTrain } from '#scripts/drawing/scenes/night-train.ts';
import { observatory } from '#scripts/drawing/scenes/observatory.ts';
import { theatre } from '#scripts/drawing/scenes/theatre.ts';

export const SCENES: Readonly<Record<string, () => Painting>> = {
  'mountain-lake': mountainLake,
  'harbour-cranes': harbourCranes,
  lighthouse,
  'night-train': nightTrain,
  'conference-hall': conferenceHall,
  'council-square': councilSquare,
  laboratory,
  observatory,
  theatre,
  market,
  bookstalls,
};
