import { p, pull } from '#features/sample/content/blocks.ts';
import type { SampleStory } from '#features/sample/content/shape.ts';

export const drought: SampleStory = {
  slug: 'give-the-drought-a-name',
  section: 'science',
  kind: 'opinion',
  headline: 'Give the drought a name before it comes',
  standfirst:
    'We christen storms and number earthquakes. The disaster that takes most, and takes it slowly, arrives without so much as a date.',
  bylines: [{ handle: 'hester-quaye' }],
  topics: ['Water', 'Weather', 'Environment'],
  places: [],
  published: { hoursAgo: 26 },
  body: [
    p(
      'In the office of a river authority where I worked for some years there was a telephone with a red sticker. When the river rose above a certain mark it had to be picked up, by whoever was nearest, and eleven people in eleven towns would be out of bed within the hour. It rang four times in my day, and I could tell you each date.',
    ),
    p(
      'There was no telephone for the opposite. The river also fell below a mark, every few years, and went on falling. On which day should one have rung? There was always another week in which it might rain. By the time that somebody said the word aloud, in a ministry, in front of cameras, the cattle had been sold and the seed eaten.',
    ),
    p(
      'A flood is an event. A drought is an absence, and we are bad at seeing what is not there. I have come to believe that a good part of the remedy is not hydrological at all. It is grammatical. We need to turn the absence into a noun.',
    ),
    p(
      'Consider what a name has done for storms. The British and the Irish weather services began to name theirs in 2015, and surveys since have found that people who know the name of a storm are more likely to have taken in the garden chairs. Nothing about the wind had changed. But a thing with a name has a beginning; it can be expected, prepared for, blamed and remembered.',
    ),
    pull('A drought is an absence, and we are bad at seeing what is not there.'),
    p(
      'So: when the reservoirs, the soil and the season’s forecast together cross a threshold that has been written down beforehand, let the drought be declared, given a name, and given it early, while the fields are green and the declaration looks foolish. Let it carry consequences that nobody needs to vote on. Fodder is bought while it is cheap. The golf courses stop, and then the fountains, in an order that was agreed in a wet year when nobody cared. Insurance pays at the threshold, not at the funeral.',
    ),
    p(
      'I know the objection, because I have made it. We shall sometimes be wrong. We shall name a drought, and it will pour. Farmers will have sold animals that they might have kept, and they will not forget it. That is true. But the forecast of a whole season for the Sahel or for the western Mediterranean is today about as good as that of a flood three days ahead was when I started; and for the flood we did ring the bell, and were sometimes wrong, and people grumbled and went back to bed.',
    ),
    p(
      'What we cannot honestly do is wait for certainty, since in a drought certainty is the last stage of it. The day on which everybody agrees is the day on which there is nothing left to do.',
    ),
    p(
      'My old telephone is in a cupboard now, I am told; the alarm goes to an application. I should like it back on the desk, with a second sticker, yellow, and a list of names beside it. Start with A. Pick gentle ones. We are going to be living with them for a while.',
    ),
  ],
};
