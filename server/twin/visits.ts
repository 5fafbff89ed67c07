import type { RequestListener } from 'node:http';
import type { Visit } from '#lib/twin-orders.ts';

/** Notes what the application behind the door is asked, and what it answers. */
export class Visits {
  #seen: Visit[] = [];

  watching(handle: RequestListener): RequestListener {
    return (req, res) => {
      const { method = 'GET', url: path = '/' } = req;
      res.once('finish', () => this.#seen.push({ method, path, status: res.statusCode }));
      return handle(req, res);
    };
  }

  /** Those since the last time. */
  take(): Visit[] {
    const seen = this.#seen;
    this.#seen = [];
    return seen;
  }
}
