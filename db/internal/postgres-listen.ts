import pg from 'pg';

const RETRY_MS = 1000;

/**
 * Calls back with the name of whoever committed. A lost connection is made again, and then
 * `heard('')` stands for all that may have been missed.
 */
export function listenForCommits(
  url: string,
  channel: string,
  heard: (writer: string) => void,
): () => void {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function connect(again: boolean): void {
    const mine = new pg.Client({ connectionString: url, keepAlive: true });
    client = mine;
    let lost = false;
    const retry = () => {
      if (lost || stopped) return;
      lost = true;
      void mine.end().catch(() => undefined);
      timer = setTimeout(() => connect(true), RETRY_MS).unref();
    };
    mine.on('error', retry);
    mine.on('end', retry);
    mine.on('notification', ({ payload }) => heard(payload ?? ''));
    mine
      .connect()
      .then(() => mine.query(`listen ${channel}`))
      .then(() => {
        if (again) heard('');
      })
      .catch(retry);
  }

  connect(false);
  return () => {
    stopped = true;
    clearTimeout(timer);
    void client?.end().catch(() => undefined);
  };
}
