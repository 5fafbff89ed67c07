import { samePerson } from '#features/comments/internal/identities.ts';

/** For each of these commenters, all names that the same person appears under, its own included. */
export function namesOfWriters(commenterIds: readonly string[]): Promise<Map<string, string[]>> {
  return samePerson(commenterIds);
}
