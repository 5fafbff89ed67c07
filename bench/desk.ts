import { callAction } from '#scripts/e2e/actions.ts';
import { signIn as enter, visitor } from '#scripts/e2e/visitor.ts';

/** The desk as a browser uses it: signed in by next-auth, writing by the editor's own actions. */
export type Desk = {
  /** Calls one of Next's server actions with plain values, and returns what it returned. */
  act(name: string, ...values: unknown[]): Promise<unknown>;
  /** Opens a page of the desk and waits for all of it. */
  open(path: string): Promise<void>;
};

export async function signIn(url: string, email: string, password: string): Promise<Desk> {
  const send = visitor(url);
  await enter(send, email, password);
  const desk: Desk = {
    async open(path) {
      const answer = await send(path);
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    },
    act: (name, ...values) => callAction(send, name, values),
  };
  await desk.open('/desk/stories/new');
  return desk;
}
