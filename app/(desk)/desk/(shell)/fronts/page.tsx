import { notFound, redirect } from 'next/navigation';
import { deskFronts } from '#features/fronts/desk.ts';
import { requireStaff } from '#features/people/session.ts';
import { deskFrontPath } from '#lib/paths.ts';

/** The first front that this person may see. */
export default async function FrontsPage(): Promise<never> {
  const [first] = await deskFronts(await requireStaff());
  if (!first) notFound();
  redirect(deskFrontPath(first.front));
}
