import { AsyncLocalStorage } from 'node:async_hooks';
import { onePerProcess } from '#lib/singleton.ts';

/** What the door and the application tell each other about one call of Next. */
export type RequestContext = {
  /** The tags of what is being rendered, named by the queries that it asks. */
  readonly tags: Set<string>;
  /** What a route handler leaves for the page that the door renders instead of its answer. */
  stash: unknown;
};

const contexts = onePerProcess('request-context', () => new AsyncLocalStorage<RequestContext>());

/** The reader's request that is being answered, or undefined in the desk and outside the server. */
export function currentRequest(): RequestContext | undefined {
  return contexts.getStore();
}

export function inRequest<T>(context: RequestContext, work: () => T): T {
  return contexts.run(context, work);
}
