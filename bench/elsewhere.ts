/** A process that is not the server: publishes on request, as the command line and imports do, or plans it. */
import { createInterface } from 'node:readline';
import { closeStores, store } from '#db/store.ts';
import { system } from '#features/people/actor.ts';
import { createStory } from '#features/stories/commands.ts';
import { publishStory } from '#features/stories/publishing.ts';
import { scheduleStory } from '#features/stories/schedules.ts';

const BENCH = system('bench');

await store().ready();
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
console.log('ready');
for (;;) {
  const story = await lines.next();
  if (story.done) break;
  const created = await createStory(BENCH, JSON.parse(story.value));
  if (!created.ok) throw new Error(created.why);
  console.log('created');
  // The next line is the click: "publish", or the moment for which it is planned.
  const { value: click } = await lines.next();
  const { storyId, revisionId } = created.value;
  const done =
    click === 'publish'
      ? await publishStory(BENCH, { storyId, revisionId })
      : await scheduleStory(BENCH, { storyId, revisionId, at: click });
  if (!done.ok) throw new Error(done.why);
}
await closeStores();
