import { h2, p, quote } from '#features/sample/content/blocks.ts';
import type { SampleStory } from '#features/sample/content/shape.ts';

export const star: SampleStory = {
  slug: 'school-telescope-catches-a-star-that-blinks',
  section: 'science',
  kind: 'news',
  headline: 'A school’s telescope catches a star that blinks once in nine years',
  standfirst:
    'Three classes, one after the other, kept watch on the same faint point. The last of them saw it go out.',
  dateline: { place: 'Los Llanos de Aridane' },
  bylines: [{ handle: 'samuel-adeyinka-roe' }],
  topics: ['Astronomy', 'Schools'],
  places: ['La Palma', 'Spain'],
  picture: 'observatory',
  published: { hoursAgo: 75 },
  body: [
    p(
      'On the roof of a secondary school in the west of La Palma stands a telescope no larger than a rubbish bin. On clear nights it opens by itself, looks at one star for four minutes and closes again. It has done so for nine years and two months, and for all of that time the star has looked the same.',
    ),
    p(
      'On a night in October it was not there. Twenty-six days later it was back. Nine years and two months before, in the week in which the telescope was installed, a set of test pictures had shown the same gap, and everyone had put it down to the new camera.',
    ),
    quote(
      'Yaiza Camacho',
      'aged 16, who was on duty',
      'I checked the lens cap. Then I checked it again. Then I rang the teacher, and he asked whether I had checked the lens cap.',
    ),
    p(
      'The star, which so far has only a number, lies about 1,400 light years away in the constellation of the Giraffe. What hides it, the school and eleven co-authors propose in a paper that has been accepted by a journal, is a companion that nobody has seen: a smaller body with a disc of dust around it, wide and dark, that passes between the star and us once in each orbit, as a tray passes in front of a candle.',
    ),
    h2('Patience as an instrument'),
    p(
      'Fewer than twenty such systems are known. The best-studied, Epsilon Aurigae, goes dark every 27 years and has been puzzling astronomers since 1821. Great observatories are bad at finding them, since no committee will grant four minutes a night for a decade to look at something that does nothing.',
    ),
    p(
      'The school had no better reason. The first teacher chose the star because it can be seen from the roof between the water tank and the mountain all the year round. He has retired; the pupils who aligned the mirror have children. The rota was handed on with the key to the roof.',
    ),
    p(
      '“One should be careful,” said Marguerite Oyelaran, an astronomer in Leiden who was not involved. “Two dips make a line, not yet an orbit. But the colours are right and the shape is right. If they are right too, it will go out again in December nine years from now, and I mean to be alive.”',
    ),
    p(
      'The paper has 214 authors, among them everyone who ever stood a watch. The name of the star is still to be settled. The pupils have voted, and the proposal is with the commission that decides such things: *La Tapa*, the lens cap.',
    ),
  ],
};
