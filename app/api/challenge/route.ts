import { newChallenge } from '#features/spam/proof.ts';

/** Work for the browser of somebody who begins to write a comment: see public/proof.js. */
export async function GET(): Promise<Response> {
  return Response.json(await newChallenge(), { headers: { 'Cache-Control': 'no-store' } });
}
