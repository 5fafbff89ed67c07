import { facts, list, p, pull, quote } from '#features/sample/content/blocks.ts';
import type { SampleStory } from '#features/sample/content/shape.ts';

export const trieste: SampleStory = {
  slug: 'trieste-dockers-accept-driverless-cranes',
  section: 'business',
  kind: 'news',
  headline: 'Trieste’s dockers accept driverless cranes, with a clause about the night',
  standfirst:
    'After fourteen months of talks and three short strikes, the port’s unions and its largest terminal have settled what a machine may do alone.',
  dateline: { place: 'Trieste' },
  bylines: [{ handle: 'samuel-adeyinka-roe' }],
  topics: ['Work', 'Automation', 'Trade'],
  places: ['Trieste', 'Italy'],
  picture: 'harbour-cranes',
  published: { hoursAgo: 1 },
  body: [
    p(
      'The dockers of Trieste have accepted that eight new cranes on the container quay will have no cab and nobody in it. In return the terminal has promised in writing that no crane will work by itself between ten at night and six in the morning.',
    ),
    p(
      'The agreement, which 71 per cent of those who voted approved, ends a dispute that had closed the quay three times since last spring and that other ports on the Adriatic have been watching with some care. It is thought to be the first in the Mediterranean to say hour by hour what may be left to a machine.',
    ),
    quote(
      'Dario Cossutta',
      'crane driver for 26 years and spokesman of the port workers’ committee',
      'I do not love the cab. It is cold, and one’s back goes at forty. But at three in the morning, when the bora is blowing and a lashing has come loose, somebody should be there who is afraid.',
    ),
    p(
      'By day the cranes will be watched from a room on the third floor of the old customs house, one person to three machines. The terminal had asked for one to six. The 64 drivers keep their grade and their pay until they retire; 22 of them will be trained for the control room, and the rest may choose between maintenance, the rail yard and leaving with two years’ wages.',
    ),
    facts(
      'What was settled',
      list(
        'Eight remote cranes by the end of next year, and no more before a review in the third',
        'One operator to three cranes, in sight of the quay',
        'No work without a driver on the crane from 22.00 to 06.00, nor in wind of more than 15 metres a second',
        'A fifth of what is saved goes into a training fund that the union and the terminal run together',
      ),
    ),
    p(
      'The company puts the price of the night clause at about €3m a year. “We have bought quiet with it,” said Federica Stanich, who negotiated for the terminal, “and I do not mean the kind one measures in decibels.” Ships had begun to book elsewhere because of the strikes; a week’s delay of one large vessel, she said, costs as much as the clause does in two months.',
    ),
    p(
      'Economists who have studied such ports are less sure that there is much to divide. A survey of 40 automated terminals that was published last year found that they moved no more boxes for each hour of crane time than their neighbours did, and that what they gained was regularity: fewer very good nights, and fewer very bad ones.',
    ),
    pull('Somebody should be there who is afraid.'),
    p(
      'Mr Cossutta will be among those who move to the third floor. He has asked for a window that opens. “They said that the air conditioning would not like it,” he said. “I told them that we had negotiated about worse.”',
    ),
  ],
};
