import { notFound } from 'next/navigation';
import { requireStaff } from '#features/people/session.ts';

/** Every other address of the desk: 404 inside the desk, for those who are signed in. */
export default async function Nowhere(): Promise<never> {
  await requireStaff();
  notFound();
}
