import type { Caller } from '#e2e/doors/callers.ts';
import { PEOPLE, type Person } from '#tests/permissions/others.ts';

/** Whoever may see a draft of somebody else, in the order of PEOPLE; has a role; is on the staff. */
const SEES_DRAFTS = 'YYYYnYYnnnnnn';
const WITH_A_ROLE = 'YYYYYYYYYYYnn';
const STAFF = 'YYYYYYYYYYYYn';
const NOBODY = 'nnnnnnnnnnnnn';

type Story = { storyId: string; headline: string };
type Looking = { door: string; values: readonly unknown[]; finds: string; expected: string };

/** The doors that answer only what a person may see: whoever finds more, or less. */
export async function wrongInSight(
  callers: ReadonlyMap<Person, Caller>,
  { draft, live, topic }: { draft: Story; live: Story; topic: string },
): Promise<string[]> {
  const doors: Looking[] = [
    ...['findStoriesAction', 'findToPlaceAction'].map((door) => ({
      ...{ door, values: [draft.headline], finds: draft.storyId, expected: SEES_DRAFTS },
    })),
    { door: 'linkTargetsAction', values: [draft.headline], finds: draft.storyId, expected: NOBODY },
    { door: 'linkTargetsAction', values: [live.headline], finds: live.headline, expected: STAFF },
    {
      door: 'findToPlaceAction',
      values: [live.headline],
      finds: live.storyId,
      expected: WITH_A_ROLE,
    },
    { door: 'termSuggestionsAction', values: ['topic', topic], finds: topic, expected: STAFF },
  ];
  const wrong: string[] = [];
  for (const { door, values, finds, expected } of doors) {
    let found = '';
    for (const person of PEOPLE) {
      const answer = await callers.get(person)?.call(door, ...values);
      found += JSON.stringify(answer).includes(finds) ? 'Y' : 'n';
    }
    if (found !== expected) wrong.push(`${door} ${values}: ${found} instead of ${expected}`);
  }
  return wrong;
}
