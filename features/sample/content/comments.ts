import type { SampleComment } from '#features/sample/content/shape.ts';

/** What readers wrote, by the slug of the story. Nobody here exists. */
export const COMMENTS: Readonly<Record<string, readonly SampleComment[]>> = {
  'trieste-dockers-accept-driverless-cranes': [
    {
      name: 'Willem Aardenburg',
      email: 'willem.aardenburg@example.org',
      text: 'I drove a straddle carrier in Rotterdam for nineteen years. They promised us one to three as well. It was one to five before the paint was dry. I wish them a good lawyer and a better secretary.',
      minutesAfter: 14,
      verdict: 'approved',
      answers: [
        {
          name: 'Chiara Z.',
          email: 'chiara.z@example.org',
          text: 'The review in the third year is there for exactly that, as I read it: no ninth crane until both sides have signed.',
          minutesAfter: 22,
          verdict: 'approved',
        },
        {
          handle: 'samuel-adeyinka-roe',
          text: 'That is right. The text also says that the ratio of one to three can be changed only by a new ballot. I have added nothing to the story, but I asked both sides and both confirmed it.',
          minutesAfter: 35,
        },
      ],
    },
    {
      name: 'P. Osei-Lund',
      email: 'p.osei-lund@example.org',
      text: 'Could you link to the survey of 40 terminals? I should like to see how they count an hour of crane time.',
      minutesAfter: 41,
      verdict: 'waiting',
    },
  ],
  'ghent-lets-the-public-gallery-ask': [
    {
      name: 'Tine',
      email: 'tine@example.org',
      text: 'I was one of the four in the gallery. The stairs are steep, the benches are hard, and it was the best evening I have had in months.',
      minutesAfter: 95,
      verdict: 'approved',
      answers: [
        {
          name: 'Marc-André Delvaux',
          email: 'ma.delvaux@example.org',
          text: 'Is the sitter there on the nights of the budget as well? With two small children that would decide it for me.',
          minutesAfter: 130,
          verdict: 'approved',
        },
        {
          name: 'Tine',
          email: 'tine@example.org',
          text: 'They said every public evening. Bring a cushion.',
          minutesAfter: 144,
          verdict: 'approved',
        },
      ],
    },
    {
      name: 'A ratepayer',
      email: 'ratepayer@example.org',
      text: 'Nine people asked 44 questions because nobody answered the first five. I am one of the nine.',
      minutesAfter: 310,
      verdict: 'approved',
    },
  ],
  'the-sleeper-is-back-and-it-is-full': [
    {
      name: 'Hanneke Vos',
      email: 'hanneke.vos@example.org',
      text: 'The cello was mine. It slept very well and sends its regards to Ms Kobal.',
      minutesAfter: 200,
      verdict: 'approved',
    },
    {
      name: 'Gregor',
      email: 'gregor@example.org',
      text: 'A loss of €1,900 on a full train is not a business, it is a hobby with a timetable. Why should my taxes pay for it?',
      minutesAfter: 260,
      verdict: 'approved',
      answers: [
        {
          name: 'Ildikó Farkasfalvi',
          email: 'ildiko@example.org',
          text: 'They do not, Gregor. It is a cooperative: the members pay for it, I among them. Your taxes pay for the motorway next to it.',
          minutesAfter: 290,
          verdict: 'approved',
        },
      ],
    },
  ],
  'give-the-drought-a-name': [
    {
      name: 'Bukola Ferreira',
      email: 'bukola.ferreira@example.org',
      text: 'I farm 60 hectares in the Alentejo. I would rather be told too early five times than too late once. Too late once is how my father stopped.',
      minutesAfter: 75,
      verdict: 'approved',
    },
    {
      name: 'cheap-tyres-4-u',
      email: 'sales@tyres.example.org',
      text: 'Great article!!! Visit our site for the best offers on winter tyres, 20% off with code DROUGHT.',
      minutesAfter: 400,
      verdict: 'waiting',
    },
  ],
  'syria-talks-open-in-astana': [
    {
      name: 'Rima',
      email: 'rima@example.org',
      text: 'My brother is in Idlib. We read every line of this, twice. Please keep writing about the people as well as about the delegations.',
      minutesAfter: 180,
      verdict: 'approved',
    },
  ],
};
