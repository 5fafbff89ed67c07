import { AsyncLocalStorage } from 'node:async_hooks';
import { onePerProcess } from '#lib/singleton.ts';

/** What the door and the application tell each other about one call of Next. */
export type RequestContext = {
  /** When the door asked, on the press's own time scale. */
  readonly begun: number;
  /** False for what is meant for one person: nothing that is rendered may be stored anywhere. */
  readonly keep: boolean;
  /** What a route handler leaves for the page that the door renders instead of its answer. */
  stash: unknown;
  /** Filled by the page handler: the tags of the finished page and when its render began. */
  rendered: { tags: readonly string[]; begun: number } | null;
};

const contexts = onePerProcess('request-context', () => new AsyncLocalStorage<RequestContext>());

/** The request that is being answered, or undefined during the build and outside the server. */
export function currentRequest(): RequestContext | undefined {
  return contexts.getStore();
}

export function inRequest<T>(context: RequestContext, work: () => T): T {
  return contexts.run(context, work);
}
