/**
 * What the process that proves tells each of the twins, which it started, and what they answer: see
 * server/twin.ts. Both halves of a proof know these shapes and nothing else of each other.
 */
export type TwinOrder =
  /** Fills an empty DATA_DIR with the sample newsroom. */
  | { do: 'found' }
  /** Adds what a walk through all pages needs to find. `index`: the search's has to be made first. */
  | { do: 'furnish'; index: boolean }
  /** Gives everybody there an address of these kinds, `{n}` in it a number, and opens the site. */
  | { do: 'open'; addresses: readonly string[] }
  /** Moves the clock on, which stands still otherwise. */
  | { do: 'forward'; ms: number }
  /** Does what is due, until nothing is. */
  | { do: 'settle' }
  /** Decides about the waiting comment with this text. */
  | { do: 'judge'; text: string; move: 'approve' | 'reject' }
  /** What the application was asked since the last time. */
  | { do: 'visits' };

/** One request that reached the application, by the address that it has inside. */
export type Visit = { method: string; path: string; status: number };

export type Account = { email: string; password: string };

/** What was added for the walk: addresses that are linked from nowhere, and who can sign in. */
export type Furniture = { paths: string[]; administrator: Account; moderator: Account };

export type TwinAnswers = {
  found: null;
  furnish: Furniture;
  open: { people: number };
  forward: null;
  settle: null;
  judge: null;
  visits: Visit[];
};

/** Sent once, before any order. */
export type TwinBeginning = { seed: string; at: string };

export type TwinReply = { value: unknown } | { failed: string };
