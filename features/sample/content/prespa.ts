import { facts, list, p, quote } from '#features/sample/content/blocks.ts';
import type { SampleStory } from '#features/sample/content/shape.ts';

const shared = {
  section: 'world',
  kind: 'news',
  picture: 'mountain-lake',
} as const;

export const prespa: SampleStory = {
  ...shared,
  slug: 'three-countries-count-the-water-of-prespa',
  headline: 'Three countries agree to count the water of Lake Prespa together',
  standfirst:
    'Albania, Greece and North Macedonia have measured one shrinking lake with three rulers. From the spring there will be one.',
  dateline: { place: 'Resen' },
  bylines: [{ handle: 'nora-achterberg' }, { handle: 'samuel-adeyinka-roe', role: 'reporting' }],
  topics: ['Water', 'Diplomacy', 'Environment'],
  places: ['Lake Prespa', 'North Macedonia', 'Albania', 'Greece'],
  published: { hoursAgo: 4 },
  body: [
    p(
      'Albania, Greece and North Macedonia will read the level, the temperature and the clarity of Lake Prespa from the same instruments and publish the figures on the same day, under an agreement that officials of the three countries initialled here this week.',
    ),
    p(
      'It is a modest text for a large trouble. The lake, which lies where the three borders meet and is one of the oldest in Europe, has sunk by several metres within a lifetime. Each country has kept its own record of the fall, from its own point of zero, and for years each could show by its own figures that the water was going somewhere else.',
    ),
    quote(
      'Vesna Karadakova',
      'hydrologist at the lake’s joint secretariat',
      'We have argued for thirty years about who drinks the lake. It turns out that we were not even arguing about the same lake.',
    ),
    p(
      'The nine gauges of the new network stand on a common base, surveyed last summer by a team from all three countries that crossed the borders by rowing boat, since no road goes round the shore. The first shared reading is planned for April.',
    ),
    facts(
      'The agreement in brief',
      list(
        'Nine gauges on one common base, three in each country',
        'Readings published together, on the first working day of the month',
        'A joint survey of wells and pumps, to be finished within two years',
        '€4.2m for six years, two-thirds of it from a European fund for border regions',
      ),
    ),
    p(
      'What the text leaves out is who should use less. A clause on pumping for the apple orchards, the chief business of the valley, stood in the first draft. Two people who took part in the talks said that it was given up in the last week so that the rest could be signed.',
    ),
    p(
      '“You can call that a failure,” said one of them, who asked not to be named because the drafts are confidential. “I call it the order in which one does things. Nobody gives up water on the strength of a neighbour’s number.”',
    ),
    p(
      'In Konjsko, a village at the foot of the mountain, Stavre Dimov keeps a boat at the end of a jetty that his grandfather built. The end of the jetty is a hundred metres from the lake.',
    ),
    quote(
      'Stavre Dimov',
      'fisherman in Konjsko',
      'I do not need a gauge to tell me. But I should like the ministers to have one.',
    ),
    p(
      'Ms Karadakova has a calendar on the wall of the secretariat on which the day of the first common reading is ringed in three colours. “From that morning,” she said, “nobody can say that the water is missing only on the other side.”',
    ),
  ],
};

export const prespaInFrench: SampleStory = {
  ...shared,
  slug: 'trois-pays-mesurent-ensemble-l-eau-de-prespa',
  language: 'fr',
  translationOf: prespa.slug,
  headline: 'Trois pays vont mesurer ensemble l’eau du lac Prespa',
  standfirst:
    'L’Albanie, la Grèce et la Macédoine du Nord jaugeaient un même lac avec trois règles. À partir du printemps, il n’y en aura plus qu’une.',
  dateline: { place: 'Resen' },
  bylines: [{ handle: 'nora-achterberg' }, { handle: 'lucia-ferrant', role: 'translation' }],
  topics: ['Water', 'Diplomacy', 'Environment'],
  places: ['Lake Prespa', 'North Macedonia', 'Albania', 'Greece'],
  pictureWords: {
    alt: 'Un lac de montagne au petit matin : des crêtes bleues l’une derrière l’autre, une barque et un ponton qui s’arrête loin de l’eau.',
    caption: 'Le lac Prespa au petit matin, tel que l’a vu notre dessinateur.',
  },
  published: { hoursAgo: 3 },
  body: [
    p(
      'L’Albanie, la Grèce et la Macédoine du Nord relèveront désormais le niveau, la température et la transparence du lac Prespa avec les mêmes instruments, et publieront les chiffres le même jour : c’est ce que prévoit un accord paraphé cette semaine à Resen par des représentants des trois pays.',
    ),
    p(
      'Le texte est modeste, le mal ne l’est pas. Situé à la rencontre des trois frontières, le lac, l’un des plus anciens d’Europe, a baissé de plusieurs mètres en l’espace d’une vie. Chaque pays a tenu son propre registre, à partir de son propre zéro ; et pendant des années, chacun a pu démontrer, chiffres à l’appui, que l’eau s’en allait ailleurs.',
    ),
    quote(
      'Vesna Karadakova',
      'hydrologue au secrétariat commun du lac',
      'Voilà trente ans que nous nous disputons pour savoir qui boit le lac. Et nous découvrons que nous ne parlions même pas du même lac.',
    ),
    p(
      'Les neuf stations du nouveau réseau partagent un même point de référence, relevé l’été dernier par une équipe des trois pays qui a franchi les frontières à la rame, aucune route ne faisant le tour de la rive. Le premier relevé commun est prévu pour avril.',
    ),
    facts(
      'L’accord en bref',
      list(
        'Neuf stations sur un même point de référence, trois par pays',
        'Des relevés publiés ensemble, le premier jour ouvrable du mois',
        'Un inventaire commun des puits et des pompes, à achever en deux ans',
        '4,2 millions d’euros sur six ans, dont les deux tiers d’un fonds européen pour les régions frontalières',
      ),
    ),
    p(
      'Ce que l’accord ne dit pas, c’est qui doit consommer moins. Une clause sur le pompage destiné aux vergers de pommiers, première ressource de la vallée, figurait dans le projet initial. Selon deux participants aux négociations, elle a été abandonnée la dernière semaine pour que le reste puisse être signé.',
    ),
    p(
      '« Appelez cela un échec si vous voulez », dit l’un d’eux, qui a requis l’anonymat parce que les projets de texte sont confidentiels. « Moi, j’appelle cela faire les choses dans l’ordre. Personne ne renonce à de l’eau sur la foi d’un chiffre du voisin. »',
    ),
    p(
      'À Konjsko, un village au pied de la montagne, Stavre Dimov amarre sa barque au bout d’un ponton construit par son grand-père. Le bout du ponton est à cent mètres du lac.',
    ),
    quote(
      'Stavre Dimov',
      'pêcheur à Konjsko',
      'Moi, je n’ai pas besoin d’une jauge pour le savoir. Mais j’aimerais que les ministres en aient une.',
    ),
    p(
      'Au mur du secrétariat, Mme Karadakova a accroché un calendrier où le jour du premier relevé commun est entouré en trois couleurs. « À partir de ce matin-là, dit-elle, plus personne ne pourra prétendre que l’eau ne manque que de l’autre côté. »',
    ),
  ],
};
