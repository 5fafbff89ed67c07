import { h2, list, p, quote } from '#features/sample/content/blocks.ts';
import type { SampleStory } from '#features/sample/content/shape.ts';

export const leadTest: SampleStory = {
  slug: 'a-paper-strip-that-finds-lead',
  section: 'science',
  kind: 'news',
  headline: 'A paper strip finds lead in drinking water in ten minutes, for the price of a stamp',
  standfirst:
    'A laboratory in Pune has made a test that needs no power, no cold chain and no expert. Its inventors would like it to be copied.',
  dateline: { place: 'Pune' },
  bylines: [{ handle: 'samuel-adeyinka-roe' }],
  topics: ['Water', 'Health', 'Chemistry'],
  places: ['Pune', 'India'],
  picture: 'laboratory',
  published: { hoursAgo: 10 },
  body: [
    p(
      'It looks like the slip that comes out of a till. One end is dipped into a glass of water, and for ten minutes nothing seems to happen. Then a line appears, or two, or four. Four mean that a child should not drink from this tap tomorrow.',
    ),
    p(
      'The strip has been developed over five years by chemists at a small institute on the western edge of Pune, and 2,300 of them were tried in 41 villages and two districts of the city. It found dangerous amounts of lead in 94 of 100 samples that a laboratory afterwards confirmed, and cried wolf in seven of 100 that turned out to be clean. A test by mass spectrometer does better on both counts. It costs 900 times as much, and the bottle must reach the machine.',
    ),
    p(
      'Lead has no taste and no colour. It comes from old pipes, from solder and from brass taps, so that two kitchens on one stair may be quite different; and it does its harm early, to the brains of small children, in amounts that nobody notices. What has been missing is less a cure than a map.',
    ),
    h2('How it works'),
    p(
      'The paper is printed with wax to make channels as fine as a hair, along which water creeps by itself. On its way it meets grains of gold a few millionths of a millimetre across, coated with a short piece of DNA that folds up around lead and hardly anything else. Where it folds, the grains let go of each other and turn from blue to red. Each of the four lines gives way at a different concentration.',
    ),
    quote(
      'Sharvari Deodhar',
      'who leads the group',
      'The chemistry is fifteen years old and not ours. Ours is the boring part: that it still works after two monsoons in a tin trunk.',
    ),
    p('That part took four of the five years. Among the things that did not work were:'),
    list(
      'cellulose from six suppliers, one of whom bleached it with something that turned every strip red',
      'a blister of dried reagent that was loved by ants',
      'instructions in words; the present ones have none, and were drawn by the class of a primary school',
    ),
    p(
      'Specialists who had no part in the work call the results solid and ask for a larger trial with other metals in the water. “Copper is the test I would like to see,” said Ingrid Solheim-Baptiste, who studies household water in Bergen. “Where there is lead there is often brass, and where there is brass there is copper. They have tried it in the laboratory. Kitchens are less polite.”',
    ),
    p(
      'The group has published the recipe, the drawings for the printing plate and a list of its mistakes. A workshop in Kolhapur already makes the strips without having asked. “We sent them a letter,” said Dr Deodhar, “to tell them about the ants.”',
    ),
  ],
};
