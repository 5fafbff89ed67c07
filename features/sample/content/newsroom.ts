export const SECTIONS = [
  {
    slug: 'world',
    name: 'World',
    description: 'What happens between countries, and to the people who live where they meet.',
  },
  {
    slug: 'politics',
    name: 'Politics',
    description: 'Parliaments, councils, ballots, and the rules that decide who decides.',
  },
  {
    slug: 'business',
    name: 'Business',
    description: 'Work, trade and money, from the quay to the kitchen table.',
  },
  {
    slug: 'science',
    name: 'Science',
    description: 'What has been found out, how, and how sure anybody can be of it.',
  },
  {
    slug: 'culture',
    name: 'Culture',
    description: 'Stages, books, buildings, and what people keep.',
  },
] as const;

export const STAFF = [
  {
    handle: 'nora-achterberg',
    name: 'Nora Achterberg',
    email: 'nora.achterberg@example.org',
    role: 'editor',
    bio: 'Nora Achterberg edits the foreign and political pages. She began on a weekly in Groningen, where she learnt to ring back, and has since reported from eleven parliaments and a great many corridors.',
  },
  {
    handle: 'samuel-adeyinka-roe',
    name: 'Samuel Adeyinka-Roe',
    email: 'samuel.adeyinka-roe@example.org',
    role: 'reporter',
    bio: 'Samuel Adeyinka-Roe writes about business and science, and best of all about the places where one pays for the other. He trained as a chemist and still reads the methods section first.',
  },
  {
    handle: 'lucia-ferrant',
    name: 'Lucía Ferrant',
    email: 'lucia.ferrant@example.org',
    role: 'reporter',
    bio: 'Lucía Ferrant reports on culture and travel in four languages and translates for the paper from French. She has never owned a car and holds strong opinions about stations.',
  },
] as const;

export const GUEST = {
  handle: 'hester-quaye',
  name: 'Hester Quaye',
  bio: 'Hester Quaye is a hydrologist. She has spent twenty-two years forecasting floods and droughts for river authorities in West Africa and southern Europe.',
} as const;
