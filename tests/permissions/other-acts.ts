import { rotateKeys } from '#features/addresses/commands.ts';
import { auditLog } from '#features/audit/queries.ts';
import {
  approveComment,
  postComment,
  postStaffComment,
  rejectComment,
} from '#features/comments/commands.ts';
import { pickComment } from '#features/comments/picking.ts';
import { recommendComment } from '#features/comments/recommending.ts';
import { reportComment } from '#features/comments/reporting.ts';
import { arrangeFront, setBanner } from '#features/fronts/commands.ts';
import { placeHold, redactComment, redactPicture } from '#features/law/commands.ts';
import { askForAddress, decideAboutAddress } from '#features/law/disclosures.ts';
import { addPicture, changePicture } from '#features/media/commands.ts';
import { pictureLibrary } from '#features/media/queries.ts';
import { answerAppeal } from '#features/moderation/appeals.ts';
import { addNote, banWriter, switchThread } from '#features/moderation/commands.ts';
import { moderationQueue } from '#features/moderation/queries.ts';
import { keepComment } from '#features/moderation/reported.ts';
import { setAside } from '#features/moderation/setting-aside.ts';
import type { Actor } from '#features/people/actor.ts';
import { addPerson, changeRoles, deactivate } from '#features/people/commands.ts';
import { resetSecondStep } from '#features/people/factors.ts';
import { invite, makeResetLink } from '#features/people/links.ts';
import { staffList } from '#features/people/queries.ts';
import {
  addAssignment,
  changeAssignment,
  dropAssignment,
  moveAssignment,
} from '#features/planning/commands.ts';
import { addSample, removeSample } from '#features/sample/commands.ts';
import { changeCommentPolicy } from '#features/screening/commands.ts';
import { addSection, changeSection, orderSections } from '#features/sections/commands.ts';
import { sectionList } from '#features/sections/queries.ts';
import { changeSettings } from '#features/settings/commands.ts';
import { createStory } from '#features/stories/commands.ts';
import { handOverDrafts } from '#features/stories/handover.ts';
import { replacePicture } from '#features/uses/commands.ts';
import { newId, newToken } from '#lib/ids.ts';
import type { Result } from '#lib/result.ts';
import { form } from '#tests/discussion.ts';
import { paragraphs } from '#tests/newsroom.ts';

export type World = {
  sectionId: string;
  storyId: string;
  /** Where readers find the story. */
  path: string;
  picture: Uint8Array;
  pictureId: string;
  otherPictureId: string;
  waiting: { commentId: string; revisionId: string };
  public: { commentId: string; revisionId: string };
  /** A comment whose writer appealed against its rejection. */
  appealed: string;
  personId: string;
  otherPersonId: string;
  assignmentId: string;
  addressRequestId: string;
  at: Date;
};

type Act = (actor: Actor, world: World) => Promise<Result<unknown>>;

const aBrowser = () => ({ secret: newToken(), known: false, place: newId() });
const REASON = 'A court asks';
const BAN = { time: 'day', rule: 'insult' };
const PINS = { lead: null, seconds: [], rows: [] };

/** How each act of the table is done, by the command or query that its door calls. */
export const OTHER_ACTS: Record<string, Act> = {
  'begin a story in the section': (actor, { sectionId }) =>
    createStory(actor, { sectionId, headline: 'A beginning', body: paragraphs('It begins.') }),
  'see the pictures': (actor) => pictureLibrary(actor),
  'add a picture': (actor, { picture }) => addPicture(actor, { bytes: picture }),
  'change somebody’s picture': (actor, it) => changePicture(actor, it.pictureId, { alt: 'Else' }),
  'replace a picture everywhere': (actor, it) =>
    replacePicture(actor, { from: it.pictureId, to: it.otherPictureId }),
  'hold a picture': (actor, it) =>
    placeHold(actor, { noun: 'picture', thingId: it.pictureId, reason: REASON }),
  'redact a picture': (actor, it) =>
    redactPicture(actor, { pictureId: it.pictureId, reason: REASON }),
  'answer a comment': (actor, it) =>
    postStaffComment(actor, {
      storyId: it.storyId,
      parentId: it.public.commentId,
      text: 'Thank you.',
    }),
  'point at a comment': (actor, it) => pickComment(actor, { ...it.public, picked: '1' }),
  'decide about a waiting comment': (actor, it) => approveComment(actor, it.waiting),
  'decide about a public comment': (actor, it) =>
    rejectComment(actor, { ...it.public, reason: 'Off topic' }),
  'let a reported comment stand': (actor, it) => keepComment(actor, it.public),
  'see the comments that wait': (actor) => moderationQueue(actor),
  'set a waiting comment aside': (actor, it) => setAside(actor, it.waiting),
  'write a note on a comment': (actor, it) =>
    addNote(actor, { commentId: it.waiting.commentId, text: 'Look at this.' }),
  'ban somebody from a thread': (actor, it) =>
    banWriter(actor, { ...BAN, commentId: it.waiting.commentId, scope: 'thread' }),
  'ban somebody from the site': (actor, it) =>
    banWriter(actor, { ...BAN, commentId: it.waiting.commentId, scope: 'site' }),
  'close a thread': (actor, it) =>
    switchThread(actor, { commentId: it.waiting.commentId, open: false }),
  'answer somebody’s appeal': (actor, it) =>
    answerAppeal(actor, { commentId: it.appealed, answer: 'upheld', words: 'It stays so.' }),
  'change the rules for comments of the site': (actor) =>
    changeCommentPolicy(actor, { of: 'site' }, {}),
  'change the rules for comments of the section': (actor, it) =>
    changeCommentPolicy(actor, { of: 'section', id: it.sectionId }, {}),
  'change the rules for comments of the story': (actor, it) =>
    changeCommentPolicy(actor, { of: 'story', id: it.storyId }, {}),
  'hold a waiting comment': (actor, it) =>
    placeHold(actor, { noun: 'comment', thingId: it.waiting.commentId, reason: REASON }),
  'redact a waiting comment': (actor, it) =>
    redactComment(actor, { commentId: it.waiting.commentId, reason: REASON }),
  'redact a public comment': (actor, it) =>
    redactComment(actor, { commentId: it.public.commentId, reason: REASON }),
  'ask for the address behind a comment': (actor, it) =>
    askForAddress(actor, { commentId: it.waiting.commentId, reason: REASON }),
  'decide about such a request': (actor, it) =>
    decideAboutAddress(actor, { requestId: it.addressRequestId, verdict: 'refused' }),
  'arrange the home front': (actor) =>
    arrangeFront(actor, { front: 'home', basedOn: 0, pins: PINS }),
  'arrange the section’s front': (actor, { sectionId }) =>
    arrangeFront(actor, { front: `section:${sectionId}`, basedOn: 0, pins: PINS }),
  'set the breaking banner': (actor, { at }) =>
    setBanner(actor, { text: 'News', storyId: null, endsAt: at, instead: null }),
  'pitch an assignment': (actor, { sectionId }) =>
    addAssignment(actor, { title: 'An idea', sectionId }),
  'change somebody’s assignment': (actor, { sectionId, assignmentId }) =>
    changeAssignment(actor, { id: assignmentId, version: 1, title: 'Else', sectionId }),
  'move somebody’s assignment': (actor, { assignmentId }) =>
    moveAssignment(actor, { id: assignmentId, version: 1, to: 'assigned' }),
  'drop somebody’s assignment': (actor, { assignmentId }) =>
    dropAssignment(actor, { id: assignmentId, version: 1 }),
  'add a section': (actor) => addSection(actor, { name: 'New', slug: `n-${newId()}` }),
  'order the sections': async (actor) => {
    const order = (await sectionList()).map(({ id }) => id).toReversed();
    return orderSections(actor, { order });
  },
  'change a section': (actor, { sectionId }) =>
    changeSection(actor, sectionId, { name: 'Else', slug: `e-${newId()}` }),
  'change the settings': (actor) => changeSettings(actor, { name: 'The Other Paper' }),
  'see the staff': (actor) => staffList(actor),
  'add somebody to the staff': (actor) =>
    addPerson(actor, { name: 'New', email: `${newId()}@permissions.example`, role: 'editor' }),
  'invite somebody': (actor) =>
    invite(actor, { email: `${newId()}@permissions.example`, role: 'editor' }, 'show'),
  'make a link for a new password': (actor, it) => makeResetLink(actor, it.personId, 'show'),
  'reset a second step': (actor, it) => resetSecondStep(actor, it.personId),
  'change roles': (actor, it) =>
    changeRoles(actor, it.personId, [{ role: 'editor', sectionId: null }]),
  'hand over drafts': (actor, it) =>
    handOverDrafts(actor, { from: it.personId, to: it.otherPersonId }),
  'close an account': (actor, it) => deactivate(actor, it.personId),
  'read the audit log': (actor) => auditLog(actor, {}),
  'change the keys of addresses': (actor) => rotateKeys(actor),
  'add the sample newsroom': (actor) => addSample(actor),
  'take away the sample newsroom': (actor) => removeSample(actor),
  'comment as a reader': (actor, { storyId }) =>
    postComment(actor, form(storyId), { place: newId() }),
  'recommend a comment': (actor, it) =>
    recommendComment(actor, { comment: it.public.commentId }, aBrowser()),
  'report a comment': (actor, it) =>
    reportComment(actor, { comment: it.public.commentId, reason: 'spam' }, aBrowser()),
};
