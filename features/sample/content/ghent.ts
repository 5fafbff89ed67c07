import { p, pull, quote, table } from '#features/sample/content/blocks.ts';
import type { SampleStory } from '#features/sample/content/shape.ts';

export const ghent: SampleStory = {
  slug: 'ghent-lets-the-public-gallery-ask',
  section: 'politics',
  kind: 'news',
  headline: 'Ghent lets the public gallery ask the questions',
  standfirst:
    'Anybody who lives in the city may now put a question to a council committee and be answered in the same sitting. The councillors passed it by two votes.',
  dateline: { place: 'Ghent' },
  bylines: [{ handle: 'nora-achterberg' }],
  topics: ['Local government', 'Democracy'],
  places: ['Ghent', 'Belgium'],
  picture: 'council-square',
  published: { hoursAgo: 28 },
  body: [
    p(
      'The public gallery of Ghent’s council chamber has 84 seats, and on most evenings 80 of them are empty. From next month whoever sits in one may speak.',
    ),
    p(
      'By 27 votes to 25 the council decided to open all of its committees to questions from residents. A question is to be handed in on paper before the sitting begins; the first six drawn from a box are read out by the person who wrote them, and the alderman in charge has to answer before the evening is over. “I shall look into it” counts as an answer once. The second time it goes into the minutes as a refusal.',
    ),
    quote(
      'Els Vanhaverbeke',
      'councillor, who proposed the rule',
      'We have a box for complaints, a form for suggestions and an address for objections. What we did not have was a place where somebody must look at you and reply.',
    ),
    p(
      'The vote cut through the parties. Three members of the majority voted against their own coalition; four of the opposition came to its rescue.',
    ),
    table(
      ['Group', 'For', 'Against', 'Abstained'],
      ['Majority', '23', '3', '0'],
      ['Opposition', '4', '20', '1'],
      ['Independent', '0', '2', '0'],
      ['Together', '27', '25', '1'],
    ),
    p(
      'Those who opposed it said that the evenings would be captured by the people who have time for evenings. Joris Depraetere, who led the resistance from the opposition’s benches, counted aloud from the register of a similar trial in the port district: of 61 questions there, 44 had come from nine people, and 17 of those from one.',
    ),
    pull('“I shall look into it” counts as an answer once.'),
    p(
      'The council met him half-way. Nobody may be drawn more than three times in a year, and two of the six places are kept for people who have never asked before. A sitter will mind children in the room next door. The trial runs for eighteen months, after which the gallery, and not only the council, will be asked whether to keep it.',
    ),
    p(
      'Among the four listeners on the night was Godelieve Maes, who is 71 and has come every month since her street was dug up in the spring of the year before last. She had brought a question, folded in four, and was asked on the stairs what it was.',
    ),
    p('“When they mean to fill in the hole,” she said.'),
  ],
};
