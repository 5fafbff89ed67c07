import type { Caller } from '#e2e/doors/callers.ts';
import { COMMENT_DOORS } from '#e2e/doors/comments.ts';
import type { Heard } from '#e2e/doors/hearing.ts';
import { PICTURE_DOORS } from '#e2e/doors/pictures.ts';
import { STAFF_DOORS } from '#e2e/doors/staff.ts';
import { arrangeFront, setBanner } from '#features/fronts/commands.ts';
import { bannerDesk, frontDesk } from '#features/fronts/desk.ts';
import { system } from '#features/people/actor.ts';
import { addAssignment } from '#features/planning/commands.ts';
import { sectionList } from '#features/sections/queries.ts';
import { localTime } from '#lib/dates.ts';
import { newId } from '#lib/ids.ts';
import { deskAuditPath } from '#lib/paths.ts';
import { paragraphs, section } from '#tests/newsroom.ts';
import type { World } from '#tests/permissions/other-acts.ts';
import type { Things } from '#tests/permissions/world.ts';
import { good } from '#tests/results.ts';

export type OtherDoor = {
  act: string;
  by: string;
  /** What an allowed act uses up, so that each has one of its own. */
  takes?: readonly (keyof Things)[];
  /** Makes what else there has to be, and gives back its id. */
  ready?: (world: World) => Promise<string>;
  /** Nothing is changed. */
  reads?: true;
  /** It is nothing but the thing: whoever may not see it gets 404 instead of a reason. */
  hides?: true;
  /** What whoever is not signed in hears, if it is not that they are signed out. */
  toNobody?: string;
  knock: (caller: Caller, world: World, id: string) => Promise<Heard>;
};

const TEST = system('test');
const PINS = { lead: null, seconds: [], rows: [] };
const FRONTS = {
  'arrange the home front': () => 'home',
  'arrange the section’s front': ({ sectionId }: World) => `section:${sectionId}`,
};

/** The newest arrangement; 0 of a front that is not there. */
async function numberOf(front: string): Promise<number> {
  const desk = await frontDesk(TEST, front);
  return desk.ok ? desk.value.number : 0;
}

const standing = async () => good(await bannerDesk(TEST))?.id ?? '';

/** The forms of the settings, each with the least that it sends. */
const SETTINGS = {
  paperAction: { name: 'The Other Paper', tagline: '', language: 'en', timeZone: 'UTC' },
  accentAction: {},
  commentPolicyAction: { commentPolicy: 'Be kind.' },
  addressesAction: { keep: 'verify', days: '30' },
  footerLinksAction: { label: 'About', url: '/about' },
  secondStepRolesAction: {},
  logoAction: { place: 'logo', remove: 'on' },
};

const FRONT_DOORS = Object.entries(FRONTS).flatMap(([act, nameOf]): OtherDoor[] => [
  {
    act,
    by: 'arrangeAction',
    knock: async (caller, world) =>
      caller.act('arrangeAction', nameOf(world), await numberOf(nameOf(world)), PINS),
  },
  {
    act,
    by: 'restoreFrontAction',
    ready: async (world) => {
      const front = nameOf(world);
      const arranged = { front, basedOn: await numberOf(front), pins: PINS };
      return String(good(await arrangeFront(TEST, arranged)).number);
    },
    knock: async (caller, world, made) => {
      const front = nameOf(world);
      // What is made up is no number.
      const number = String(Number(made) || 1);
      const basedOn = String(await numberOf(front));
      return caller.submit('restoreFrontAction', { front, basedOn, number });
    },
  },
]);

const PLANNING: readonly OtherDoor[] = [
  {
    act: 'pitch an assignment',
    by: 'saveAssignmentAction',
    knock: (caller, { sectionId }) =>
      caller.submit('saveAssignmentAction', { title: 'An idea', sectionId }),
  },
  {
    act: 'change somebody’s assignment',
    by: 'saveAssignmentAction',
    takes: ['assignmentId'],
    knock: (caller, { assignmentId, sectionId }) =>
      caller.submit('saveAssignmentAction', {
        ...{ id: assignmentId, version: '1', title: 'Else', sectionId },
      }),
  },
  {
    act: 'move somebody’s assignment',
    by: 'moveAssignmentAction',
    ready: async ({ sectionId, personId }) =>
      good(await addAssignment(TEST, { title: 'Somebody’s', sectionId, personId })).id,
    knock: (caller, _world, id) =>
      caller.act('moveAssignmentAction', { id, version: 1, to: 'writing' }, {}),
  },
  {
    act: 'drop somebody’s assignment',
    by: 'dropAssignmentAction',
    takes: ['assignmentId'],
    knock: (caller, { assignmentId }) =>
      caller.submit('dropAssignmentAction', { id: assignmentId, version: '1' }),
  },
];

/** Every door behind which something else is done than with a story. */
export const OTHER_DOORS: readonly OtherDoor[] = [
  {
    act: 'begin a story in the section',
    by: 'saveStoryAction',
    knock: (caller, { sectionId }) =>
      caller.act('saveStoryAction', {
        ...{ sectionId, headline: 'A beginning', body: paragraphs('It begins.') },
      }),
  },
  ...PICTURE_DOORS,
  ...COMMENT_DOORS,
  ...FRONT_DOORS,
  {
    act: 'set the breaking banner',
    by: 'setBannerAction',
    knock: async (caller, { at }) =>
      caller.submit('setBannerAction', {
        ...{ text: 'News', storyId: '', endsAt: localTime(at, 'UTC'), instead: await standing() },
      }),
  },
  {
    act: 'set the breaking banner',
    by: 'endBannerAction',
    ready: async ({ at: endsAt }) => {
      const instead = (await standing()) || null;
      return good(await setBanner(TEST, { text: 'News', storyId: null, endsAt, instead })).id;
    },
    knock: (caller, _world, id) => caller.submit('endBannerAction', { id }),
  },
  ...PLANNING,
  {
    act: 'add a section',
    by: 'addSectionAction',
    knock: (caller) => caller.submit('addSectionAction', { name: 'New', slug: `n-${newId()}` }),
  },
  {
    act: 'change a section',
    by: 'changeSectionAction',
    ready: async () => (await section()).id,
    knock: (caller, _world, id) =>
      caller.submit('changeSectionAction', { id, name: 'Else', slug: `e-${newId()}` }),
  },
  {
    act: 'order the sections',
    by: 'orderSectionsAction',
    knock: async (caller) =>
      caller.act('orderSectionsAction', (await sectionList()).map(({ id }) => id).toReversed()),
  },
  ...Object.entries(SETTINGS).map(
    ([by, fields]): OtherDoor => ({
      act: 'change the settings',
      by,
      knock: (caller) => caller.submit(by, fields),
    }),
  ),
  ...STAFF_DOORS,
  {
    act: 'read the audit log',
    by: 'page',
    reads: true,
    hides: true,
    knock: (caller) => caller.page(deskAuditPath()),
  },
];
