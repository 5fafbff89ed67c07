import sharp from 'sharp';
import { rejectComment } from '#features/comments/commands.ts';
import { askForAddress } from '#features/law/disclosures.ts';
import { addPicture } from '#features/media/commands.ts';
import { appeal } from '#features/moderation/appeals.ts';
import { system, VISITOR } from '#features/people/actor.ts';
import { addAssignment } from '#features/planning/commands.ts';
import { now } from '#lib/clock.ts';
import { discussedStory, judgeable, posted, shown } from '#tests/discussion.ts';
import { member } from '#tests/newsroom.ts';
import type { World } from '#tests/permissions/other-acts.ts';
import { good } from '#tests/results.ts';
import { employed } from '#tests/staff.ts';

const TEST = system('test');

/** A picture of its own: two files that are the same are one to the law. */
function drawn(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const one = { width: 40, height: 30, channels: 3, background: '#000', noise } as const;
  return sharp({ create: one }).png().toBuffer();
}

const picture = async () => good(await addPicture(TEST, { bytes: await drawn() })).id;
const reporter = async () => (await member('reporter')).id;

type Place = Pick<World, 'sectionId' | 'storyId' | 'path'>;
export type Things = Omit<World, keyof Place | 'at'>;

/** How each thing that the other acts are about is made, in the section and under the story. */
export const MAKING: { [Name in keyof Things]: (place: Place) => Promise<Things[Name]> } = {
  picture: drawn,
  pictureId: picture,
  otherPictureId: picture,
  waiting: async ({ storyId }) => judgeable((await posted(storyId)).commentId, 'waiting'),
  public: async ({ storyId }) => judgeable((await shown(storyId)).commentId, 'approved'),
  appealed: async ({ storyId }) => {
    const { commentId, token } = await posted(storyId);
    good(await rejectComment(TEST, await judgeable(commentId, 'waiting')));
    good(await appeal(VISITOR, token, { text: 'It breaks no rule.' }));
    return commentId;
  },
  addressRequestId: async ({ storyId }) => {
    const { commentId } = await posted(storyId);
    const { actor } = await employed('admin');
    return good(await askForAddress(actor, { commentId, reason: 'A court asks' })).requestId;
  },
  personId: reporter,
  otherPersonId: reporter,
  assignmentId: async ({ sectionId }) =>
    good(await addAssignment(TEST, { title: 'An idea', sectionId })).id,
};

/** One of everything that the other acts are about. */
export async function world(): Promise<World> {
  const place = await discussedStory();
  return {
    sectionId: place.sectionId,
    storyId: place.storyId,
    path: place.path,
    picture: await MAKING.picture(place),
    pictureId: await MAKING.pictureId(place),
    otherPictureId: await MAKING.otherPictureId(place),
    waiting: await MAKING.waiting(place),
    public: await MAKING.public(place),
    appealed: await MAKING.appealed(place),
    addressRequestId: await MAKING.addressRequestId(place),
    personId: await MAKING.personId(place),
    otherPersonId: await MAKING.otherPersonId(place),
    assignmentId: await MAKING.assignmentId(place),
    at: new Date(now().getTime() + 3_600_000),
  };
}
