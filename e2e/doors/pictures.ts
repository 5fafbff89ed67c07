import type { OtherDoor } from '#e2e/doors/others.ts';
import { placeHold } from '#features/law/commands.ts';
import { system } from '#features/people/actor.ts';
import { newId } from '#lib/ids.ts';
import { deskPicturesPath, originalPath, proofPath } from '#lib/paths.ts';
import { good } from '#tests/results.ts';

const TEST = system('test');
const REASON = 'A court asks';

/** The doors behind which something is done with pictures. */
export const PICTURE_DOORS: readonly OtherDoor[] = [
  {
    act: 'see the pictures',
    by: 'libraryAction',
    reads: true,
    knock: (caller) => caller.act('libraryAction', 1),
  },
  {
    act: 'see the pictures',
    by: 'page',
    reads: true,
    hides: true,
    knock: (caller) => caller.page(deskPicturesPath()),
  },
  ...[originalPath, proofPath].map(
    (pathOf): OtherDoor => ({
      act: 'see the pictures',
      by: pathOf('…'),
      reads: true,
      hides: true,
      toNobody: '0',
      knock: (caller, { pictureId }) => caller.route(pathOf(pictureId)),
    }),
  ),
  {
    act: 'add a picture',
    by: 'route',
    takes: ['picture'],
    knock: (caller, { picture }) => {
      const body = new FormData();
      body.append('file', new File([new Uint8Array(picture)], 'a.png', { type: 'image/png' }));
      return caller.route('/api/pictures', { method: 'POST', body });
    },
  },
  {
    act: 'change somebody’s picture',
    by: 'changePictureAction',
    knock: (caller, { pictureId }) =>
      caller.submit('changePictureAction', { id: pictureId, alt: `Else ${newId()}` }),
  },
  {
    act: 'change somebody’s picture',
    by: 'setFocalAction',
    takes: ['pictureId'],
    knock: (caller, { pictureId }) =>
      caller.act('setFocalAction', pictureId, { focalX: 0.2, focalY: 0.3 }),
  },
  {
    act: 'change somebody’s picture',
    by: 'endRightsAction',
    takes: ['pictureId'],
    knock: (caller, { pictureId }) => caller.act('endRightsAction', pictureId),
  },
  {
    act: 'replace a picture everywhere',
    by: 'replacePictureAction',
    takes: ['pictureId', 'otherPictureId'],
    knock: (caller, { pictureId, otherPictureId }) =>
      caller.act('replacePictureAction', { from: pictureId, to: otherPictureId, words: 'keep' }),
  },
  {
    act: 'hold a picture',
    by: 'placeHoldAction',
    takes: ['pictureId'],
    knock: (caller, { pictureId }) =>
      caller.submit('placeHoldAction', { noun: 'picture', thingId: pictureId, reason: REASON }),
  },
  {
    act: 'hold a picture',
    by: 'liftHoldAction',
    ready: async ({ otherPictureId }) =>
      good(await placeHold(TEST, { noun: 'picture', thingId: otherPictureId, reason: REASON }))
        .holdId,
    knock: (caller, _world, holdId) => caller.submit('liftHoldAction', { holdId, reason: 'Over' }),
  },
  {
    act: 'redact a picture',
    by: 'redactPictureAction',
    takes: ['pictureId'],
    knock: (caller, { pictureId }) =>
      caller.submit('redactPictureAction', { pictureId, reason: REASON }),
  },
];
