import { divider, h2, list, p, quote } from '#features/sample/content/blocks.ts';
import type { SampleStory } from '#features/sample/content/shape.ts';

const morning = [
  h2('Ferries stay in harbour'),
  p(
    'No boat will leave Stornoway before tomorrow, the harbour office says. The freight run to Ullapool, which the island’s shops live by, has missed two sailings in a row; bread and milk are being rationed to two a household by a supermarket on the edge of town, “politely”, according to the hand-written notice.',
  ),
  divider,
  h2('The lifeboat comes home'),
  p(
    'The Stornoway lifeboat is back at its berth after eleven hours at sea. Its crew stood by a fishing boat with a rope round its propeller until a tug could take it in tow, twenty miles north of the Butt of Lewis. The four men on board are well.',
  ),
  quote(
    'Murdo Kinnaird',
    'coxswain, on the quay',
    'They had the kettle on when we got the line across. I thought that was a good sign.',
  ),
  divider,
  h2('What we know'),
  list(
    'Gusts of 91 mph were measured at the Butt of Lewis shortly before midnight',
    'About 6,400 homes lost power, most of them on the west side',
    'All schools on Lewis and Harris are closed',
    'Nobody is known to have been badly hurt',
  ),
];

export const storm: SampleStory = {
  slug: 'storm-aldis-western-isles',
  section: 'world',
  kind: 'live',
  headline: 'Storm Aldis: power returns to Ness as the ferries wait out a second night',
  standfirst:
    'The Western Isles are counting slates after the strongest winds in nine years. The newest report stands first.',
  dateline: { place: 'Stornoway' },
  bylines: [{ handle: 'lucia-ferrant' }],
  topics: ['Weather', 'Transport'],
  places: ['Stornoway', 'Scotland'],
  picture: 'lighthouse',
  published: { hoursAgo: 2 },
  body: [
    h2('Power back in Ness'),
    p(
      'The lights came on again in the north of the island a little over an hour ago, to what one resident of Lionel described as “a cheer you could hear between the houses”. Engineers had walked the last two miles of line because the track was under water. Some 900 homes, nearly all in Uig, are still without current.',
    ),
    quote(
      'Catriona Maclennan',
      'who runs the community shop in Ness',
      'We have fed forty people off two camping stoves since yesterday. I have been paid in peat, in eggs, and once in a song.',
    ),
    p(
      'The wind has gone round to the north-west and is expected to ease before morning. Forecasters have lowered their warning by one step.',
    ),
    divider,
    ...morning,
  ],
  earlier: {
    published: { hoursAgo: 9 },
    headline: 'Storm Aldis: 6,400 homes without power in the Western Isles',
    body: morning,
  },
};
