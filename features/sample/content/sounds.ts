import { facts, list, p, quote } from '#features/sample/content/blocks.ts';
import type { SampleStory } from '#features/sample/content/shape.ts';

export const sounds: SampleStory = {
  slug: 'a-museum-asks-for-the-noise-of-your-stairs',
  section: 'culture',
  kind: 'news',
  headline: 'A museum in Kraków asks for the noise of your stairs',
  standfirst:
    'The collection has 11,000 sounds that are dying out. It is short of the ones that nobody thought of recording.',
  dateline: { place: 'Kraków' },
  bylines: [{ handle: 'lucia-ferrant' }],
  topics: ['Museums', 'Memory'],
  places: ['Kraków', 'Poland'],
  published: { hoursAgo: 49 },
  body: [
    p(
      'A modem takes eleven seconds to make up its mind. The drum of a washing machine of 1974 walks across the floor in three-four time. A coin falls through a telephone that has since been taken off the wall of the station in Tarnów, and one hears how long the tube was.',
    ),
    p(
      'They are among 11,000 recordings kept by a small museum in two rooms above a shoemaker’s in Kazimierz, which this week asked the public for more. It has steam engines and church bells in plenty. It lacks what was too common to be noticed.',
    ),
    quote(
      'Wanda Sroczyńska',
      'who founded the museum',
      'Everybody recorded the last tram. Nobody recorded the door of the tram, and the door is what we heard every day for thirty years.',
    ),
    facts(
      'What is wanted most',
      list(
        'staircases, going up and coming down, with and without shopping',
        'a light switch of black Bakelite',
        'the announcement of a shop that is about to close',
        'a television that has just been switched off',
        'a typing pool; more than one machine, please',
      ),
    ),
    p(
      'A telephone will do to record with. The museum asks for a minute of nothing at the end of each sound, because a room, too, can be heard, and for a sentence about who used to make the noise. The best sentences are read out on the first Sunday of the month. Last time it was: “My mother, coming home, before she knew that we were awake.”',
    ),
  ],
};
