import { facts, h2, list, p, pull, quote } from '#features/sample/content/blocks.ts';
import type { SampleStory } from '#features/sample/content/shape.ts';

export const lots: SampleStory = {
  slug: 'why-councils-draw-lots',
  section: 'politics',
  kind: 'analysis',
  headline: 'Why more and more assemblies are filled by drawing lots',
  standfirst:
    'Picking citizens at random was the fashion of reformers. It is becoming a habit of governments, and that should make its friends more careful.',
  dateline: { place: 'Dublin' },
  bylines: [{ handle: 'nora-achterberg' }],
  topics: ['Democracy', 'Local government'],
  places: ['Ireland', 'Belgium'],
  published: { hoursAgo: 6 },
  body: [
    p(
      'There is a moment in the life of every citizens’ assembly that its organisers wait for, and it tends to come on the second weekend, over lunch. Somebody says: “I had not thought of that.” What matters is that she says it to a person whom she would never have met, about a question on which she came with her mind made up.',
    ),
    p(
      'The idea is an old one. Athens gave most of its offices by lot and held elections to be the aristocratic method. The modern version seats between fifty and two hundred people, drawn so that in age, income and schooling they resemble the country; pays them a little; lets them question experts of their own choosing; and asks for a recommendation.',
    ),
    h2('What Ireland proved'),
    p(
      'The best-known case is the Irish one. In 2016 and 2017 an assembly of 99 citizens and a judge in the chair took up the constitution’s ban on abortion, on which no party in the Dáil had wished to be seen leading. Its recommendation was bolder than the politicians had expected, and in the referendum of May 2018 two-thirds of the voters agreed with it.',
    ),
    p(
      'Two lessons were drawn, of which one is sound. The sound one is that ordinary people, given time, will master hard matter. The other, that an assembly gives cover to a government which already knows where it would like to go, has travelled faster.',
    ),
    quote(
      'Aoife Breslin-Hardy',
      'who has moderated eleven assemblies in four countries',
      'A minister rings and says: we need an assembly by September. I ask what the question is. There is a silence. Then I know that what they need is a September.',
    ),
    h2('From event to institution'),
    p(
      'The more interesting experiments are duller. The German-speaking community in the east of Belgium, with fewer than 80,000 people, has had since 2019 a standing council of citizens drawn by lot, which sets the agenda for assemblies that are drawn in turn; its parliament must say in public what it does with each proposal, and why. Paris gave itself a permanent assembly two years later. In both, the drawing of lots has stopped being news, which is the point.',
    ),
    facts(
      'What tells a good assembly from a bad one',
      list(
        '**Who sets the question?** If only the government may, the answer is half given.',
        '**Who declines?** Where one in thirty accepts the invitation, the room is self-selected whatever the arithmetic says.',
        '**Who must reply?** A recommendation that nobody is bound to answer is a petition with a buffet.',
        '**What does it cost to say no?** A government should be free to refuse, in writing and with reasons.',
      ),
    ),
    pull('Athens held elections to be the aristocratic method.'),
    h2('The risk of success'),
    p(
      'An elected council can be thrown out. A drawn one dissolves by itself, and takes with it any hope of holding somebody to account. That does no harm while the assembly advises and the elected decide. It begins to do harm when the elected learn to say that the people have spoken, through a hundred and fifty of them, so that there is no more to be discussed.',
    ),
    p(
      'The vote in [Ghent this week](/politics/ghent-lets-the-public-gallery-ask) points to a humbler use of chance. There the lot will not decide who governs or even who advises, only whose question is read out first. Nobody will be represented by it. Six people an evening will be answered, and it is hard to see how that could be captured by anyone for long.',
    ),
  ],
};
