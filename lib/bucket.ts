import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';

/** A whole file of twenty megabytes on a slow line; whoever waits longer waits for nothing. */
const PATIENCE_MS = 30_000;
const RETRIES = 3;

/**
 * Files in a bucket of whatever speaks S3, by signed requests:
 * `https://KEY:SECRET@host/bucket` or `…/bucket/folder`, with `?region=` where there are several.
 */
export function inBucket(s3Url: string) {
  const { origin, pathname, searchParams, username, password } = new URL(s3Url);
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    service: 's3',
    region: searchParams.get('region') ?? 'us-east-1',
    retries: RETRIES,
  });
  const folder = `${origin}${pathname.replace(/\/+$/, '')}`;

  async function ask(method: string, key: string, body?: Uint8Array): Promise<Response> {
    const signed = createHash('sha256')
      .update(body ?? '')
      .digest('hex');
    return client.fetch(`${folder}/${key}`, {
      method,
      cache: 'no-store',
      headers: { 'x-amz-content-sha256': signed },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
  }

  return {
    async put(key: string, bytes: Uint8Array): Promise<void> {
      const answer = await ask('PUT', key, bytes);
      if (!answer.ok) throw await failure('PUT', answer);
      await answer.body?.cancel();
    },
    async get(key: string): Promise<Buffer | null> {
      const answer = await ask('GET', key);
      if (answer.ok) return Buffer.from(await answer.arrayBuffer());
      if (answer.status === 404 && (await codeIn(answer)) === 'NoSuchKey') return null;
      throw await failure('GET', answer);
    },
    async delete(key: string): Promise<void> {
      const answer = await ask('DELETE', key);
      if (!answer.ok && answer.status !== 404) throw await failure('DELETE', answer);
      await answer.body?.cancel();
    },
  };
}

/** What S3 calls it: NoSuchKey, NoSuchBucket, AccessDenied, SignatureDoesNotMatch. */
async function codeIn(answer: Response): Promise<string> {
  return /<Code>(\w+)<\/Code>/.exec(await answer.clone().text())?.[1] ?? '';
}

/** Without the address, which holds the key. */
async function failure(method: string, answer: Response): Promise<Error> {
  return new Error(`S3 answered ${method} with ${answer.status} ${await codeIn(answer)}`.trim());
}
