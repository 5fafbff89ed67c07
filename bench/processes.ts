import { readdirSync, readFileSync } from 'node:fs';

/** What a group of processes uses: memory that is in RAM now, and processor time so far. */
export type Use = { bytes: number; cpuSeconds: number; processes: number };

/** Linux counts processor time in these, whatever the machine (man 5 proc). */
const TICKS_A_SECOND = 100;

/** All processes of the group together; null where the system does not say (it is Linux that does). */
export function usedBy(group: number): Use | null {
  const use: Use = { bytes: 0, cpuSeconds: 0, processes: 0 };
  for (const pid of pids()) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name, in brackets, may hold spaces; what follows it may not.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(fields[2]) !== group) continue;
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      use.bytes += Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
      use.cpuSeconds += (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
      use.processes += 1;
    } catch {
      // It ended while we looked.
    }
  }
  return use.processes > 0 ? use : null;
}

function pids(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Looks again and again at how much memory a group uses, until it is asked for the most. */
export function watchMemory(group: number): () => number {
  let most = usedBy(group)?.bytes ?? 0;
  const timer = setInterval(() => {
    most = Math.max(most, usedBy(group)?.bytes ?? 0);
  }, 100);
  return () => {
    clearInterval(timer);
    return most;
  };
}
