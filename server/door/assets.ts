import { type Dirent, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { commonLines } from '#server/door/lines.ts';
import { Sheet } from '#server/press/sheet.ts';
import { Shelf } from '#server/press/shelf.ts';

/** How a file is named in `Content-Type`, and whether it gets smaller by compression. */
const TYPES: Record<string, readonly [type: string, compress: boolean]> = {
  '.css': ['text/css; charset=utf-8', true],
  '.js': ['text/javascript; charset=utf-8', true],
  '.json': ['application/json', true],
  '.map': ['application/json', true],
  '.webmanifest': ['application/manifest+json', true],
  '.txt': ['text/plain; charset=utf-8', true],
  '.svg': ['image/svg+xml', true],
  '.ico': ['image/x-icon', false],
  '.png': ['image/png', false],
  '.jpg': ['image/jpeg', false],
  '.webp': ['image/webp', false],
  '.avif': ['image/avif', false],
  '.woff2': ['font/woff2', false],
};

type File = { path: string; type: string; compress: boolean; lasting: boolean };

const CAPACITY = 16 * 1024 * 1024;

/**
 * The program's own files: what the build made, whose names change with their content, and `public/`.
 * The list is taken once, so that no address can reach any other file.
 */
export class Assets {
  readonly #files = new Map<string, File>();
  readonly #shelf = new Shelf<Sheet>(CAPACITY);
  readonly #secure: boolean;

  constructor(folders: { built?: string; public: string }, secure: boolean) {
    this.#secure = secure;
    if (folders.built) this.#list(folders.built, '/_next/static', true);
    this.#list(folders.public, '', false);
  }

  peek(url: string): Sheet | undefined {
    return this.#shelf.get(url);
  }

  async find(path: string): Promise<Sheet | undefined> {
    const file = this.#files.get(path);
    if (!file) return undefined;
    const kept = this.#shelf.get(path);
    if (kept) return kept;
    const sheet = await this.#print(file);
    this.#shelf.put(path, sheet);
    return sheet;
  }

  async #print(file: File): Promise<Sheet> {
    const body = await readFile(file.path);
    const age = file.lasting ? 'max-age=31536000, immutable' : 'max-age=3600';
    const lines = [...commonLines(this.#secure), 'Cache-Control', `public, ${age}`];
    if (file.compress) lines.push('Vary', 'Accept-Encoding');
    // A picture in SVG is a document when it is opened by itself, and might hold a script.
    lines.push('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
    const { type, compress } = file;
    return new Sheet({ status: 200, type, compress, lines, tags: [], begun: 0, body }).fine();
  }

  #list(folder: string, prefix: string, lasting: boolean): void {
    for (const entry of filesIn(folder)) {
      const path = join(entry.parentPath, entry.name);
      const [type, compress] = TYPES[extname(entry.name)] ?? ['application/octet-stream', false];
      const url = `${prefix}/${relative(folder, path).split(sep).join('/')}`;
      this.#files.set(url, { path, type, compress, lasting });
    }
  }
}

function filesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
  } catch {
    return [];
  }
}
