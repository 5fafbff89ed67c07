import { count, eq } from 'drizzle-orm';
import { audit } from '#db/schema/site.ts';
import { read, transaction } from '#db/store.ts';
import type { Caller } from '#e2e/doors/callers.ts';
import type { OtherDoor } from '#e2e/doors/others.ts';
import { newId } from '#lib/ids.ts';
import type { World } from '#tests/permissions/other-acts.ts';
import { OTHERS, PEOPLE, type Person } from '#tests/permissions/others.ts';
import { MAKING, type Things } from '#tests/permissions/world.ts';

/** Each person at a door behind which there is one of everything: what is not as the table says. */
export async function wrongAt(
  door: OtherDoor,
  callers: ReadonlyMap<Person, Caller>,
  world: World,
): Promise<string[]> {
  const wrong: string[] = [];
  const forRefused = await prepared(door, world);
  for (const [n, person] of PEOPLE.entries()) {
    const caller = callers.get(person);
    if (!caller) throw new Error(`${person} is not there`);
    const expected = atThisDoor(door, person, OTHERS[door.act]?.[n] ?? '');
    const before = await audited(caller);
    const [own, id] = expected === 'Y' ? await prepared(door, world) : forRefused;
    const { letter: found, why } = await door.knock(caller, own, id);
    if (expected === '0' && !door.hides) {
      const unknown = await door.knock(caller, nothing(own), newId());
      if (unknown.letter !== '0' || unknown.why !== why)
        wrong.push(`${person}: not as if it were not there`);
    }
    if (found !== expected) wrong.push(`${person}: ${found} instead of ${expected}`);
    const isChanged = (await audited(caller)) > before;
    if (isChanged !== (expected === 'Y' && !door.reads)) {
      wrong.push(`${person}: ${isChanged ? '' : 'not '}in the audit log`);
    }
  }
  return wrong;
}

/** Where none of the things is there. */
function nothing(world: World): World {
  const comment = () => ({ commentId: newId(), revisionId: newId() });
  return {
    ...world,
    sectionId: newId(),
    pictureId: newId(),
    otherPictureId: newId(),
    waiting: comment(),
    public: comment(),
    appealed: newId(),
    addressRequestId: newId(),
    personId: newId(),
    otherPersonId: newId(),
    assignmentId: newId(),
  };
}

/** The things, with those of their own that the act uses up. */
async function prepared(door: OtherDoor, world: World): Promise<[World, string]> {
  return transaction(async () => {
    const own = { ...world };
    for (const name of door.takes ?? []) await renew(own, name);
    return [own, (await door.ready?.(own)) ?? ''];
  });
}

async function renew<Name extends keyof Things>(world: World, name: Name): Promise<void> {
  const made: Things[Name] = await MAKING[name](world);
  Object.assign(world, { [name]: made });
}

/** What is nothing but the thing hides it; whoever is signed out is told so whatever they ask. */
function atThisDoor(door: OtherDoor, person: Person, letter: string): string {
  if (letter === 'Y') return letter;
  if (person === 'nobody signed in') return door.toNobody ?? 'o';
  return door.hides ? '0' : letter;
}

async function audited({ account }: Caller): Promise<number> {
  const [counted] = await read
    .select({ rows: count() })
    .from(audit)
    .where(eq(audit.actor, `staff:${account?.id}`));
  return counted?.rows ?? 0;
}
