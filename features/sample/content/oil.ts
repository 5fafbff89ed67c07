import { p, quote, table } from '#features/sample/content/blocks.ts';
import type { SampleStory } from '#features/sample/content/shape.ts';

export const oil: SampleStory = {
  slug: 'olive-oil-is-cheaper-again',
  section: 'business',
  kind: 'news',
  headline: 'Olive oil is cheaper again, and the shops are taking their time to say so',
  standfirst:
    'A wet spring has filled the mills of Jaén. What the grower is paid has fallen by a third in four months; what the bottle costs has barely moved.',
  dateline: { place: 'Jaén' },
  bylines: [{ handle: 'samuel-adeyinka-roe' }],
  topics: ['Food', 'Prices', 'Farming'],
  places: ['Jaén', 'Spain'],
  picture: 'market',
  published: { hoursAgo: 31 },
  body: [
    p(
      'The queue of trailers outside the cooperative mill at Mancha Real was a kilometre long on the first day of the harvest, and the men leaning on their tailgates were trying not to look pleased. It rained in March. It rained again in April, at night, “as if somebody had ordered it”, and the trees that had given next to nothing in two years of drought are bent to the ground.',
    ),
    p(
      'Good harvests are bad for prices. A kilogram of extra virgin oil left the mill for €5.10 last week, a third less than in the summer, according to figures that eleven cooperatives in the province collect among themselves. The price that the same oil fetches on the shelf has come down by six per cent.',
    ),
    table(
      ['Price of a litre', 'Four months ago', 'Last week', 'Change'],
      ['At the mill', '€7.05', '€4.68', '−34%'],
      ['In bulk, at the bottler’s', '€7.60', '€5.35', '−30%'],
      ['Own brand, in the shop', '€9.20', '€8.65', '−6%'],
      ['Best-known brand, in the shop', '€11.45', '€11.10', '−3%'],
    ),
    p(
      'Retailers say that they are selling what they bought in June. Bottlers say the same. Neither is wrong: oil is bought months ahead, and in the lean years it was the shops that held prices down for a while at their own cost, in the hope that somebody else would raise them first.',
    ),
    quote(
      'Remedios Quesada Ortuño',
      'who chairs the cooperative at Mancha Real',
      'When oil is dear it is dear by Friday. When it is cheap it is cheap by the summer after next. I have asked many clever people why, and they all tell me that it is complicated.',
    ),
    p(
      'Economists have a name for it, rockets and feathers, and a quarrel about the cause. The simplest explanation is that shoppers compare prices when they are rising and stop when they are falling. Habit counts too. In the drought one household in four went over to sunflower oil, and of those nearly half have not come back; the brands are in no hurry to spend on people who have already gone.',
    ),
    p(
      'There is one place in the province where the price has followed the rain. On the square at Mancha Real, on a market day, a woman who gives her name as Paqui sells oil from her brother’s trees out of a steel drum. She charged ten euros a litre in the summer. It is six now, and if one brings one’s own bottle it is five and a half.',
    ),
    p('“How should I explain to my neighbours,” she asks, “that it is complicated?”'),
  ],
};
