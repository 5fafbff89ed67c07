import type { Actor } from '#features/people/actor.ts';
import { type Facts, type Move, obstacle } from '#features/stories/lifecycle.ts';
import { can, type StoryForPolicy } from '#features/stories/policy.ts';
import type { Button, Buttons } from '#features/stories/views.ts';
import { now } from '#lib/clock.ts';

/** The policy and the lifecycle that refuse a command, asked before anybody clicks. */
export function buttonsFor(
  actor: Actor,
  facts: Facts,
  policy: StoryForPolicy,
  commentsOpen: boolean,
): Buttons {
  const at = now();
  const button = (verdict: ReturnType<typeof can>, hindered: string | null): Button => {
    if (!verdict.ok) return { allowed: false, why: verdict.why, because: 'role' };
    return hindered ? { allowed: false, why: hindered, because: 'state' } : { allowed: true };
  };
  const moving = (move: Move) => button(can(actor, move, policy), obstacle(move, facts, at));
  const held = facts.hold ? `On hold: ${facts.hold.reason}` : null;
  return {
    write: button(can(actor, 'write', policy), held),
    move: button(can(actor, 'move', policy), held),
    submit: moving('submit'),
    'take back': moving('take back'),
    return: moving('return'),
    approve: moving('approve'),
    'take approval back': moving('take approval back'),
    publish: moving('publish'),
    schedule: moving('schedule'),
    'cancel schedule': moving('cancel schedule'),
    'take down': moving('take down'),
    'cancel take down': moving('cancel take down'),
    embargo: moving('embargo'),
    'lift embargo': moving('lift embargo'),
    withdraw: moving('withdraw'),
    correct: moving('correct'),
    share: button(can(actor, 'share', policy), null),
    comments: button(can(actor, commentsOpen ? 'close comments' : 'open comments', policy), held),
  };
}
