import { h2, p, pull, quote } from '#features/sample/content/blocks.ts';
import type { SampleStory } from '#features/sample/content/shape.ts';

export const theatre: SampleStory = {
  slug: 'the-theatre-that-was-to-be-a-car-park',
  section: 'culture',
  kind: 'feature',
  headline: 'The theatre that was to be a car park opens with a play about waiting',
  standfirst:
    'For thirty-one years the curtain of a small house in Tbilisi stayed down because it could not be raised. It took a winch from a cable car.',
  dateline: { place: 'Tbilisi' },
  bylines: [{ handle: 'lucia-ferrant' }],
  topics: ['Theatre', 'Architecture'],
  places: ['Tbilisi', 'Georgia'],
  picture: 'theatre',
  published: { hoursAgo: 12 },
  body: [
    p(
      'Before the lights went down on the first night, a man came out in front of the curtain with a torch and asked the audience not to lean on the balcony. Everybody laughed. He waited until they had finished. “No,” he said, “really.”',
    ),
    p(
      'The theatre on Vertskhli Street seats 212, if one leaves out the balcony. It was built in 1911 by a merchant who imported sewing machines and was in love with a soprano; it has been a cinema, a club of the railwaymen, a store for film that was no longer shown, and, on the plans of three city governments, a car park for 60 vehicles. What saved it each time was the cost of knocking it down.',
    ),
    h2('Iron and velvet'),
    p(
      'The curtain is of iron, two and a half tons of it behind a skin of velvet, and was let down one evening in the winter of 1993 when the power failed. Nobody was able to raise it again. The company that has now done so is made up of nine actors and, as its director puts it, “an unusual number of people who own tools”.',
    ),
    quote(
      'Ketevan Lashkarashvili',
      'director',
      'For two years we rehearsed on the wrong side of it. You learn to speak up. And you learn that a theatre is a wall with a secret.',
    ),
    p(
      'The winch came from a cable car that used to go up to a sanatorium. It was bought for the price of its copper, carried down in pieces on a bread van and put together by a retired engineer, who had built it in the first place. At a quarter past three on a morning in May the curtain rose by the width of a hand. They stopped there, he says, because nobody had thought about what to do next, and because everybody was crying.',
    ),
    p(
      'The play that opened the house is new. It is called *The Queue*; eleven people stand in it, and it is never said for what. Some of it is very funny, in particular a long scene about the rights of a man who has left his shopping bag to hold his place. Some of it is not funny at all. When the one who has been first in line from the start is called at last she looks round at the others, sits down on her suitcase and lets them go before her, one after the other, until the stage is empty.',
    ),
    pull('A theatre is a wall with a secret.'),
    p(
      'What one remembers is the light. There is no money for a rig, so the company uses what the building had: gas brackets fitted with bulbs, a follow-spot from the days of the cinema, and the great window at the back of the stage, which the railwaymen bricked up and which has been opened again. The performance begins at half past six so that the last act may be played into the dusk. In December they will begin at three.',
    ),
    p(
      'The balcony is to be mended when there have been a hundred full houses. There have been four. On the way out people touch the edge of the curtain as they pass, as one touches a horse.',
    ),
  ],
};
