import { makeSetUpToken } from '#features/people/commands.ts';
import { addSample } from '#features/sample/commands.ts';
import { setUpPath } from '#lib/paths.ts';

/** Gives an empty database the sample newsroom; any other is left as it is. */
export async function prepareNewsroom(): Promise<void> {
  const added = await addSample();
  if (added.ok) console.log(`Added a sample newsroom with ${added.value.stories} stories.`);
}

/** Says where Dateline is and, while no administrator can sign in, how to become one. */
export async function greet(siteUrl: string): Promise<void> {
  console.log(`Dateline is at ${siteUrl}`);
  const token = await makeSetUpToken();
  if (token) console.log(`Become the first administrator: ${siteUrl}${setUpPath(token)}`);
}
