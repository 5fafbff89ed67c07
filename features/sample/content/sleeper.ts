import { h2, p, pull, quote } from '#features/sample/content/blocks.ts';
import type { SampleStory } from '#features/sample/content/shape.ts';

export const sleeper: SampleStory = {
  slug: 'the-sleeper-is-back-and-it-is-full',
  section: 'business',
  kind: 'feature',
  headline: 'The sleeper is back, it is full, and it does not pay',
  standfirst:
    'A night on the train from Brussels to Ljubljana, in the company of its conductor, its accountant, and a cello with a ticket of its own.',
  dateline: { place: 'Ljubljana' },
  bylines: [{ handle: 'lucia-ferrant' }],
  topics: ['Transport', 'Travel'],
  places: ['Ljubljana', 'Brussels', 'Slovenia'],
  picture: 'night-train',
  published: { hoursAgo: 52 },
  body: [
    p(
      'At eighteen minutes past seven in the evening, on platform three of Brussels-Midi, a man in a grey waistcoat is arguing with a cello. More exactly he is arguing with its owner, since the cello is in the right: it has a berth. “It is a person in the system,” says Mateja Kobal, who has come down from the carriage with a list. “It has asked for breakfast.”',
    ),
    p(
      'Ms Kobal is the conductor of a train that ought not to exist. The big railways gave up the route in 2009. It was brought back last autumn by a cooperative of 4,100 travellers who had each put in at least €250, and who between them own eleven carriages, none younger than 1988, and a great deal of goodwill. It has left full on all but six evenings since.',
    ),
    h2('Half past ten, Luxembourg'),
    p(
      'In compartment twelve two nurses from Namur are on their way to a wedding. A salesman of dental chairs always takes the train now, because he can write his report and be asleep by eleven. A family with three children has built a tent of the blankets. When one asks people why they are here they begin with the climate and within a minute are talking about the door: that one can shut it.',
    ),
    quote(
      'Mateja Kobal',
      'conductor',
      'On an aeroplane you are a parcel. Here you are a guest with bad plumbing. People forgive the plumbing.',
    ),
    p(
      'The plumbing is in the charge of Rok Zupan, mechanic, who boards with a bag of gaskets and goes through the carriages before the passengers do. What he cannot get he makes. The handle of the window in compartment seven is of pear wood, from his father’s garden.',
    ),
    h2('Midnight, somewhere in the Palatinate'),
    p(
      'A sleeping car carries a third as many people as an ordinary coach and is used once in a day. It must be cleaned like a hotel and maintained like a locomotive. For every kilometre it pays the owner of the track, and pays more than a freight train does that wears the rails harder; and while it waits at a signal for that freight train to pass, it pays two people to be awake.',
    ),
    p(
      'All this is explained after midnight in the dining car by Henrike Pauwels, the cooperative’s accountant, who takes the train once a month “so as not to believe my own spreadsheets”. A full train loses €1,900. An empty one would lose €11,000. The difference between the two is the whole of the business, and it is why she cares more about Tuesdays in February than about any minister.',
    ),
    pull('People begin with the climate and within a minute are talking about the door.'),
    p(
      'Three things would change the sum. Tickets free of value-added tax, as those of aeroplanes across borders are. Track charges by weight. And carriages: nobody in Europe builds a sleeping car for less than two and a half million euros, or in less than four years, because nobody orders more than twenty. A joint order by several operators has been about to be signed since the spring.',
    ),
    h2('Ten in the morning, the Karawanks'),
    p(
      'The tunnel under the mountains is eight kilometres long, and on the far side there is snow, which nobody had mentioned. The children’s tent comes down. Coffee goes along the corridor in a steel pot that was made for a ship. In compartment twelve the nurses are putting on their hats.',
    ),
    p(
      'Would they come again? They would; they have already booked. The return is on a Tuesday, in February. Told of this later, on the platform in Ljubljana, Ms Pauwels takes out a small notebook and writes it down.',
    ),
  ],
};
