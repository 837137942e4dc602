import fs from 'node:fs';

/** What tells a container from its machine. */
export interface Surroundings {
  /** As `/proc/self/ns` names them; undefined where the kernel has none. */
  readonly pid: string | undefined;
  readonly cgroup: string | undefined;
  /** Docker and podman leave a file in their containers. */
  readonly marked: boolean;
}

/** https://github.com/torvalds/linux/blob/master/include/linux/proc_ns.h, PROC_PID_INIT_INO and PROC_CGROUP_INIT_INO */
const FIRST = { pid: 'pid:[4026531836]', cgroup: 'cgroup:[4026531835]' } as const;

/**
 * In a container the id is that of an image, and the same on every machine that runs it. One that shares the pids of its
 * machine (`--pid=host`, `hostPID`) is told by its mark, and one of containerd, which leaves none, by its cgroups.
 */
export function isMachineItself({ pid, cgroup, marked }: Surroundings): boolean {
  return !marked && pid === FIRST.pid && (cgroup === undefined || cgroup === FIRST.cgroup);
}

/** The id of this machine; undefined in a container, and where the system does not tell it. */
export function readMachineId(): string | undefined {
  const marked = ['/.dockerenv', '/run/.containerenv'].some((mark) => fs.existsSync(mark));
  const [pid, cgroup] = ['pid', 'cgroup'].map((kind) => attempt(() => fs.readlinkSync(`/proc/self/ns/${kind}`)));
  if (!isMachineItself({ pid, cgroup, marked })) return undefined;
  return attempt(() => fs.readFileSync('/etc/machine-id', 'utf8').trim()) || undefined;
}

function attempt(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
