export type SamplePicture = {
  /** The file in ../pictures, without its ending. */
  name: string;
  alt: string;
  caption: string;
  /** Where a narrow crop should look. */
  focal: readonly [x: number, y: number];
};

/** Honest for a painting: it says what it is, and nobody takes it for a photograph. */
export const CREDIT = 'Illustration: The Dateline';

export const PICTURES: readonly SamplePicture[] = [
  {
    name: 'conference-hall',
    alt: 'A ring-shaped conference table with empty blue chairs around it; behind it seven flags between tall windows with red curtains.',
    caption: 'Before the talks: an illustration of a conference hall, not of the one in Astana.',
    focal: [0.5, 0.55],
  },
  {
    name: 'mountain-lake',
    alt: 'A lake at dawn before blue mountain ridges. A red rowing boat lies on the water; a wooden jetty on the shore ends on dry ground.',
    caption: 'The jetty no longer reaches the water: Lake Prespa as our illustrator sees it.',
    focal: [0.55, 0.6],
  },
  {
    name: 'lighthouse',
    alt: 'A white lighthouse with a red band sends its beam over a dark sea; a wave breaks high against the rocks below a lit cottage.',
    caption: 'Gusts of 91 mph were measured before midnight. The lighthouse is imagined.',
    focal: [0.68, 0.45],
  },
  {
    name: 'council-square',
    alt: 'A wet cobbled square at nightfall between houses with stepped gables; the door and windows of the town hall are lit, and five people cross the square.',
    caption: 'The door is open: a town hall in Flanders on the evening of a council.',
    focal: [0.5, 0.55],
  },
  {
    name: 'harbour-cranes',
    alt: 'Three gantry cranes load a container ship at sunset; two dockers stand on the quay beside stacked containers.',
    caption: 'By day the new cranes will be watched from a room, at night by a driver in the cab.',
    focal: [0.6, 0.5],
  },
  {
    name: 'night-train',
    alt: 'A blue sleeping-car train with lit windows passes under a full moon before snow-covered peaks; dark firs stand in front.',
    caption: 'Eleven carriages, none younger than 1988, on their way over the Alps.',
    focal: [0.6, 0.6],
  },
  {
    name: 'market',
    alt: 'A village market in the sun: two stalls with striped awnings sell oil in bottles and olives in baskets; between them stands a steel drum with a tap.',
    caption: 'On the square the price has followed the rain.',
    focal: [0.5, 0.6],
  },
  {
    name: 'laboratory',
    alt: 'A laboratory bench by a window: flasks, a rack of test tubes, and six paper strips that show from one to four red lines.',
    caption: 'Four lines mean that a child should not drink from this tap tomorrow.',
    focal: [0.5, 0.65],
  },
  {
    name: 'observatory',
    alt: 'Two figures stand beside a small telescope dome on a flat roof under the Milky Way; a thin circle in the sky marks an empty place between the stars.',
    caption: 'The ring marks where the star should have been.',
    focal: [0.6, 0.65],
  },
  {
    name: 'theatre',
    alt: 'From the stalls of a small theatre: a red curtain is half raised over ten people who queue before a window at dusk, and one who sits apart on a suitcase.',
    caption: 'The last act is played into the dusk, for which the company pays nothing.',
    focal: [0.5, 0.5],
  },
  {
    name: 'bookstalls',
    alt: 'A broad stone stairway at night between lit bookstalls; above it a hill of houses with yellow windows.',
    caption: 'The old stairs in the centre of Amman, as our illustrator sees them.',
    focal: [0.5, 0.65],
  },
];
