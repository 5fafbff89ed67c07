import { type Caller, formOf } from '#e2e/doors/callers.ts';
import { sharedPath } from '#features/media/renditions.ts';
import { commentCountPath, commentPath, commentPrivacyPath, siteFilePath } from '#lib/paths.ts';
import { posted } from '#tests/discussion.ts';
import type { World } from '#tests/permissions/other-acts.ts';
import { MAKING } from '#tests/permissions/world.ts';

/** What is open to anybody, and says nothing of anybody. */
export async function wrongForAnybody(
  nobody: Caller,
  someone: Caller,
  world: World,
): Promise<string[]> {
  const {
    path,
    storyId,
    public: { commentId },
  } = world;
  const wrong: string[] = [];
  const email = someone.account?.email ?? '';
  const forgot = (address: string) => nobody.call('forgotAction', ...formOf({ email: address }));
  const [known, unknown] = [await forgot(email), await forgot('nobody@permissions.example')];
  if (JSON.stringify(known) !== JSON.stringify(unknown))
    wrong.push('forgotAction tells who is here');
  const asked = async (address: string) => {
    const sent = { method: 'POST', body: new URLSearchParams({ email: address }) };
    const { status, headers } = await nobody.ask(commentPrivacyPath(), sent);
    return `${status} ${headers.get('location')}`;
  };
  const writer = 'writer@permissions.example';
  await posted(storyId, { email: writer });
  if ((await asked(writer)) !== (await asked('nobody@permissions.example'))) {
    wrong.push('asking for what is held tells who has commented');
  }
  if ((await nobody.call('judgePasswordAction', 'password', {})) === '') {
    wrong.push('judgePasswordAction takes what everybody tries');
  }
  await nobody.call('passkeyChallengeAction');
  for (const to of ['/api/challenge', commentCountPath(path), commentPath(path, commentId)]) {
    if ((await nobody.route(to)).letter !== 'Y') wrong.push(`${to} is not open to readers`);
  }
  const guest = [
    await nobody.act('addGuestAction', 'A. Guest'),
    await someone.act('addGuestAction', 'A. Guest'),
  ];
  if (guest.map(({ letter }) => letter).join('') !== 'oY') wrong.push('addGuestAction');
  if ((await nobody.route(siteFilePath('logo-x.svg'))).letter !== '0') wrong.push('a made-up file');
  const file = sharedPath({ id: await MAKING.pictureId(world) });
  const seen = [await nobody.route(file), await someone.route(file)].map(({ letter }) => letter);
  if (seen.join('') !== '0Y') wrong.push(`a picture that no reader has: ${seen}`);
  return wrong;
}
