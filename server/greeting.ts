import { makeSetUpToken } from '#features/people/commands.ts';
import { setUpPath } from '#lib/paths.ts';

/** Says where Dateline is and, while no administrator can sign in, how to become one. */
export async function greet(siteUrl: string): Promise<void> {
  console.log(`Dateline is at ${siteUrl}`);
  const token = await makeSetUpToken();
  if (token) console.log(`Become the first administrator: ${siteUrl}${setUpPath(token)}`);
}
