import type { Instrumentation } from 'next';
import { loggable } from '#lib/errors.ts';

/**
 * Next is told to be quiet, so that what fails inside of it would be in no log. The route is named by
 * its file: an address may hold a secret, and a form what somebody typed.
 */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routePath }) => {
  // biome-ignore lint/suspicious/noConsole: this is the log, and Next's bundle has no other way to it
  console.error(`${routePath} failed:`, loggable(error));
};
