import { redirect } from 'next/navigation';
import { requireStaff } from '#features/people/session.ts';
import { deskCommentsPath, deskStoriesPath } from '#lib/paths.ts';

/** Where everybody's work is: a moderator's is the queue. */
export default async function DeskPage(): Promise<never> {
  const staff = await requireStaff();
  const writes = staff.grants.some((grant) => grant.role !== 'moderator');
  redirect(writes ? deskStoriesPath() : deskCommentsPath());
}
