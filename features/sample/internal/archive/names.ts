import type { Dice } from '#features/sample/internal/archive/dice.ts';

/** Busiest first: the power law gives the first most of the stories. */
export const SECTIONS = [
  { slug: 'world', name: 'World' },
  { slug: 'politics', name: 'Politics' },
  { slug: 'business', name: 'Business' },
  { slug: 'sport', name: 'Sport' },
  { slug: 'culture', name: 'Culture' },
  { slug: 'science', name: 'Science' },
  { slug: 'opinion', name: 'Opinion' },
  { slug: 'health', name: 'Health' },
  { slug: 'technology', name: 'Technology' },
  { slug: 'environment', name: 'Environment' },
  { slug: 'education', name: 'Education' },
  { slug: 'travel', name: 'Travel' },
] as const;

const FIRST =
  'Ada Amara Anselm Asta Basil Beatrix Bruno Callum Carys Celeste Conrad Dalia Desmond Edda Elias Enid Esme Fabian Farida Felix Freya Gideon Greta Hanna Hugo Ida Imogen Ivo Jarek Joan Judith Kamil Keziah Lars Leona Lotte Mabel Magnus Mara Matthias Mina Nadia Nils Noor Odile Oren Pavel Petra Quentin Rafael Renata Rosalind Rufus Sabine Selim Sigrid Stella Tamsin Theo Ulla Viola Wanda Yusuf Zelda'.split(
    ' ',
  );
const LAST =
  'Abernathy Adeoti Aldous Almasi Arkwright Baines Barrow Bellweather Birk Blythe Brandvold Carrow Castellane Clemente Corwin Dacosta Dalgleish Denholm Drummond Eastlake Eklund Fairweather Falk Farrant Fenwick Galloway Garrick Gethin Grimsby Haldane Harrow Hathersage Holm Ibarra Inverarity Jessop Kallio Keswick Kirkbride Langmuir Larkspur Lindqvist Lockhart Marchetti Marlowe Merriweather Mistry Nakuru Northcote Obuya Okonjo Oldroyd Pemberton Penhallow Pryce Quill Rasmus Redfern Rowntree Sandoval Selwyn Sorley Stavros Sutcliffe Tamworth Thackeray Tolland Underhill Vance Varga Wainwright Westerby Wilding Yarrow Zielinski'.split(
    ' ',
  );
const TOWN_HEAD =
  'Ald Ash Bel Bram Carn Cold Dal East Elm Fal Farn Glen Hal Haver Hol Ister Kel Kings Lang Lin Mar Mel Nether North Oak Orm Pen Port Rav Row Salt Sel Stan Sund Tarn Thorn Ulver Wal Wes Wyn'.split(
    ' ',
  );
const TOWN_TAIL =
  'bridge burgh bury by combe dale den ford gate ham haven holt hurst land ley mere minster mouth ness port stead stoke thorpe ton vale wick worth'.split(
    ' ',
  );
const SUBJECTS =
  'Housing Rail Water Fisheries Schools Prisons Forests Energy Wages Ports Steel Farming Budgets Courts Elections Hospitals Nurses Roads Buses Museums Libraries Theatre Film Opera Painting Archaeology Astronomy Physics Chemistry Vaccines Nutrition Dentistry Football Cycling Rowing Tennis Chess Athletics Swimming Skiing Banking Insurance Pensions Taxation Trade Shipping Aviation Tourism Broadcasting Newspapers Privacy Encryption Software Chips Batteries Wind Nuclear Coal Floods Drought Glaciers Birds Bees Rivers Oceans Weather Universities Apprentices Teachers Childcare Migration Borders Diplomacy Defence Police Fire Lighthouses Bridges Canals Parks Bread Wine Tea Textiles'.split(
    ' ',
  );
const ASPECTS = ['policy', 'law', 'prices', 'research', 'workers', 'safety', 'history', 'reform'];

/** Made-up people, each once, in an order that the seed decides. */
export function peopleNames(dice: Dice, count: number): string[] {
  return different(count, () => `${dice.pick(FIRST)} ${dice.pick(LAST)}`);
}

/** Made-up towns: what never happened has happened nowhere. */
export function townNames(dice: Dice, count: number): string[] {
  return different(count, () => {
    const town = `${dice.pick(TOWN_HEAD)}${dice.pick(TOWN_TAIL)}`;
    return dice.happens(0.08) ? `${dice.pick(['New', 'Upper', 'Great', 'Saint'])} ${town}` : town;
  });
}

/** Topics from the plain to the particular: "Water", later "Water law". */
export function topicNames(dice: Dice, count: number): string[] {
  const plain = shuffled(dice, SUBJECTS);
  const particular = shuffled(
    dice,
    SUBJECTS.flatMap((subject) => ASPECTS.map((aspect) => `${subject} ${aspect}`)),
  );
  return [...plain, ...particular].slice(0, count);
}

function different(count: number, make: () => string): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(make());
  return [...names];
}

function shuffled<T>(dice: Dice, things: readonly T[]): T[] {
  return things
    .map((thing) => ({ thing, at: dice.part() }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
}
