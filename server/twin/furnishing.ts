import { asc, eq } from 'drizzle-orm';
import { comments } from '#db/schema/comments.ts';
import { live } from '#db/schema/readers.ts';
import { sections } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { approveComment, postComment, postStaffComment } from '#features/comments/commands.ts';
import { type Role, type Staff, system } from '#features/people/actor.ts';
import { addPerson } from '#features/people/commands.ts';
import { addAssignment } from '#features/planning/commands.ts';
import { makeCalendarLink } from '#features/planning/links.ts';
import { shareStory } from '#features/stories/preview-links.ts';
import { calendarFeedPath } from '#lib/paths.ts';
import type { Result } from '#lib/result.ts';
import type { Furniture } from '#lib/twin-orders.ts';

const PROVER = system('prove-privacy');
const THREADS = 60;
/** More than a page of one thread has. */
const ANSWERS = 105;
const READERS = 8;
const PASSWORD = 'nobody else is on this copy';

/** Adds who can sign in, and what is linked from nowhere that a stranger or a moderator would see. */
export async function furnish(): Promise<Furniture> {
  const administrator = await member('admin');
  const moderator = await member('moderator');
  const { token } = done(await makeCalendarLink(administrator.actor));
  const paths = [calendarFeedPath(token, 'all')];
  const [story] = await read
    .select({ id: live.storyId, path: live.path })
    .from(live)
    .orderBy(asc(live.path))
    .limit(1);
  if (story) {
    const input = { storyId: story.id, person: 'A lawyer', days: 30, mayAnswer: true };
    paths.push(story.path, done(await shareStory(administrator.actor, input)).path);
    const [first = '', second = ''] = await talkAtLength(story.id);
    await answerAtLength(administrator.actor, story.id, first);
    await answerOneAnother(story.id, second);
  }
  const [section] = await read.select({ id: sections.id }).from(sections).limit(1);
  if (section) {
    const idea = { title: 'To be looked at', sectionId: section.id };
    done(await addAssignment(administrator.actor, idea));
  }
  return { paths, administrator: administrator.account, moderator: moderator.account };
}

/** So many that they do not fit on one page. */
async function talkAtLength(storyId: string): Promise<string[]> {
  const began: string[] = [];
  for (let n = 0; n < THREADS; n += 1) {
    const id = await said({
      storyId,
      name: `Talker ${n}`,
      text: `Said ${n}`,
      email: mailbox('t', n),
    });
    began.push(id);
  }
  return began;
}

/** In whose order several people's answers stand must not show. */
async function answerOneAnother(storyId: string, parentId: string): Promise<void> {
  for (let n = 0; n < READERS; n += 1) {
    const email = mailbox('r', n);
    await said({ storyId, parentId, name: `Reader ${n}`, text: `Replied ${n}`, email });
  }
}

async function answerAtLength(staff: Staff, storyId: string, parentId: string): Promise<void> {
  for (let n = 0; n < ANSWERS; n += 1) {
    done(await postStaffComment(staff, { storyId, parentId, text: `Answered ${n}` }));
  }
}

/** They are replaced in each copy. */
const mailbox = (letter: string, n: number) => `${letter}${n}@talk.example`;

async function said(input: Record<string, string>): Promise<string> {
  const { commentId } = done(await postComment(PROVER, input));
  const [row] = await read
    .select({ revisionId: comments.latestRevisionId })
    .from(comments)
    .where(eq(comments.id, commentId));
  done(await approveComment(PROVER, { commentId, revisionId: row?.revisionId }));
  return commentId;
}

async function member(role: Role) {
  const account = { email: `${role}@prover.example`, password: PASSWORD };
  const name = `Prover (${role})`;
  const { id } = done(await addPerson(PROVER, { ...account, name, role }));
  const actor: Staff = { type: 'staff', id, name, grants: [{ role, sectionId: null }] };
  return { account, actor };
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the copy could not be furnished: ${result.why}`);
  return result.value;
}
