import { facts, h2, list, p, quote } from '#features/sample/content/blocks.ts';
import type { SampleStory } from '#features/sample/content/shape.ts';

/** The one true story of the sample: what is known of that day, and dated to it. */
export const astana: SampleStory = {
  slug: 'syria-talks-open-in-astana',
  section: 'world',
  kind: 'news',
  headline: 'Syria talks open in Astana with armed rebels in the opposition’s delegation',
  standfirst:
    'Russia, Iran and Turkey have brought the government and the groups that fight it to one city, though not yet to one conversation.',
  dateline: { place: 'Astana', date: '2017-01-23' },
  bylines: [{ handle: 'nora-achterberg' }],
  topics: ['Diplomacy', 'Syrian war'],
  places: ['Astana', 'Kazakhstan', 'Syria'],
  picture: 'conference-hall',
  published: { at: '2017-01-23T09:40:00Z' },
  body: [
    p(
      'A new attempt to end the war in Syria began on Monday in the capital of Kazakhstan, where three powers that have taken different sides in it are acting as hosts of the talks between them.',
    ),
    p(
      'Russia and Iran, which stand behind President Bashar al-Assad, and Turkey, which has backed the rebels, arranged the meeting together. What sets it apart from the rounds that went before is who has come: until now no armed Syrian group had sat in the delegation of the opposition.',
    ),
    p(
      'Having come is not the same as talking. The rebels have said that they will not negotiate with the government face to face.',
    ),
    quote(
      'Bashar al-Jaafari',
      'head of the Syrian government’s delegation, to state media',
      'This would be a test of the credibility and seriousness of the participants, whether those who will be sitting at the discussion table or their operators.',
    ),
    p(
      'The foreign ministry of Kazakhstan expects the work to be done by Tuesday. The United Nations has sent Staffan de Mistura, its envoy for Syria; Washington is represented by its ambassador to Kazakhstan.',
    ),
    facts(
      'Who is in Astana',
      list(
        '**Sponsors:** Russia, Iran and Turkey',
        '**From Syria:** the government, and an opposition that for the first time includes armed groups',
        '**Also attending:** Staffan de Mistura for the United Nations, and the United States’ ambassador to Kazakhstan',
        '**Not included:** the Islamic State, Jabhat Fateh al-Sham and al-Qaeda',
      ),
    ),
    h2('Why the rebels came'),
    p(
      'Two turns of the past weeks left the opposition with little choice. In December its fighters were beaten in Aleppo and lost the city that had been their stronghold. And Turkey, on which they leaned most, made common cause with Russia to bring the fighting there to a close.',
    ),
    p(
      'The extremist groups have no part in the negotiations: neither the Islamic State nor Jabhat Fateh al-Sham and al-Qaeda are among those whom the sponsors mean to reconcile.',
    ),
    h2('After six years'),
    p(
      'It was the United Nations that last brought the two sides together. Those talks came to nothing and were suspended in 2016.',
    ),
    p(
      'The war they were meant to stop is by now among the bloodiest of this century. In six years it has killed more than 300,000 people, and more than 11 million Syrians have been driven from their homes.',
    ),
  ],
};
